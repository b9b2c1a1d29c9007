import { Identifier, Unknown } from "../tokens.js";
import { isDigit, startsIdentifier } from "./characters.js";
import type { Scanner } from "./mode.js";
import { withText } from "./words.js";

/** A type's name, up to what cannot stand in one. */
export const typeNameToken: Scanner = (lexer, start) => {
  let end = start;
  if (startsIdentifier(lexer.unit(start))) while (continuesTypeName(lexer.unit(end))) end++;
  return end === start ? lexer.token(Unknown, start, start + 1) : withText(lexer, Identifier, start, end);
};

/** Letters, digits and the signs that .NET allows in a name. */
const continuesTypeName = (unit: number): boolean =>
  startsIdentifier(unit) ||
  isDigit(unit) ||
  unit === 46 || // .
  unit === 96 || // `
  unit === 35 || // #
  unit === 43 || // +
  unit === 92; // \
