import { PSArray } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import { DotNetType } from "../dotnet-type.js";
import { enumNames, enumText } from "../enumerations.js";
import { PowerShellError } from "../errors.js";
import { formatEnum } from "../format/format-value.js";
import { hashCodeOf } from "../hash-code.js";
import { heapClass } from "../heap/heap-class.js";
import { netEquals } from "../net-equality.js";
import { EnumValue } from "../numbers.js";
import { integerValue } from "../numeric.js";
import { PSReference } from "../objects.js";
import { assemblyQualifiedTypeName } from "../serialization/assembly-names.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { netTypeText } from "../type-text.js";
import { defineGenericType, defineType, typeNamed } from "../types.js";
import { baseOf, DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import type { ValueFacts } from "../value-facts.js";
import { genericSequences, typeOf } from "../value-types.js";
import { enumFromExactText } from "./enum-parsing.js";

defineType({
  fullName: "System.Object",
  members: () => [
    method(["string ToString()", (context, self) => netText(context, self)]),
    method(["type GetType()", (_, self) => typeOf(self) ?? null]),
    method(["bool Equals(System.Object obj)", (_, self, [other]) => netEquals(self, other ?? null)]),
    method(["int GetHashCode()", (_, self) => hashCodeOf(self)]),
  ],
  staticMembers: () => [
    method([
      "static bool Equals(System.Object objA, System.Object objB)",
      (_, __, [a, b]) => netEquals(a ?? null, b ?? null),
    ]),
    method([
      "static bool ReferenceEquals(System.Object objA, System.Object objB)",
      (_, __, [a, b]) => a === b && typeof a === "object",
    ]),
  ],
  constructors: () => [overload("System.Object new()", () => new PlainObject())],
});

/** `New-Object Object`: a value with nothing but what every object has. */
class PlainObject extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.Object");
  }
}
heapClass("PlainObject", PlainObject);
defineType({ fullName: "System.ValueType" });
defineType({ fullName: "System.Void", kind: "struct" });
defineType({ fullName: "System.MarshalByRefObject" });
defineType({ fullName: "System.IComparable", kind: "interface" });
defineType({ fullName: "System.IConvertible", kind: "interface" });
defineType({ fullName: "System.IFormattable", kind: "interface" });
defineType({ fullName: "System.IDisposable", kind: "interface" });
defineType({ fullName: "System.Collections.IEnumerable", kind: "interface" });
defineType({ fullName: "System.Collections.ICollection", kind: "interface" });
defineType({ fullName: "System.Collections.IList", kind: "interface" });
defineType({ fullName: "System.Collections.IDictionary", kind: "interface" });
defineType({ fullName: "System.Collections.IEnumerator", kind: "interface" });
for (const name of [...genericSequences, "System.Collections.Generic.IDictionary`2"]) {
  defineGenericType({ fullName: name, define: () => ({ kind: "interface" }) });
}

/** TypeCode.Int32: what enumerations are made of. */
const int32TypeCode = 9n;
const asEnum = (value: Value): EnumValue => value as EnumValue;
const valuesOf = (type: DotNetType): PSArray =>
  new PSArray(
    (type.definition.enumValues ?? []).map(([, v]) => new EnumValue(type, v)),
    type,
  );
const enumType = (value: Value): DotNetType => value as DotNetType;

