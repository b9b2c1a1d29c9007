import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { enumText } from "../../values/enumerations.js";
import {
  caseSensitiveKey,
  defineType,
  type ErrorRecord,
  PSDictionary,
  typeNamed,
  type Value,
} from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";
import { FrameworkJsonError, FrameworkJsonReader } from "./framework-json-reader.js";
import { JsonNameError, JsonReader, JsonSyntaxError } from "./json-reader.js";

const orderedName = "System.Management.Automation.OrderedHashtable";
defineType({ fullName: orderedName, base: "System.Collections.Hashtable" });

const dateKinds = "Microsoft.PowerShell.Commands.JsonDateKind";
defineType({
  fullName: dateKinds,
  kind: "enum",
  enumValues: [
    ["Default", 0n],
    ["Local", 1n],
    ["Utc", 2n],
    ["Offset", 3n],
    ["String", 4n],
  ],
});

/** SPEC E.11; -DateKind documented. Before PowerShell 7 .NET Framework reads. */
export const convertFromJson = defineCmdlet({
  name: "ConvertFrom-Json",
  since: 3,
  typeName: "Microsoft.PowerShell.Commands.ConvertFromJsonCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes objects of JSON.",
  parameters: {
    InputObject: { type: "string", position: 0, mandatory: true, pipeline: "value", allowEmptyString: true },
    AsHashtable: { since: 7, type: "switch" },
    Depth: { since: 7, type: "int", validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }] },
    NoEnumerate: { since: 7, type: "switch" },
    DateKind: { since: 7, type: dateKinds },
  },
  create: (parameters, cmdlet) => {
    const texts: string[] = [];
    return {
      process: () => {
        texts.push(parameters.InputObject ?? "");
      },
      end(): void {
        try {
          // Before PowerShell 7 an array goes down the pipeline whole.
          const enumerates = cmdlet.context.facts.languageVersion >= 7 && !parameters.NoEnumerate;
          for (const value of readAll()) cmdlet.writeObject(value, enumerates);
        } catch (thrown) {
          if (!(thrown instanceof JsonFailure)) throw thrown;
          cmdlet.throwTerminatingError(thrown.record);
        }
      },
    };

    /** Several texts: each a value of its own when the first is one, else the lines of one. */
    function* readAll(): Iterable<Value> {
      const [first, ...rest] = texts;
      if (first === undefined) return;
      if (rest.length > 0 && !isJson(first)) {
        yield read(texts.join("\n"));
        return;
      }
      for (const text of texts) yield read(text);
    }

    function isJson(text: string): boolean {
      try {
        read(text);
        return true;
      } catch (thrown) {
        if (thrown instanceof JsonFailure) return false;
        throw thrown;
      }
    }

    function read(text: string): Value {
      if (text.trim() === "") return null;
      return cmdlet.context.facts.languageVersion >= 7 ? readAs7(text) : readAsFramework(text);
    }

    function readAsFramework(text: string): Value {
      try {
        return new FrameworkJsonReader(cmdlet.context, text).read();
      } catch (thrown) {
        if (thrown instanceof FrameworkJsonError) throw new JsonFailure(frameworkError(thrown));
        throw thrown;
      }
    }

    function readAs7(text: string): Value {
      const reader = new JsonReader(text, {
        newDictionary: parameters.AsHashtable ? () => new PSDictionary(typeNamed(orderedName), caseSensitiveKey) : null,
        utcOffset: (ticks) => cmdlet.context.utcOffset(ticks),
        maximumDepth: parameters.Depth ?? 1024,
        dateKind: parameters.DateKind instanceof EnumValue ? enumText(parameters.DateKind) : "Default",
      });
      try {
        return reader.read();
      } catch (thrown) {
        if (thrown instanceof JsonSyntaxError) throw new JsonFailure(syntaxError(thrown.message));
        if (thrown instanceof JsonNameError) throw new JsonFailure(nameError(thrown));
        throw thrown;
      }
    }
  },
});

/** Carries the record past the attempt to read the first line alone. */
class JsonFailure extends Error {
  constructor(readonly record: ErrorRecord) {
    super(record.message);
  }
}

function syntaxError(message: string): ErrorRecord {
  return cmdletError({
    id: "System.ArgumentException",
    category: "NotSpecified",
    exception: "ArgumentException",
    message: `Conversion from JSON failed with error: ${message}`,
  });
}

function frameworkError({ reason, message }: FrameworkJsonError): ErrorRecord {
  switch (reason) {
    case "syntax":
      return cmdletError({
        id: "System.ArgumentException",
        category: "NotSpecified",
        exception: "ArgumentException",
        message,
      });
    case "duplicateName":
      return cmdletError({
        id: "DuplicateKeysInJsonString",
        category: "InvalidOperation",
        exception: "InvalidOperationException",
        message,
      });
    case "emptyName":
      return cmdletError({ id: "Argument", category: "InvalidArgument", exception: "PSArgumentException", message });
  }
}

function nameError({ errorId, message }: JsonNameError): ErrorRecord {
  return cmdletError({ id: errorId, category: "InvalidOperation", exception: "InvalidOperationException", message });
}
