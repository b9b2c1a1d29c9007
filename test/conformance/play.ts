// Plays one case and says how it went.
import { isDeepStrictEqual } from "node:util";
import type { createShell } from "../../src/index.js";
import { indentTree } from "../support/tree-text.js";
import {
  type Case,
  type CompletionCase,
  type Offered,
  offeredOf,
  type ProbeCase,
  type RecordedEdition,
  readProbe,
  type SessionCase,
  type TreeCase,
} from "./areas.js";

/** How one case went. */
export interface Outcome {
  readonly id: string;
  readonly right: boolean;
  readonly lines: number;
  readonly linesRight: number;
  /** Wrong, but right when blanks and line ends do not count. */
  readonly onlySpacing: boolean;
  /** An exception that came out of the library, or that it did not come back: always a bug of ours. */
  readonly crash?: string;
}

/** What is compared: for each typed line the recorded text and the one of this build. */
export interface Played {
  readonly typed: readonly string[];
  readonly recorded: readonly string[];
  readonly shown: readonly string[];
  readonly crash?: string;
}

/** Plays cases of one edition, one after another. */
export interface Player {
  play(each: Case): Played;
}

/** The library's modules, loaded when a case first needs them: the trees do with the grammar alone. */
export async function createPlayer(edition: RecordedEdition, cases: readonly Case[]): Promise<Player> {
  const grammar = cases.some(({ kind }) => kind === "tree") ? await import("../../grammar/index.js") : undefined;
  const library = cases.some(({ kind }) => kind !== "tree") ? await import("../../src/index.js") : undefined;
  const probe = createProbe();
  const complete = createCompletion();
  return {
    play(each) {
      switch (each.kind) {
        case "tree":
          return playTree(needed(grammar), each);
        case "session":
          return playSession(needed(library).createShell, each, edition);
        case "completion":
          return complete(needed(library).createShell, each, edition);
        case "probe":
          return probe(needed(library).createShell, each, edition);
      }
    },
  };
}

