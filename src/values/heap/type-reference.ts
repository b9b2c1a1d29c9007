import type { DotNetType } from "../dotnet-type.js";
import { DotNetType as DotNetTypeClass } from "../dotnet-type.js";
import { arrayTypeOf, findTypeByFullName, genericTypeOf } from "../types.js";
import { HeapError, type HeapSurroundings, type TypeReference } from "./heap-image.js";

/** A type by names that lead to it in every process. Throws a HeapError for one that no name leads to. */
export function typeReference(type: DotNetType, around: HeapSurroundings): TypeReference {
  const external = around.externalName(type);
  if (external !== undefined) return { external };
  if (type.elementType !== null) return { arrayOf: typeReference(type.elementType, around) };
  const { fullName } = type;
  if (type.genericArguments.length > 0) {
    return {
      generic: fullName.slice(0, fullName.indexOf("[")),
      arguments: type.genericArguments.map((argument) => typeReference(argument, around)),
    };
  }
  if (findTypeByFullName(fullName) !== type) throw new HeapError(`no name leads to the type [${fullName}]`);
  return fullName;
}

/** The type of a reference. Throws a HeapError when there is none. */
export function typeReferredTo(reference: TypeReference, around: HeapSurroundings): DotNetType {
  const found = resolve(reference, around);
  if (found === undefined) throw new HeapError(`there is no type ${JSON.stringify(reference)}`);
  return found;
}

function resolve(reference: TypeReference, around: HeapSurroundings): DotNetType | undefined {
  if (typeof reference === "string") return findTypeByFullName(reference);
  if ("arrayOf" in reference) return arrayTypeOf(typeReferredTo(reference.arrayOf, around));
  if ("generic" in reference)
    return genericTypeOf(
      reference.generic,
      reference.arguments.map((argument) => typeReferredTo(argument, around)),
    );
  const found = around.external(reference.external);
  return found instanceof DotNetTypeClass ? found : undefined;
}
