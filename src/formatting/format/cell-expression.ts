import type { ExecutionContext } from "../../runtime/execution-context.js";
import { ErrorRecord, type ExceptionObject, PowerShellError } from "../../values/errors.js";
import { getInstanceProperty, propertiesOf } from "../../values/member-access/index.js";
import type { ScriptBlock } from "../../values/script-block.js";
import type { Value } from "../../values/value.js";
import { WildcardPattern } from "../../values/wildcard.js";
import type { ViewValue } from "../views/view.js";
import { propertySetNames, wildcardProperties } from "./properties.js";

/** Where a cell's value comes from. */
export type CellExpression =
  | { readonly kind: "name"; readonly name: string; readonly hasWildcards: boolean }
  | { readonly kind: "block"; readonly block: ScriptBlock; readonly text: string }
  | {
      readonly kind: "code";
      readonly text: string;
      readonly compute: (context: ExecutionContext, self: Value) => Value;
    };

/** A value, or why there is none. */
export type Evaluated =
  | { readonly value: Value; readonly error: null }
  | { readonly value: null; readonly error: ExceptionObject };

export function namedExpression(name: string): CellExpression {
  return { kind: "name", name, hasWildcards: WildcardPattern.containsWildcardCharacters(name) };
}

/** A property that is known to be there, by its own spelling. */
export function resolvedExpression(name: string): CellExpression {
  return { kind: "name", name, hasWildcards: false };
}

export function blockExpression(block: ScriptBlock): CellExpression {
  const { body } = block.tree;
  return { kind: "block", block, text: block.source.text.slice(body.start, body.end) };
}

const compiledItems = new WeakMap<object, CellExpression>();

/** The expression of a view's item. Its script is parsed once. */
export function viewExpression(context: ExecutionContext, item: ViewValue): CellExpression {
  const known = compiledItems.get(item);
  if (known !== undefined) return known;
  const made = makeViewExpression(context, item);
  compiledItems.set(item, made);
  return made;
}

function makeViewExpression(context: ExecutionContext, item: ViewValue): CellExpression {
  if (item.compute !== undefined) return { kind: "code", text: item.property ?? "", compute: item.compute };
  if (item.block !== undefined) return blockExpression(item.block);
  if (item.script !== undefined) {
    return { kind: "block", block: context.createScriptBlock(item.script), text: item.script };
  }
  return resolvedExpression(item.property ?? "");
}

/** Name for a header: as the object or the script spells it. */
export function expressionText(expression: CellExpression): string {
  return expression.kind === "name" ? expression.name : expression.text;
}

/**
 * What an expression means for an object: names with wildcards give every property that fits, names of property sets
 * their members, other names the property in its own spelling. Empty when nothing fits; scripts fit always.
 */
export function resolveExpression(
  context: ExecutionContext,
  expression: CellExpression,
  value: Value,
): readonly CellExpression[] {
  if (expression.kind !== "name") return [expression];
  if (expression.hasWildcards) {
    const pattern = new WildcardPattern(expression.name, true);
    return wildcardProperties(context, value)
      .filter((name) => pattern.isMatch(name))
      .map(resolvedExpression);
  }
  const set = propertySetNames(context, value, expression.name);
  if (set !== null) return set.map(resolvedExpression);
  const wanted = expression.name.toLowerCase();
  const found = propertiesOf(context, value).find((property) => property.name.toLowerCase() === wanted);
  return found === undefined ? [] : [resolvedExpression(found.name)];
}

/** The value of a resolved expression; `undefined` when the object has no such property. */
export function evaluate(context: ExecutionContext, expression: CellExpression, self: Value): Evaluated | undefined {
  try {
    switch (expression.kind) {
      case "block":
        return {
          value: context.invoke(expression.block, [], { underscore: self, propagateErrors: true, swallowErrors: true }),
          error: null,
        };
      case "code":
        return { value: expression.compute(context, self), error: null };
      case "name": {
        const value = getInstanceProperty(context, self, expression.name);
        return value === undefined ? undefined : { value, error: null };
      }
    }
  } catch (thrown) {
    if (thrown instanceof PowerShellError) return { value: null, error: thrown.record.exception };
    throw thrown;
  }
}

/** The record that -ShowError writes for a cell without a value. */
export function evaluationError(
  expression: CellExpression,
  self: Value,
  id: string,
  error: ExceptionObject,
): ErrorRecord {
  const message = `Failed to evaluate expression "${expressionText(expression)}".`;
  return new ErrorRecord({
    exception: error,
    errorId: id,
    category: "InvalidArgument",
    target: self,
    details: message,
  });
}