defineType({
  fullName: "System.Enum",
  base: "System.ValueType",
  interfaces: ["System.IComparable", "System.IConvertible", "System.IFormattable"],
  members: () => [
    method(["int CompareTo(System.Object target)", (_, self, [other]) => compareEnums(asEnum(self), other ?? null)]),
    method([
      "bool HasFlag(System.Enum flag)",
      (_, self, [flag]) => (asEnum(self).value & asEnum(flag ?? null).value) === asEnum(flag ?? null).value,
    ]),
    method(
      ["string ToString()", (_, self) => enumText(asEnum(self))],
      ["string ToString(string format)", (_, self, [format]) => formatEnum(asEnum(self), (format as string) ?? "")],
    ),
    method(["int GetHashCode()", (_, self) => Number(BigInt.asIntN(32, asEnum(self).value))]),
    method(["System.TypeCode GetTypeCode()", () => new EnumValue(typeNamed("System.TypeCode"), int32TypeCode)]),
    property("int value__", (self: EnumValue) => integerValue("System.Int32", BigInt.asIntN(32, self.value))),
  ],
  staticMembers: () => [
    method([
      "static string[] GetNames(type enumType)",
      (_, __, [t]) => new PSArray([...enumNames(enumType(t ?? null))], typeNamed("System.String")),
    ]),
    method(["static array GetValues(type enumType)", (_, __, [t]) => valuesOf(enumType(t ?? null))]),
    method([
      "static string GetName(type enumType, System.Object value)",
      (context, _, [t, v]) => {
        const type = enumType(t ?? null);
        const value = convertTo(context, v ?? null, typeNamed("System.Int64"));
        return type.definition.enumValues?.find(([, n]) => n === value)?.[0] ?? null;
      },
    ]),
    method(["static type GetUnderlyingType(type enumType)", () => typeNamed("System.Int32")]),
    method([
      "static bool IsDefined(type enumType, System.Object value)",
      (_, __, [t, v]) => {
        const type = enumType(t ?? null);
        if (typeof v === "string") return enumNames(type).includes(v);
        if (typeof v === "number") return (type.definition.enumValues ?? []).some(([, n]) => n === BigInt(v));
        return v instanceof EnumValue && enumNames(type).includes(enumText(v));
      },
    ]),
    method(
      [
        "static System.Object Parse(type enumType, string value)",
        (context, _, [t, v]) => enumFromExactText(context, enumType(t ?? null), v as string, false),
      ],
      [
        "static System.Object Parse(type enumType, string value, bool ignoreCase)",
        (context, _, [t, v, i]) => enumFromExactText(context, enumType(t ?? null), v as string, i === true),
      ],
    ),
    method(
      [
        "static bool TryParse(string value, [ref] System.Object result)",
        (context, _, [text, result]) => tryParseEnum(context, null, text, false, result),
      ],
      [
        "static bool TryParse(string value, bool ignoreCase, [ref] System.Object result)",
        (context, _, [text, ignoreCase, result]) => tryParseEnum(context, null, text, ignoreCase === true, result),
      ],
      [
        "static bool TryParse(type enumType, string value, [ref] System.Object result)",
        (context, _, [type, text, result]) => tryParseEnum(context, type ?? null, text, false, result),
      ],
      [
        "static bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)",
        (context, _, [type, text, ignoreCase, result]) =>
          tryParseEnum(context, type ?? null, text, ignoreCase === true, result),
      ],
    ),
    method([
      "static System.Object ToObject(type enumType, long value)",
      (_, __, [t, v]) => new EnumValue(enumType(t ?? null), v as bigint),
    ]),
  ],
});

/** The result goes into the variable, whose value tells the type when none is given. */
function tryParseEnum(
  context: ValueContext,
  type: Value,
  text: Value | undefined,
  ignoreCase: boolean,
  result: Value | undefined,
): boolean {
  if (!(result instanceof PSReference)) return false;
  const wanted = type instanceof DotNetType ? type : typeOf(baseOf(result.get()));
  if (wanted === undefined || !wanted.isEnum || typeof text !== "string") return false;
  try {
    result.set(enumFromExactText(context, wanted, text, ignoreCase));
    return true;
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    result.set(new EnumValue(wanted, 0n));
    return false;
  }
}

function compareEnums(a: EnumValue, other: Value): number {
  const b = other instanceof EnumValue ? other.value : 0n;
  return a.value < b ? -1 : a.value > b ? 1 : 0;
}

