// For a noun's test: every parameter of Set that stores a property brings it back, every form of identity resolves.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets } from "../../src/exchange/cmdlets.js";
import type { Noun } from "../../src/exchange/noun/noun.js";
import { settableColumns } from "../../src/exchange/noun/noun.js";
import type { RegisteredNoun } from "../../src/exchange/nouns.js";
import type { Column } from "../../src/exchange/properties/kind.js";
import { unlimitedWord } from "../../src/exchange/types/unlimited.js";
import type { EditionName, Shell, Topology } from "../../src/index.js";
import { said, startShell, type } from "./support.js";

/** What is typed for a parameter, and what `fl` then shows. */
export type Sample = readonly [typed: string, shown: string];

export interface RoundTrips {
  /** Lines that make the object, typed before each test. */
  readonly before?: readonly string[];
  /** How the object is called; left out for a singleton. */
  readonly identity?: string;
  /** What to type for parameters whose kind does not say it, such as links. */
  readonly samples?: Readonly<Record<string, Sample>>;
  /** Parameters that need a test of their own. */
  readonly except?: readonly string[];
  readonly edition?: EditionName;
  /** The organization, where it isn't the article's. */
  readonly topology?: Topology;
}

/** What to type for a kind of property; a different value than any default. */
const samplesOf: Readonly<Record<string, readonly Sample[]>> = {
  text: [["'Sample text'", "Sample text"]],
  bool: [
    ["$true", "True"],
    ["$false", "False"],
  ],
  int: [["17", "17"]],
  uint: [["17", "17"]],
  long: [["17", "17"]],
  size: [["12MB", "12 MB (12,582,912 bytes)"]],
  quota: [
    ["12MB", "12 MB (12,582,912 bytes)"],
    ["unlimited", "unlimited"],
  ],
  count: [
    ["77", "77"],
    ["unlimited", "unlimited"],
  ],
  "unsigned count": [["77", "77"]],
  span: [["3.04:05:06", "3.04:05:06"]],
  "span limit": [
    ["3.04:05:06", "3.04:05:06"],
    ["unlimited", "unlimited"],
  ],
  uri: [["https://mail.fabrikam.com/x", "https://mail.fabrikam.com/x"]],
  path: [["D:\\Logs", "D:\\Logs"]],
  "ip address": [["10.0.0.7", "10.0.0.7"]],
  guid: [["3e5b1a3c-0d3a-4a43-b6a1-4f1f2f5f9f01", "3e5b1a3c-0d3a-4a43-b6a1-4f1f2f5f9f01"]],
  time: [["'6/4/2013 10:00 AM'", "6/4/2013 10:00:00 AM"]],
  "smtp address": [["x@fabrikam.com", "x@fabrikam.com"]],
  "proxy address": [["smtp:x@fabrikam.com", "smtp:x@fabrikam.com"]],
  "smtp domain": [["fabrikam.com", "fabrikam.com"]],
  "list of text": [
    ["a,b", "{a, b}"],
    ["@{Add='c';Remove='A'}", "{b, c}"],
    ["@{'+'='d';'-'='b'}", "{c, d}"],
    ["$null", "{}"],
  ],
  "list of proxy address": [["smtp:x@fabrikam.com", "{smtp:x@fabrikam.com}"]],
  "group naming policy": [["'DL_<GroupName>'", "DL_<GroupName>"]],
  "list of connection settings": [["mail.contoso.com:995:SSL", "{mail.contoso.com:995:SSL}"]],
  "list of domain capabilities": [["contoso.com:AcceptOorgProtocol", "{contoso.com:AcceptOorgProtocol}"]],
  "rule words": [
    ["a,b", "{a, b}"],
    ["@{Add='c';Remove='A'}", "{b, c}"],
    ["$null", ""],
  ],
  "rule attributes": [["'Department:Sales,Marketing','Title:CEO'", "{Department:Sales,Marketing, Title:CEO}"]],
  "rule ranges": [["10.0.0.0/8,10.1.1.1-10.1.1.9", "{10.0.0.0/8, 10.1.1.1-10.1.1.9}"]],
  schedule: [["Never", "{}"]],
};

/** Of recipients of all kinds: where none is set, the names make one. */
const ofManyNouns: Readonly<Record<string, Sample>> = { UMDtmfMap: ["a,b", "{a, b}"] };

/** What to type for a column's kind, in this order, and what is then shown; none: the kind does not say it. */
export function samplesFor({ kind, default: value }: Column): readonly Sample[] {
  const name = kind.name.replace(/^nullable /, "");
  const members = /^(list of )?choice of (.*)$/.exec(name);
  const known = samplesOf[name] ?? [];
  if (members?.[2] === undefined) return name === kind.name ? known : [...known, ["$null", ""]];
  return members[1] === undefined
    ? choiceNames(kind.members ?? [], value).map((member): Sample => [member, member])
    : (kind.members ?? []).slice(0, 1).map((member): Sample => [member, `{${member}}`]);
}

