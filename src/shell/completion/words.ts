import { PowerShellError } from "../../values/errors.js";
import { WildcardPattern } from "../../values/index.js";
import type { CompletionMatch } from "./result.js";

/** A word as typed so far: with the quotation mark that it began with, and what it stands for. */
export interface Word {
  readonly quote: "" | "'" | '"';
  readonly value: string;
}

/** Takes a typed word apart; a closing quotation mark may be there or not. */
export function wordOf(typed: string): Word {
  const first = typed[0];
  if (first !== "'" && first !== '"') return { quote: "", value: typed };
  const body = typed.slice(1);
  const closed = body.endsWith(first) ? body.slice(0, -1) : body;
  return { quote: first, value: closed.replaceAll(first + first, first) };
}

/** Whether a name begins with a typed word, in which wildcards work. A pattern that is not valid matches nothing. */
export function beginningWith(word: string): (name: string) => boolean {
  try {
    const pattern = new WildcardPattern(`${word}*`, true);
    return (name) => pattern.isMatch(name);
  } catch (error) {
    if (error instanceof PowerShellError) return () => false;
    throw error;
  }
}

/** Characters that an unquoted argument cannot hold, or not at its beginning. */
const needsQuotes = /[\s'"`$(){};,|&<>]|^[@#-]|^$/;

/** A value as an argument is written: quoted as the word that it replaces was, or when it needs it. */
export function quoted(value: string, quote: Word["quote"]): string {
  if (quote === '"') return `"${value.replace(/[`"$]/g, "`$&")}"`;
  if (quote === "'" || needsQuotes.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return value;
}

/** Orders names as the engine lists them. */
export function byName(left: string, right: string): number {
  const a = left.toUpperCase();
  const b = right.toUpperCase();
  return a < b ? -1 : a > b ? 1 : left < right ? 1 : left > right ? -1 : 0;
}

/** Matches for values: those that begin with the typed word, quoted like it. */
export function valueMatches(
  names: readonly string[],
  typed: string,
  type: CompletionMatch["type"],
): CompletionMatch[] {
  const { quote, value } = wordOf(typed);
  const isWanted = beginningWith(value);
  return names.filter(isWanted).map((name) => ({ text: quoted(name, quote), list: name, type }));
}
