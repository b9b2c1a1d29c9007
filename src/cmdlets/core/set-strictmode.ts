import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { ParameterValidation } from "../../runtime/command-metadata.js";
import type { ErrorRecord, Value } from "../../values/index.js";
import { Double } from "../../values/numbers.js";
import { Version } from "../../values/simple-values.js";
import { cmdletError } from "../error-record.js";

/** What -Version takes for a version that PowerShell never had. */
const known = new Set([
  "1.0",
  "2.0",
  "3.0",
  "4.0",
  "5.0",
  "5.1",
  "6.0",
  "6.1",
  "6.2",
  "7.0",
  "7.1",
  "7.2",
  "7.3",
  "7.4",
  "7.5",
  "7.6",
]);

/** -Version takes what is in the table, up to the product's own major version. */
function validVersion(product: string, newest: number): ParameterValidation {
  return {
    kind: "ValidateScript",
    text: "",
    errorMessage: `The "{0}" argument does not contain a valid ${product} version. Supply a valid version number and then try the command again.`,
    check: (_context, value) =>
      value instanceof Version && value.major <= newest && known.has(`${value.major}.${value.minor}`),
  };
}

/** SPEC D.3 "Strict mode". */
export const setStrictMode = defineCmdlet({
  name: "Set-StrictMode",
  typeName: "Microsoft.PowerShell.Commands.SetStrictModeCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Makes what scripts usually get away with an error.",
  defaultParameterSet: "Version",
  parameters: {
    Off: { type: "switch", mandatory: true, sets: ["Off"] },
    Version: {
      type: "version",
      mandatory: true,
      sets: ["Version"],
      aliases: ["v"],
      transform: versionOf(new Version(7, 6)),
      validate: [validVersion("PowerShell", 7)],
      before7: { validate: [validVersion("Windows PowerShell", 5)], transform: versionOf(new Version(5, 1)) },
    },
  },
  create: (parameters, cmdlet) => ({
    end(): void {
      const { context } = cmdlet;
      const { Version: version } = parameters;
      if (context.setStrictMode !== undefined) context.setStrictMode(version instanceof Version ? version.major : 0);
      else cmdlet.throwTerminatingError(notEmulated());
    },
  }),
});

function notEmulated(): ErrorRecord {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: "The emulator does not have strict mode here.",
  });
}

/** `-Version Latest`, and `-Version 2` for 2.0. */
function versionOf(latest: Version): (value: Value) => Value {
  return (value) => {
    if (typeof value === "string" && value.toLowerCase() === "latest") return latest;
    const number = value instanceof Double ? value.value : value;
    const text = typeof number === "number" || typeof number === "string" ? String(number) : "";
    return /^\d+$/.test(text) ? new Version(Number(text), 0) : value;
  };
}
