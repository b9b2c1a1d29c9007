import type { Transcript } from "../reading/read-transcript.js";
import { homeNoun, isBelowServer, nounNamed, propertyOf } from "./nouns.js";
import { type ShownObject, shownObjects } from "./shown-objects.js";
import { argumentOf, isShowing, type TypedCommand, typedPipelines } from "./typed-commands.js";
import { unsetVariables } from "./unset-variables.js";
import { guessVariable } from "./variables.js";
import { isCut, type Words } from "./words.js";

/** An object that a transcript shows or names, and what is known of it before the first entry. */
export interface SeenObject {
  readonly noun: string;
  /** Empty for the one object of a noun that has no more. */
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
  /** The nouns of which all objects are shown. */
  readonly complete: ReadonlySet<string>;
  /** Lines that set the variables which the transcript uses and does not set. */
  readonly profile: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** Goes through a transcript in order: what is seen after a change says nothing about the beginning. */
export function sightingsOf(transcript: Transcript, words: Words): Sightings {
  const observer = new Observer(words);
  for (const { line, typed, shown } of transcript.entries) {
    for (const commands of typedPipelines(typed)) observer.observe(line, commands, shown);
  }
  const profile = unsetVariables(transcript).flatMap((variable) => {
    const guess = guessVariable(variable, words);
    if (guess?.noun !== undefined) observer.noteHeld(variable.entry.line, guess.noun, guess.objects ?? []);
    if (guess === undefined) {
      const message = `Nothing tells what $${variable.name} holds.`;
      observer.doubts.push({ line: variable.entry.line, message });
    }
    return guess === undefined ? [] : [guess.script];
  });
  const { objects, complete, doubts } = observer;
  return { objects: [...objects.values()], complete, profile, doubts };
}

/** Parameters that name an object of another noun. */
const references: Readonly<Record<string, string>> = {
  server: "ExchangeServer",
  database: "MailboxDatabase",
  targetdatabase: "MailboxDatabase",
  mailboxserver: "ExchangeServer",
  site: "ADSite",
};

/** Parameters that narrow nothing. */
const harmless: ReadonlySet<string> = new Set(["resultsize", "status", "erroraction", "domaincontroller", "verbose"]);

/** Verbs that name no object which is there: it is made, or was something else before. */
const makingVerbs: ReadonlySet<string> = new Set(["new", "connect", "import", "install", "add"]);

/** Where a move is that a verb is used on. */
const statusBefore: Readonly<Record<string, string>> = { remove: "Completed", resume: "Suspended" };

/** What objects are called of which a transcript shows properties, and no name. */
const defaultNames: Readonly<Record<string, (index: number) => string>> = {
  ExchangeServer: (index) => `EX${String(index + 1).padStart(2, "0")}`,
  MailboxDatabase: (index) => `Mailbox Database ${index + 1}`,
  Mailbox: (index) => `User ${index + 1}`,
};

/** Nouns that show several things of one mailbox, server or group: their rows are no objects of the directory. */
const parts: ReadonlySet<string> = new Set(
  [
    "MailboxFolderStatistics",
    "MailboxFolderPermission",
    "MailboxPermission",
    "ServerComponentState",
    "ServiceHealth",
    "ReplicationHealth",
    "RoleGroupMember",
    "DistributionGroupMember",
    "ManagementRoleEntry",
    "Queue",
    "Message",
    "MessageTrackingLog",
  ].map((noun) => noun.toLowerCase()),
);

const isMissing = (shown: string, name: string): boolean => {
  const text = shown.replaceAll(/\s+/g, " ");
  return [`'${name}' couldn't be found`, `"${name}" couldn't be found`, `Couldn't find database "${name}"`].some(
    (sentence) => text.includes(sentence),
  );
};

class Observer {
  readonly objects = new Map<string, SeenObject>();
  readonly complete = new Set<string>();
  readonly doubts: Doubt[] = [];
  /** `noun|name|property` of what entries changed; `*` for the name: of all objects. */
  private readonly changed = new Set<string>();

  constructor(private readonly words: Words) {}

