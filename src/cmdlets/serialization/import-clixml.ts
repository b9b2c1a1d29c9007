import type { ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { totalCount } from "../../runtime/paging-parameters.js";
import { PowerShellError } from "../../values/errors.js";
import { UInt64 } from "../../values/numbers.js";
import { integerOf } from "../../values/numeric.js";
import { deserialize } from "../../values/serialization/index.js";
import type { Value } from "../../values/value.js";
import { cmdletError, rewrapped } from "../error-record.js";
import { expandPath, fullPath, parentExists } from "../management/paths.js";
import { namesOf } from "../session/scopes.js";

const parameters = {
  Path: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name", sets: ["ByPath"] },
  LiteralPath: {
    type: "string[]",
    mandatory: true,
    pipeline: "name",
    sets: ["ByLiteralPath"],
    aliases: ["PSPath", "LP"],
  },
  IncludeTotalCount: { type: "switch" },
  Skip: { type: "ulong" },
  First: { type: "ulong" },
} as const satisfies ParameterDeclarations;

/** SPEC E.13. */
export const importClixml = defineCmdlet({
  name: "Import-Clixml",
  typeName: "Microsoft.PowerShell.Commands.ImportClixmlCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes objects of a file that Export-Clixml wrote.",
  defaultParameterSet: "ByPath",
  parameters,
  create: (bound, cmdlet) => ({
    process(): void {
      const literal = bound.LiteralPath !== undefined;
      const skip = countOf(bound.Skip, 0);
      const first = countOf(bound.First, Number.POSITIVE_INFINITY);
      for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
        for (const text of textsOf(cmdlet, path, literal)) {
          // The serializer does not count beforehand, and says so.
          if (bound.IncludeTotalCount) cmdlet.writeObject(totalCount(cmdlet.context, new UInt64(0n), 0));
          for (const value of read(cmdlet, text).slice(skip, skip + first)) cmdlet.writeObject(value, true);
        }
      }
    },
  }),
});

function countOf(value: Value | undefined, otherwise: number): number {
  const n = value === undefined ? null : integerOf(value);
  return n === null ? otherwise : Number(n);
}

/** The texts of the files that a path means. Ends the command when there is none. */
function textsOf(cmdlet: CmdletRuntime, path: string, literal: boolean): readonly string[] {
  const files = expandPath(cmdlet, path, literal).flatMap(({ node }) => (node.kind === "file" ? [node.text] : []));
  if (files.length > 0) return files;
  const full = fullPath(cmdlet, path);
  const isThere = parentExists(cmdlet, full);
  const exception = isThere ? "FileNotFoundException" : "DirectoryNotFoundException";
  return cmdlet.throwTerminatingError(
    cmdletError({
      id: `System.IO.${exception}`,
      category: "NotSpecified",
      exception,
      message: isThere ? `Could not find file '${full}'.` : `Could not find a part of the path '${full}'.`,
    }),
  );
}

function read(cmdlet: CmdletRuntime, text: string): readonly Value[] {
  try {
    return deserialize(cmdlet.context, text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    return cmdlet.throwTerminatingError(rewrapped(error.record, error.record.exception.type.fullName, "NotSpecified"));
  }
}
