import type { ExecutionContext } from "../runtime/execution-context.js";
import type { Pipe } from "../runtime/streams.js";
import { PowerShellError } from "../values/errors.js";
import { AutomationNull } from "../values/objects.js";
import type { Value } from "../values/value.js";
import { defaultFormat } from "./format/format-command.js";
import { formatError } from "./format/format-errors.js";
import { ObjectFormatter } from "./format/object-formatter.js";
import { type Formatting, formattingOf } from "./formatting.js";
import type { LineSink } from "./layout/line-sink.js";
import { OutputStage, type ScreenWidths } from "./layout/output-stage.js";
import { messageText } from "./messages.js";
import {
  FormatEndData,
  FormatEntryData,
  type FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  isFormatPacket,
} from "./packets.js";

export interface OutDefaultOptions {
  /** Columns of the window; the host's when omitted. One is never written to. */
  readonly width?: number;
  /** Takes text with its line ends; the host's `write` when omitted. */
  readonly write?: (text: string) => void;
}

/** The end of a pipeline for the console. */
export interface OutDefault extends Pipe {
  /** An object, an error record, or what a Format-* command made. */
  write(value: Value): void;
  /** Lays out what is held and closes tables and lists. */
  end(): void;
  /** Drops what is held: a terminating error ended the line. Nothing more is written. */
  discard(): void;
}

/** The formatter of one entry: everything written to it until `end` shares one table or list (SPEC A.1). */
export function createOutDefault(context: ExecutionContext, options: OutDefaultOptions = {}): OutDefault {
  const write = options.write ?? ((text: string) => context.host.write(text));
  const columns = Math.max((options.width ?? context.host.width) - 1, 0);
  const formatting = formattingOf(context);
  const sink: LineSink = {
    ...textSink(write),
    writeMessage: (stream, text) => write(messageText(stream, text, { facts: formatting.facts, width: columns + 1 })),
  };
  const { height } = context.host;
  return new FormattedOutput(context, formatting, sink, { table: columns, list: columns, height });
}

function textSink(write: (text: string) => void): LineSink {
  return { writeLine: (line) => write(`${line}\n`), writeRaw: (text) => write(`${text}\n`) };
}

/** The text of objects as Out-String gives it, each line with its line end. */
export function renderToText(context: ExecutionContext, objects: Iterable<Value>, widths: ScreenWidths): string {
  const parts: string[] = [];
  const out = new FormattedOutput(
    context,
    formattingOf(context),
    textSink((text) => parts.push(text)),
    widths,
  );
  for (const value of objects) out.write(value);
  out.end();
  return parts.join("");
}

type SequenceState = "outside" | "document" | "group";

/** Both stages in a row: raw objects are formatted by one default formatter, packets go straight to the layout. */
export class FormattedOutput implements OutDefault {
  private readonly stage: OutputStage;
  private formatter: ObjectFormatter | null = null;
  private state: SequenceState = "outside";

  constructor(
    private readonly context: ExecutionContext,
    private readonly formatting: Formatting,
    sink: LineSink,
    widths: ScreenWidths,
  ) {
    this.stage = new OutputStage(sink, widths, formatting.facts, (text) => context.host.writeMessage("warning", text));
  }

  write(value: Value): void {
    if (value === null || value === AutomationNull) return;
    if (isFormatPacket(value)) {
      // A document of the user's own closes the one of the raw objects before it.
      if (value instanceof FormatStartData) this.closeRaw();
      this.packet(value);
      return;
    }
    this.formatter ??= new ObjectFormatter(this.context, this.formatting, defaultFormat, (packet) =>
      this.packet(packet),
    );
    this.formatter.write(value);
  }

  end(): void {
    this.closeRaw();
    this.stage.abandon();
  }

  discard(): void {
    this.stage.discard();
  }

  private closeRaw(): void {
    this.formatter?.end();
    this.formatter = null;
  }

  private packet(packet: FormatPacket): void {
    if (packet instanceof FormatStartData) this.move(packet, "outside", "document");
    else if (packet instanceof GroupStartData) this.move(packet, "document", "group");
    else if (packet instanceof GroupEndData) this.move(packet, "group", "document");
    else if (packet instanceof FormatEndData) this.move(packet, "document", "outside");
    else if (packet instanceof FormatEntryData && !packet.outOfBand) this.move(packet, "group", "group");
    this.stage.write(packet);
  }

  /** Packets must come in their order (SPEC A.1, 4). */
  private move(packet: FormatPacket, from: SequenceState, to: SequenceState): void {
    if (this.state !== from) {
      this.stage.abandon();
      throw outOfSequence(packet);
    }
    this.state = to;
  }
}

const lineOutputType = "Microsoft.PowerShell.Commands.OutLineOutputCommand";

function outOfSequence(packet: FormatPacket) {
  const command = packet instanceof FormatStartData ? startCommands[packet.shape.kind] : "format-*";
  const message =
    `The object of type "${packet.type.fullName}" is not valid or not in the correct sequence. ` +
    `This is likely caused by a user-specified "${command}" command which is conflicting with the default formatting.`;
  const error = formatError(
    "ConsoleLineOutputOutOfSequencePacket",
    "InvalidData",
    "System.InvalidOperationException",
    message,
  );
  const name = "out-lineoutput";
  error.record.amend({ commandTypeName: lineOutputType });
  error.record.amend({ activity: name });
  error.record.amend({
    invocation: { invocationName: name, commandName: name, sourceText: "", file: null, start: 0, end: 0 },
  });
  return error;
}

/** Runs what a cmdlet Out-* does that stands in the source: its statement is where the formatter's errors happened. */
export function atStatement(act: () => void): void {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof PowerShellError && thrown.record.commandTypeName === lineOutputType) {
      const { invocation } = thrown.record;
      if (invocation !== null) thrown.record.amend({ invocation: { ...invocation, awaitsPlace: true } });
    }
    throw thrown;
  }
}

const startCommands = {
  table: "format-table",
  list: "format-list",
  wide: "format-wide",
  custom: "format-complex",
} as const;
