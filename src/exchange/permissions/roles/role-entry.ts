import { catalogue, cmdletsOfRelease } from "../../catalogue/catalogue.js";
import type { CatalogueCmdlet } from "../../catalogue/catalogue-cmdlet.js";
import { type ExchangeRelease, inRelease } from "../../catalogue/release.js";
import { inEveryRole, roleCmdlets, roleCmdletsSince2013 } from "./role-cmdlets.js";

/** What a role allows: a cmdlet with some of its parameters, a script, or something that an application does. */
export interface RoleEntry {
  readonly type: "Cmdlet" | "Script" | "ApplicationPermission";
  readonly name: string;
  /** The snap-in of a cmdlet; empty for the others. */
  readonly snapIn: string;
  /** In alphabetical order. */
  readonly parameters: readonly string[];
}

export const exchangeSnapIn = "Microsoft.Exchange.Management.PowerShell.E2010";

/** Parameters that PowerShell gives to every cmdlet, as the product's roles name them. */
const usual = [
  "Debug",
  "ErrorAction",
  "ErrorVariable",
  "OutBuffer",
  "OutVariable",
  "Verbose",
  "WarningAction",
  "WarningVariable",
];
const asking = ["Confirm", "WhatIf"];
/** Comes with a cmdlet whichever of its other parameters a role has. */
const always = ["Identity", "DomainController"];

export const inOrder = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

/** Roles show their entries from the last name to the first (from memory). */
export const byNameDown = (a: RoleEntry, b: RoleEntry): number =>
  a.name.toLowerCase() < b.name.toLowerCase() ? 1 : -1;

function parametersOf(cmdlet: CatalogueCmdlet, release: ExchangeRelease): readonly string[] {
  const own = cmdlet.parameters.filter(({ releases }) => inRelease(releases, release)).map(({ name }) => name);
  return [...own, ...usual, ...(cmdlet.supportsShouldProcess ? asking : [])];
}

/** A cmdlet of a release with all of its parameters. */
export function wholeEntry(cmdlet: CatalogueCmdlet, release: ExchangeRelease): RoleEntry {
  return {
    type: "Cmdlet",
    name: cmdlet.name,
    snapIn: exchangeSnapIn,
    parameters: inOrder(parametersOf(cmdlet, release)),
  };
}

const pattern = /^([\w*,]+)-([\w*]+)(!?)(?:\(([^)]*)\))?$/;

/** What a word of the table means in a release. */
function entriesOfWord(word: string, release: ExchangeRelease): readonly RoleEntry[] {
  const [, verbs = "", noun = "", not = "", list] = pattern.exec(word) ?? [];
  if (noun === "") throw new Error(`"${word}" is no word of the table of roles.`);
  const wanted = new Set(verbs.split(","));
  const ofNoun = noun === "*" ? [...cmdletsOfRelease(release)] : (catalogue().get(noun) ?? []);
  const named = new Set(list?.split(",") ?? []);
  return ofNoun
    .filter(({ verb, releases }) => inRelease(releases, release) && (verbs === "*" || wanted.has(verb)))
    .map((cmdlet) => {
      const entry = wholeEntry(cmdlet, release);
      if (list === undefined) return entry;
      const kept = [...always, ...usual, ...asking];
      const allows = (name: string): boolean => named.has(name) !== (not === "!") || kept.includes(name);
      return { ...entry, parameters: entry.parameters.filter(allows) };
    });
}

const known = new Map<string, readonly RoleEntry[]>();

/** The entries of a built-in role in a release, from the last name to the first; none for other names. */
export function builtInEntries(roleName: string, release: ExchangeRelease): readonly RoleEntry[] {
  const key = `${release}|${roleName}`;
  let entries = known.get(key);
  if (entries === undefined) {
    entries = make(roleName, release);
    known.set(key, entries);
  }
  return entries;
}

function make(roleName: string, release: ExchangeRelease): readonly RoleEntry[] {
  if (roleName === "ApplicationImpersonation")
    return [{ type: "ApplicationPermission", name: "Impersonate-ExchangeUser", snapIn: "", parameters: [] }];
  const own = roleCmdlets[roleName];
  if (own === undefined) return [];
  const words = [
    own,
    roleName.startsWith("My") ? "" : inEveryRole,
    release === "2010" ? "" : (roleCmdletsSince2013[roleName] ?? ""),
  ];
  return merged(
    words
      .join(" ")
      .split(" ")
      .filter((word) => word !== "")
      .flatMap((word) => entriesOfWord(word, release)),
  );
}

/** One entry a cmdlet, with the parameters of all. */
export function merged(entries: readonly RoleEntry[]): readonly RoleEntry[] {
  const byName = new Map<string, RoleEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    const before = byName.get(key);
    byName.set(
      key,
      before === undefined ? entry : { ...before, parameters: inOrder([...before.parameters, ...entry.parameters]) },
    );
  }
  return [...byName.values()].sort(byNameDown);
}

const letters = { Cmdlet: "c", Script: "s", ApplicationPermission: "a" } as const;

/** How a role of one's own keeps an entry: `c,Get-Mailbox,Microsoft.Exchange.Management.PowerShell.E2010,Anr,Identity`. */
export function keptEntry({ type, name, snapIn, parameters }: RoleEntry): string {
  return [letters[type], name, ...(type === "Cmdlet" ? [snapIn] : []), ...parameters].join(",");
}

export function entryFrom(kept: string): RoleEntry {
  const [letter, name = "", ...rest] = kept.split(",");
  if (letter === "c") return { type: "Cmdlet", name, snapIn: rest[0] ?? "", parameters: rest.slice(1) };
  return { type: letter === "s" ? "Script" : "ApplicationPermission", name, snapIn: "", parameters: rest };
}

/** `(Microsoft.Exchange.Management.PowerShell.E2010) Get-Mailbox -Anr -Identity`, as a role lists it (from memory). */
export function entryText({ name, snapIn, parameters }: RoleEntry): string {
  const head = snapIn === "" ? name : `(${snapIn}) ${name}`;
  return [head, ...parameters.map((parameter) => `-${parameter}`)].join(" ");
}
