import type { DotNetMember, DotNetMethod, DotNetType, MethodParameter } from "../dotnet-type.js";
import type { Value } from "../value.js";

const parameter = (name: string, typeName: string): MethodParameter => ({
  name,
  typeName,
  isParamArray: false,
  isByRef: false,
  isOptional: false,
});

/** `get_Count()`, `set_Length(3)`, `get_Item($key)`: properties as the methods that they are in .NET. */
export function accessorMethod(
  type: DotNetType,
  name: string,
  memberOf = (property: string): DotNetMember | undefined => type.member(property),
): DotNetMethod | undefined {
  const [, verb = "", property = ""] = /^(get|set)_(\w+)$/i.exec(name) ?? [];
  // Of an array only the interface that it implements has the name.
  const isArrayCount = type.elementType !== null && property.toLowerCase() === "count";
  const member = property === "" ? undefined : memberOf(isArrayCount ? "Length" : property);
  if (member === undefined || member.kind === "Method") return undefined;
  return verb.toLowerCase() === "get" ? getter(member) : setter(member);
}

function getter(member: Exclude<DotNetMember, DotNetMethod>): DotNetMethod {
  const name = `get_${member.name}`;
  if (member.kind === "Property") {
    const { typeName, get } = member;
    const signature = `${typeName} ${name}()`;
    return {
      kind: "Method",
      name,
      overloads: [
        { signature, returnTypeName: typeName, parameters: [], invoke: (context, self) => get(context, self as Value) },
      ],
    };
  }
  const { type, index } = indexed(member.signature);
  return {
    kind: "Method",
    name,
    overloads: [
      {
        signature: `${type} ${name}(${index.typeName} ${index.name})`,
        returnTypeName: type,
        parameters: [index],
        invoke: (context, self, args) => member.get(context, self as Value, args),
      },
    ],
  };
}

function setter(member: Exclude<DotNetMember, DotNetMethod>): DotNetMethod | undefined {
  const { set } = member;
  if (set === null) return undefined;
  const name = `set_${member.name}`;
  if (member.kind === "Property") {
    const write = member.set;
    const value = parameter("value", member.typeName);
    return {
      kind: "Method",
      name,
      overloads: [
        {
          signature: `void ${name}(${member.typeName} value)`,
          returnTypeName: "void",
          parameters: [value],
          invoke: (context, self, [newValue]) => {
            write?.(context, self as Value, newValue ?? null);
            return null;
          },
        },
      ],
    };
  }
  const write = member.set;
  const { type, index } = indexed(member.signature);
  return {
    kind: "Method",
    name,
    overloads: [
      {
        signature: `void ${name}(${index.typeName} ${index.name}, ${type} value)`,
        returnTypeName: "void",
        parameters: [index, parameter("value", type)],
        invoke: (context, self, [at, newValue]) => {
          write?.(context, self as Value, [at ?? null], newValue ?? null);
          return null;
        },
      },
    ],
  };
}

/** `char Chars(int index) {get;}` taken apart. */
function indexed(signature: string): { readonly type: string; readonly index: MethodParameter } {
  const [, type = "System.Object", indexType = "System.Object", indexName = "index"] =
    /^(.+?) \w+\((.+) (\w+)\)/.exec(signature) ?? [];
  return { type, index: parameter(indexName, indexType) };
}
