import type { Attribute, NamedAttributeArgument } from "../../../grammar/syntax-tree.js";
import { compare } from "../../values/comparison.js";
import { convertTo } from "../../values/conversion/index.js";
import { toItems } from "../../values/enumeration.js";
import { PowerShellError, runtimeError } from "../../values/errors.js";
import { noOverload } from "../../values/member-access/index.js";
import { resolveTypeName } from "../../values/type-names.js";
import { baseOf, type Value } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";
import { positioned } from "../errors.js";
import type { ExecutionContext } from "../execution-context.js";
import type { EvaluatedAttribute } from "./attributes.js";
import type { Unit } from "./unit.js";

/** What an attribute's class takes. */
interface Shape {
  /** Numbers of arguments without a name that a constructor takes; any when omitted. */
  readonly counts?: readonly number[];
  /** Types of the arguments without a name. */
  readonly types?: readonly string[];
  /** Settable properties by lower-case name, with their types. */
  readonly named: ReadonlyMap<string, string>;
  /** The engine makes this one itself, without looking for constructors: its errors are worded apart. */
  readonly isBuiltIn: boolean;
}

function shape(isBuiltIn: boolean, named: string, details: Pick<Shape, "counts" | "types"> = {}): Shape {
  const pairs = named.split(" ").filter((pair) => pair !== "");
  const types = pairs.map((pair): readonly [string, string] => {
    const [name = "", type = "object"] = pair.split(":");
    return [name.toLowerCase(), type];
  });
  return { isBuiltIn, named: new Map(types), ...details };
}

const none = { counts: [0] } as const;

/** The attributes of scripts, as the running engine takes them. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  [
    "parameter",
    shape(
      true,
      "Position:int ParameterSetName:string Mandatory:bool ValueFromPipeline:bool ValueFromPipelineByPropertyName:bool " +
        "ValueFromRemainingArguments:bool HelpMessage:string HelpMessageBaseName:string HelpMessageResourceId:string DontShow:bool",
      none,
    ),
  ],
  [
    "cmdletbinding",
    shape(
      true,
      "DefaultParameterSetName:string HelpUri:string SupportsShouldProcess:bool SupportsPaging:bool " +
        "SupportsTransactions:bool PositionalBinding:bool ConfirmImpact:System.Management.Automation.ConfirmImpact " +
        "RemotingCapability:object",
      none,
    ),
  ],
  ["alias", shape(true, "")],
  ["outputtype", shape(true, "ProviderCmdlet:string ParameterSetName:string[]")],
  ["validateset", shape(true, "IgnoreCase:bool ErrorMessage:string")],
  ["validatenotnull", shape(true, "", none)],
  ["validatenotnullorempty", shape(true, "", none)],
  ["allownull", shape(false, "", none)],
  ["allowemptystring", shape(false, "", none)],
  ["allowemptycollection", shape(false, "", none)],
  ["validaterange", shape(false, "", { counts: [1, 2] })],
  ["validatelength", shape(false, "", { counts: [2], types: ["int", "int"] })],
  ["validatecount", shape(false, "", { counts: [2], types: ["int", "int"] })],
  ["validatepattern", shape(false, "Options:object ErrorMessage:string", { counts: [1], types: ["string"] })],
  ["validatescript", shape(false, "ErrorMessage:string", { counts: [1], types: ["scriptblock"] })],
]);

/**
 * The attribute as its class takes it: named arguments converted. Refuses what it has no constructor or property for,
 * at the place where the engine shows it.
 */
export function checkAttribute(
  context: ExecutionContext,
  unit: Unit,
  node: Attribute,
  attribute: EvaluatedAttribute,
): EvaluatedAttribute {
  const known = shapes.get(attribute.name);
  if (known === undefined) return attribute;
  const at = (error: PowerShellError) => positioned(error, unit.source, node);
  // Kinds of ranges (`[ValidateRange('Positive')]`) came with PowerShell 6.
  const counts = attribute.name === "validaterange" && context.facts.languageVersion < 6 ? [2] : known.counts;
  if (counts !== undefined && !counts.includes(attribute.positional.length)) {
    const error = noOverload(".ctor", attribute.positional.length);
    throw at(known.isBuiltIn ? runtimeError(error.record.errorId, "InvalidOperation", error.message) : error);
  }
  const named = new Map(
    node.namedArguments.map((argument) => [
      argument.argumentName.toLowerCase(),
      namedValue(context, unit, node, attribute, known, argument),
    ]),
  );
  try {
    checkValues(context, attribute, known);
    return { ...attribute, named };
  } catch (error) {
    throw error instanceof PowerShellError && !known.isBuiltIn ? at(error) : error;
  }
}