defineType({ fullName: "System.Reflection.MemberInfo" });
defineType({
  fullName: "System.Type",
  base: "System.Reflection.MemberInfo",
  staticMembers: () => [
    method([
      "static type GetType(string typeName)",
      (context, _, [name]) => context.resolveType(name as string) ?? null,
    ]),
  ],
});
defineType({ fullName: "System.Reflection.TypeInfo", base: "System.Type" });
defineType({
  fullName: "System.RuntimeType",
  base: "System.Reflection.TypeInfo",
  members: () => [
    property("string Name", (self: DotNetType) => self.name),
    property("string FullName", (self: DotNetType, { facts }) => assemblyQualifiedTypeName(self, facts.exceptionTexts)),
    property("string Namespace", (self: DotNetType) => namespaceOf(self)),
    property("type BaseType", (self: DotNetType) => self.baseType),
    property("bool IsArray", (self: DotNetType) => self.elementType !== null),
    method(["int GetArrayRank()", (_, self) => (self as DotNetType).rank]),
    property("bool IsEnum", (self: DotNetType) => self.isEnum),
    property("bool IsValueType", (self: DotNetType) => self.isValueType),
    property("bool IsClass", (self: DotNetType) => !self.isValueType && self.definition.kind !== "interface"),
    property("bool IsInterface", (self: DotNetType) => self.definition.kind === "interface"),
    property("bool IsPrimitive", (self: DotNetType) => primitives.has(self.fullName)),
    property("bool IsGenericType", (self: DotNetType) => self.genericArguments.length > 0),
    property("bool IsPublic", () => true),
    property("bool IsSerializable", (self: DotNetType, { facts }) => isSerializable(self, facts)),
    property("bool IsSerial", (self: DotNetType, { facts }) => isSerializable(self, facts)),
    property("string AssemblyQualifiedName", (self: DotNetType) => `${self.fullName}, System.Private.CoreLib`),
    property("type UnderlyingSystemType", (self: DotNetType) => self),
    method(["type GetElementType()", (_, self) => (self as DotNetType).elementType]),
    method([
      "type[] GetGenericArguments()",
      (_, self) => new PSArray([...(self as DotNetType).genericArguments], typeNamed("System.Type")),
    ]),
    method([
      "bool IsAssignableFrom(type c)",
      (_, self, [other]) => other instanceof DotNetType && other.isAssignableTo(self as DotNetType),
    ]),
    method([
      "bool IsSubclassOf(type c)",
      (_, self, [other]) => self !== other && (self as DotNetType).isAssignableTo(other as DotNetType),
    ]),
    method([
      "bool IsInstanceOfType(System.Object o)",
      (_, self, [o]) => typeOf(o ?? null)?.isAssignableTo(self as DotNetType) ?? false,
    ]),
    method([
      "string[] GetEnumNames()",
      (_, self) => new PSArray([...enumNames(self as DotNetType)], typeNamed("System.String")),
    ]),
    method(["array GetEnumValues()", (_, self) => valuesOf(self as DotNetType)]),
    method(["string ToString()", (_, self) => netTypeText(self as DotNetType)]),
  ],
});

/** Of .NET 10 asked of the engine; those that .NET Framework alone serializes are documented with the class. */
const serializable =
  /^System\.(String|Object|Array|Version|Uri|(?:Multicast)?Delegate|(?:Func|Action|Predicate|Comparison|Converter)\b.*|Collections\..*|.*Exception|Text\.StringBuilder|Management\.Automation\.PSCredential)$|\[\]$/;
const frameworkSerializable =
  /^System\.(Random|Net\.IPAddress|IO\.(File|Directory)Info|Text\.Encoding|Text\.RegularExpressions\..*|Globalization\.CultureInfo|Management\.Automation\.(PSObject|PSCustomObject|ErrorRecord|ScriptBlock))$/;
const unserializableStructs = new Set(["System.Management.Automation.SwitchParameter", "System.Void"]);

function isSerializable({ isValueType, fullName }: DotNetType, { exceptionTexts }: ValueFacts): boolean {
  if (isValueType) return !unserializableStructs.has(fullName);
  return serializable.test(fullName) || (exceptionTexts === "framework" && frameworkSerializable.test(fullName));
}
const primitives = new Set([
  "System.Boolean",
  "System.Byte",
  "System.SByte",
  "System.Int16",
  "System.UInt16",
  "System.Int32",
  "System.UInt32",
  "System.Int64",
  "System.UInt64",
  "System.Char",
  "System.Double",
  "System.Single",
]);

function namespaceOf(type: DotNetType): string {
  const full = type.fullName.replace(/\[.*$/, "");
  const dot = full.lastIndexOf(".");
  return dot < 0 ? "" : full.slice(0, dot);
}
