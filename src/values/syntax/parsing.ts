// `[Language.Parser]::ParseInput` and the older `[PSParser]::Tokenize`.

import { PSArray, PSList } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { netError } from "../net-errors.js";
import { PSReference, ValueReference } from "../objects.js";
import type { SourceText, TokenizedCode } from "../script-block.js";
import { method } from "../signatures.js";
import { toText } from "../text.js";
import { defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { Ast } from "./ast.js";
import { oldTokens } from "./old-tokens.js";
import { parseErrorObjects } from "./parse-error-objects.js";
import { OldParseError, OldTokenObject, oldTokenObject, tokenObject } from "./tokens.js";

const automation = "System.Management.Automation.";
const language = `${automation}Language.`;

/** A text with its tokens. */
function tokenized(context: ValueContext, { text }: SourceText): TokenizedCode {
  if (context.tokenizeCode === undefined) throw netError("System.NotSupportedException", "Nothing parses here.");
  return context.tokenizeCode(text);
}

/** Parses a text for a method; fills the variables for tokens and errors. `[ref]$null` is nobody's. */
function parsed(
  context: ValueContext,
  source: SourceText,
  tokens: Value | undefined,
  errors: Value | undefined,
): Value {
  const result = tokenized(context, source);
  if (tokens instanceof PSReference && !(tokens instanceof ValueReference)) {
    const list = result.tokens.map((token) => tokenObject(source, token));
    tokens.set(new PSArray(list, typeNamed(`${language}Token`)));
  }
  if (errors instanceof PSReference) {
    errors.set(new PSArray(parseErrorObjects(source, result.errors), typeNamed(`${language}ParseError`)));
  }
  return Ast.at(result.tree, source, 0);
}

const fileSource = (context: ValueContext, name: Value | undefined): SourceText => {
  const file = toText(context, name ?? null);
  return { text: context.services?.files?.read(file) ?? "", file };
};

const outputs = `[ref] ${language}Token[] tokens, [ref] ${language}ParseError[] errors`;
defineType({
  fullName: `${language}Parser`,
  staticMembers: () => [
    method(
      [
        `static ${language}ScriptBlockAst ParseInput(string input, ${outputs})`,
        (context, _self, [text, tokens, errors]) =>
          parsed(context, { text: toText(context, text ?? null), file: null }, tokens, errors),
      ],
      [
        `static ${language}ScriptBlockAst ParseInput(string input, string fileName, ${outputs})`,
        (context, _self, [text, file, tokens, errors]) => {
          const source = { text: toText(context, text ?? null), file: toText(context, file ?? null) };
          return parsed(context, source, tokens, errors);
        },
      ],
    ),
    method([
      `static ${language}ScriptBlockAst ParseFile(string fileName, ${outputs})`,
      (context, _self, [name, tokens, errors]) => parsed(context, fileSource(context, name), tokens, errors),
    ]),
  ],
});

const collectionOf = (element: string, items: readonly Value[]): Value => {
  const type = genericTypeOf("System.Collections.ObjectModel.Collection`1", [typeNamed(automation + element)]);
  return new PSList(type as DotNetType, [...items]);
};

/** The old list of a text's tokens; the variable for errors gets each with the place where it is shown. */
function tokenizedAsBefore(context: ValueContext, text: string, errors: Value | undefined): Value {
  const source: SourceText = { text, file: null };
  const result = tokenized(context, source);
  if (errors instanceof PSReference) {
    const list = result.errors.map(({ start, end, message }) => {
      const place = new OldTokenObject(source, "Position", text.slice(start, end), start, end);
      return new OldParseError(place, message);
    });
    errors.set(collectionOf("PSParseError", list));
  }
  return collectionOf(
    "PSToken",
    oldTokens(text, result.tokens).map((token) => oldTokenObject(source, token)),
  );
}

const oldErrors = `[ref] System.Collections.ObjectModel.Collection[${automation}PSParseError] errors`;
const oldResult = `System.Collections.ObjectModel.Collection[${automation}PSToken]`;
defineType({
  fullName: `${automation}PSParser`,
  staticMembers: () => [
    method(
      [
        `static ${oldResult} Tokenize(string script, ${oldErrors})`,
        (context, _self, [script, errors]) => {
          if (script === null || script === undefined) throw missingScript();
          return tokenizedAsBefore(context, toText(context, script), errors);
        },
      ],
      [
        `static ${oldResult} Tokenize(System.Object[] script, ${oldErrors})`,
        (context, _self, [script, errors]) => {
          if (!(script instanceof PSArray)) throw missingScript();
          const text = script.items.map((line) => `${toText(context, line)}\n`).join("");
          return tokenizedAsBefore(context, text, errors);
        },
      ],
    ),
  ],
});

function missingScript() {
  return netError(
    `${automation}PSArgumentNullException`,
    'Cannot process argument because the value of argument "script" is null. Change the value of argument "script" to a non-null value.',
  );
}
