// Every parameter of New, Set and Enable whose property Get shows: a value other than the object has is typed and read back.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { said, startShell, type } from "../support.js";
import type { Command, Sample } from "./command.js";
import { commands } from "./commands.js";
import { roundTripLines } from "./organization.js";
import { type Case, cases, type Trip } from "./trips.js";

/** How many are read back, so that none is lost unseen. */
const count = cases.reduce((sum, { parameters }) => sum + parameters.length, 0);

const start = (() => {
  const shell = startShell({ width: 400 });
  type(shell, ...roundTripLines);
  return shell;
})();

/** The form in which lists show one property. */
function shownBy(shell: Shell, read: string, property: string): string {
  const text = said(shell, `${read} | fl ${property}`);
  return text.slice(text.indexOf(":") + 1).trim();
}

/** The same of many properties, read at once. */
function allShownBy(shell: Shell, read: string, properties: readonly string[]): readonly string[] {
  const text = said(shell, `${read} | fl ${properties.join(",")}`);
  const starts = properties.map((property) => new RegExp(`^${property} *:`, "im").exec(text));
  return starts.map((start) => {
    if (start === null) return "";
    const from = start.index + start[0].length;
    const next = Math.min(...starts.flatMap((other) => (other !== null && other.index > from ? [other.index] : [])));
    return text.slice(from, next === Number.POSITIVE_INFINITY ? undefined : next).trim();
  });
}

const argument = (name: string, typed: string): string =>
  /^\$(true|false)$/.test(typed) ? `-${name}:${typed}` : `-${name} ${typed}`;

function line({ cmdlet, verb }: Case, command: Command, name?: string, sample?: Sample): string {
  const [typed = "", , more = {}] = sample ?? [];
  const base = Object.entries(command.base ?? {}).filter(([each]) => each !== name && !more.without?.includes(each));
  const all = [
    ...base.map(([each, value]) => argument(each, value)),
    ...(name === undefined ? [] : [argument(name, typed)]),
  ];
  return `${verb === "Set" ? "" : "$made = "}${cmdlet} ${[...all, more.and ?? ""].join(" ")}`.trim();
}

/** How the object is read that a command made or changed. */
const readOf = ({ noun, verb }: Case, { read }: Command): string =>
  read ?? `${verb === "Set" ? "$object" : "$made"} | Get-${noun}`;

/** Runs what takes nothing with it: the lines are undone. */
function undone<T>(shell: Shell, lines: number, run: () => T): T {
  const result = run();
  for (let line = 0; line < lines; line++) shell.undo();
  return result;
}

/** What is wrong with one parameter; `null`: nothing. The lines that try it are undone. */
function failure(shell: Shell, each: Case, command: Command, trip: Trip, before: string): string | null {
  const { name } = trip.parameter;
  const sample = trip.samples.find(([, shown]) => (typeof shown === "string" ? shown !== before : !shown.test(before)));
  if (sample === undefined) return `-${name}: no value to try beside "${before}" (${trip.parameter.type.name})`;
  const [, shown, more = {}] = sample;
  const typed = line(each, command, name, sample);
  return undone(shell, 2, () => {
    const { status, errors } = shell.run(typed);
    const after = shownBy(shell, more.read ?? readOf(each, command), trip.property);
    if (status !== "completed" || errors.length > 0) return `${typed}: ${errors[0]?.message ?? status}`;
    return (typeof shown === "string" ? after === shown : shown.test(after)) ? null : `${typed}: ${after}`;
  });
}

describe("read back", () => {
  test("all cmdlets that have such parameters are looked at", () => {
    expect(count).toBeGreaterThan(2500);
    expect(cases.filter(({ cmdlet }) => commands[cmdlet] === undefined).map(({ cmdlet }) => cmdlet)).toEqual([]);
  });

  test.each(cases)("$cmdlet", (each) => {
    const command = commands[each.cmdlet] ?? {};
    const shell = start.fork();
    type(shell, ...(command.before ?? []));
    const isSet = each.verb === "Set";
    if (isSet && command.read === undefined)
      type(shell, `$object = Get-${each.noun} ${Object.values(command.base ?? {})[0] ?? ""}`);
    const trips = each.parameters.filter(({ parameter }) => command.elsewhere?.[parameter.name] === undefined);
    if (!isSet) type(shell, line(each, command));
    const properties = [...new Set(trips.map(({ property }) => property))];
    const texts = undone(shell, 1, () => allShownBy(shell, readOf(each, command), properties));
    const before = trips.map(({ property }) => texts[properties.indexOf(property)]);
    if (!isSet) shell.undo();
    expect(trips.flatMap((trip, index) => failure(shell, each, command, trip, before[index] ?? "") ?? [])).toEqual([]);
  });
});
