import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { inFreshRunspace, type Outside, usingValuesOf } from "../../runtime/fresh-runspace.js";
import type { ScopeTables } from "../../runtime/scope.js";
import { engineOf } from "../../runtime/script-command.js";
import { ControlSignal, StopSignal } from "../../runtime/signals.js";
import { ErrorRecord, PowerShellError } from "../../values/errors.js";
import { isNull, type ScriptBlock, type Value } from "../../values/index.js";
import { ownMembers } from "../../values/members.js";
import { deserialize, serialize } from "../../values/serialization/index.js";
import { Guid } from "../../values/simple-values.js";
import { scriptBlockText } from "../../values/text.js";
import { defaultAliases } from "../default-aliases.js";
import { addMember, asObject } from "../instance-members.js";
import { remotingKey } from "../session-services.js";
import {
  type ConnectionRequest,
  notConnected,
  refusedConnection,
  silentServer,
  unknownServer,
} from "./remote-connection.js";

/** A block that is to run on other machines. */
export interface RemoteRun {
  readonly block: ScriptBlock;
  readonly args: readonly Value[];
  readonly input: readonly Value[];
  readonly hidesComputerName: boolean;
  /** The runspace of a session that stays; a fresh one when omitted. */
  readonly runspace?: { readonly tables: ScopeTables; readonly instance: Guid };
}

/** How deep properties of objects come back from another machine. */
const depth = 1;

/**
 * Runs a block on a machine of the network, in a runspace of its own: what comes back is deserialized and knows where it
 * is from. The files are those of the session, and so are the commands.
 * @returns whether nothing ended it before its end
 */
export function runOnComputer(
  cmdlet: CmdletRuntime,
  computerName: string,
  run: RemoteRun,
  request: ConnectionRequest = {},
): boolean {
  const { context } = cmdlet;
  let isWhole = false;
  let refused: readonly [id: string, text: string] | null = null;
  const outcome = extensionOf(context, remotingKey).runOn(context, computerName, () => {
    refused = refusedConnection(computerName, request);
    if (refused === null) isWhole = runApart(cmdlet, computerName, run);
  });
  if (outcome === "ran" && refused === null) return isWhole;
  const record = notConnected(computerName, refused ?? (outcome === "unknown" ? unknownServer : silentServer));
  engineOf(context).keepError(record);
  cmdlet.streams.error.write(record);
  return false;
}

/**
 * Runs a block in a runspace of its own, as another process of the machine would.
 * @returns whether nothing ended it before its end
 */
export function runApart(cmdlet: CmdletRuntime, computerName: string, run: RemoteRun): boolean {
  const engine = engineOf(cmdlet.context);
  const usings = usingValuesOf(engine, run.block);
  let isWhole = false;
  inFreshRunspace(
    engine,
    defaultAliases(engine.facts.languageVersion),
    usings,
    (outside) => {
      isWhole = new RemoteCode(cmdlet, computerName, run, outside).run();
    },
    run.runspace?.tables,
  );
  return isWhole;
}

class RemoteCode {
  private readonly runspace: Guid;

  constructor(
    private readonly cmdlet: CmdletRuntime,
    private readonly computerName: string,
    private readonly what: RemoteRun,
    private readonly outside: Outside,
  ) {
    this.runspace = what.runspace?.instance ?? new Guid(cmdlet.context.newGuid());
  }

  run(): boolean {
    const { cmdlet, what } = this;
    const { context } = cmdlet;
    const error = { write: (record: Value): void => this.writeError(record) };
    try {
      context.invokeBlock(context.createScriptBlock(scriptBlockText(what.block)), {
        arguments: what.args,
        input: what.input,
        // In a session that stays, what the block makes stays.
        useCallerScope: what.runspace !== undefined,
        output: { write: (value) => this.writeBack(value) },
        streams: { ...cmdlet.streams, error },
      });
      return true;
    } catch (thrown) {
      if (thrown instanceof ControlSignal && !(thrown instanceof StopSignal)) return true;
      if (!(thrown instanceof PowerShellError)) throw thrown;
      engineOf(context).keepError(thrown.record);
      this.writeError(thrown.record);
      return false;
    }
  }

  /** As remoting sends it: the properties, without methods. */
  private writeBack(value: Value): void {
    const { context } = this.cmdlet;
    const all = isNull(value) ? [null] : deserialize(context, serialize(context, [value], depth));
    for (const sent of all) this.outside(() => this.cmdlet.writeObject(sent === null ? null : this.marked(sent)));
  }

  private marked(value: Exclude<Value, null>): Value {
    const object = asObject(value);
    const notes = {
      PSComputerName: this.computerName,
      RunspaceId: this.runspace,
      PSShowComputerName: !this.what.hidesComputerName,
    };
    for (const [name, note] of Object.entries(notes)) addMember(object, { kind: "NoteProperty", name, value: note });
    return object;
  }

  /** The place of a remote error says nothing here; the machine does. */
  private writeError(record: Value): void {
    if (record instanceof ErrorRecord) {
      record.amend({ invocation: null });
      ownMembers(record).set({ kind: "NoteProperty", name: "PSComputerName", value: this.computerName });
    }
    this.outside(() => this.cmdlet.streams.error.write(record));
  }
}
