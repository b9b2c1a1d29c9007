import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { inFreshRunspace, type Outside, usingValuesOf } from "../../runtime/fresh-runspace.js";
import { engineOf } from "../../runtime/script-command.js";
import { ControlSignal, StopSignal } from "../../runtime/signals.js";
import { ErrorRecord, ExceptionObject, PowerShellError } from "../../values/errors.js";
import { defineType, isNull, type ScriptBlock, typeNamed, type Value } from "../../values/index.js";
import { ownMembers } from "../../values/members.js";
import { deserialize, serialize } from "../../values/serialization/index.js";
import { Guid } from "../../values/simple-values.js";
import { scriptBlockText } from "../../values/text.js";
import { findTypeByFullName } from "../../values/types.js";
import { defaultAliases } from "../default-aliases.js";
import { addMember, asObject } from "../instance-members.js";
import { remotingKey } from "../session-services.js";

/** A block that is to run on other machines. */
export interface RemoteRun {
  readonly block: ScriptBlock;
  readonly args: readonly Value[];
  readonly input: readonly Value[];
  readonly hidesComputerName: boolean;
}

/** How deep properties of objects come back from another machine. */
const depth = 1;

/**
 * Runs a block on a machine of the network, in a runspace of its own: what comes back is deserialized and knows where it
 * is from. The files are those of the session, and so are the commands.
 * @returns whether nothing ended it before its end
 */
export function runOnComputer(cmdlet: CmdletRuntime, computerName: string, run: RemoteRun): boolean {
  const { context } = cmdlet;
  let isWhole = false;
  const outcome = extensionOf(context, remotingKey).runOn(context, computerName, () => {
    isWhole = runApart(cmdlet, computerName, run);
  });
  if (outcome === "ran") return isWhole;
  const record = outcome === "unknown" ? serverUnknown(computerName) : serverDown(computerName);
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
  inFreshRunspace(engine, defaultAliases(engine.facts.languageVersion), usings, (outside) => {
    isWhole = new RemoteCode(cmdlet, computerName, run, outside).run();
  });
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
    this.runspace = new Guid(cmdlet.context.newGuid());
  }

  run(): boolean {
    const { cmdlet, what } = this;
    const { context } = cmdlet;
    const error = { write: (record: Value): void => this.writeError(record) };
    try {
      context.invokeBlock(context.createScriptBlock(scriptBlockText(what.block)), {
        arguments: what.args,
        input: what.input,
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

const transportException = "System.Management.Automation.Remoting.PSRemotingTransportException";
const more = "For more information, see the about_Remote_Troubleshooting Help topic.";

/** Documented: what consoles show of names that nobody knows. */
function serverUnknown(name: string): ErrorRecord {
  return notConnected(
    name,
    "ComputerNotFound",
    `The WinRM client cannot process the request because the server name cannot be resolved. ${more}`,
  );
}

/** Documented: what consoles show of machines that do not answer. */
function serverDown(name: string): ErrorRecord {
  return notConnected(
    name,
    "WinRMOperationTimeout",
    `WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within the same local subnet. ${more}`,
  );
}

function notConnected(name: string, errorId: string, why: string): ErrorRecord {
  if (findTypeByFullName(transportException) === undefined)
    defineType({ fullName: transportException, base: "System.Management.Automation.RuntimeException" });
  const message = `[${name}] Connecting to remote server ${name} failed with the following error message : ${why}`;
  const record = new ErrorRecord({
    exception: new ExceptionObject(typeNamed(transportException), message),
    errorId,
    category: "OpenError",
    target: name,
  });
  record.amend({ commandTypeName: "PSSessionStateBroken" });
  return record;
}
