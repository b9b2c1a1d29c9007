import type { Expression, InvokeMemberExpression, MemberExpression, TypeName } from "../../../grammar/syntax-tree.js";
import { DotNetType } from "../../values/dotnet-type.js";
import { isCollection } from "../../values/enumeration.js";
import { ErrorRecord } from "../../values/errors.js";
import {
  getInstanceProperty,
  getProperty,
  getStaticMember,
  invokeGenericMethod,
  invokeGenericStatic,
  invokeMethod,
  invokeStatic,
  MemberSite,
} from "../../values/member-access/index.js";
import { isNull } from "../../values/objects.js";
import { ScriptBlock } from "../../values/script-block.js";
import { toText } from "../../values/text.js";
import { baseOf, DotNetObject, type Value } from "../../values/value.js";
import { propertyNotFoundStrict } from "../errors.js";
import type { Frame } from "../frame.js";
import { invokeScriptBlockMethod } from "../script-block-methods.js";
import { ScriptCmdlet } from "../script-cmdlet.js";
import { compileExpression } from "./expressions.js";
import { typeResolver } from "./types.js";
import type { Evaluate, Unit } from "./unit.js";

/** The name of a member: written out, or computed. */
export function memberName(unit: Unit, member: Expression): (frame: Frame) => string {
  if (member.kind === "StringConstantExpression") {
    const { value } = member;
    return () => value;
  }
  const compute = compileExpression(unit, member);
  return (frame) => {
    const name = compute(frame);
    return typeof name === "string" ? name : toText(frame.engine, name);
  };
}

/** `$a.b`, `[x]::b`. */
export function compileMember(unit: Unit, node: MemberExpression): Evaluate {
  const target = compileExpression(unit, node.expression);
  const nameOf = memberName(unit, node.member);
  if (node.static) {
    return (frame) => {
      const type = staticTarget(target(frame));
      const name = nameOf(frame);
      const found = type === null ? undefined : getStaticMember(frame.engine, type, name);
      return found === undefined ? missingMember(frame, name) : found;
    };
  }
  const { nullConditional } = node;
  if (node.member.kind === "StringConstantExpression") {
    const { value: name } = node.member;
    const site = new MemberSite(name);
    return (frame) => {
      const value = target(frame);
      if (nullConditional && isNull(value)) return null;
      const found = site.property(frame.engine, value);
      return found === undefined || isLentCount(frame, value, name) ? missingMember(frame, name) : found;
    };
  }
  return (frame) => {
    const value = target(frame);
    if (nullConditional && isNull(value)) return null;
    const name = nameOf(frame);
    const found = getProperty(frame.engine, value, name);
    return found === undefined || isLentCount(frame, value, name) ? missingMember(frame, name) : found;
  };
}

/** `Count` and `Length` that scalars only seem to have: strict mode does not lend them. */
function isLentCount(frame: Frame, value: Value, name: string): boolean {
  if (!frame.engine.isStrict(2) || !/^(count|length)$/i.test(name)) return false;
  return !isCollection(value) && getInstanceProperty(frame.engine, value, name) === undefined;
}

/** A property that is not there is `$null`, unless strict mode is 2 or more. */
export function missingMember(frame: Frame, name: string): Value {
  if (frame.engine.isStrict(2)) throw propertyNotFoundStrict(name);
  return null;
}

/** What stands before `::`: a type, or any object for its type. */
export function staticTarget(value: Value): DotNetType | null {
  const base = baseOf(value);
  if (base instanceof DotNetType) return base;
  return base instanceof DotNetObject ? base.type : null;
}

/** `$a.b(1)`, `[x]::b()`. */
export function compileInvokeMember(unit: Unit, node: InvokeMemberExpression): Evaluate {
  if (node.genericTypeArguments !== undefined) return compileGenericCall(unit, node, node.genericTypeArguments);
  const target = compileExpression(unit, node.expression);
  const nameOf = memberName(unit, node.member);
  const args = (node.arguments ?? []).map((argument) => compileExpression(unit, argument));
  if (node.static) {
    return (frame) => {
      const type = staticTarget(target(frame));
      const name = nameOf(frame);
      const values = evaluateAll(frame, args);
      if (type === null) return invokeMethod(frame.engine, null, name, values);
      return invokeStatic(frame.engine, type, name, values);
    };
  }
  const { nullConditional } = node;
  const site = node.member.kind === "StringConstantExpression" ? new MemberSite(node.member.value) : null;
  return (frame) => {
    const value = target(frame);
    if (nullConditional && isNull(value)) return null;
    const name = nameOf(frame);
    const values = evaluateAll(frame, args);
    if (value instanceof ScriptCmdlet) {
      const [record] = values;
      // Unlike the errors of other methods, this one is the function's own.
      if (record instanceof ErrorRecord && name.toLowerCase() === "throwterminatingerror")
        value.runtime.throwTerminatingError(record);
    }
    if (value instanceof ScriptBlock) {
      const result = invokeScriptBlockMethod(frame, value, name, values);
      if (result !== undefined) return result;
    }
    return site === null ? invokeMethod(frame.engine, value, name, values) : site.invoke(frame.engine, value, values);
  };
}

/** `$a.b[int](1)`, `[x]::b[int]()`. */
function compileGenericCall(unit: Unit, node: InvokeMemberExpression, typeNames: readonly TypeName[]): Evaluate {
  const target = compileExpression(unit, node.expression);
  const nameOf = memberName(unit, node.member);
  const args = (node.arguments ?? []).map((argument) => compileExpression(unit, argument));
  const resolvers = typeNames.map((name) => typeResolver(unit, name));
  const { nullConditional } = node;
  return (frame) => {
    const { engine } = frame;
    const value = target(frame);
    if (nullConditional && isNull(value)) return null;
    const name = nameOf(frame);
    const values = evaluateAll(frame, args);
    const types = resolvers.map((resolve) => resolve(engine));
    const type = node.static ? staticTarget(value) : null;
    if (type !== null) return invokeGenericStatic(engine, type, name, types, values);
    return invokeGenericMethod(engine, node.static ? null : value, name, types, values);
  };
}

function evaluateAll(frame: Frame, args: readonly Evaluate[]): Value[] {
  const values = new Array<Value>(args.length);
  for (let i = 0; i < args.length; i++) values[i] = (args[i] as Evaluate)(frame);
  return values;
}