function namedValue(
  context: ExecutionContext,
  unit: Unit,
  node: Attribute,
  attribute: EvaluatedAttribute,
  { named, isBuiltIn }: Shape,
  argument: NamedAttributeArgument,
): Value {
  const type = named.get(argument.argumentName.toLowerCase());
  if (type === undefined) throw unknownProperty(unit, node, argument, isBuiltIn);
  const resolved = resolveTypeName(type);
  const value = attribute.named.get(argument.argumentName.toLowerCase());
  return resolved === undefined || value === undefined ? (value ?? null) : convertTo(context, value, resolved);
}

/** The engine names its CmdletBindingAttribute for all the attributes that it makes itself. */
function unknownProperty(
  unit: Unit,
  node: Attribute,
  argument: NamedAttributeArgument,
  isBuiltIn: boolean,
): PowerShellError {
  const name = isBuiltIn ? "CmdletBinding" : node.typeName.fullName.replace(/attribute$/i, "");
  const message = `Property '${argument.argumentName}' cannot be found for type 'System.Management.Automation.${name}Attribute'.`;
  const target = isBuiltIn ? { target: unit.textOf(argument) } : {};
  const error = runtimeError("PropertyNotFoundForType", "InvalidOperation", message, target);
  if (isBuiltIn) error.record.amend({ targetType: "NamedAttributeArgumentAst" });
  return positioned(error, unit.source, isBuiltIn ? argument : node);
}

function checkValues(context: ExecutionContext, attribute: EvaluatedAttribute, { types = [] }: Shape): void {
  const { name, positional } = attribute;
  const converted = positional.map((value, i) => {
    const type = resolveTypeName(types[i] ?? "object");
    return type === undefined ? value : constructing(name, () => convertTo(context, value, type));
  });
  const [first = null, second = null] = converted.map((value) => baseOf(value));
  switch (name) {
    case "validateset":
      if (positional.flatMap((value) => toItems(value)).length === 0)
        throw outOfRange("validValues", "System.String[]");
      return;
    case "validaterange":
      checkRange(context, name, converted.length, first, second);
      return;
    case "validatelength":
    case "validatecount":
      checkLengths(name, Number(first), Number(second));
      return;
    default:
  }
}

function checkRange(context: ExecutionContext, name: string, count: number, min: Value, max: Value): void {
  if (count === 1) {
    const kind = resolveTypeName("System.Management.Automation.ValidateRangeKind");
    if (kind !== undefined) constructing(name, () => convertTo(context, min, kind));
    return;
  }
  const [from, to] = [typeOf(min), typeOf(max)];
  if (from !== to) {
    throw metadataError(
      "MinRangeNotTheSameTypeOfMaxRange",
      `The specified minimum range (${from?.name}) cannot be accepted because it is not the same type as the specified maximum range (${to?.name}). Update the ValidateRange attribute for the parameter.`,
    );
  }
  if (compare(context, min, max, true) > 0) {
    throw metadataError(
      "MaxRangeSmallerThanMinRange",
      "The specified maximum range cannot be accepted because it is less than the specified minimum range. Update the ValidateRange attribute for the parameter.",
    );
  }
}

function checkLengths(name: string, min: number, max: number): void {
  if (min < 0) constructing(name, () => throwError(outOfRange("minLength", `${min}`)));
  if (max >= min && max >= 0) return;
  if (max < 0) constructing(name, () => throwError(outOfRange("maxLength", `${max}`)));
  throw name === "validatelength"
    ? metadataError(
        "ValidateLengthMaxLengthSmallerThanMinLength",
        "The specified maximum character length of the argument is shorter than the specified minimum argument character length. Update the ValidateLength attribute for the parameter.",
      )
    : metadataError(
        "ValidateRangeMaxLengthSmallerThanMinLength",
        "The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. Update the ValidateCount attribute for the parameter.",
      );
}

function throwError(error: PowerShellError): never {
  throw error;
}

/** Names as the message writes them. */
const spelled: ReadonlyMap<string, string> = new Map(
  ["ValidateRange", "ValidateLength", "ValidateCount", "ValidatePattern", "ValidateScript"].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

function constructing<T>(name: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const spelling = spelled.get(name);
    if (!(error instanceof PowerShellError) || spelling === undefined) throw error;
    const { message } = error.record.exception;
    throw runtimeError(
      "ExceptionConstructingAttribute",
      "InvalidOperation",
      `The following exception occurred while constructing the attribute "${spelling}": "${message}"`,
    );
  }
}

function outOfRange(argument: string, actual: string): PowerShellError {
  const message =
    `Cannot process argument because the value of argument "${argument}" is out of range. ` +
    `Change argument "${argument}" to a value that is within range. (Parameter '${argument}')\nActual value was ${actual}.`;
  return runtimeError("ArgumentOutOfRange", "InvalidArgument", message);
}

function metadataError(id: string, message: string): PowerShellError {
  return runtimeError(id, "MetadataError", message, {
    exceptionType: "System.Management.Automation.ValidationMetadataException",
  });
}
