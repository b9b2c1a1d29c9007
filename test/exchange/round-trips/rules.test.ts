// What all nouns have in common, tried on each: -WhatIf and -Confirm, a Set without a change, WhenChanged, lists in parts, $null.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets } from "../../../src/exchange/cmdlets.js";
import { nouns } from "../../../src/exchange/nouns.js";
import type { Shell } from "../../../src/index.js";
import { listedNouns } from "../identities/listed-nouns.js";
import { said, startShell, type } from "../support.js";
import type { Command, Sample } from "./command.js";
import { commands } from "./commands.js";
import { roundTripLines } from "./organization.js";
import { cases as allCases, type Case, type Trip } from "./trips.js";

const start = startShell({ width: 400 });
type(start, ...roundTripLines);

const cases = allCases.filter(({ noun }) => listedNouns.includes(noun));
const sets = cases.filter(({ verb }) => verb === "Set");
const metadataOf = new Map(exchangeCmdlets("2010").map(({ name, metadata }) => [name, metadata]));
const has = (cmdlet: string, parameter: string): boolean =>
  metadataOf.get(cmdlet)?.parameters.some(({ name }) => name === parameter) ?? false;

function shellFor({ cmdlet }: Case): Shell {
  const shell = start.fork();
  type(shell, ...(commands[cmdlet]?.before ?? []));
  return shell;
}

const argument = (name: string, typed: string): string =>
  /^\$(true|false)$/.test(typed) ? `-${name}:${typed}` : `-${name} ${typed}`;

/** The cmdlet with the arguments that it has anyway, but for the one that is tried. */
function lineOf({ cmdlet }: Case, tried = ""): string {
  const base = Object.entries(commands[cmdlet]?.base ?? {}).filter(([name]) => name !== tried);
  return [cmdlet, ...base.map(([name, typed]) => argument(name, typed))].join(" ");
}

function readOf({ noun, cmdlet }: Case): string {
  const { read, base = {} }: Command = commands[cmdlet] ?? {};
  return read ?? `Get-${noun} ${Object.values(base)[0] ?? ""}`.trim();
}

const flat = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Cmdlets that say something before they ask, or that ask for more. */
const asksFirst: ReadonlyMap<string, string> = new Map([
  ["New-DatabaseAvailabilityGroup", "warns of the witness server"],
  ["New-EdgeSubscription", "needs a file"],
  ["Set-EventLogLevel", "needs a level"],
]);
const questioned = cases.filter(({ cmdlet }) => has(cmdlet, "WhatIf") && !asksFirst.has(cmdlet));

describe("-WhatIf tells and changes nothing, -Confirm asks and takes no for an answer", () => {
  test.each(questioned)("$cmdlet", (each) => {
    const shell = shellFor(each);
    const { topology } = shell;
    const { text, errors } = shell.run(`${lineOf(each)} -WhatIf`);
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(text.trimStart()).toMatch(/^What if: \S/);
    expect(shell.topology === topology).toBe(true);
    const asked = shell.run(`${lineOf(each)} -Confirm`);
    expect(asked.text).toMatch(/^\s*Confirm\nAre you sure you want to perform this action\?\n/);
    expect(shell.answer("n").status).toBe("completed");
    expect(shell.topology === topology).toBe(true);
  });
});

/** Sets that always write, whose own arguments say what, or that are no write of the directory. */
const alwaysWrites = new Set([
  ...["Set-ADServerSettings", "Set-EventLogLevel", "Set-MailboxFolderPermission", "Set-ManagementRoleEntry"],
  "Set-MoveRequest",
]);

describe("a Set without a change says so", () => {
  test.each(sets.filter(({ cmdlet }) => !alwaysWrites.has(cmdlet)))("$cmdlet", (each) => {
    const text = flat(shellFor(each).run(lineOf(each)).text);
    expect(text).toMatch(/^WARNING: The command completed successfully but no settings of '.*' have been modified\.$/);
  });
});

/** A value that changes the object; what else it needs is given. */
function sampleFor({ samples }: Trip): Sample | undefined {
  return samples.find(([typed]) => !typed.includes("@{") && typed !== "$null");
}

const hasDate = (noun: string): boolean =>
  nouns.find((each) => each.noun.noun === noun)?.noun.properties.some(({ name }) => name === "WhenChanged") ?? false;
/** The date is that of another object: a database's, a group's, a user's. */
const dated = sets.filter(
  ({ noun, cmdlet }) => hasDate(noun) && !/MoveRequest|ThrottlingPolicyAssociation/.test(cmdlet),
);

