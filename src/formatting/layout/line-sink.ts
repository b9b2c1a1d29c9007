import type { MessageKind } from "../messages.js";

/** Takes finished lines, without their line ends. */
export interface LineSink {
  writeLine(line: string): void;
  /** Text that is shown as it is, never broken: a string sent to the console. */
  writeRaw(text: string): void;
  /** A record of a message stream; as raw text where a device has no streams. */
  writeMessage?(stream: MessageKind, text: string): void;
}
