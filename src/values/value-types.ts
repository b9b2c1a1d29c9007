import type { DotNetType } from "./dotnet-type.js";
import { operand } from "./enumeration.js";
import { typeNamed } from "./types.js";
import type { Value } from "./value.js";

/** Types that conversions and operators ask for all the time, looked up once. */
export class CommonTypes {
  readonly object = typeNamed("System.Object");
  readonly string = typeNamed("System.String");
  readonly boolean = typeNamed("System.Boolean");
  readonly int32 = typeNamed("System.Int32");
  readonly int64 = typeNamed("System.Int64");
  readonly double = typeNamed("System.Double");
  readonly decimal = typeNamed("System.Decimal");
  readonly char = typeNamed("System.Char");
  readonly array = typeNamed("System.Array");
  readonly psObject = typeNamed("System.Management.Automation.PSObject");
  readonly hashtable = typeNamed("System.Collections.Hashtable");
}
let common: CommonTypes | null = null;
export function commonTypes(): CommonTypes {
  common ??= new CommonTypes();
  return common;
}

/** The .NET type of a value; `undefined` for `$null` and "no output". */
export function typeOf(value: Value): DotNetType | undefined {
  const v = operand(value);
  switch (typeof v) {
    case "string":
      return commonTypes().string;
    case "number":
      return commonTypes().int32;
    case "bigint":
      return commonTypes().int64;
    case "boolean":
      return commonTypes().boolean;
    default:
      return v?.type;
  }
}

/** Whether the value is of the type or of one derived from it: what a variable of that type can hold. `$null` is not. */
export function isInstanceOf(value: Value, type: DotNetType): boolean {
  const t = typeOf(value);
  if (t === undefined) return false;
  if (t === type || type === commonTypes().object) return true;
  return isAssignable(t, type);
}

/** Assignability with the covariance of arrays of reference types. */
export function isAssignable(from: DotNetType, to: DotNetType): boolean {
  if (from === to || from.isAssignableTo(to)) return true;
  if (from.elementType !== null && to.elementType !== null) {
    if (from.rank !== to.rank || from.elementType.isValueType !== to.elementType.isValueType) return false;
    return !from.elementType.isValueType && isAssignable(from.elementType, to.elementType);
  }
  if (to.genericArguments.length === 1 && sequences.has(to.fullName.slice(0, to.fullName.indexOf("`") + 2)))
    return isSequenceOf(from, to.genericArguments[0] as DotNetType);
  return to.fullName === "System.Object";
}

/** The interfaces of what has elements of one type. */
export const genericSequences: readonly string[] = [
  "IEnumerable",
  "ICollection",
  "IList",
  "IReadOnlyCollection",
  "IReadOnlyList",
].map((name) => `System.Collections.Generic.${name}\`1`);
const sequences: ReadonlySet<string> = new Set(genericSequences);

/** Whether arrays and collections of that type have such elements. */
function isSequenceOf(from: DotNetType, element: DotNetType): boolean {
  if (from.elementType !== null) return isAssignable(from.elementType, element);
  if (from.fullName === "System.String") return element.fullName === "System.Char";
  const [own, ...more] = from.genericArguments;
  const isCollection = from.isAssignableTo(typeNamed("System.Collections.IEnumerable"));
  return (
    own !== undefined &&
    more.length === 0 &&
    isCollection &&
    (own === element || (!own.isValueType && isAssignable(own, element)))
  );
}
