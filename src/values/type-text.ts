import { acceleratorOf } from "./accelerators.js";
import type { DotNetType } from "./dotnet-type.js";

/** `System.Int32`, ``System.Collections.Generic.List`1[System.Int32]``: what ToString() of a type gives. */
export function netTypeText(type: DotNetType): string {
  if (type.elementType !== null) return netTypeText(type.elementType) + arrayBrackets(type);
  if (type.genericArguments.length === 0) return type.fullName;
  const bracket = type.fullName.indexOf("[");
  const head = bracket < 0 ? type.fullName : type.fullName.slice(0, bracket);
  return `${head}[${type.genericArguments.map(netTypeText).join(",")}]`;
}

/** `[]`, `[,]`, … of an array type. */
export function arrayBrackets(type: DotNetType): string {
  return `[${",".repeat(type.rank - 1)}]`;
}

/** How PowerShell writes a type in text: its accelerator (`int`, `string[]`), else the full name. */
export function shortTypeName(type: DotNetType): string {
  if (type.elementType !== null) return shortTypeName(type.elementType) + arrayBrackets(type);
  const accelerator = acceleratorOf(type.fullName);
  if (accelerator !== undefined) return accelerator;
  if (type.genericArguments.length === 0) return type.fullName;
  const head = type.fullName.slice(0, type.fullName.indexOf("`"));
  return `${head}[${type.genericArguments.map(shortTypeName).join(",")}]`;
}
