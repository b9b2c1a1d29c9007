/** What comment-based help says; texts are whole sections with `\n` line ends. */
export interface CommentHelp {
  readonly synopsis: string;
  readonly description: string;
  readonly notes: string;
  readonly component: string;
  readonly role: string;
  readonly functionality: string;
  /** By the parameter's name in upper case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly examples: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly links: readonly string[];
  /** The command whose help is shown instead; `null`: none. */
  readonly forwardTo: string | null;
}

const plainSections = new Set(["SYNOPSIS", "DESCRIPTION", "NOTES", "COMPONENT", "ROLE", "FUNCTIONALITY"]);
const repeatedSections = new Set(["EXAMPLE", "INPUTS", "OUTPUTS", "LINK"]);
const namedSections = new Set(["PARAMETER", "FORWARDHELPTARGETNAME", "FORWARDHELPCATEGORY", "REMOTEHELPRUNSPACE"]);
const directive = /^\s*\.(\w+)(?:\s+(\S.*?))?\s*$/;

/**
 * Reads the lines of a comment as help. `null` when it is no help: when it begins otherwise than with a keyword, or holds
 * one that is unknown, lacks its name, or has one where none belongs.
 */
export function parseCommentHelp(lines: readonly string[]): CommentHelp | null {
  const texts = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const parameters = new Map<string, string>();
  let forwardTo: string | null = null;
  let next = lines.findIndex((line) => line.trim() !== "");
  if (next < 0) return null;
  while (next < lines.length) {
    const [, keyword = "", argument] = directive.exec(lines[next] ?? "") ?? [];
    const name = keyword.toUpperCase();
    let end = next + 1;
    while (end < lines.length && !directive.test(lines[end] ?? "")) end++;
    const body = sectionText(lines.slice(next + 1, end));
    if (namedSections.has(name) !== (argument !== undefined)) return null;
    if (plainSections.has(name)) texts.set(name, body);
    else if (repeatedSections.has(name)) lists.set(name, [...(lists.get(name) ?? []), body]);
    else if (name === "PARAMETER") parameters.set(argument?.toUpperCase() ?? "", body);
    else if (name === "FORWARDHELPTARGETNAME") forwardTo = argument ?? null;
    else if (!namedSections.has(name)) return null;
    next = end;
  }
  const textOf = (name: string): string => texts.get(name) ?? "";
  const listOf = (name: string): readonly string[] => lists.get(name) ?? [];
  return {
    synopsis: textOf("SYNOPSIS"),
    description: textOf("DESCRIPTION"),
    notes: textOf("NOTES"),
    component: textOf("COMPONENT"),
    role: textOf("ROLE"),
    functionality: textOf("FUNCTIONALITY"),
    parameters,
    examples: listOf("EXAMPLE"),
    inputs: listOf("INPUTS"),
    outputs: listOf("OUTPUTS"),
    links: listOf("LINK"),
    forwardTo,
  };
}

/** Lines without blank ones at either end, and without as much indentation as the first of them has. */
export function sectionText(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return "";
  const indentation = /^\s*/.exec(lines[first] ?? "")?.[0].length ?? 0;
  return lines
    .slice(first)
    .map((line) => line.slice(Math.min(indentation, /^\s*/.exec(line)?.[0].length ?? 0)).trimEnd())
    .join("\n")
    .trimEnd();
}
