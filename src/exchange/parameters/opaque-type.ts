import { defineType, findTypeByFullName } from "../../values/types.js";

/**
 * The type of a parameter whose values this emulator does not look into: it has its name, for errors and syntax, and
 * takes every value as it is. Parameters of such a type are never `emulated`.
 */
export function opaqueType(fullName: string): string {
  if (findTypeByFullName(fullName) === undefined) defineType({ fullName, convertFrom: (_context, value) => value });
  return fullName;
}
