import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { OutDefault } from "../../formatting/out-default.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSArray, type Value } from "../../values/index.js";
import { openTextFile } from "../formatting/out-file.js";
import { newLine } from "../management/content.js";
import { encodingArgument, encodingNamed } from "../management/file-encoding.js";
import { fullPath } from "../management/paths.js";

const parameters = {
  InputObject: { type: "psobject", pipeline: "value" },
  FilePath: { type: "string", mandatory: true, position: 0, sets: ["File"], aliases: ["Path"] },
  LiteralPath: { since: 3, type: "string", mandatory: true, sets: ["LiteralFile"], aliases: ["PSPath", "LP"] },
  Append: { since: 3, type: "switch", sets: ["File", "Variable"] },
  Encoding: { since: 7, type: "object", transform: encodingArgument, sets: ["File", "LiteralFile"] },
  Variable: { type: "string", mandatory: true, sets: ["Variable"] },
} as const satisfies ParameterDeclarations;

export const teeObject = defineCmdlet({
  name: "Tee-Object",
  typeName: "Microsoft.PowerShell.Commands.TeeObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Passes objects on and keeps them in a variable or a file.",
  defaultParameterSet: "File",
  parameters,
  create: (bound, cmdlet) => new Tee(bound, cmdlet),
});

class Tee implements CmdletBody {
  private readonly kept: Value[] = [];
  private file: OutDefault | null = null;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    const { bound, cmdlet } = this;
    const path = bound.LiteralPath ?? bound.FilePath;
    if (path === undefined) return;
    const { context } = cmdlet;
    this.file = openTextFile(context, fullPath(cmdlet, path), {
      append: bound.Append,
      lineEnd: newLine,
      width: undefined,
      force: false,
      encoding: bound.Encoding === undefined ? undefined : encodingNamed(context, bound.Encoding, "utf8"),
    });
  }

  process(): void {
    const object = this.bound.InputObject;
    if (object === undefined) return;
    if (this.file === null) this.kept.push(object);
    else this.file.write(object);
    this.cmdlet.writeObject(object);
  }

  end(): void {
    if (this.file === null) this.setVariable(this.bound.Variable ?? "");
    else this.file.end();
  }

  private setVariable(name: string): void {
    const { context } = this.cmdlet;
    const old = this.bound.Append ? context.getVariable(name) : undefined;
    const before = old === undefined || old === null ? [] : old instanceof PSArray ? old.items : [old];
    const all = [...before, ...this.kept];
    const [only] = all;
    context.setVariable(name, all.length > 1 ? new PSArray(all) : (only ?? null));
  }
}
