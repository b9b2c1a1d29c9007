import { fold } from "../fold.js";
import type { Problems } from "./problems.js";

/*
 * Descriptions come from TypeScript, JavaScript and JSON alike, so what the types promise is checked here once more,
 * and a wrong field is told with its place and with what it should be.
 */

/** A part of a description whose fields are still to be looked at. */
export type Given<T> = { readonly [K in keyof T]?: unknown };

/** An item of a list that may be given as a bare name. */
export function itemOf<T>(item: unknown): Given<T> {
  return typeof item === "object" && item !== null ? item : ({ name: item } as Given<T>);
}

/** Notes fields that do not exist: a misspelt one would otherwise be ignored in silence. */
export function checkFields(problems: Problems, where: string, value: object, known: readonly string[]): void {
  for (const field of Object.keys(value)) {
    if (!known.includes(field))
      problems.add(where, `there is no field "${field}". The fields are ${known.join(", ")}.`);
  }
}

/** A text that must be there and not be blank; "" (and a note) when it isn't. */
export function requiredText(problems: Problems, where: string, value: unknown, example: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  problems.add(
    where,
    `${value === undefined ? "it is missing" : `${show(value)} won't do`}. Give a text such as "${example}".`,
  );
  return "";
}

/** A text that may be left out. */
export function optionalText(problems: Problems, where: string, value: unknown, example: string): string | undefined {
  return value === undefined ? undefined : requiredText(problems, where, value, example);
}

/** A list that may be left out. */
export function optionalList(problems: Problems, where: string, value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  problems.add(where, `${show(value)} won't do. Give a list.`);
  return [];
}

/** One of some words, case aside; the fallback when it is left out or (with a note) none of them. */
export function oneOf<T extends string>(
  problems: Problems,
  where: string,
  value: unknown,
  words: readonly T[],
  fallback: T,
): T {
  if (value === undefined) return fallback;
  const word = typeof value === "string" ? words.find((each) => fold(each) === fold(value)) : undefined;
  if (word === undefined) problems.add(where, `${show(value)} won't do. Give one of ${words.join(", ")}.`);
  return word ?? fallback;
}

/** Looks a name up among things described before; null (and a note) when there is none. */
export function named<T>(
  problems: Problems,
  where: string,
  name: string,
  things: ReadonlyMap<string, T>,
  kind: string,
): T | null {
  const thing = things.get(fold(name));
  if (thing !== undefined) return thing;
  const known = [...things.keys()].slice(0, 10).join(", ");
  problems.add(
    where,
    `there is no ${kind} "${name}". ${known === "" ? `No ${kind} is described.` : `Described are: ${known}.`}`,
  );
  return null;
}

/** A value as it is told in a note. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return String(value);
}
