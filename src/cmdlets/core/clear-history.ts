import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { type CommandHistory, type HistoryEntry, historyKey } from "../session-services.js";
import { refuseCountOfMany, writeNoEntry } from "./get-history.js";

const parameters = {
  Id: {
    type: "int[]",
    position: 0,
    sets: ["IDParameter"],
    validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
  },
  CommandLine: { type: "string[]", sets: ["CommandLineParameter"], validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  Count: { type: "int", position: 1, validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }] },
  Newest: { type: "switch" },
} as const satisfies ParameterDeclarations;

/** Forgets entries: all of them, by number, or by text (asked of the engine). */
export const clearHistory = defineCmdlet({
  name: "Clear-History",
  typeName: "Microsoft.PowerShell.Commands.ClearHistoryCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Forgets the entries typed so far.",
  defaultParameterSet: "IDParameter",
  supportsShouldProcess: true,
  parameters,
  create: (bound, cmdlet) => ({
    end(): void {
      const history = extensionOf(cmdlet.context, historyKey);
      const isWhole = bound.Id === undefined && bound.CommandLine === undefined && bound.Count === undefined;
      if (isWhole && !cmdlet.shouldProcess("This command will clear all the entries from the session history.")) return;
      const chosen = isWhole ? history.entries : chosenEntries(bound, cmdlet, history);
      history.remove(new Set(chosen.map(({ id }) => id)));
    },
  }),
});

function chosenEntries(
  bound: Bound<typeof parameters>,
  cmdlet: CmdletRuntime,
  { entries }: CommandHistory,
): readonly HistoryEntry[] {
  const { Id, CommandLine, Count } = bound;
  if (Id !== undefined) return entriesOfIds(bound, cmdlet, entries);
  if (CommandLine === undefined) return counted(entries, bound);
  const names = namesOf(cmdlet, CommandLine);
  if (Count !== undefined && names.length > 1) {
    cmdlet.throwTerminatingError(
      cmdletError({
        // The blank is the engine's.
        id: "NoCountWithMultipleCmdLine ",
        category: "InvalidArgument",
        exception: "ArgumentException",
        message: "The count cannot be combined with multiple CommandLine parameters.",
        target: CommandLine,
        targetType: "String[]",
      }),
    );
  }
  const patterns = names.map((name) => new WildcardPattern(name, true));
  return counted(
    entries.filter(({ commandLine }) => patterns.some((pattern) => pattern.isMatch(commandLine))),
    bound,
  );
}

/** Entries by number; with a count those up to the number, with -Newest those from it on. */
function entriesOfIds(
  { Id, Count, Newest }: Bound<typeof parameters>,
  cmdlet: CmdletRuntime,
  entries: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const ids = Id?.items ?? [];
  if (Count !== undefined && ids.length > 1) refuseCountOfMany(cmdlet, Count);
  return ids.flatMap((id) => {
    const at = entries.findIndex((entry) => entry.id === id);
    if (at < 0) writeNoEntry(cmdlet, BigInt(Number(id)));
    if (at < 0) return [];
    const count = Count ?? 1;
    return Newest ? entries.slice(at, at + count) : entries.slice(Math.max(0, at + 1 - count), at + 1);
  });
}

/** The oldest so many, or the newest; all without a count. */
function counted(
  entries: readonly HistoryEntry[],
  { Count, Newest }: Bound<typeof parameters>,
): readonly HistoryEntry[] {
  if (Count === undefined) return entries;
  return Newest ? entries.slice(-Count) : entries.slice(0, Count);
}
