import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { serialize } from "../../values/serialization/index.js";
import type { Value } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { encodingParameter, newLine } from "../management/content.js";
import { fileOpenFailure, findNode, fullPath, parentExists, writeFile } from "../management/paths.js";

const parameters = {
  Depth: { type: "int", validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }] },
  Path: { type: "string", position: 0, mandatory: true, sets: ["ByPath"] },
  LiteralPath: { type: "string", mandatory: true, sets: ["ByLiteralPath"], aliases: ["PSPath", "LP"] },
  InputObject: { type: "psobject", mandatory: true, pipeline: "value", allowNull: true },
  Force: { type: "switch", coverage: "accepted" },
  NoClobber: { type: "switch", aliases: ["NoOverwrite"] },
  Encoding: { ...encodingParameter, coverage: "accepted" },
} as const satisfies ParameterDeclarations;

/** SPEC E.13. Two levels of properties unless -Depth says otherwise. */
export const exportClixml = defineCmdlet({
  name: "Export-Clixml",
  typeName: "Microsoft.PowerShell.Commands.ExportClixmlCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes objects to a file from which Import-Clixml makes them again.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters,
  create: (bound, cmdlet) => new ClixmlExport(bound, cmdlet),
});

class ClixmlExport implements CmdletBody {
  private readonly objects: Value[] = [];
  private path = "";
  private allowed = true;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    const { bound, cmdlet } = this;
    this.path = fullPath(cmdlet, bound.LiteralPath ?? bound.Path ?? "");
    this.allowed = cmdlet.shouldProcess(this.path);
    if (!this.allowed) return;
    if (!parentExists(cmdlet, this.path)) {
      cmdlet.throwTerminatingError(fileOpenFailure(cmdlet, this.path));
    }
    if (bound.NoClobber && findNode(cmdlet, this.path) !== undefined) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "NoClobber",
          category: "ResourceExists",
          exception: "IOException",
          message: `The file '${this.path}' already exists.`,
          target: this.path,
        }),
      );
    }
    // The file is there, and empty, as soon as it is opened.
    writeFile(cmdlet, this.path, "");
  }

  process(): void {
    if (this.allowed) this.objects.push(this.bound.InputObject ?? null);
  }

  end(): void {
    if (!this.allowed) return;
    writeFile(this.cmdlet, this.path, serialize(this.cmdlet.context, this.objects, this.bound.Depth ?? 2, newLine));
  }
}
