import type { ConvertExpression, Expression } from "../../../grammar/syntax-tree.js";
import { PSDictionary } from "../../values/collections.js";
import { convertTo } from "../../values/conversion/index.js";
import { runtimeError } from "../../values/errors.js";
import { AutomationNull, PSCustomObject, ValueReference } from "../../values/objects.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { Frame } from "../frame.js";
import { VariableReference } from "../variable-reference.js";
import { compileExpression } from "./expressions.js";
import { compileOrdered } from "./hashtables.js";
import { typeResolver } from "./types.js";
import type { Evaluate, Unit } from "./unit.js";
import { existingCell } from "./variables.js";

/** `[int]'5'`, and the casts that are more than a conversion: `[ordered]@{}`, `[pscustomobject]@{}`, `[ref]$x`, `[void]x`. */
export function compileConvert(unit: Unit, node: ConvertExpression): Evaluate {
  const { typeName } = node.type;
  const name = typeName.fullName.toLowerCase();
  const { child } = node;
  if (child.kind === "Hashtable" && unit.facts.orderedLiterals) {
    if (name === "ordered") return compileOrdered(unit, child);
    if (name === "pscustomobject") {
      const entries = compileOrdered(unit, child);
      return (frame) => customObject(frame, entries(frame));
    }
  }
  if (name === "ref") return compileReference(unit, child);
  const value = compileExpression(unit, child);
  if (name === "void") {
    return (frame) => {
      value(frame);
      return AutomationNull;
    };
  }
  const resolve = typeResolver(unit, typeName);
  if (name === "pscustomobject") {
    const { orderedLiterals } = unit.facts;
    return (frame) => {
      const given = value(frame);
      return given instanceof PSDictionary
        ? orderedLiterals
          ? customObject(frame, given)
          : given
        : convertTo(frame.engine, given, resolve(frame.engine));
    };
  }
  if (name === "string") {
    return (frame) => {
      const given = value(frame);
      return typeof given === "string" ? given : convertTo(frame.engine, given, resolve(frame.engine));
    };
  }
  if (name === "int" || name === "int32") {
    return (frame) => {
      const given = value(frame);
      return typeof given === "number" ? given : convertTo(frame.engine, given, resolve(frame.engine));
    };
  }
  return (frame) => {
    // An unknown type is reported before its operand runs.
    const type = resolve(frame.engine);
    return convertTo(frame.engine, value(frame), type);
  };
}

/** An object with the entries of a literal as notes; the key PSTypeName names its type. */
function customObject(frame: Frame, entries: PSDictionary): Value {
  const notes: [string, Value][] = [];
  let typeNames: string[] | null = null;
  for (const { key, value } of entries.entries()) {
    const name = toText(frame.engine, key);
    if (name === "") throw namelessMember();
    if (name.toLowerCase() === "pstypename") {
      typeNames = [toText(frame.engine, value), "System.Management.Automation.PSCustomObject", "System.Object"];
    } else notes.push([name, value]);
  }
  return new PSCustomObject(notes, typeNames);
}

function namelessMember(): Error {
  return runtimeError(
    "InvalidCastConstructorException",
    "InvalidArgument",
    'Cannot convert value "System.Collections.Specialized.OrderedDictionary" to type ' +
      '"System.Management.Automation.LanguagePrimitives+InternalPSCustomObject". Error: "Cannot process argument because ' +
      'the value of argument "name" is not valid. Change the value of the "name" argument and run the operation again."',
  );
}

/** `[ref]$x`: reads and writes the variable; `[ref]$null` takes what nobody wants. */
function compileReference(unit: Unit, child: Expression): Evaluate {
  if (child.kind === "VariableExpression" && child.variablePath.userPath.toLowerCase() !== "null") {
    const find = existingCell(unit, child);
    return (frame) => {
      const cell = find(frame);
      if (cell === undefined) {
        const { userPath } = child.variablePath;
        const error = runtimeError(
          "NonExistingVariableReference",
          "InvalidOperation",
          "[ref] cannot be applied to a variable that does not exist.",
          { target: userPath },
        );
        error.record.amend({ targetType: "VariablePath" });
        throw error;
      }
      return new VariableReference(cell);
    };
  }
  // Of all else PowerShell takes the value only: `([ref]$x.Name).Value = 5` changes no `$x`.
  const value = compileExpression(unit, child);
  return (frame) => new ValueReference(value(frame));
}
