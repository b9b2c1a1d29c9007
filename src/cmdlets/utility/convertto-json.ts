import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { enumText } from "../../values/enumerations.js";
import { defineType, type ErrorRecord, findTypeByFullName, isNull, PSArray, type Value } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";
import { type EscapeHandling, JsonWriter, NonTextKey } from "./json-writer.js";

const escapeType = "Newtonsoft.Json.StringEscapeHandling";
if (findTypeByFullName(escapeType) === undefined) {
  defineType({
    fullName: escapeType,
    kind: "enum",
    enumValues: [
      ["Default", 0n],
      ["EscapeNonAscii", 1n],
      ["EscapeHtml", 2n],
    ],
  });
}

/** SPEC E.11. */
export const convertToJson = defineCmdlet({
  name: "ConvertTo-Json",
  since: 3,
  typeName: "Microsoft.PowerShell.Commands.ConvertToJsonCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes JSON of objects.",
  parameters: {
    InputObject: { type: "object", position: 0, mandatory: true, pipeline: "value", allowNull: true },
    Depth: {
      type: "int",
      validate: [{ kind: "ValidateRange", min: 0, max: 100 }],
      before7: { validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }] },
    },
    Compress: { type: "switch" },
    EnumsAsStrings: { since: 7, type: "switch" },
    AsArray: { since: 7, type: "switch" },
    EscapeHandling: { since: 7, type: escapeType },
  },
  create: (parameters, cmdlet) => {
    const collected: Value[] = [];
    return {
      begin(): void {
        const { Depth = 0 } = parameters;
        if (Depth > deepest) cmdlet.throwTerminatingError(tooDeep());
      },
      process(): void {
        if (parameters.InputObject !== undefined) collected.push(parameters.InputObject);
      },
      end(): void {
        const [only] = collected;
        if (only === undefined) return;
        const { context } = cmdlet;
        const depth = parameters.Depth ?? 2;
        const writer = new JsonWriter(context, {
          depth,
          compress: parameters.Compress,
          enumsAsStrings: parameters.EnumsAsStrings,
          escapes: escapeHandling(parameters.EscapeHandling),
          legacy: context.facts.languageVersion < 6,
        });
        if (isNull(only) && collected.length === 1 && context.facts.languageVersion < 6) return;
        const value = collected.length > 1 || parameters.AsArray ? new PSArray(collected) : only;
        const text = textOf(writer, value, cmdlet);
        if (writer.truncated && context.facts.languageVersion >= 7) {
          cmdlet.writeWarning(`Resulting JSON is truncated as serialization has exceeded the set depth of ${depth}.`);
        }
        cmdlet.writeObject(text);
      },
    };
  },
});

/** 7 refuses more when it binds the parameter. */
const deepest = 100;

function tooDeep(): ErrorRecord {
  return cmdletError({
    id: "ReachedMaximumDepthAllowed",
    category: "InvalidOperation",
    exception: "InvalidOperationException",
    message: `The maximum depth allowed for serialization is ${deepest}.`,
  });
}

function textOf(writer: JsonWriter, value: Value, cmdlet: CmdletRuntime): string {
  try {
    return writer.write(value);
  } catch (thrown) {
    if (!(thrown instanceof NonTextKey)) throw thrown;
    return cmdlet.throwTerminatingError(
      cmdletError({
        id: "NonStringKeyInDictionary",
        category: "InvalidOperation",
        exception: "InvalidOperationException",
        message: `The type '${thrown.typeName}' is not supported for serialization or deserialization of a dictionary. Keys must be strings.`,
      }),
    );
  }
}

function escapeHandling(value: Value | undefined): EscapeHandling {
  const name = value instanceof EnumValue ? enumText(value) : "Default";
  return name === "EscapeHtml" || name === "EscapeNonAscii" ? name : "Default";
}
