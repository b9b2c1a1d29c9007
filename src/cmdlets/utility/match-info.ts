import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, PSArray, typeNamed, type Value } from "../../values/index.js";
import { method } from "../../values/signatures.js";
import { defineResultType, ResultObject } from "../result-type.js";

const fullName = "Microsoft.PowerShell.Commands.MatchInfo";
const contextName = "Microsoft.PowerShell.Commands.MatchInfoContext";

defineResultType(
  fullName,
  [
    { name: "IgnoreCase", typeName: "bool", settable: true },
    { name: "LineNumber", typeName: "int", settable: true },
    { name: "Line", typeName: "string", settable: true },
    { name: "Filename", typeName: "string" },
    { name: "Path", typeName: "string", settable: true },
    { name: "Pattern", typeName: "string", settable: true },
    { name: "Context", typeName: contextName, settable: true },
    { name: "Matches", typeName: "System.Text.RegularExpressions.Match[]", settable: true },
  ],
  undefined,
  [
    method<MatchInfo>([
      "string RelativePath(string directory)",
      (_, match, [directory]) => match.relativePath(typeof directory === "string" ? directory : ""),
    ]),
    method<MatchInfo>(
      ["string ToString()", (_, match) => match.text()],
      [
        "string ToString(string directory)",
        (_, match, [directory]) => match.text(typeof directory === "string" ? directory : null),
      ],
    ),
  ],
);
defineResultType(contextName, [
  { name: "PreContext", typeName: "string[]", settable: true },
  { name: "PostContext", typeName: "string[]", settable: true },
  { name: "DisplayPreContext", typeName: "string[]", settable: true },
  { name: "DisplayPostContext", typeName: "string[]", settable: true },
]);

/** Lines around a match, as -Context keeps them. */
export interface MatchContext {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those of `before` that no match before this one shows, and those of `after` up to the next match. */
  readonly shownBefore: readonly string[];
  readonly shownAfter: readonly string[];
}

/** The lines around a match as an object: `$_.Context.PreContext`. */
class MatchInfoContext extends ResultObject {
  constructor({ before, after, shownBefore, shownAfter }: MatchContext) {
    super();
    const texts = (lines: readonly string[]): Value => new PSArray([...lines], typeNamed("System.String"));
    this.setField("PreContext", texts(before));
    this.setField("PostContext", texts(after));
    this.setField("DisplayPreContext", texts(shownBefore));
    this.setField("DisplayPostContext", texts(shownAfter));
  }
  get type(): DotNetType {
    return typeNamed(contextName);
  }
}
heapClass("MatchInfoContext", MatchInfoContext);

/** A line that Select-String found. Its text: the line, behind file and number when it comes from a file. */
export class MatchInfo extends ResultObject {
  constructor(
    private readonly found: {
      readonly ignoreCase: boolean;
      readonly lineNumber: number;
      readonly line: string;
      /** `null`: the line came through the pipeline. */
      readonly path: string | null;
      readonly pattern: string;
      readonly matches: readonly Value[];
      readonly context: MatchContext | null;
    },
  ) {
    super();
    const { ignoreCase, lineNumber, line, path, pattern, matches, context } = found;
    this.setField("IgnoreCase", ignoreCase);
    this.setField("LineNumber", lineNumber);
    this.setField("Line", line);
    this.setField("Filename", path === null ? "InputStream" : path.slice(path.lastIndexOf("\\") + 1));
    this.setField("Path", path ?? "InputStream");
    this.setField("Pattern", pattern);
    this.setField("Context", context === null ? null : new MatchInfoContext(context));
    this.setField("Matches", new PSArray([...matches]));
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  /** The path, without the directory when it lies below it. */
  relativePath(directory: string): string {
    const path = this.found.path ?? "InputStream";
    if (directory === "" || !path.toLowerCase().startsWith(directory.toLowerCase())) return path;
    const rest = path.slice(directory.length);
    if (/[\\/]$/.test(directory)) return rest;
    return /^[\\/]/.test(rest) ? rest.slice(1) : path;
  }
  /** @param directory where paths are shown from; `null`: whole paths */
  override text(directory: string | null = null): string {
    const { path, lineNumber, line, context } = this.found;
    const shownPath = directory === null ? path : this.relativePath(directory);
    const head = (number: number): string => (path === null ? "" : `${shownPath}:${number}:`);
    if (context === null) return head(lineNumber) + line;
    const { shownBefore, shownAfter } = context;
    const before = shownBefore.map((text, i) => `  ${head(lineNumber - shownBefore.length + i)}${text}`);
    const after = shownAfter.map((text, i) => `  ${head(lineNumber + i + 1)}${text}`);
    return [...before, `> ${head(lineNumber)}${line}`, ...after].join("\n");
  }
}
heapClass("MatchInfo", MatchInfo);