/** Two members, the default last. */
function choiceNames(members: readonly string[], value: Column["default"]): readonly string[] {
  const others = members.filter((member) => member !== value);
  return [...others.slice(0, 1), ...(typeof value === "string" ? [value] : [])];
}

/** All parameters of Set that the noun's table stores, in the edition; each is typed, read back, and typed again. */
export function roundTripsOf({ noun, verbs }: RegisteredNoun, options: RoundTrips): void {
  const { edition = "Exchange2010", before = [], identity } = options;
  const release = edition.replace("Exchange", "") as "2010";
  const word = unlimitedWord(release);
  const cmdlet = exchangeCmdlets(release).find(({ name }) => name === `Set-${noun.noun}`);
  const known = new Set(cmdlet?.metadata.parameters.map(({ name }) => name));
  const columns = [...settableColumns(noun)].filter(
    ([parameter]) => known.has(parameter) && !(options.except ?? []).includes(parameter),
  );
  const cases = columns.flatMap(([parameter, column]) => {
    const given = options.samples?.[parameter] ?? ofManyNouns[parameter];
    return {
      parameter,
      property: propertyOf(noun, column),
      samples: given === undefined ? samplesFor(column) : [given],
    };
  });

  describe(`Set-${noun.noun} stores and Get-${noun.noun} shows`, () => {
    test("all that Set has", () => {
      expect(verbs.Set).toBeDefined();
      expect(columns.length).toBeGreaterThan(0);
      expect(cases.filter(({ samples }) => samples.length === 0).map(({ parameter }) => parameter)).toEqual([]);
    });
    test.each(cases)("-$parameter", ({ parameter, property, samples }) => {
      const shell = startShell({
        edition,
        width: 400,
        ...(options.topology === undefined ? {} : { topology: options.topology }),
      });
      type(shell, ...before);
      for (const [typed, shown] of samples) {
        // With the colon it may as well be a switch.
        const argument = /^\$(true|false)$/.test(typed) ? `-${parameter}:${typed}` : `-${parameter} ${typed}`;
        const line = [`Set-${noun.noun}`, identity, argument].filter(Boolean).join(" ");
        type(shell, line);
        expect(shownBy(shell, noun, identity, property), line).toBe(shown === "unlimited" ? word : shown);
        if (!typed.includes("@{")) expect(flat(said(shell, line)), line).toContain("have been modified.");
      }
    });
  });
}

/** The form in which tables and lists show one property. */
function shownBy(shell: Shell, noun: Noun, identity: string | undefined, property: string): string {
  const line = [`Get-${noun.noun}`, identity, "|", "fl", property].filter(Boolean).join(" ");
  const text = said(shell, line);
  return text.slice(text.indexOf(":") + 1).trim();
}

function propertyOf({ properties }: Noun, column: Column): string {
  return properties.find((property) => property.column === column)?.name ?? "";
}

const flat = (text: string): string => text.replace(/ ?\n/g, " ").replace(/ {2,}/g, " ");

/** Every form of identity means the object: its name in any case, DN, GUID, the object itself, its Identity, a pattern. */
export function identitiesOf(
  { noun }: RegisteredNoun,
  options: RoundTrips & { readonly forms?: readonly string[]; readonly notFound?: string },
): void {
  const { edition = "Exchange2010", before = [], identity = "" } = options;
  const get = `Get-${noun.noun}`;
  const shellOptions = { edition, ...(options.topology === undefined ? {} : { topology: options.topology }) };
  const forms = [
    identity,
    identity.toUpperCase(),
    `(${get} ${identity}).DistinguishedName`,
    `(${get} ${identity}).Guid`,
    `(${get} ${identity}).Identity`,
    `(${get} ${identity})`,
    ...((noun.identity.wildcards ?? false) !== false ? [identity.replace(/.(?='?$)/, "*")] : []),
    ...(options.forms ?? []),
  ];
  describe(`${get} finds by`, () => {
    test.each(forms)("%s", (form) => {
      const shell = startShell(shellOptions);
      type(shell, ...before, `$wanted = (${get} ${identity}).Guid`);
      expect(said(shell, `@(${get} ${form} | % { $_.Guid.ToString() }) -contains $wanted.ToString()`)).toBe("True");
    });
    test("nothing: an error", () => {
      const shell = startShell(shellOptions);
      type(shell, ...before);
      expect(flat(said(shell, `${get} nowhere`))).toContain(
        options.notFound ?? "object 'nowhere' couldn't be found on '",
      );
    });
  });
}
