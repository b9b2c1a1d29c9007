// What the runner prints.
import { sideBySide } from "../../src/transcripts/side-by-side.js";
import type { Area, Case } from "./areas.js";
import type { Floors } from "./floors.js";
import type { Outcome, Played } from "./play.js";
import type { PlayedArea } from "./pool.js";

const heads = [
  "area",
  "cases",
  "whole cases right",
  "%",
  "lines",
  "lines right",
  "only spacing wrong",
  "crashes",
  "floor",
];

/** The table: a row for each area. */
export function table(played: readonly PlayedArea[], floors: Floors): string {
  const rows = played.map(({ area, outcomes }) => {
    const right = count(outcomes, ({ right }) => right);
    const lines = sum(outcomes, ({ lines }) => lines);
    const floor = floors.get(area.name) ?? 0;
    return [
      area.name,
      outcomes.length,
      right,
      percent(right, outcomes.length),
      lines,
      sum(outcomes, ({ linesRight }) => linesRight),
      count(outcomes, ({ onlySpacing }) => onlySpacing),
      count(outcomes, ({ crash }) => crash !== undefined),
      right < floor ? `${floor} !` : floor,
    ].map(String);
  });
  return columns([heads, ...rows]);
}

/** The crashes by what was thrown, most frequent first, each with its cases. */
export function crashes(played: readonly PlayedArea[]): string {
  const byCause = new Map<string, string[]>();
  for (const { area, outcomes } of played) {
    for (const { id, crash } of outcomes) {
      if (crash === undefined) continue;
      const ids = byCause.get(crash) ?? [];
      byCause.set(crash, ids);
      ids.push(`${area.name} ${id}`);
    }
  }
  const sorted = [...byCause].sort(([, a], [, b]) => b.length - a.length);
  return sorted.map(([cause, ids]) => `${String(ids.length).padStart(6)}  ${cause}\n        ${some(ids)}`).join("\n");
}

/** The cases of an area that fail. */
export function failures({ area, outcomes }: PlayedArea): string {
  const texts = new Map(area.cases.map((each) => [each.id, each.kind === "session" ? "" : oneLine(each.text)]));
  return outcomes
    .filter(({ right }) => !right)
    .map(({ id, onlySpacing, crash, lines, linesRight }) => {
      const note = crash !== undefined ? "crash" : onlySpacing ? "spacing" : `${linesRight}/${lines}`;
      return `${area.name}  ${id}  ${note}  ${texts.get(id) ?? ""}`.trimEnd();
    })
    .join("\n");
}

/** How many cases of each family are right, the families with most failures first. */
export function families({ area, outcomes }: PlayedArea): string {
  const groups = new Map<string, { cases: number; right: number; first: string | undefined }>();
  for (const [index, outcome] of outcomes.entries()) {
    for (const name of familiesOf(area.cases[index])) {
      const group = groups.get(name) ?? { cases: 0, right: 0, first: undefined };
      groups.set(name, group);
      group.cases++;
      if (outcome.right) group.right++;
      else group.first ??= outcome.id;
    }
  }
  const rows = [...groups]
    .filter(([, { cases, right }]) => right < cases)
    .sort(([, a], [, b]) => b.cases - b.right - (a.cases - a.right))
    .map(([name, { cases, right, first }]) => [name, `${cases - right} wrong`, `of ${cases}`, `first ${first ?? ""}`]);
  return rows.length === 0 ? `${area.name}: all right` : `${area.name}\n${columns(rows)}`;
}

/** A case with both texts of every typed line side by side. */
export function showCase(area: Area, each: Case, { typed, recorded, shown, crash }: Played): string {
  const parts = [`${area.name}  ${each.id}`];
  if ("setup" in each && each.setup !== "") parts.push(`setup:\n${each.setup}`);
  if (each.kind === "session" && each.answers.length > 0) parts.push(`answers: ${JSON.stringify(each.answers)}`);
  for (const [index, line] of typed.entries()) {
    const was = recorded[index] ?? "";
    const now = shown[index];
    parts.push(`${now === was ? "  right" : "✗ WRONG"}  ${line.replaceAll("\n", "\n         ")}`);
    if (now === undefined) parts.push(was);
    else if (now === was) parts.push(was.trimEnd());
    else parts.push(sideBySide(was, now, { left: "recorded", right: "shown now" }));
  }
  if (crash !== undefined) parts.push(`crash: ${crash}`);
  return parts.join("\n\n");
}

function familiesOf(each: Case | undefined): string[] {
  switch (each?.kind) {
    case "session":
      return [each.id.split(".").slice(0, 2).join(".")];
    case "probe":
      return [`${each.family.split(" ", 1)[0]} (all)`, each.family];
    case "tree":
      return [each.ok ? "accepted" : `refused ${each.error?.id ?? ""}`];
    case "completion":
      return [each.offered.matches[0]?.type ?? "nothing"];
    default:
      return [];
  }
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const numeric = widths.map((_, column) => rows.slice(1).every((row) => /^[\d.]+( !)?$/.test(row[column] ?? "")));
  return rows
    .map((row) => row.map((text, c) => (numeric[c] ? text.padStart(widths[c] ?? 0) : text.padEnd(widths[c] ?? 0))))
    .map((row) => row.join("  ").trimEnd())
    .join("\n");
}

function count(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return outcomes.filter(is).length;
}

function sum(outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + of(outcome), 0);
}

function percent(part: number, whole: number): string {
  // Never rounded up: 100.0 is all of them.
  return (Math.floor((part / whole) * 1000) / 10).toFixed(1);
}

function some(ids: readonly string[]): string {
  return ids.length <= 5 ? ids.join(", ") : `${ids.slice(0, 5).join(", ")}, … (${ids.length})`;
}

function oneLine(text: string): string {
  return text.length > 100 ? `${JSON.stringify(text.slice(0, 100))}…` : JSON.stringify(text);
}
