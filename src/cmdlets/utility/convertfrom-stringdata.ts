import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { newHashtable } from "../../values/index.js";
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
    Delimiter: { type: "char", position: 1 },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const table = newHashtable();
      const data = parameters.StringData ?? "";
      const delimiter = parameters.Delimiter instanceof Char ? parameters.Delimiter.text : "=";
      if (data === "") {
        cmdlet.writeObject(table);
        return;
      }
      for (const line of data.split("\n").map((text) => text.trim())) {
        if (line === "" || line.startsWith("#")) continue;
        const at = line.indexOf(delimiter);
        if (at < 0) return refuse(`Data line '${line}' is not in 'name=value' format. `);
        const name = unescaped(line.slice(0, at).trim());
        if (table.has(name)) return refuse(`Data item '${name}' in line '${line}' is already defined. `);
        table.set(name, unescaped(line.slice(at + delimiter.length).trim()));
      }
      cmdlet.writeObject(table);

      function refuse(message: string): never {
        return cmdlet.throwTerminatingError(
          cmdletError({
            id: "InvalidOperation",
            category: "InvalidOperation",
            exception: "PSInvalidOperationException",
            message,
          }),
        );
      }
    },
  }),
});

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
