import { PSList } from "../collections.js";
import { convertTo, isTrue } from "../conversion/index.js";
import { DotNetType } from "../dotnet-type.js";
import { enumerate, isCollection, operand, toItems } from "../enumeration.js";
import { runtimeError } from "../errors.js";
import { integerOf } from "../numeric.js";
import { AutomationNull } from "../objects.js";
import { ScriptBlock } from "../script-block.js";
import { toText } from "../text.js";
import { resolveTypeName } from "../type-names.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";
import { invokeMethod } from "./invoke.js";
import { getProperty, setProperty } from "./properties.js";

/** `.Where()` and `.ForEach()`, which every value has since 4.0; `undefined` for other names. */
export function intrinsicMethod(
  context: ValueContext,
  value: Value,
  name: string,
  args: readonly Value[],
): Value | undefined {
  if (context.facts.languageVersion < 4) return undefined;
  switch (name.toLowerCase()) {
    case "where":
      return where(context, value, args);
    case "foreach":
      return forEach(context, value, args);
    default:
      return undefined;
  }
}

/** What the intrinsic methods give: a Collection of PSObject. */
function resultList(items: Value[]): Value {
  const type = resolveTypeName("System.Collections.ObjectModel.Collection[psobject]");
  return type === undefined ? AutomationNull : new PSList(type, items);
}

function where(context: ValueContext, value: Value, args: readonly Value[]): Value {
  const test = operand(args[0] ?? null);
  if (args.length === 0 || args.length > 3)
    throw wrongArguments(".Where({ expression } [, mode [, numberToReturn]])", args.length);
  if (!(test instanceof ScriptBlock)) {
    throw runtimeError(
      "ParameterArgumentNullException",
      "InvalidArgument",
      "The argument 'expression' of the Where method must be a script block.",
    );
  }
  const mode = (args[1] === undefined ? "default" : toText(context, args[1])).toLowerCase();
  const limit = args[2] === undefined ? 0 : Number(integerOf(convertTo(context, args[2], commonTypes().int32)) ?? 0n);
  const items = toItems(value);
  const passes = (item: Value) => isTrue(context.invoke(test, [], { underscore: item }));
  switch (mode) {
    case "default":
    case "0":
      return resultList(limited(items, passes, limit));
    case "first":
    case "1":
      return resultList(limited(items, passes, limit > 0 ? limit : 1));
    case "last":
    case "2": {
      const all = items.filter(passes);
      return resultList(all.slice(-(limit > 0 ? limit : 1)));
    }
    case "skipuntil":
    case "3": {
      const at = items.findIndex(passes);
      const rest = at < 0 ? [] : items.slice(at);
      return resultList(limit > 0 ? rest.slice(0, limit) : [...rest]);
    }
    case "until":
    case "4": {
      const at = items.findIndex(passes);
      const head = at < 0 ? items : items.slice(0, at);
      return resultList(limit > 0 ? head.slice(0, limit) : [...head]);
    }
    case "split":
    case "5": {
      const yes: Value[] = [];
      const no: Value[] = [];
      for (const item of items) ((limit === 0 || yes.length < limit) && passes(item) ? yes : no).push(item);
      return resultList([resultList(yes), resultList(no)]);
    }
    default:
      throw runtimeError(
        "InvalidArgument",
        "InvalidArgument",
        `Cannot convert value "${mode}" to type "System.Management.Automation.WhereOperatorSelectionMode".`,
      );
  }
}

function limited(items: readonly Value[], passes: (item: Value) => boolean, limit: number): Value[] {
  const out: Value[] = [];
  for (const item of items) {
    if (!passes(item)) continue;
    out.push(item);
    if (limit > 0 && out.length === limit) break;
  }
  return out;
}

function forEach(context: ValueContext, value: Value, args: readonly Value[]): Value {
  if (args.length === 0) throw wrongArguments(".ForEach(expression [, arguments...])", args.length);
  const action = operand(args[0] ?? null);
  const rest = args.slice(1);
  const out: Value[] = [];
  const write = (result: Value) => {
    if (result === AutomationNull) return;
    if (isCollection(result)) for (const item of enumerate(result) ?? []) out.push(item);
    else out.push(result);
  };
  for (const item of toItems(value)) {
    if (action instanceof ScriptBlock) write(context.invoke(action, rest, { underscore: item }));
    else if (action instanceof DotNetType) out.push(convertTo(context, item, action));
    else write(forEachMember(context, item, toText(context, action), rest));
  }
  return resultList(out);
}

/** `.ForEach('Name')` reads, `.ForEach('Name', value)` sets a property; of a method it is the call. */
function forEachMember(context: ValueContext, item: Value, name: string, rest: readonly Value[]): Value {
  const v = operand(item);
  const isMethod =
    v !== null && typeof v === "string"
      ? commonTypes().string.member(name)?.kind === "Method"
      : v !== null && typeof v === "object" && v.type.member(name)?.kind === "Method";
  if (isMethod) return invokeMethod(context, item, name, rest);
  const found = getProperty(context, item, name);
  if (rest.length === 0) return found ?? AutomationNull;
  if (found === undefined) throw nonexistentMember(item, name);
  if (rest.length > 1) return found;
  setProperty(context, item, name, rest[0] as Value);
  return AutomationNull;
}

function nonexistentMember(item: Value, name: string) {
  const error = runtimeError(
    "ForEachNonexistentMemberReference",
    "InvalidOperation",
    `The ForEach() operator could not find a member '${name}' on the target object. Please verify that the named member exists and then try running your script again.`,
    { target: item },
  );
  error.record.amend({ targetType: "PSObject" });
  return error;
}

function wrongArguments(syntax: string, count: number) {
  return runtimeError(
    "MethodCountCouldNotFindBest",
    "NotSpecified",
    `Cannot find an overload for "${syntax}" and the argument count: "${count}".`,
    {
      exceptionType: "System.Management.Automation.MethodException",
    },
  );
}
