import { SplattedVariable, Variable } from "../tokens.js";
import type { VariablePath, VariableScope } from "../tree/expressions.js";
import { continuesVariable, endOfText, isDoubleQuote, startsVariable } from "./characters.js";
import { scanEscape } from "./escapes.js";
import type { Lexer } from "./lexer.js";
import type { Token } from "./token.js";

const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const backtick = 96;

const scopes: ReadonlyMap<string, VariableScope> = new Map<string, VariableScope>([
  ["local", "Local"],
  ["private", "Private"],
  ["script", "Script"],
  ["global", "Global"],
  ["variable", "Variable"],
]);

/** Takes a variable's name apart: the scope or drive before the first colon, and what follows it. */
export const variablePathOf = (userPath: string): VariablePath => {
  const colonAt = userPath.indexOf(":");
  if (colonAt <= 0) return { userPath, scope: "Unqualified", driveName: undefined, unqualifiedPath: userPath };
  const qualifier = userPath.slice(0, colonAt);
  const unqualifiedPath = userPath.slice(colonAt + 1);
  const scope = scopes.get(qualifier.toLowerCase());
  if (scope !== undefined) return { userPath, scope, driveName: undefined, unqualifiedPath };
  return { userPath, scope: "Drive", driveName: qualifier, unqualifiedPath };
};

/** A variable found in a text: its name and where it ends. */
export interface ScannedVariable {
  readonly path: VariablePath;
  readonly end: number;
}

/**
 * The variable whose `$` or `@` stands at `start`; `undefined` when what follows is no name.
 * `insideString`: the quotes of the string around may be doubled in a braced name.
 */
export const scanVariable = (lexer: Lexer, start: number, insideString: boolean): ScannedVariable | undefined => {
  const first = lexer.unit(start + 1);
  if (first === openBrace && lexer.unit(start) === 36) return scanBracedVariable(lexer, start, insideString);
  if (!startsVariable(first)) return undefined;
  const end = endOfName(lexer, start + 1);
  const path = knownPath(lexer.text.slice(start + 1, end));
  if (path.userPath.length > 1 && path.unqualifiedPath === "") {
    lexer.report(path.scope === "Drive" ? "InvalidVariableReferenceWithDrive" : "InvalidVariableReference", start, end);
  }
  return { path, end };
};

/** Longer names are pieces of the text they were read from, which they would keep. */
const longestKept = 12;
/** The names that were met last: most are met again, and share what they are taken apart into. */
const paths = new Map<string, VariablePath>();
const mostPaths = 500;

const knownPath = (userPath: string): VariablePath => {
  if (userPath.length > longestKept) return variablePathOf(userPath);
  const known = paths.get(userPath);
  if (known !== undefined) return known;
  const path = variablePathOf(userPath);
  if (paths.size === mostPaths) paths.clear();
  paths.set(userPath, path);
  return path;
};

/** A variable as a token of its own. */
export const variableToken = (lexer: Lexer, start: number, found: ScannedVariable): Token => {
  const token = lexer.token(lexer.unit(start) === 36 ? Variable : SplattedVariable, start, found.end);
  token.variable = found.path;
  return token;
};

const endOfName = (lexer: Lexer, start: number): number => {
  const first = lexer.unit(start);
  let end = start + 1;
  if (first === 36 || first === 94 || first === 63) return end;
  for (;;) {
    const unit = lexer.unit(end);
    if (unit === colon) {
      if (lexer.unit(end + 1) === colon) return end;
    } else if (!continuesVariable(unit)) return end;
    end++;
  }
};

const scanBracedVariable = (lexer: Lexer, start: number, insideString: boolean): ScannedVariable => {
  let name = "";
  let faulty = false;
  let position = start + 2;
  for (;;) {
    const unit = lexer.unit(position);
    if (unit === closeBrace) break;
    if (unit === endOfText) {
      lexer.reportIncomplete("IncompleteDollarVariableReference", start + 1, lexer.limit);
      return { path: variablePathOf(name), end: lexer.limit };
    }
    if (unit === backtick && position + 1 < lexer.limit) {
      const sequence = scanEscape(lexer, position);
      name += sequence.text;
      position = sequence.end;
      continue;
    }
    if (unit === openBrace) {
      lexer.report("OpenBraceNeedsToBeBackTickedInVariableName", position + 1, position + 2);
      faulty = true;
    }
    if (insideString && isDoubleQuote(unit) && isDoubleQuote(lexer.unit(position + 1))) position++;
    name += lexer.text.charAt(position);
    position++;
  }
  const end = position + 1;
  const path = variablePathOf(name);
  if (name === "") lexer.report("EmptyVariableReference", position, end);
  else if (!faulty && (path.unqualifiedPath === "" || name === ":")) {
    lexer.report("InvalidBracedVariableReference", start, end);
  }
  return { path, end };
};
