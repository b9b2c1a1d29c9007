import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  displayText,
  enumerate,
  isNull,
  PSDictionary,
  typeNamed,
  type Value,
  type ValueContext,
} from "../../values/index.js";
import { DictionaryEntry } from "../../values/pairs.js";
import { baseOf } from "../../values/value.js";
import { HostInformationMessage, InformationRecord } from "../information.js";

/** SPEC D.6. Its text goes to the console at once, past the formatter; stream 6 is what `6>` catches. */
export const writeHost = defineCmdlet({
  name: "Write-Host",
  typeName: "Microsoft.PowerShell.Commands.WriteHostCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows text on the console.",
  parameters: {
    Object: { type: "object", position: 0, pipeline: "value", remaining: true, aliases: ["Msg", "Message"] },
    NoNewline: { type: "switch" },
    Separator: { type: "object" },
    ForegroundColor: { type: "System.ConsoleColor", coverage: "accepted" },
    BackgroundColor: { type: "System.ConsoleColor", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const separator = parameters.Separator === undefined ? " " : displayText(context, parameters.Separator);
      const text = hostText(context, parameters.Object ?? null, separator);
      const shown = parameters.NoNewline ? text : `${text}\n`;
      const record = new InformationRecord(
        text,
        "Write-Host",
        ["PSHOST"],
        new HostInformationMessage(text, parameters.NoNewline),
      );
      cmdlet.writeInformation(record, () => context.host.write(shown), true);
    },
  }),
});

/** Elements of collections, also nested ones, one after the other with the separator between. */
function hostText(context: ValueContext, value: Value, separator: string): string {
  if (isNull(value)) return "";
  const base = baseOf(value);
  if (base instanceof PSDictionary) {
    const type = typeNamed("System.Collections.DictionaryEntry");
    const pairs = [...base.entries()].map((pair) => new DictionaryEntry(type, pair.key, pair.value));
    return pairs.map((pair) => displayText(context, pair)).join(separator);
  }
  const elements = enumerate(value);
  if (elements === null) return displayText(context, value);
  const parts: string[] = [];
  for (const element of elements) parts.push(hostText(context, element, separator));
  return parts.join(separator);
}
