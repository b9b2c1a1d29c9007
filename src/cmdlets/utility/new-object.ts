import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import {
  construct,
  displayText,
  PowerShellError,
  PSCustomObject,
  PSDictionary,
  propertiesOf,
  setProperty,
  type Value,
} from "../../values/index.js";
import { comObject } from "../com/com-classes.js";
import { cmdletError, rewrapped } from "../error-record.js";

/** SPEC E.9, D.3. */
export const newObject = defineCmdlet({
  name: "New-Object",
  typeName: "Microsoft.PowerShell.Commands.NewObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes an object of a .NET type.",
  defaultParameterSet: "Net",
  parameters: {
    TypeName: { type: "string", position: 0, mandatory: true, sets: ["Net"] },
    ComObject: { type: "string", position: 0, mandatory: true, sets: ["Com"] },
    ArgumentList: { type: "object[]", position: 1, sets: ["Net"], aliases: ["Args"] },
    // It refuses COM classes behind which .NET has a class of its own: these have none.
    Strict: { type: "switch", sets: ["Com"], coverage: "accepted" },
    Property: { type: "System.Collections.IDictionary" },
  },
  create: (parameters, cmdlet) => ({
    begin(): void {
      const name = parameters.TypeName ?? "";
      const made =
        parameters.ComObject === undefined
          ? makeObject(cmdlet, name, parameters.ArgumentList?.items ?? [])
          : makeComObject(cmdlet, parameters.ComObject);
      if (parameters.Property instanceof PSDictionary) setProperties(cmdlet, made, parameters.Property);
      cmdlet.writeObject(made);
    },
  }),
});

function makeObject(cmdlet: CmdletRuntime, name: string, args: readonly Value[]): Value {
  const { context } = cmdlet;
  const type = context.resolveType(name);
  if (type === undefined) {
    return cmdlet.throwTerminatingError(
      cmdletError({
        id: "TypeNotFound",
        category: "InvalidType",
        exception: "PSArgumentException",
        message: `Cannot find type [${name}]: ${context.facts.languageVersion < 3 ? "make sure the" : "verify that the"} assembly containing this type is loaded.`,
      }),
    );
  }
  const isCustom =
    type.fullName === "System.Management.Automation.PSObject" ||
    type.fullName === "System.Management.Automation.PSCustomObject";
  if (isCustom && args.length === 0) return new PSCustomObject();
  try {
    return construct(context, type, args, { numberedArguments: true });
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    return cmdlet.throwTerminatingError(
      rewrapped(thrown.record, "ConstructorInvokedThrowException", "InvalidOperation"),
    );
  }
}

function makeComObject(cmdlet: CmdletRuntime, programId: string): Value {
  const found = comObject(programId);
  if (found === "known")
    throw notEmulated(
      `the COM class ${programId}`,
      "Scripting.Dictionary, Scripting.FileSystemObject, WScript.Network and WScript.Shell are there.",
    );
  if (found !== undefined) return found.made;
  const { facts } = cmdlet.context;
  const id = "{00000000-0000-0000-0000-000000000000}";
  const reason = "0x80040154 (REGDB_E_CLASSNOTREG)";
  const detail = facts.exceptionTexts === "core" ? `(${reason})` : `(Exception from HRESULT: ${reason})`;
  // 3.0 to 5.1: captured (consoles of Windows Server); 2.0: the id from a script that looks for it, the text from memory.
  return cmdlet.throwTerminatingError(
    facts.languageVersion < 3
      ? cmdletError({
          id: "CannotLoadComObjectType",
          category: "InvalidType",
          exception: "PSArgumentException",
          message: `Cannot load COM type ${programId}.`,
        })
      : cmdletError({
          id: "NoCOMClassIdentified",
          category: "ResourceUnavailable",
          exception: "COMException",
          message: `Retrieving the COM class factory for component with CLSID ${id} failed due to the following error: 80040154 Class not registered ${detail}.`,
        }),
  );
}

function setProperties(cmdlet: CmdletRuntime, made: Value, values: PSDictionary): void {
  const { context } = cmdlet;
  for (const { key, value } of values.entries()) {
    const name = displayText(context, key);
    if (made instanceof PSCustomObject) {
      made.add({ kind: "NoteProperty", name, value });
      continue;
    }
    const property = propertiesOf(context, made).find((p) => p.name.toLowerCase() === name.toLowerCase());
    if (property === undefined) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "InvalidOperationException",
          category: "InvalidOperation",
          exception: "InvalidOperationException",
          message: `The member "${name}" was not found for the specified .NET object.`,
        }),
      );
    }
    try {
      setProperty(context, made, property.name, value);
    } catch (thrown) {
      if (!(thrown instanceof PowerShellError)) throw thrown;
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "SetValueException",
          category: "InvalidData",
          exception: "Exception",
          message:
            "The value supplied is not valid, or the property is read-only. Change the value, and then try again.",
        }),
      );
    }
  }
}
