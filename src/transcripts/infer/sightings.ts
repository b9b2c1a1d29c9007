import type { Transcript } from "../reading/read-transcript.js";
import { shownObjects } from "./shown-objects.js";
import { argumentOf, type TypedCommand, typedPipelines } from "./typed-commands.js";
import type { Words } from "./words.js";

/** An object that a transcript shows or names, and what is known of it before the first entry. */
export interface SeenObject {
  readonly noun: string;
  readonly name: string;
  /** The line of the transcript where it is first seen. */
  readonly line: number;
  /** Texts by property name in small letters. */
  readonly properties: Map<string, string>;
  /** The noun whose cmdlet showed a property: servers are shown by several. */
  readonly shownBy: Map<string, string>;
  /** It was made by an entry, and is not there at the beginning. */
  readonly isMade: boolean;
}

/** Something that cannot be told, or not both be true. */
export interface Doubt {
  readonly line: number;
  readonly message: string;
}

/** What a transcript says of the organization before its first entry. */
export interface Sightings {
  readonly objects: readonly SeenObject[];
  readonly doubts: readonly Doubt[];
}

/** Goes through a transcript in order: what is seen after a change says nothing about the beginning. */
export function sightingsOf(transcript: Transcript, words: Words): Sightings {
  const observer = new Observer(words);
  for (const { line, typed, shown } of transcript.entries) {
    for (const commands of typedPipelines(typed)) observer.observe(line, commands, shown);
  }
  return { objects: [...observer.objects.values()], doubts: observer.doubts };
}

/** Nouns whose objects are servers. */
const serverNouns: ReadonlySet<string> = new Set([
  "clientaccessserver",
  "clientaccessservice",
  "mailboxserver",
  "transportserver",
  "transportservice",
]);

const nounOf = (noun: string): string => (serverNouns.has(noun.toLowerCase()) ? "ExchangeServer" : noun);

/** Parameters that name an object of another noun. */
const references: Readonly<Record<string, string>> = {
  server: "ExchangeServer",
  database: "MailboxDatabase",
  targetdatabase: "MailboxDatabase",
  mailboxserver: "ExchangeServer",
  site: "ADSite",
};

const isMissing = (shown: string, name: string): boolean =>
  shown.includes(`'${name}' couldn't be found`) || shown.includes(`"${name}" couldn't be found`);

class Observer {
  readonly objects = new Map<string, SeenObject>();
  readonly doubts: Doubt[] = [];
  /** `noun|name|property` of what entries changed; `*` for the name: of all objects. */
  private readonly changed = new Set<string>();

  constructor(private readonly words: Words) {}

  observe(line: number, commands: readonly TypedCommand[], shown: string): void {
    const [first] = commands;
    if (first === undefined) return;
    const noun = nounOf(first.noun);
    const isNew = first.verb.toLowerCase() === "new";
    if (isNew) this.noteMade(line, noun, first, shown);
    else if (first.verb.toLowerCase() === "get") this.noteShown(line, noun, first, shown);
    for (const command of commands) this.noteNamed(line, command, shown);
    for (const [index, command] of commands.entries()) this.noteChange(command, index === 0);
  }

  private noteMade(line: number, noun: string, command: TypedCommand, shown: string): void {
    const typed =
      argumentOf(command, "Name")?.[0] ??
      argumentOf(command, "Fqdn")?.[0]?.split(".", 1)[0] ??
      command.positional[0]?.[0];
    for (const { properties } of shownObjects(shown)) {
      const name = typed ?? properties.get("name");
      if (name !== undefined) this.keep(line, noun, name, properties, true);
    }
  }

  private noteShown(line: number, noun: string, command: TypedCommand, shown: string): void {
    const objects = shownObjects(shown);
    const identity = objects.length === 1 ? identityOf(command)?.[0] : undefined;
    for (const { properties } of objects) {
      const seen = new Map(properties);
      if (command.parameters.has("arbitration")) seen.set("recipienttypedetails", "ArbitrationMailbox");
      const name = this.words.complete(seen.get("name") ?? seen.get("identity") ?? "") || identity;
      if (name === undefined) continue;
      // One object found by another of its names.
      if (identity !== undefined && identity !== name && /^[\w.-]+$/.test(identity) && !seen.has("alias")) {
        if (noun.toLowerCase() === "mailbox") seen.set("alias", identity);
      }
      this.keep(line, noun, name, seen, false, command.noun);
    }
  }

  /** Objects that arguments name, unless the shell said that there are none. */
  private noteNamed(line: number, command: TypedCommand, shown: string): void {
    const noun = nounOf(command.noun);
    const verb = command.verb.toLowerCase();
    // What Get- shows says more than how it was asked for.
    const isNamed = verb === "set" || verb === "remove" || (verb === "get" && shownObjects(shown).length === 0);
    for (const name of (isNamed ? identityOf(command) : undefined) ?? []) {
      if (!/[*?\\/@]/.test(name) && !isMissing(shown, name)) this.keep(line, noun, name, new Map(), false);
    }
    for (const [parameter, of] of Object.entries(references)) {
      const names = command.parameters.get(parameter) ?? [];
      for (const name of names) if (!isMissing(shown, name)) this.keep(line, of, shortName(of, name), new Map(), false);
    }
  }

  private noteChange(command: TypedCommand, isFirst: boolean): void {
    if (command.verb.toLowerCase() !== "set") return;
    const names = argumentOf(command, "Identity") ?? command.positional[0] ?? (isFirst ? [] : ["*"]);
    for (const name of names) {
      for (const parameter of command.parameters.keys()) {
        this.changed.add(`${nounOf(command.noun)}|${name}|${parameter}`.toLowerCase());
      }
    }
  }

  private keep(
    line: number,
    noun: string,
    name: string,
    properties: ReadonlyMap<string, string>,
    isMade: boolean,
    shownBy = noun,
  ): void {
    const key = `${noun}|${name}`.toLowerCase();
    const known = this.objects.get(key);
    const object = known ?? { noun, name, line, properties: new Map(), shownBy: new Map(), isMade };
    this.objects.set(key, object);
    // Of an object that an entry made, only its own output says how it was made.
    if (known?.isMade === true) return;
    for (const [property, text] of properties) {
      this.keepProperty(line, object, property, text);
      object.shownBy.set(property, shownBy);
    }
  }

  private keepProperty(line: number, object: SeenObject, property: string, text: string): void {
    if (this.isChanged(object, property)) return;
    const value = this.words.complete(text);
    if (value === undefined) return;
    const known = object.properties.get(property);
    if (known === undefined) object.properties.set(property, value);
    else if (known !== value && !object.isMade) {
      this.doubts.push({
        line,
        message: `${object.noun} '${object.name}' shows ${property} '${value}', and '${known}' before, with no change between.`,
      });
    }
  }

  private isChanged({ noun, name }: SeenObject, property: string): boolean {
    return [name, "*"].some((who) => {
      const prefix = `${noun}|${who}|`.toLowerCase();
      for (const change of this.changed) {
        if (change.startsWith(prefix) && property.startsWith(change.slice(prefix.length))) return true;
      }
      return false;
    });
  }
}

function identityOf(command: TypedCommand): readonly string[] | undefined {
  return argumentOf(command, "Identity") ?? command.positional[0];
}

/** Servers are also named by FQDN. */
function shortName(noun: string, name: string): string {
  return noun === "ExchangeServer" ? (name.split(".", 1)[0] ?? name) : name;
}
