import { linkedBy } from "./linked-by.js";
import { homeNoun, isBelowServer, nounNamed } from "./nouns.js";
import type { Doubt, Membership, RoleEntry, SeenObject } from "./seen.js";
import { ServerStates } from "./server-states.js";
import { shownObjects } from "./shown-objects.js";
import {
  defaultNames,
  identityOf,
  isBare,
  isFormat,
  isMissing,
  lastStep,
  makingVerbs,
  noUser,
  parts,
  people,
  referenceFacts,
  references,
  shortName,
  statusBefore,
  userPath,
  withProperties,
} from "./sighting-rules.js";
import { argumentOf, showingOf, type TypedCommand } from "./typed-commands.js";
import { isCut, type Words } from "./words.js";

/** Longer lists are none that people put in order. */
const mostPriorities = 50;

/** Switches of Get-Mailbox that show mailboxes of one kind. */
const mailboxSwitches: Readonly<Record<string, string>> = {
  arbitration: "ArbitrationMailbox",
  monitoring: "MonitoringMailbox",
};

const addressed = /mailbox for '([^'()]{1,64}?) \(([\w.+-]{1,64}@[\w.-]{1,255})\)'/g;

/** What is seen, entry by entry. */
export class Observer {
  readonly objects = new Map<string, SeenObject>();
  readonly complete = new Set<string>();
  readonly memberships: Membership[] = [];
  readonly roleEntries: RoleEntry[] = [];
  readonly states = new ServerStates();
  netBIOSName: string | undefined;
  readonly doubts: Doubt[] = [];
  /** `noun|name|property` of what entries changed; `*` for the name: of all objects. */
  private readonly changed = new Set<string>();

  constructor(private readonly words: Words) {}

