import { nouns } from "../../exchange/nouns.js";
import { homeNoun, nounNamed } from "./nouns.js";
import { shownObjects } from "./shown-objects.js";
import type { UnsetVariable } from "./unset-variables.js";
import type { Words } from "./words.js";

/** What a variable held that a transcript uses: a script that sets it, and objects of a noun that it shows. */
export interface GuessedVariable {
  /** `$perms = 'User Options', 'Mail Recipients' | Get-ManagementRole` */
  readonly script: string;
  readonly noun?: string;
  /** Properties of each object, in small letters. */
  readonly objects?: readonly ReadonlyMap<string, string>[];
}

/** Guesses what a variable held, from what is shown of it; `undefined`: nothing tells. */
export function guessVariable({ name, entry, use }: UnsetVariable, words: Words): GuessedVariable | undefined {
  switch (use.kind) {
    case "whole":
      return guessShown(name, entry.shown, words);
    case "member":
      return guessByMember(name, use.member, use.isLast ? entry.shown.trim() : undefined);
    case "method":
      return guessSize(name, use.method, entry.shown.trim());
    case "each":
      return guessElements(name, use.parameter, entry.shown, words);
  }
}

function guessShown(name: string, shown: string, words: Words): GuessedVariable | undefined {
  const rows = shownObjects(shown).map(({ properties }) => properties);
  const noun = nounOfColumns([...(rows[0]?.keys() ?? [])]);
  if (noun === undefined) return undefined;
  return collected(name, noun, rows, words);
}

function collected(
  name: string,
  noun: string,
  objects: readonly ReadonlyMap<string, string>[],
  words: Words,
): GuessedVariable | undefined {
  const names = objects.flatMap((each) => each.get("name") ?? each.get("displayname") ?? each.get("identity") ?? []);
  if (names.length < objects.length || names.length === 0) return undefined;
  const identities = names.map((each) => quoted(words.completeOrFill(each)));
  return { script: `$${name} = ${identities.join(", ")} | Get-${noun}`, noun, objects };
}

/** The noun whose table has these columns; else the one whose objects have all of these properties, and fewest others. */
function nounOfColumns(columns: readonly string[]): string | undefined {
  if (columns.length === 0) return undefined;
  const fitting = nouns.flatMap(({ noun }) => {
    const isView = noun.views.some(
      (view) =>
        view.kind === "table" &&
        view.columns.length === columns.length &&
        view.columns.every(({ label, property }, index) => (label ?? property)?.toLowerCase() === columns[index]),
    );
    if (isView) return [{ noun: noun.noun, rank: 0 }];
    const names = new Set(noun.properties.map((property) => property.name.toLowerCase()));
    return columns.every((column) => names.has(column)) ? [{ noun: noun.noun, rank: names.size }] : [];
  });
  return fitting.sort((a, b) => a.rank - b.rank)[0]?.noun;
}

/** What nouns of mailboxes and servers are called of which only a property is known. */
const anyObject: Readonly<Record<string, string>> = {
  Mailbox: "User 1",
  MailboxDatabase: "Mailbox Database 1",
  ExchangeServer: "EX01",
};

function guessByMember(name: string, member: string, text: string | undefined): GuessedVariable | undefined {
  const property = member.toLowerCase();
  const having = nouns.filter(({ noun }) => noun.properties.some((each) => each.name.toLowerCase() === property));
  const found = having.find(({ noun }) => Object.hasOwn(anyObject, homeNoun(noun.noun)))?.noun;
  const identity = found === undefined ? undefined : anyObject[homeNoun(found.noun)];
  if (found === undefined || identity === undefined) return undefined;
  const told = text === undefined || text === "" || text.includes("\n") ? [] : [[property, text] as const];
  return {
    script: `$${name} = Get-${found.noun} ${quoted(identity)}`,
    noun: found.noun,
    objects: [new Map([["identity", identity], ...told])],
  };
}

/** Methods of sizes, with the unit of what they give. */
const units: Readonly<Record<string, string>> = { tobytes: "B", tokb: "KB", tomb: "MB", togb: "GB", totb: "TB" };

function guessSize(name: string, method: string, text: string): GuessedVariable | undefined {
  const key = method.toLowerCase();
  if (!Object.hasOwn(units, key) || !/^\d{1,15}$/.test(text)) return undefined;
  return { script: `$${name} = [Microsoft.Exchange.Data.ByteQuantifiedSize]::Parse('${text} ${units[key]}')` };
}

/** Parameters that elements of a list are given to. */
const parameterNouns: Readonly<Record<string, string>> = {
  role: "ManagementRole",
  database: "MailboxDatabase",
  server: "ExchangeServer",
  mailbox: "Mailbox",
};

function guessElements(name: string, parameter: string, shown: string, words: Words): GuessedVariable | undefined {
  const noun = Object.hasOwn(parameterNouns, parameter) ? parameterNouns[parameter] : undefined;
  if (noun === undefined || nounNamed(noun) === undefined) return undefined;
  const values = shownObjects(shown).flatMap(({ properties }) => properties.get(parameter) ?? []);
  const objects = [...new Set(values)].map((value) => new Map([["name", value]]));
  return collected(name, noun, objects, words);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
