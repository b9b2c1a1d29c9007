import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { type ErrorRecord, isNull, PowerShellError, toText, type Value } from "../../values/index.js";
import { escapePattern, type Regex, RegexOptions, regexFor } from "../../values/regex/index.js";
import { makeMatch } from "../../values/types/regex-values.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { linesOf } from "../management/content.js";
import { encodingArgument } from "../management/file-encoding.js";
import { FileSystemInfo } from "../management/file-info.js";
import { selectedNodes } from "../management/selected-nodes.js";
import { namesOf } from "../session/scopes.js";
import { type MatchContext, MatchInfo } from "./match-info.js";

/** What -Encoding takes up to 5.1. */
const oldEncodings = ["unicode", "utf7", "utf8", "utf32", "ascii", "bigendianunicode", "default", "oem"] as const;

const parameters = {
  Culture: { since: 7, type: "string", coverage: "accepted" },
  InputObject: {
    type: "psobject",
    mandatory: true,
    pipeline: "value",
    sets: ["Object", "ObjectRaw"],
    allowNull: true,
    allowEmptyString: true,
  },
  Pattern: { type: "string[]", position: 0, mandatory: true },
  Path: { type: "string[]", position: 1, mandatory: true, pipeline: "name", sets: ["File", "FileRaw"] },
  LiteralPath: {
    since: 3,
    type: "string[]",
    mandatory: true,
    pipeline: "name",
    sets: ["LiteralFile", "LiteralFileRaw"],
    aliases: ["PSPath", "LP"],
  },
  Raw: { since: 7, type: "switch", sets: ["ObjectRaw", "FileRaw", "LiteralFileRaw"], mandatory: true },
  SimpleMatch: { type: "switch" },
  CaseSensitive: { type: "switch" },
  Quiet: { type: "switch", sets: ["Object", "File", "LiteralFile"] },
  List: { type: "switch" },
  NoEmphasis: { since: 7, type: "switch", coverage: "accepted" },
  Include: { type: "string[]" },
  Exclude: { type: "string[]" },
  NotMatch: { type: "switch" },
  AllMatches: { type: "switch" },
  Encoding: {
    type: "object",
    coverage: "accepted",
    transform: encodingArgument,
    before7: {
      validate: [{ kind: "ValidateSet", values: oldEncodings, ignoreCase: true, errorMessage: null }],
      transform: undefined,
    },
  },
  Context: {
    type: "int[]",
    validate: [
      { kind: "ValidateCount", min: 1, max: 2 },
      { kind: "ValidateRange", min: 0, max: 2147483647 },
    ],
  },
} as const satisfies ParameterDeclarations;

/** SPEC E.9. */
export const selectString = defineCmdlet({
  name: "Select-String",
  typeName: "Microsoft.PowerShell.Commands.SelectStringCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Finds text in strings and files.",
  defaultParameterSet: "File",
  parameters,
  create: (bound, cmdlet) => new StringSearch(bound, cmdlet),
});

interface Candidate {
  readonly pattern: string;
  readonly regex: Regex;
}

class StringSearch implements CmdletBody {
  private candidates: readonly Candidate[] = [];
  private lineNumber = 0;
  private isDone = false;
  private readonly before: number;
  private readonly after: number;
  /** Lines from the pipeline, kept while -Context may want them. */
  private readonly stream: string[] = [];

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {
    const around = bound.Context?.items.map(Number) ?? [];
    this.before = around[0] ?? 0;
    this.after = around[1] ?? around[0] ?? 0;
  }

  begin(): void {
    const { bound, cmdlet } = this;
    const options = bound.CaseSensitive ? 0 : RegexOptions.IgnoreCase;
    this.candidates = namesOf(cmdlet, bound.Pattern).map((pattern) => {
      try {
        const source = bound.SimpleMatch ? escapePattern(pattern) : pattern;
        return { pattern, regex: regexFor(cmdlet.context, source, options) };
      } catch (thrown) {
        if (!(thrown instanceof PowerShellError)) throw thrown;
        return cmdlet.throwTerminatingError(
          cmdletError({
            id: "InvalidRegex",
            category: "InvalidArgument",
            exception: "ArgumentException",
            message: `The string ${pattern} is not a valid regular expression: ${thrown.record.exception.message}`,
          }),
        );
      }
    });
  }

