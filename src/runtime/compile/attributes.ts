import type { Attribute, AttributeBase } from "../../../grammar/syntax-tree.js";
import { isTrue } from "../../values/conversion/index.js";
import { toItems } from "../../values/enumeration.js";
import { runtimeError } from "../../values/errors.js";
import { ScriptBlock } from "../../values/script-block.js";
import { toText } from "../../values/text.js";
import { baseOf, type Value } from "../../values/value.js";
import type { ParameterValidation } from "../command-metadata.js";
import type { Declaration } from "../constraints.js";
import { positioned } from "../errors.js";
import type { ExecutionContext } from "../execution-context.js";
import type { Frame } from "../frame.js";
import { checkAttribute } from "./attribute-checks.js";
import { compileExpression } from "./expressions.js";
import { typeResolver } from "./types.js";
import type { Evaluate, Unit } from "./unit.js";

/** An attribute with its arguments evaluated. */
export interface EvaluatedAttribute {
  /** Lower case, without namespace and the ending Attribute. */
  readonly name: string;
  readonly positional: readonly Value[];
  /** By lower-case name. */
  readonly named: ReadonlyMap<string, Value>;
}

/** The name by which an attribute is known here. */
export function attributeName({ typeName }: Attribute): string {
  return typeName.fullName
    .toLowerCase()
    .replace(/^(system\.)?management\.automation\./, "")
    .replace(/(?<=.)attribute$/, "");
}

/** Compiles an attribute's arguments. */
export function compileAttribute(unit: Unit, node: Attribute): (frame: Frame) => EvaluatedAttribute {
  const name = attributeName(node);
  const positional = node.positionalArguments.map((argument) => compileExpression(unit, argument));
  const named = node.namedArguments.map(({ argumentName, argument }): readonly [string, Evaluate] => [
    argumentName.toLowerCase(),
    compileExpression(unit, argument),
  ]);
  return (frame) => {
    return checkAttribute(frame.engine, unit, node, {
      name,
      positional: positional.map((argument) => argument(frame)),
      named: new Map(named.map(([key, argument]) => [key, argument(frame)])),
    });
  };
}

/** Attributes that say nothing about a variable's value. */
const silentAttributes: ReadonlySet<string> = new Set([
  "parameter",
  "alias",
  "allownull",
  "allowemptystring",
  "allowemptycollection",
  "supportswildcards",
  "psdefaultvalue",
  "argumentcompleter",
  "argumentcompletions",
  "cmdletbinding",
  "outputtype",
  "psobject",
  "obsolete",
  "hidden",
  "validatetrusteddata",
  "experimental",
  "diagnostics.codeanalysis.suppressmessage",
  "system.diagnostics.codeanalysis.suppressmessage",
  "system.componentmodel.description",
  "system.obsolete",
]);

/**
 * Types and validations of a variable or parameter, innermost first, as an assignment applies them.
 * @param inBrackets whether an unknown type is shown with its brackets, as those of parameters are
 */
export function declarationsOf(
  unit: Unit,
  attributes: readonly AttributeBase[],
  inBrackets = false,
): (frame: Frame) => readonly Declaration[] {
  const parts = attributes.map((attribute): ((frame: Frame) => Declaration | null) => {
    if (attribute.kind === "TypeConstraint") {
      const resolve = typeResolver(unit, attribute.typeName, inBrackets ? attribute : attribute.typeName);
      return (frame) => ({ kind: "type", type: resolve(frame.engine) });
    }
    const evaluate = compileAttribute(unit, attribute);
    return (frame) => {
      const validation = validationOf(frame.engine, evaluate(frame));
      if (validation !== null) return { kind: "validation", validation };
      if (!silentAttributes.has(attributeName(attribute))) throw unknownAttribute(unit, attribute);
      return null;
    };
  });
  return (frame) => parts.map((part) => part(frame)).filter((part) => part !== null);
}

/** `Cannot find the type for custom attribute 'X'.` */
export function unknownAttribute(unit: Unit, node: Attribute): Error {
  const error = runtimeError(
    "CustomAttributeTypeNotFound",
    "InvalidOperation",
    `Cannot find the type for custom attribute '${node.typeName.fullName}'. Make sure that the assembly that contains this type is loaded.`,
    { target: unit.textOf(node) },
  );
  error.record.amend({ targetType: "AttributeAst" });
  return positioned(error, unit.source, node);
}

/** Whether an attribute is one that is known and has no part in validation. */
export function isKnownAttribute(name: string): boolean {
  return silentAttributes.has(name) || name.startsWith("validate");
}

/** What a Validate… attribute says; `null` for other attributes. */
export function validationOf(context: ExecutionContext, attribute: EvaluatedAttribute): ParameterValidation | null {
  const { name, positional, named } = attribute;
  const text = (value: Value | undefined): string => (value === undefined ? "" : toText(context, value));
  const integer = (value: Value | undefined): number => {
    const base = baseOf(value ?? null);
    return typeof base === "number" ? base : Number(text(value));
  };
  const errorMessage = named.has("errormessage") ? text(named.get("errormessage")) : null;
  const ignoreCase = !named.has("ignorecase") || isTrue(named.get("ignorecase") ?? null);
  switch (name) {
    case "validatenotnull":
      return { kind: "ValidateNotNull" };
    case "validatenotnullorempty":
      return { kind: "ValidateNotNullOrEmpty" };
    case "validatenotnullorwhitespace":
      return { kind: "ValidateNotNullOrWhiteSpace" };
    case "validateset":
      return {
        kind: "ValidateSet",
        values: positional.flatMap((value) => toItems(value)).map((value) => text(value)),
        ignoreCase,
        errorMessage,
      };
    case "validaterange": {
      if (positional.length === 1) {
        const kinds = ["Positive", "NonNegative", "Negative", "NonPositive"] as const;
        const given = baseOf(positional[0] ?? null);
        const wanted = text(given).toLowerCase();
        const rangeKind =
          typeof given === "number" ? kinds[given] : kinds.find((kind) => kind.toLowerCase() === wanted);
        if (rangeKind !== undefined) return { kind: "ValidateRangeKind", rangeKind };
      }
      return { kind: "ValidateRange", min: positional[0] ?? null, max: positional[1] ?? null };
    }
    case "validatelength":
      return { kind: "ValidateLength", min: integer(positional[0]), max: integer(positional[1]) };
    case "validatecount":
      return { kind: "ValidateCount", min: integer(positional[0]), max: integer(positional[1]) };
    case "validatepattern":
      return { kind: "ValidatePattern", pattern: text(positional[0]), ignoreCase: true, errorMessage };
    case "validatescript": {
      const script = positional[0];
      if (!(script instanceof ScriptBlock)) return null;
      return {
        kind: "ValidateScript",
        text: toText(context, script),
        errorMessage,
        check: (running, argument) => isTrue(running.invoke(script, [], { underscore: argument })),
      };
    }
    case "validatedrive":
      return {
        kind: "ValidateDrive",
        drives: positional.flatMap((value) => toItems(value)).map((value) => text(value)),
      };
    case "validateuserdrive":
      return { kind: "ValidateDrive", drives: ["User"] };
    default:
      return null;
  }
}

/** Whether an argument of an attribute is there and true: `Mandatory`, `Mandatory = $true`. */
export function isSet({ named }: EvaluatedAttribute, name: string): boolean {
  const value = named.get(name);
  return value !== undefined && isTrue(value);
}
