import { coreCmdlets } from "../../src/cmdlets/index.js";
import { newerCommands } from "../../src/cmdlets/not-emulated.js";
import { languageHistory } from "../../src/shell/language-history.js";

/** A Markdown table, its columns padded as the other pages have them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(line)].join("\n");
}

/** What came after 2.0 in the language. */
export function historyTable(): string {
  return table([
    ["since", "what", "before", "how sure", "evidence"],
    ...languageHistory.map(({ since, feature, before, certainty, evidence }) =>
      [since, feature, before, certainty, evidence].map((cell) => cell.replaceAll("|", "\\|")),
    ),
  ]);
}

const versionText = new Map([
  [3, "3.0"],
  [4, "4.0"],
  [5, "5.0"],
  [7, "6 or 7"],
]);

/** Cmdlets by the version that brought them; those without behaviour here too. */
export function commandTable(): string {
  const rows = [...versionText].map(([version, text]) => {
    const emulated = coreCmdlets.filter(({ since }) => since === version).map(({ name }) => name);
    const known = (newerCommands[version] ?? "").split(/\s+/).filter((name) => name !== "");
    return [text, [...emulated, ...known].sort().join(", ")];
  });
  return table([["since", "cmdlets"], ...rows]);
}

/** Parameters by the cmdlet, of cmdlets that 2.0 has. */
export function parameterTable(): string {
  const rows = coreCmdlets
    .filter(({ name, since = 2 }) => since === 2 && name.includes("-"))
    .flatMap(({ name, metadata }) => {
      const later = [...versionText].flatMap(([version, text]) => {
        const names = metadata.parameters
          .filter(({ since, isCommon }) => since === version && !isCommon)
          .map((parameter) => `-${parameter.name}`);
        return names.length === 0 ? [] : [`${text}: ${names.join(" ")}`];
      });
      return later.length === 0 ? [] : [[name, later.join("; ")]];
    })
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return table([["cmdlet", "parameters"], ...rows]);
}