describe("WhenChanged is when it was changed", () => {
  test.each(dated)("$cmdlet", (each) => {
    const shell = shellFor(each);
    type(shell, "$first = Get-Date", "Start-Sleep 3600");
    const changed = each.parameters.some((trip) => {
      const { name } = trip.parameter;
      return trip.samples.some(([typed, , more = {}]) => {
        if (name === "Name" || more.without !== undefined || more.read !== undefined) return false;
        const { errors, text } = shell.run(`${lineOf(each, name)} ${argument(name, typed)} ${more.and ?? ""}`);
        return errors.length === 0 && !flat(text).includes("no settings of");
      });
    });
    expect(changed).toBe(true);
    expect(said(shell, `(${readOf(each)}).WhenChanged -gt $first`)).toBe("True");
  });
});

const listName = /MultiValued|Collection/;
interface ListCase {
  readonly each: Case;
  readonly trip: Trip;
  readonly value: string;
  readonly more: string;
}
/** Each value of a list in quotes, as it stands in a hashtable. */
function quoted(typed: string): string {
  if (/^['"$(@]/.test(typed)) return typed;
  return typed
    .split(",")
    .map((value) => `'${value}'`)
    .join(",");
}
const lists = sets.flatMap((each) =>
  each.parameters.flatMap((trip): ListCase[] => {
    const sample = sampleFor(trip);
    const isOffered = commands[each.cmdlet]?.elsewhere?.[trip.parameter.name] === undefined;
    if (sample === undefined || !isOffered || !listName.test(trip.parameter.type.name)) return [];
    return [{ each, trip, value: quoted(sample[0]), more: sample[2]?.and ?? "" }];
  }),
);
/** Parameters whose list has rules of its own. */
const ownRules: ReadonlyMap<string, string> = new Map([
  ["EmailAddresses", "the primary address belongs to the policy: recipients/mailbox-writing.test.ts"],
  ["RetentionPolicyTagLinks", "the sample has a name with a blank: retention"],
  ["AutoDiscoverSiteScope", "the sample holds what is there already"],
  ["IISAuthenticationMethods", "the sample holds what is there already"],
]);

describe("a list is changed in parts", () => {
  const byCmdlet = new Map(
    sets.map(({ cmdlet }) => [cmdlet, lists.filter(({ each }) => each.cmdlet === cmdlet)] as const),
  );

  test("many lists", () => expect(lists.length).toBeGreaterThan(300));

  test.each([...byCmdlet].filter(([, ofCmdlet]) => ofCmdlet.length > 0))("%s", (_cmdlet, ofCmdlet) => {
    const [first] = ofCmdlet;
    if (first === undefined) return;
    const shell = shellFor(first.each);
    if (first.each.cmdlet === "Set-InboxRule") type(shell, `$object = Get-InboxRule -Mailbox alan.reid`);
    const wrong = ofCmdlet.flatMap(({ each, trip, value, more }) => {
      const { name } = trip.parameter;
      if (ownRules.has(name)) return [];
      const shown = (): string => said(shell, `$read = ${readOf(each)}; "$($read.${trip.property})"`);
      const set = (given: string): string => {
        const { errors } = shell.run(`${lineOf(each, name)} -${name} ${given} ${more}`);
        return errors.map(({ message }) => message).join(" ");
      };
      const before = shown();
      const problems = [set(`@{Add=${value}}`)];
      const added = shown();
      problems.push(added === before ? "nothing added" : "", set(`@{Remove=${value}}`));
      problems.push(shown() === before ? "" : `removed: ${shown()}`, set(`@{'+'=${value}}`));
      problems.push(shown() === added ? "" : `+: ${shown()}`, set(`@{'-'=${value}}`));
      problems.push(shown() === before ? "" : `-: ${shown()}`);
      const found = problems.filter((problem) => problem !== "");
      return found.length === 0 ? [] : [`-${name} ${value}: ${found.join("; ")}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("$null clears, or is refused by the parameter's type or the property", () => {
  /** Refusals in Exchange's words and the engine's. */
  const refusals = [
    /^Cannot process argument transformation on parameter '\w+'\. Cannot convert (null to type|value "" to type "System\.Boolean")/,
    /^Cannot bind (argument to parameter '\w+' because it is|parameter '\w+' to the target|parameter because parameter)/,
    /is no name for|couldn't be found on|^Couldn't find|was not found\.|^There is no primary SMTP address/,
    /automatically generated based on|needs a source server|at least one action|isn't an accepted domain|is for moves between forests|^The priority 0 won't do/,
  ];

  test.each(sets)("$cmdlet", (each) => {
    const shell = shellFor(each);
    const wrong = each.parameters.flatMap(({ parameter: { name } }) => {
      const { status, errors, text } = shell.run(`$null = ${lineOf(each, name)} -${name}:$null`);
      const [message] = errors.map((error) => error.message);
      if (status === "completed") shell.undo();
      if (text.includes("NotEmulated")) return [`-${name}: ${message}`];
      if (message === undefined) return status === "completed" ? [] : [`-${name}: ${status}`];
      return refusals.some((refusal) => refusal.test(message)) ? [] : [`-${name}: ${message}`];
    });
    expect(wrong).toEqual([]);
  });
});
