import type { DotNetType } from "../../dotnet-type.js";
import type { ValueContext } from "../../value-context.js";
import { declaredNumbers } from "./numbers.js";
import { declaredObjects } from "./objects.js";
import { declaredValues } from "./values.js";

/** A method as Get-Member lists it: with the methods of interfaces that the type has under the interface's name only. */
export interface DeclaredMethod {
  readonly name: string;
  readonly overloads: readonly string[];
}

/**
 * A line a method, in the order in which .NET tells them: `name|overload|overload`. `+` before an overload: .NET
 * Framework does not have it. `*IConvertible` stands for the fifteen methods of that interface.
 */
const texts: Readonly<Record<string, string>> = { ...declaredNumbers, ...declaredValues, ...declaredObjects };

const convertible = `ToBoolean:bool ToChar:char ToSByte:sbyte ToByte:byte ToInt16:short ToUInt16:ushort ToInt32:int
ToUInt32:uint ToInt64:long ToUInt64:ulong ToSingle:float ToDouble:double ToDecimal:decimal ToDateTime:datetime`
  .split(/\s+/)
  .map((entry) => {
    const [name = "", type = ""] = entry.split(":");
    return `${name}|${type} IConvertible.${name}(System.IFormatProvider provider)`;
  })
  .concat("ToType|System.Object IConvertible.ToType(type conversionType, System.IFormatProvider provider)");

const parsed = new Map<string, readonly DeclaredMethod[]>();

/**
 * All methods that a type of .NET has, whether or not they are emulated; `undefined` for types of which only the
 * emulated ones are known.
 * @param isFramework whether .NET Framework is asked, which lacks what .NET has added since
 */
export function declaredMethods(type: DotNetType, isFramework: boolean): readonly DeclaredMethod[] | undefined {
  const name = listedName(type);
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (text === undefined) return undefined;
  const key = `${isFramework ? "4" : "7"} ${name}`;
  let methods = parsed.get(key);
  if (methods === undefined) {
    methods = text
      .split("\n")
      .flatMap((line) => (line === "*IConvertible" ? convertible : [line]))
      .flatMap((line) => methodOf(line, isFramework));
    parsed.set(key, methods);
  }
  return methods;
}

/** Enumerations share their methods, and so do arrays of objects. */
function listedName(type: DotNetType): string {
  if (type.isEnum) return "System.Enum";
  return type.fullName === "System.Object[]" ? "System.Array" : type.fullName;
}

function methodOf(line: string, isFramework: boolean): readonly DeclaredMethod[] {
  const [name = "", ...all] = line.split("|");
  const overloads = all
    .filter((overload) => !isFramework || !overload.startsWith("+"))
    .map((overload) => overload.replace(/^\+/, ""));
  return overloads.length === 0 ? [] : [{ name, overloads }];
}

/** Whether a session stands on .NET Framework. */
export function isFramework({ facts }: ValueContext): boolean {
  return facts.exceptionTexts === "framework";
}

/** A signature as listings show it: they write `Params` large. */
export function shownSignature(signature: string): string {
  return signature.replaceAll(/\bparams /g, "Params ");
}
