import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, PSArray, typeNamed, type Value } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";

const fullName = "Microsoft.PowerShell.Commands.MatchInfo";

defineResultType(fullName, [
  { name: "IgnoreCase", typeName: "bool" },
  { name: "LineNumber", typeName: "int" },
  { name: "Line", typeName: "string" },
  { name: "Filename", typeName: "string" },
  { name: "Path", typeName: "string" },
  { name: "Pattern", typeName: "string" },
  { name: "Context", typeName: "Microsoft.PowerShell.Commands.MatchInfoContext" },
  { name: "Matches", typeName: "System.Text.RegularExpressions.Match[]" },
]);

/** Lines around a match, as -Context keeps them. */
export interface MatchContext {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

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
    const { ignoreCase, lineNumber, line, path, pattern, matches } = found;
    this.setField("IgnoreCase", ignoreCase);
    this.setField("LineNumber", lineNumber);
    this.setField("Line", line);
    this.setField("Filename", path === null ? "InputStream" : path.slice(path.lastIndexOf("\\") + 1));
    this.setField("Path", path ?? "InputStream");
    this.setField("Pattern", pattern);
    this.setField("Context", null);
    this.setField("Matches", new PSArray([...matches]));
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    const { path, lineNumber, line, context } = this.found;
    const head = (number: number): string => (path === null ? "" : `${path}:${number}:`);
    if (context === null) return head(lineNumber) + line;
    const before = context.before.map((text, i) => `  ${head(lineNumber - context.before.length + i)}${text}`);
    const after = context.after.map((text, i) => `  ${head(lineNumber + i + 1)}${text}`);
    return [...before, `> ${head(lineNumber)}${line}`, ...after].join("\n");
  }
}
heapClass("MatchInfo", MatchInfo);