  observe(line: number, commands: readonly TypedCommand[], shown: string): void {
    const [first] = commands;
    if (first === undefined) return;
    if (first.verb.toLowerCase() === "new") this.noteMade(line, homeNoun(first.noun), first, shown);
    const showing = showingOf(commands);
    this.notePeople(line, shown);
    this.noteAddressed(line, shown);
    if (showing !== undefined) this.noteShown(line, showing, commands, shown);
    for (const command of commands) this.states.note(command, shown);
    for (const command of commands) this.noteNamed(line, command, shown, command === showing);
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
    if (nounNamed(command.noun)?.noun === "ManagementRoleAssignment") {
      for (const { properties } of objects) this.noteAssignment(line, command, properties);
      return;
    }
    const noun = homeNoun(command.noun);
    if (isBare(command) && all.length - all.indexOf(command) <= 2 && objects.length > 0) {
      if (all.slice(all.indexOf(command) + 1).every(isFormat)) this.complete.add(noun);
    }
    const [entry] = noun === "ManagementRole" ? (argumentOf(command, "Cmdlet") ?? []) : [];
    if (entry !== undefined)
      for (const { properties } of objects) this.roleEntries.push({ role: properties.get("name") ?? "", entry });
    const identity = objects.length === 1 ? identityOf(command)?.[0] : undefined;
    const conditions = new Map(all.flatMap((each) => [...each.conditions]));
    const isOwn = command.noun.toLowerCase() === noun.toLowerCase();
    for (const [index, { properties }] of objects.entries()) {
      const seen = new Map([...conditions, ...properties]);
      for (const [parameter, kind] of Object.entries(mailboxSwitches))
        if (command.parameters.has(parameter)) seen.set("recipienttypedetails", kind);
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

  /** An assignment is of a role, and to a group that it names; others that were asked for are in that group. */
  private noteAssignment(line: number, command: TypedCommand, properties: ReadonlyMap<string, string>): void {
    const role = properties.get("role");
    const assignee = properties.get("roleassigneename");
    if (role === undefined || assignee === undefined || isCut(role) || isCut(assignee)) return;
    const isGroup = properties.get("roleassigneetype") === "RoleGroup";
    this.keep(line, "ManagementRole", role, new Map(), false);
    if (isGroup) this.keep(line, "RoleGroup", assignee, new Map(), false);
    const facts = new Map([...properties, ["name", `${role}-${assignee}`]]);
    this.keep(line, command.noun, `${role}-${assignee}`, facts, false);
    const [asked] = argumentOf(command, "RoleAssignee") ?? [];
    if (isGroup && asked !== undefined && asked !== assignee && !this.isMember(assignee, asked))
      this.memberships.push({ group: assignee, member: asked });
  }

  private isMember(group: string, member: string): boolean {
    return this.memberships.some((each) => each.group === group && each.member === member);
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
    if (server !== undefined && home !== "ExchangeServer" && home !== "Mailbox") {
      const version = full("admindisplayversion");
      const facts = new Map(version === undefined ? [] : [["admindisplayversion", version] as const]);
      this.keep(line, "ExchangeServer", shortName("ExchangeServer", server), facts, false);
    }
    for (const { of, name } of linkedBy(noun, properties)) this.keep(line, of, shortName(of, name), new Map(), false);
    const services = full("onpremisewebserviceendpoint");
    if (services !== undefined) {
      // The address is the external one of a server's web services.
      const directory = `${/^https?:\/\/([\w-]+)/i.exec(services)?.[1]?.toUpperCase() ?? "EX01"}\\EWS (Default Web Site)`;
      this.keep(line, "WebServicesVirtualDirectory", directory, new Map([["externalurl", services]]), false);
    }
    const target = full("targetdatabase");
    if (target !== undefined) this.keep(line, "MailboxDatabase", lastStep(target), new Map(), false);
    const database = full("database");
    if (database === undefined || nounName.toLowerCase() === "mailboxdatabase" || home === "Mailbox") return;
    const facts: [string, string][] = server === undefined ? [] : [["server", server]];
    this.keep(line, "MailboxDatabase", lastStep(database), new Map(facts), false, "MailboxDatabase");
  }

  /** `the mailbox for 'Adam Baker (adam.baker@contoso.com)'`, however the window broke it. */
  private noteAddressed(line: number, shown: string): void {
    for (const [, name = "", address = ""] of shown.replaceAll(/\s+/g, " ").matchAll(addressed))
      this.keep(line, "Mailbox", name, new Map([["primarysmtpaddress", address]]), false);
  }

  /** Objects that arguments name, unless the shell said that there are none. */
  private noteNamed(line: number, command: TypedCommand, shown: string, isShowing: boolean): void {
    const noun = homeNoun(command.noun);
    const verb = command.verb.toLowerCase();
    // What Get- shows says more than how it was asked for.
    const isNamed =
      verb !== "" &&
      nounNamed(command.noun) !== undefined &&
      !makingVerbs.has(verb) &&
      !(verb === "enable" && noun === "Mailbox") &&
      (verb !== "get" || !isShowing || !this.showsItsObjects(command, shown));
    for (const typed of (isNamed ? identityOf(command) : undefined) ?? []) {
      // `anna:\Calendar`, `DB1\EX01`: the object, and something of it.
      const name = noun === "Mailbox" ? (typed.split(":\\", 1)[0] ?? typed) : typed;
      if (!/[*?\\/]/.test(name) && !isMissing(shown, name)) this.noteOne(line, noun, name, command);
    }
    if (isNamed) this.notePriority(line, noun, command, shown);
    for (const parameter of people)
      for (const name of command.parameters.get(parameter) ?? []) this.noteUser(line, name, shown);
    for (const [parameter, of] of Object.entries(references)) {
      const facts = new Map(Object.hasOwn(referenceFacts, parameter) ? referenceFacts[parameter] : []);
      for (const name of command.parameters.get(parameter) ?? []) {
        if (isMissing(shown, name) || /[*?\\/]/.test(name)) continue;
        if (of === "Mailbox") this.noteOne(line, of, name, command);
        else this.keep(line, of, shortName(of, name), facts, false);
      }
    }
    const group = noun === "DatabaseAvailabilityGroup" ? identityOf(command)?.[0] : undefined;
    const member = argumentOf(command, "MailboxServer")?.[0];
    if (group !== undefined && member !== undefined && !makingVerbs.has(verb))
      this.keep(line, noun, group, new Map([["servers", `{${member}}`]]), false);
  }

  private noteUser(line: number, typed: string, shown: string): void {
    const [domain = "", account = domain] = typed.split("\\");
    if (noUser.has(domain.toLowerCase()) || noUser.has(account.toLowerCase()) || isMissing(shown, typed)) return;
    const spelled = [...this.objects.values()].some(({ name }) => name.toLowerCase() === account.toLowerCase());
    const facts = new Map([["samaccountname", account]]);
    if (!spelled && !/[*?@]/.test(account)) this.keep(line, "User", account, facts, false);
  }

  /** Users that properties lead to, and the domain of accounts. */
  private notePeople(line: number, shown: string): void {
    for (const { properties } of shownObjects(shown)) {
      for (const [property, text] of properties) {
        const account = /^(?:user|owner|trustee)$/.test(property)
          ? /^([\w-]{1,15})\\[^\\]+$/.exec(text)?.[1]
          : undefined;
        if (account !== undefined && !noUser.has(account.toLowerCase())) this.netBIOSName ??= account;
        if (property === "identity" || property === "id") continue;
        for (const element of text.replace(/^\{|\}$/g, "").split(", ")) {
          const name = userPath.exec(element)?.[1];
          if (name !== undefined) this.keep(line, "Mailbox", name, new Map(), false);
        }
      }
    }
  }

  /** Whether an entry shows objects with names, so that its argument is only another name of one. */
  private showsItsObjects({ noun }: TypedCommand, shown: string): boolean {
    const isOther = homeNoun(noun) !== noun;
    if (parts.has(noun.toLowerCase())) return false;
    return shownObjects(shown).some(
      ({ properties }) => !isOther || ["name", "displayname", "identity"].some((name) => properties.has(name)),
    );
  }

  /** A place in a list of which an entry says nothing wrong: so many objects there are. */
  private notePriority(line: number, noun: string, command: TypedCommand, shown: string): void {
    const priority = Number(argumentOf(command, "Priority")?.[0] ?? Number.NaN);
    const isTaken = command.verb.toLowerCase() === "set" && !shown.includes("FullyQualifiedErrorId");
    if (!isTaken || !Number.isInteger(priority) || priority > mostPriorities) return;
    for (let number = 2; number <= priority; number++) this.keep(line, noun, `${noun} ${number}`, new Map(), false);
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