  observe(line: number, commands: readonly TypedCommand[], shown: string): void {
    const [first] = commands;
    if (first === undefined) return;
    if (first.verb.toLowerCase() === "new") this.noteMade(line, homeNoun(first.noun), first, shown);
    const showing = commands.findLast(isShowing);
    if (showing !== undefined) this.noteShown(line, showing, commands, shown);
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

  private noteShown(line: number, command: TypedCommand, all: readonly TypedCommand[], shown: string): void {
    const objects = shownObjects(shown).map((object) => withProperties(command.noun, object));
    for (const { properties } of objects) for (const text of properties.values()) this.words.add(text);
    for (const { properties } of objects) this.noteLinks(line, command.noun, properties);
    if (command.verb.toLowerCase() !== "get" || parts.has(command.noun.toLowerCase())) return;
    const noun = homeNoun(command.noun);
    if (isBare(command) && all.length - all.indexOf(command) <= 2 && objects.length > 0) {
      if (all.slice(all.indexOf(command) + 1).every(isFormat)) this.complete.add(noun);
    }
    const identity = objects.length === 1 ? identityOf(command)?.[0] : undefined;
    const isOwn = command.noun.toLowerCase() === noun.toLowerCase();
    for (const [index, { properties }] of objects.entries()) {
      const seen = new Map(properties);
      if (command.parameters.has("arbitration")) seen.set("recipienttypedetails", "ArbitrationMailbox");
      const name = this.nameOf(command.noun, seen, identity) ?? (isOwn ? defaultNames[noun]?.(index) : undefined) ?? "";
      if (name === "" && nounNamed(noun)?.singleton !== true) continue;
      // One object found by another of its names.
      if (identity !== undefined && identity !== name && /^[\w.-]+$/.test(identity) && !seen.has("alias")) {
        if (noun === "Mailbox") seen.set("alias", identity);
      }
      this.keep(line, noun, name, seen, false, command.noun);
    }
  }

  /** Objects of a noun that a variable holds. */
  noteHeld(line: number, nounName: string, objects: readonly ReadonlyMap<string, string>[]): void {
    for (const properties of objects) {
      const name = this.nameOf(nounName, properties, undefined);
      const seen = new Map([...properties].filter(([property]) => property !== "identity"));
      if (name !== undefined) this.keep(line, homeNoun(nounName), name, seen, false, nounName);
    }
  }

  /** What an object is called in the directory: by its name, its identity, or how it was asked for. */
  private nameOf(
    nounName: string,
    seen: ReadonlyMap<string, string>,
    identity: string | undefined,
  ): string | undefined {
    const isMailbox = homeNoun(nounName) === "Mailbox";
    const told = seen.get("name") ?? (isMailbox ? undefined : seen.get("identity")) ?? "";
    const shownName = told === "" && isMailbox ? (seen.get("displayname") ?? seen.get("identity") ?? "") : told;
    const name = shownName === "" ? identity : this.words.completeOrFill(shownName);
    if (name === undefined || name === "") return undefined;
    this.words.add(name);
    const server = seen.get("server");
    const isOwned = isBelowServer(nounName) && !name.includes("\\") && server !== undefined && server !== "";
    return isOwned ? `${shortName("ExchangeServer", server)}\\${name}` : name;
  }

  /** Objects of other nouns that what is shown leads to: the server of a database, the database of a mailbox. */
  private noteLinks(line: number, nounName: string, properties: ReadonlyMap<string, string>): void {
    const noun = nounNamed(nounName);
    if (noun === undefined) return;
    const full = (name: string): string | undefined => {
      const value = properties.get(name);
      return value === undefined || value === "" || isCut(value) || /[{},]/.test(value) ? undefined : value;
    };
    const [owner] = isBelowServer(nounName) ? (full("identity")?.split("\\") ?? []) : [];
    const server = full("mailboxserver") ?? full("servername") ?? full("server") ?? owner;
    const home = homeNoun(nounName);
    if (server !== undefined && home !== "ExchangeServer" && home !== "Mailbox")
      this.keep(line, "ExchangeServer", shortName("ExchangeServer", server), new Map(), false);
    const target = full("targetdatabase");
    if (target !== undefined) this.keep(line, "MailboxDatabase", lastStep(target), new Map(), false);
    const database = full("database");
    if (database === undefined || nounName.toLowerCase() === "mailboxdatabase" || home === "Mailbox") return;
    const facts: [string, string][] = server === undefined ? [] : [["server", server]];
    this.keep(line, "MailboxDatabase", lastStep(database), new Map(facts), false, "MailboxDatabase");
  }

  /** Objects that arguments name, unless the shell said that there are none. */
  private noteNamed(line: number, command: TypedCommand, shown: string): void {
    const noun = homeNoun(command.noun);
    const verb = command.verb.toLowerCase();
    // What Get- shows says more than how it was asked for.
    const isNamed =
      verb !== "" &&
      nounNamed(command.noun) !== undefined &&
      !makingVerbs.has(verb) &&
      !(verb === "enable" && noun === "Mailbox") &&
      (verb !== "get" || !this.showsItsObjects(command, shown));
    for (const typed of (isNamed ? identityOf(command) : undefined) ?? []) {
      // `anna:\Calendar`, `DB1\EX01`: the object, and something of it.
      const name = noun === "Mailbox" ? (typed.split(":\\", 1)[0] ?? typed) : typed;
      if (!/[*?\\/]/.test(name) && !isMissing(shown, name)) this.noteOne(line, noun, name, command);
    }
    for (const [parameter, of] of Object.entries(references)) {
      const names = command.parameters.get(parameter) ?? [];
      for (const name of names) if (!isMissing(shown, name)) this.keep(line, of, shortName(of, name), new Map(), false);
    }
    const group = noun === "DatabaseAvailabilityGroup" ? identityOf(command)?.[0] : undefined;
    const member = argumentOf(command, "MailboxServer")?.[0];
    if (group !== undefined && member !== undefined && !makingVerbs.has(verb))
      this.keep(line, noun, group, new Map([["servers", `{${member}}`]]), false);
  }

  /** Whether an entry shows objects with names, so that its argument is only another name of one. */
  private showsItsObjects({ noun }: TypedCommand, shown: string): boolean {
    const isOther = homeNoun(noun) !== noun;
    return shownObjects(shown).some(
      ({ properties }) => !isOther || ["name", "displayname", "identity"].some((name) => properties.has(name)),
    );
  }

  private noteOne(line: number, noun: string, name: string, command: TypedCommand): void {
    const facts = new Map<string, string>();
    const [alias = name] = name.split("@", 1);
    const isAddress = noun === "Mailbox" && name.includes("@");
    const ownName = isAddress ? alias : shortName(noun, name);
    if (isAddress) facts.set("primarysmtpaddress", name);
    this.keep(line, noun, ownName, facts, false);
    if (!/^MoveRequest/i.test(command.noun)) return;
    // What is taken away is done, and what is stopped or goes on is not.
    const status = statusBefore[command.verb.toLowerCase()] ?? "InProgress";
    this.keep(line, noun, ownName, new Map([["status", status]]), false, "MoveRequest");
  }

  private noteChange(command: TypedCommand, isFirst: boolean): void {
    if (command.verb.toLowerCase() !== "set") return;
    const names = argumentOf(command, "Identity") ?? command.positional[0] ?? (isFirst ? [] : ["*"]);
    for (const name of names) {
      for (const parameter of command.parameters.keys()) {
        this.changed.add(`${homeNoun(command.noun)}|${name}|${parameter}`.toLowerCase());
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
    // A list that shows only its beginning tells nothing.
    if (value === undefined || value.endsWith("...}") || value.endsWith("…}")) return;
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

function withProperties(noun: string, { properties }: ShownObject): ShownObject {
  return { properties: new Map([...properties].map(([label, text]) => [propertyOf(noun, label), text])) };
}

/** A command that gives all objects of its noun. */
function isBare({ parameters, positional }: TypedCommand): boolean {
  return positional.length === 0 && [...parameters.keys()].every((name) => harmless.has(name));
}

/** A command that leaves no object out. */
function isFormat({ verb, noun, parameters }: TypedCommand): boolean {
  if (/^(?:ft|fl|fw|fc|sort)$/i.test(noun) || verb.toLowerCase() === "format") return true;
  const isSelect = /^select$/i.test(verb === "" ? noun : verb);
  return isSelect && [...parameters.keys()].every((name) => "property".startsWith(name));
}

function identityOf(command: TypedCommand): readonly string[] | undefined {
  return argumentOf(command, "Identity") ?? command.positional[0];
}

/** Servers are also named by FQDN. */
function shortName(noun: string, name: string): string {
  return noun === "ExchangeServer" ? (name.split(".", 1)[0] ?? name) : name;
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
