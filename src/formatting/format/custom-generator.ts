import { PSArray, PSDictionary, PSList } from "../../values/collections.js";
import { enumerate } from "../../values/enumeration.js";
import { typeNamesOf } from "../../values/member-access/index.js";
import { isNull } from "../../values/objects.js";
import { entriesOf } from "../../values/types/dictionary-types.js";
import { baseOf, type Value } from "../../values/value.js";
import type { TextToken } from "../packets.js";
import type { CustomEntry, CustomItem, CustomView } from "../views/view.js";
import {
  type CellExpression,
  evaluate,
  expressionText,
  resolvedExpression,
  resolveExpression,
  viewExpression,
} from "./cell-expression.js";
import { isDefaultScalar } from "./default-scalars.js";
import type { CellSource, EntryGenerator } from "./generator.js";
import { defaultNames } from "./list-generator.js";

const newLine: TextToken = { kind: "newLine" };
const text = (content: string): TextToken => ({ kind: "text", text: content });
const indentation = 2;

/** Deeper nesting of controls is a mistake in the view. */
const deepestControl = 50;

/** Text as a custom view's control describes it. */
export function viewCustom(source: CellSource, view: CustomView): EntryGenerator {
  return {
    shape: { kind: "custom" },
    entry: (value) => ({ kind: "complex", tokens: controlTokens(source, view.entries, value) }),
  };
}

/** The text of one object by a control of a view. */
export function controlTokens(
  source: CellSource,
  entries: readonly CustomEntry[],
  value: Value,
  depth = 0,
): readonly TextToken[] {
  if (depth > deepestControl) return [];
  const entry = source.select(entries, value);
  return entry === undefined ? [] : itemTokens(source, entry.items, value, depth);
}

function itemTokens(
  source: CellSource,
  items: readonly CustomItem[],
  value: Value,
  depth: number,
): readonly TextToken[] {
  const tokens: TextToken[] = [];
  for (const item of items) {
    switch (item.kind) {
      case "text":
        tokens.push(text(item.text));
        break;
      case "newLine":
        for (let n = 0; n < (item.count ?? 1); n++) tokens.push(newLine);
        break;
      case "frame":
        tokens.push({
          kind: "frame",
          leftIndent: item.leftIndent ?? 0,
          rightIndent: item.rightIndent ?? 0,
          firstLine: item.firstLineIndent ?? -(item.firstLineHanging ?? 0),
          tokens: itemTokens(source, item.items, value, depth),
        });
        break;
      case "value":
        tokens.push(...valueTokens(source, item, value, depth));
        break;
    }
  }
  return tokens;
}

function valueTokens(
  source: CellSource,
  item: Extract<CustomItem, { readonly kind: "value" }>,
  self: Value,
  depth: number,
): readonly TextToken[] {
  if (!source.holds(item.value.condition, self)) return [];
  const { control } = item;
  const { property, script, block, compute } = item.value;
  if (control !== undefined && property === undefined && script === undefined && block === undefined && !compute)
    return controlTokens(source, control, self, depth + 1);
  const expression = viewExpression(source.context, item.value);
  if (control === undefined && item.enumerate !== true) {
    return [text(source.text(expression, self, item.value.format ?? null))];
  }
  const evaluated = evaluate(source.context, expression, self);
  if (evaluated === undefined || evaluated.error !== null || isNull(evaluated.value)) return [];
  const elements = item.enumerate === true ? (enumerate(evaluated.value) ?? [evaluated.value]) : [evaluated.value];
  const tokens: TextToken[] = [];
  for (const element of elements) {
    if (control !== undefined) tokens.push(...controlTokens(source, control, element, depth + 1));
    else tokens.push(text(source.valueText(element, item.value.format ?? null, false)));
  }
  return tokens;
}

/** What Format-Custom shows without a view: classes with their properties, nested to a depth (SPEC A.7). */
export function propertyCustom(source: CellSource): EntryGenerator {
  return {
    shape: { kind: "custom" },
    entry: (value) => ({ kind: "complex", tokens: [...classTokens(source, value, 0), newLine] }),
  };
}

function frame(tokens: readonly TextToken[]): TextToken {
  return { kind: "frame", leftIndent: indentation, rightIndent: 0, firstLine: 0, tokens };
}

/** `class Name`, `{`, properties, `}`; no line end behind the brace. */
function classTokens(source: CellSource, value: Value, level: number): readonly TextToken[] {
  return [
    text(`class ${shortTypeName(value)}`),
    newLine,
    text("{"),
    newLine,
    frame(
      propertyExpressions(source, value, level).flatMap(([name, e, depth]) =>
        propertyTokens(source, value, name, e, depth, level),
      ),
    ),
    text("}"),
  ];
}

function shortTypeName(value: Value): string {
  const name = typeNamesOf(value)[0] ?? "";
  return name.slice(name.lastIndexOf(".") + 1);
}

function propertyExpressions(
  source: CellSource,
  value: Value,
  level: number,
): readonly (readonly [name: string, expression: CellExpression, depth: number])[] {
  const { command, context } = source;
  if (level === 0 && command.properties.length > 0) {
    return command.properties.flatMap((parameter) =>
      resolveExpression(context, parameter.expression, value).map(
        (found) => [expressionText(found), found, parameter.depth > 0 ? parameter.depth : command.depth] as const,
      ),
    );
  }
  return defaultNames(source, value).map((name) => [name, resolvedExpression(name), command.depth] as const);
}

/** What a property costs of the limit of steps: objects that hold each other can be endless. */
const stepsOfProperty = 20;

function propertyTokens(
  source: CellSource,
  self: Value,
  name: string,
  expression: CellExpression,
  depth: number,
  level: number,
): readonly TextToken[] {
  source.context.spend(stepsOfProperty);
  const evaluated = evaluate(source.context, expression, self);
  const value = evaluated === undefined || evaluated.error !== null ? null : evaluated.value;
  const label = text(`${name} = `);
  const elements = isSimple(value) ? null : elementsOf(value);
  if (elements !== null && level < depth) {
    return [label, newLine, frame(collectionTokens(source, elements, depth, level + 1))];
  }
  if (isSimple(value) || level + 1 >= depth) return [label, text(source.text(expression, self)), newLine];
  return [label, newLine, frame([...classTokens(source, value, level + 1), newLine])];
}

function isSimple(value: Value): boolean {
  return isNull(value) || isDefaultScalar(value) || typeof baseOf(value) === "string";
}

function elementsOf(value: Value): Iterable<Value> | null {
  if (value instanceof PSDictionary) return entriesOf(value);
  if (value instanceof PSArray || value instanceof PSList) return value.items;
  return enumerate(value);
}

function collectionTokens(
  source: CellSource,
  elements: Iterable<Value>,
  depth: number,
  level: number,
): readonly TextToken[] {
  const inner: TextToken[] = [];
  let count = 0;
  for (const element of elements) {
    if (source.enumerationLimit >= 0 && count === source.enumerationLimit) {
      inner.push(text(source.facts.ellipsis), newLine);
      break;
    }
    count++;
    if (isSimple(element) || level >= depth) inner.push(text(source.valueText(element, null, false)), newLine);
    else inner.push(...classTokens(source, element, level), newLine);
  }
  // The second line end leaves a line of the bracket's indentation.
  return [text("["), newLine, frame(inner), text("]"), newLine, newLine];
}
