import type { CommandElement, CommandParameter, Expression, VariableExpression } from "../../../grammar/syntax-tree.js";
import { PSDictionary } from "../../values/collections.js";
import { enumerate } from "../../values/enumeration.js";
import { constantValue } from "../../values/literal-values.js";
import { Char } from "../../values/numbers.js";
import { AutomationNull, isNull } from "../../values/objects.js";
import { toText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import { DotNetObject, NumericObject, PSObject, type Value } from "../../values/value.js";
import type { CommandArgument } from "../commands.js";
import type { Frame } from "../frame.js";
import { ParameterNameArgument } from "../parameter-name-argument.js";
import { compileExpression } from "./expressions.js";
import type { Unit } from "./unit.js";
import { compileVariable } from "./variables.js";

type AddArguments = (frame: Frame, into: CommandArgument[]) => void;

/** Compiles what stands behind a command's name. */
export function compileArguments(
  unit: Unit,
  elements: readonly (CommandElement | Expression)[],
): (frame: Frame) => readonly CommandArgument[] {
  const parts = elements.map((element) => compileArgument(unit, element));
  return (frame) => {
    const args: CommandArgument[] = [];
    for (const part of parts) part(frame, args);
    return args;
  };
}

function compileArgument(unit: Unit, node: CommandElement | Expression): AddArguments {
  if (node.kind === "CommandParameter") return compileParameter(unit, node);
  if (node.kind === "VariableExpression" && node.splatted) return compileSplat(unit, node);
  const { start, end } = node;
  const isBareword = node.kind === "StringConstantExpression" && node.stringConstantType === "BareWord";
  const evaluate = compileArgumentValue(unit, node);
  if (node.kind === "StringConstantExpression" || node.kind === "ConstantExpression") {
    const argument: CommandArgument = {
      kind: "value",
      value: constantArgument(node),
      isBareword: isBareword || node.kind === "ConstantExpression",
      isSplatted: false,
      start,
      end,
    };
    return (_, into) => into.push(argument);
  }
  return (frame, into) =>
    into.push({ kind: "value", value: evaluate(frame), isBareword, isSplatted: false, start, end });
}

function compileArgumentValue(unit: Unit, node: Expression): (frame: Frame) => Value {
  if (node.kind === "ConstantExpression") {
    const value = constantArgument(node);
    return () => value;
  }
  const evaluate = compileExpression(unit, node);
  return (frame) => {
    const value = evaluate(frame);
    return value === AutomationNull ? null : value;
  };
}

/** A number keeps the text by which it was written, if that is not how it is shown; a signed one is that text. */
function constantArgument(
  node: Extract<Expression, { kind: "ConstantExpression" | "StringConstantExpression" }>,
): Value {
  if (node.kind === "StringConstantExpression") return node.value;
  const value = constantValue(node);
  const { text } = node;
  if (node.numberKind === "Boolean" || value === null || typeof value === "boolean") return value;
  if (/^[-+\u2013-\u2015]/.test(text)) return text;
  if (typeof value === "number" && String(value) === text) return value;
  if (typeof value === "number") return new PSObject(value, text, typeNamed("System.Int32"));
  if (typeof value === "bigint") return new PSObject(value, text, typeNamed("System.Int64"));
  return value instanceof NumericObject ? new PSObject(value, text, value.type) : value;
}

function compileParameter(unit: Unit, node: CommandParameter): AddArguments {
  const { parameterName: name, argument, errorPosition } = node;
  const place = { start: errorPosition.start, end: errorPosition.end };
  if (argument === undefined) {
    const made: CommandArgument = {
      kind: "parameter",
      name,
      value: undefined,
      hasValue: false,
      isSplatted: false,
      ...place,
      valueStart: node.end,
      valueEnd: node.end,
    };
    return (_, into) => into.push(made);
  }
  const evaluate = compileArgumentValue(unit, argument);
  return (frame, into) =>
    into.push({
      kind: "parameter",
      name,
      value: evaluate(frame),
      hasValue: true,
      isSplatted: false,
      ...place,
      valueStart: argument.start,
      valueEnd: argument.end,
    });
}

/** `@x`: a dictionary's entries by name, a list's elements by position. */
function compileSplat(unit: Unit, node: VariableExpression): AddArguments {
  const read = compileVariable(unit, node);
  const { start, end } = node;
  const place = { start, end, valueStart: start, valueEnd: end };
  return (frame, into) => {
    const value = read(frame);
    if (value instanceof PSDictionary) {
      for (const { key, value: given } of value.entries()) {
        into.push({
          kind: "parameter",
          name: toText(frame.engine, key),
          value: given,
          hasValue: true,
          isSplatted: true,
          ...place,
        });
      }
      return;
    }
    const elements = isNull(value) ? null : typeof value === "string" ? characters(value) : enumerate(value);
    if (elements === null) {
      into.push({
        kind: "value",
        value: isNull(value) ? null : value,
        isBareword: false,
        isSplatted: true,
        start,
        end,
      });
      return;
    }
    for (const element of elements) into.push(splattedElement(element, start, end));
  };
}

/** A string is splatted as the collection of characters that it is. */
function characters(text: string): readonly Value[] {
  return Array.from({ length: text.length }, (_, index) => new Char(text.charCodeAt(index)));
}

/** An element of `@args` that came from `-Name` is a parameter again. */
function splattedElement(element: Value, start: number, end: number): CommandArgument {
  if (element instanceof DotNetObject && element instanceof ParameterNameArgument) {
    return {
      kind: "parameter",
      name: element.name,
      value: undefined,
      hasValue: false,
      isSplatted: true,
      start,
      end,
      valueStart: start,
      valueEnd: end,
    };
  }
  return { kind: "value", value: element, isBareword: false, isSplatted: true, start, end };
}
