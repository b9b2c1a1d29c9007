import type { DotNetMember, MethodOverload } from "../values/dotnet-type.js";
import { AutomationNull } from "../values/objects.js";
import type { DotNetObject, Value } from "../values/value.js";

/** A class whose instances a member is for. */
type InstanceClass<T extends DotNetObject> = abstract new (...args: never[]) => T;

/** A read-only property of one of the runtime's own objects. */
export function readOnly<T extends DotNetObject>(
  owner: InstanceClass<T>,
  name: string,
  typeName: string,
  get: (self: T) => Value,
): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    get: (_context, self) => (self instanceof owner ? get(self) : null),
    set: null,
  };
}

/** A parameter of a method: type and name. */
type ParameterText = readonly [typeName: string, name: string];

/** A method with one overload; `undefined` is void. */
export function methodOf<T extends DotNetObject>(
  owner: InstanceClass<T>,
  name: string,
  returnTypeName: string,
  parameters: readonly ParameterText[],
  run: (self: T, args: readonly Value[]) => Value | undefined,
): DotNetMember {
  return { kind: "Method", name, overloads: [overloadOf(owner, name, returnTypeName, parameters, run)] };
}

export function overloadOf<T extends DotNetObject>(
  owner: InstanceClass<T>,
  name: string,
  returnTypeName: string,
  parameters: readonly ParameterText[],
  run: (self: T, args: readonly Value[]) => Value | undefined,
): MethodOverload {
  return {
    signature: `${returnTypeName} ${name}(${parameters.map(([type, parameter]) => `${type} ${parameter}`).join(", ")})`,
    returnTypeName,
    parameters: parameters.map(([typeName, parameter]) => ({
      name: parameter,
      typeName,
      isParamArray: false,
      isByRef: typeName === "ref",
      isOptional: false,
    })),
    invoke: (_context, self, args) => (self instanceof owner ? (run(self, args) ?? AutomationNull) : null),
  };
}