  process(): void {
    const { bound, cmdlet } = this;
    if (this.isDone) return;
    const paths = bound.LiteralPath ?? bound.Path;
    if (paths !== undefined) {
      for (const path of namesOf(cmdlet, paths)) this.searchPath(path, bound.LiteralPath !== undefined);
      return;
    }
    const input = bound.InputObject;
    if (input === undefined || isNull(input)) return;
    const file = baseOf(input);
    if (file instanceof FileSystemInfo && file.node.kind === "file") {
      this.searchLines(linesOf(file.node.text), file.path);
      return;
    }
    this.lineNumber++;
    const line = toText(cmdlet.context, input);
    if (this.before > 0 || this.after > 0) this.stream.push(line);
    else this.searchLine(line, this.lineNumber, null, null);
  }

  end(): void {
    if (this.stream.length > 0) this.searchLines(this.stream, null);
  }

  private searchPath(path: string, literal: boolean): void {
    for (const { path: file, node } of selectedNodes(this.cmdlet, path, literal, this.bound)) {
      if (node.kind === "file") this.searchLines(linesOf(node.text), file);
      else this.cmdlet.writeError(unreadable(file));
    }
  }

  private searchLines(lines: readonly string[], path: string | null): void {
    const withContext = this.before > 0 || this.after > 0;
    /** How many of the lines were shown, with a match or around it. */
    let shown = 0;
    for (let i = 0; i < lines.length && !this.isDone; i++) {
      const context = withContext ? () => this.contextOf(lines, i, shown) : null;
      if (!this.searchLine(lines[i] ?? "", i + 1, path, context)) continue;
      if (this.bound.List) return;
      if (withContext) shown = i + 1 + this.linesUpToMatch(lines, i);
    }
  }

  private contextOf(lines: readonly string[], i: number, shown: number): MatchContext {
    const first = Math.max(0, i - this.before);
    return {
      before: lines.slice(first, i),
      after: lines.slice(i + 1, i + 1 + this.after),
      shownBefore: lines.slice(Math.max(first, shown), i),
      shownAfter: lines.slice(i + 1, i + 1 + this.linesUpToMatch(lines, i)),
    };
  }

  /** How many of the lines that -Context keeps behind a match stand before the next match. */
  private linesUpToMatch(lines: readonly string[], i: number): number {
    const behind = lines.slice(i + 1, i + 1 + this.after);
    if (this.bound.List) return behind.length;
    const next = behind.findIndex((line) => (this.hitIn(line) !== undefined) !== this.bound.NotMatch);
    return next < 0 ? behind.length : next;
  }

  private hitIn(line: string): Candidate | undefined {
    return this.candidates.find(({ regex }) => regex.isMatch(this.cmdlet.context, line));
  }

  /** Whether the line counts as found; what is found is written. */
  private searchLine(line: string, number: number, path: string | null, context: (() => MatchContext) | null): boolean {
    const { bound, cmdlet } = this;
    const hit = this.hitIn(line);
    if ((hit !== undefined) === bound.NotMatch) return false;
    if (bound.Quiet) {
      this.isDone = true;
      cmdlet.writeObject(true);
      return true;
    }
    if (bound.Raw) {
      cmdlet.writeObject(line);
      return true;
    }
    const candidate = hit ?? this.candidates[0];
    cmdlet.writeObject(
      new MatchInfo({
        ignoreCase: !bound.CaseSensitive,
        lineNumber: number,
        line,
        path,
        pattern: candidate?.pattern ?? "",
        matches: hit === undefined || bound.SimpleMatch ? [] : this.matchesOf(hit, line),
        context: context?.() ?? null,
      }),
    );
    return true;
  }

  private matchesOf({ regex }: Candidate, line: string): readonly Value[] {
    const limit = this.bound.AllMatches ? Number.POSITIVE_INFINITY : 1;
    return [...regex.matches(this.cmdlet.context, line, 0, limit)].map((found) => makeMatch(found));
  }
}

/** What a directory says that is searched as a file. */
function unreadable(path: string): ErrorRecord {
  return cmdletError({
    id: "ProcessingFile",
    category: "InvalidArgument",
    exception: "ArgumentException",
    message: `The file ${path} cannot be read: Access to the path '${path}' is denied.`,
  });
}
