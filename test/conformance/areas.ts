// The recorded material, area by area: what is played, and in which edition.
import { readFileSync } from "node:fs";

/** The editions that something was recorded for. */
export type RecordedEdition = "PowerShell7" | "PowerShell5";

/** A case of the corpus: a session of several entries, with what the console showed for each. */
export interface SessionCase {
  readonly kind: "session";
  readonly id: string;
  readonly lines: readonly string[];
  readonly shown: readonly string[];
  readonly width: number | undefined;
  readonly setup: string;
  readonly answers: readonly string[];
}

/** A text with the tree, or the first error, that the real parser gives. */
export interface TreeCase {
  readonly kind: "tree";
  readonly id: string;
  readonly text: string;
  readonly ok: boolean;
  readonly tree: unknown;
  readonly error: FirstError | undefined;
}

export interface FirstError {
  readonly id: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** An expression with what `Probe` prints for it. */
export interface ProbeCase {
  readonly kind: "probe";
  readonly id: string;
  readonly family: string;
  readonly text: string;
  readonly shown: string;
}

/** A text that is being typed, with what Tab offers at the cursor. */
export interface CompletionCase {
  readonly kind: "completion";
  readonly id: string;
  readonly setup: string;
  readonly text: string;
  readonly cursor: number;
  readonly offered: Offered;
}

/** What is replaced, and by what: as `complete` gives it. */
export interface Offered {
  readonly start: number;
  readonly length: number;
  readonly matches: readonly { readonly text: string; readonly list: string; readonly type: string }[];
}

export type Case = SessionCase | TreeCase | ProbeCase | CompletionCase;

/** What one row of the table stands for. */
export interface Area {
  /** As the table and floors.json name it: `language`, `language (5.1)`. */
  readonly name: string;
  readonly edition: RecordedEdition;
  readonly cases: readonly Case[];
}

const sessions = ["binding", "formatting", "language", "utility", "ems"] as const;

/** The areas by their names without the edition, in the order of the table. */
export const areaNames: readonly string[] = [...sessions, "trees", "matrix", "completions"];

const editions: readonly RecordedEdition[] = ["PowerShell7", "PowerShell5"];

/** The areas of a name, one for each edition that it was recorded for; of all names when none is given. */
export function readAreas(name?: string, edition?: RecordedEdition): Area[] {
  const names = name === undefined ? areaNames : [name];
  return names.flatMap((each) =>
    editions
      .filter((recorded) => edition === undefined || recorded === edition)
      .map((recorded) => ({ name: titleOf(each, recorded), edition: recorded, cases: readCases(each, recorded) }))
      .filter(({ cases }) => cases.length > 0),
  );
}

/** The text of probe.ps1, which defines `Probe`. */
export function readProbe(): string {
  return readFileSync(new URL("probe.ps1", import.meta.url), "utf8");
}

function titleOf(name: string, edition: RecordedEdition): string {
  return edition === "PowerShell5" ? `${name} (5.1)` : name;
}

function readCases(name: string, edition: RecordedEdition): Case[] {
  switch (name) {
    case "trees":
      return edition === "PowerShell7" ? readRows<TreeRow>("trees.jsonl").map(treeCase) : [];
    case "matrix":
      return readRows<ProbeRow>("matrix.jsonl").map((row, index) => probeCase(row, index, edition));
    case "completions":
      return edition === "PowerShell7"
        ? completionCases(readRows<CompletionRow | { readonly setup: string }>("completions.jsonl"))
        : [];
    default:
      if (!(sessions as readonly string[]).includes(name)) throw new Error(`There is no area '${name}'.`);
      return readRows<SessionRow>(`corpus/${name}.jsonl`).flatMap((row) => sessionCase(row, edition));
  }
}

interface SessionRow {
  readonly id: string;
  readonly lines: readonly string[];
  readonly out: readonly string[];
  readonly out51?: readonly string[];
  readonly width?: number;
  readonly setup?: string;
  readonly answers?: readonly string[];
}

interface TreeRow {
  readonly text: string;
  readonly ok: boolean;
  readonly errors: readonly FirstError[];
  readonly tree?: unknown;
}

interface ProbeRow {
  readonly kind: string;
  readonly text: string;
  readonly out: string;
  readonly out51?: string;
}

interface CompletionRow extends Offered {
  readonly text: string;
  readonly cursor: number;
}

function readRows<Row>(file: string): Row[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}

function sessionCase(row: SessionRow, edition: RecordedEdition): SessionCase[] {
  const shown = edition === "PowerShell5" ? row.out51 : row.out;
  if (shown === undefined) return [];
  const { id, lines, width, setup = "", answers = [] } = row;
  return [{ kind: "session", id, lines, shown, width, setup, answers }];
}

function treeCase(row: TreeRow, index: number): TreeCase {
  return { kind: "tree", id: String(index + 1), text: row.text, ok: row.ok, tree: row.tree, error: row.errors[0] };
}

function probeCase(row: ProbeRow, index: number, edition: RecordedEdition): ProbeCase {
  const shown = edition === "PowerShell5" ? (row.out51 ?? row.out) : row.out;
  return { kind: "probe", id: String(index + 1), family: probeFamily(row), text: row.text, shown };
}

/** The first row says what is run before; every other is a case. */
function completionCases([first, ...rows]: readonly (CompletionRow | { readonly setup: string })[]): CompletionCase[] {
  const setup = first !== undefined && "setup" in first ? first.setup : "";
  return rows.flatMap((row, index) =>
    "setup" in row
      ? []
      : [
          {
            kind: "completion",
            id: String(index + 1),
            setup,
            text: row.text,
            cursor: row.cursor,
            offered: offeredOf(row),
          },
        ],
  );
}

/** Without what stands beside it. */
export function offeredOf({ start, length, matches }: Offered): Offered {
  return { start, length, matches: matches.map(({ text, list, type }) => ({ text, list, type })) };
}

/** What belongs together in the matrix: the operator, the type, the format, the member. */
function probeFamily({ kind, text }: ProbeRow): string {
  const detail = (pattern: RegExp): string => `${kind} ${pattern.exec(text)?.[1] ?? "other"}`;
  switch (kind) {
    case "binary":
      return detail(/\) (\S+) \(/);
    case "cast":
      return detail(/^\[([^\]]+\]?)\]/);
    case "as":
      return detail(/-as \[(.+)\]$/);
    case "format":
      return detail(/^'(\{0[^}]*\})/);
    case "unary":
      return `${kind} ${text.replace(/\(.*\)/, "(…)").replace(/^\$x = .*?;/, "$$x = …;")}`;
    default:
      return detail(/(?:\.|::)(\w+)/);
  }
}
