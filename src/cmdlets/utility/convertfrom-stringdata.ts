import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { type ErrorRecord, newHashtable } from "../../values/index.js";
import { Char } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";

/** SPEC E.9: `name=value` lines; backslashes escape as in .NET's regular expressions. */
export const convertFromStringData = defineCmdlet({
  name: "ConvertFrom-StringData",
  typeName: "Microsoft.PowerShell.Commands.ConvertFromStringDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes a hashtable of name=value lines.",
  parameters: {
    StringData: { type: "string", position: 0, mandatory: true, pipeline: "value", allowEmptyString: true },
    Delimiter: { since: 7, type: "char", position: 1 },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const table = newHashtable();
      const delimiter = parameters.Delimiter instanceof Char ? parameters.Delimiter.text : "=";
      for (const line of (parameters.StringData ?? "").split("\n").map((text) => text.trim())) {
        if (line === "" || line.startsWith("#")) continue;
        const at = line.indexOf(delimiter);
        const name = unescaped(line.slice(0, Math.max(0, at)).trim());
        if (at < 0) cmdlet.throwTerminatingError(badLine(`Data line '${line}' is not in 'name=value' format. `));
        else if (table.has(name)) {
          cmdlet.throwTerminatingError(badLine(`Data item '${name}' in line '${line}' is already defined. `));
        } else table.set(name, unescaped(line.slice(at + delimiter.length).trim()));
      }
      cmdlet.writeObject(table);
    },
  }),
});

function badLine(message: string): ErrorRecord {
  return cmdletError({
    id: "InvalidOperation",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message,
  });
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["e", "\u001b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_match, unicode, hex, letter) => {
    if (unicode !== undefined || hex !== undefined) return String.fromCharCode(Number.parseInt(unicode ?? hex, 16));
    return escapes.get(letter) ?? letter;
  });
}
