import type { Extent, TypeName } from "../../../grammar/syntax-tree.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import type { Engine } from "../engine.js";
import { positioned, typeNotFound } from "../errors.js";
import type { Evaluate, Unit } from "./unit.js";

/** Finds the type that a name means, at first use and then no more. */
export type ResolveType = (engine: Engine) => DotNetType;

/** @param at where `Unable to find type` is shown; the name itself when omitted */
export function typeResolver(unit: Unit, name: TypeName, at: Extent = name): ResolveType {
  let found: DotNetType | undefined;
  // `[ordered]` has been a name of a type as long as there are ordered literals.
  const isAbsent = (typeName: string): boolean => !unit.facts.orderedLiterals && typeName.toLowerCase() === "ordered";
  return (engine) => {
    if (found === undefined) {
      found = isAbsent(name.fullName) ? undefined : engine.resolveType(name.fullName);
      if (found === undefined) {
        const error = typeNotFound(unknownName(name));
        throw unit.facts.errorsAtTokens ? error : positioned(error, unit.source, at);
      }
    }
    return found;
  };
}

/** What is named as unknown: the element of an array type, a generic type without its arguments. */
function unknownName(name: TypeName): string {
  switch (name.kind) {
    case "ArrayTypeName":
      return unknownName(name.elementType);
    case "GenericTypeName":
      return name.typeName.fullName;
    case "TypeName":
      return name.fullName;
    default:
      return name satisfies never;
  }
}

/** `[int]` as a value. */
export function compileType(unit: Unit, name: TypeName, at: Extent): Evaluate {
  const resolve = typeResolver(unit, name, at);
  return (frame) => resolve(frame.engine);
}