/** Counts what was played. */
export function judge({ id }: { readonly id: string }, { recorded, shown, crash }: Played): Outcome {
  const right = recorded.filter((text, index) => text === shown[index]).length;
  const alike = recorded.every((text, index) => withoutBlanks(text) === withoutBlanks(shown[index] ?? ""));
  const whole = right === recorded.length && crash === undefined;
  const outcome = { id, right: whole, lines: recorded.length, linesRight: right, onlySpacing: !whole && alike };
  return crash === undefined ? outcome : { ...outcome, onlySpacing: false, crash };
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

function needed<T>(module: T | undefined): T {
  if (module === undefined) throw new Error("The player was made without the module that this case needs.");
  return module;
}

type CreateShell = typeof createShell;

/** The long form of errors, as recorded. It stands behind the setup, whose lines keep their numbers so. */
const commonProfile = "\n$ErrorView = 'NormalView'";

/** When the answers of a case run out, empty lines are typed; no case asks oftener than this. */
const emptyAnswers: readonly string[] = Array.from({ length: 50 }, () => "");

function playSession(create: CreateShell, each: SessionCase, edition: RecordedEdition): Played {
  const shown: string[] = [];
  const { lines: typed, shown: recorded, width } = each;
  try {
    const shell = create({
      edition,
      profile: each.setup + commonProfile,
      answers: [...each.answers, ...emptyAnswers],
      ...(width === undefined ? {} : { width }),
    });
    for (const line of typed) shown.push(shell.run(line).text);
  } catch (thrown) {
    return { typed, recorded, shown, crash: describeCrash(thrown) };
  }
  return { typed, recorded, shown };
}

/** The cultures in which the matrix was recorded: `out` in the invariant one, `out51` in en-US. */
const probeCultures: Readonly<Record<RecordedEdition, string>> = { PowerShell7: "", PowerShell5: "en-US" };

/** Only so many rows share a shell: its history and `$Error` would grow without end. */
const probesPerShell = 500;

function createProbe(): (create: CreateShell, each: ProbeCase, edition: RecordedEdition) => Played {
  let shell: ReturnType<CreateShell> | undefined;
  let count = 0;
  return (create, each, edition) => {
    const recorded = [`${each.shown}\n`];
    try {
      if (shell === undefined || count++ % probesPerShell === 0) {
        shell = create({ edition, profile: readProbe() + commonProfile, culture: probeCultures[edition] });
      }
      const { text } = shell.run(`Probe '${each.text.replaceAll("'", "''")}'`);
      return { typed: [each.text], recorded, shown: [text] };
    } catch (thrown) {
      shell = undefined;
      return { typed: [each.text], recorded, shown: [], crash: describeCrash(thrown) };
    }
  };
}

/** All rows of a setup share a shell: completing changes nothing. */
function createCompletion(): (create: CreateShell, each: CompletionCase, edition: RecordedEdition) => Played {
  let shared: { readonly setup: string; readonly shell: ReturnType<CreateShell> } | undefined;
  return (create, { text, cursor, setup, offered }, edition) => {
    const typed = [`${text.slice(0, cursor)}|${text.slice(cursor)}`];
    const recorded = [offeredText(offered)];
    try {
      if (shared?.setup !== setup) shared = { setup, shell: create({ edition, profile: setup + commonProfile }) };
      return { typed, recorded, shown: [offeredText(offeredOf(shared.shell.complete(text, cursor)))] };
    } catch (thrown) {
      return { typed, recorded, shown: [], crash: describeCrash(thrown) };
    }
  };
}

/** What is offered, a line each, so that two can be read side by side. */
function offeredText({ start, length, matches }: Offered): string {
  return [`${length} from ${start}`, ...matches.map(({ text, list, type }) => `${text}  ${list}  ${type}`)].join("\n");
}

function playTree(grammar: typeof import("../../grammar/index.js"), each: TreeCase): Played {
  const typed = [each.text];
  // Facts of a node have no order, so trees are compared as values; the text is what a person reads.
  const expected = { ok: each.ok, error: each.error, tree: each.ok ? each.tree : undefined };
  const recorded = [treeText(expected)];
  try {
    const { tree, errors } = grammar.parse(each.text);
    const first = errors[0];
    const ok = first === undefined;
    const actual = { ok, error: first, tree: each.ok && ok ? grammar.dumpTree(tree) : undefined };
    return { typed, recorded, shown: [isSameTree(expected, actual) ? (recorded[0] ?? "") : treeText(actual)] };
  } catch (thrown) {
    return { typed, recorded, shown: [], crash: describeCrash(thrown) };
  }
}

interface TreeResult {
  readonly ok: boolean;
  readonly error: TreeCase["error"];
  readonly tree: unknown;
}

function isSameTree(expected: TreeResult, actual: TreeResult): boolean {
  if (expected.ok !== actual.ok) return false;
  if (expected.ok) return isDeepStrictEqual(expected.tree, JSON.parse(JSON.stringify(actual.tree)));
  return errorText(expected.error) === errorText(actual.error);
}

function treeText({ error, tree }: TreeResult): string {
  return error === undefined ? indentTree(tree) : errorText(error);
}

function errorText(error: TreeCase["error"]): string {
  return error === undefined ? "no error" : `${error.id} ${error.start}-${error.end} ${error.message}`;
}

/** The message and where it came from, short enough to be counted by. */
function describeCrash(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `thrown: ${String(thrown)}`;
  const ours = (thrown.stack ?? "")
    .split("\n")
    .find((line) => /(src|grammar)\//.test(line) && !line.includes("node_modules"));
  const frame = /(?:src|grammar)\/[^\s()]+/.exec(ours ?? "")?.[0] ?? "";
  return `${thrown.name}: ${thrown.message.split("\n")[0]}${frame === "" ? "" : ` (${frame})`}`;
}
