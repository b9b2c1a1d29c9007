import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formattingOf } from "../../formatting/formatting.js";
import { type ScreenWidths, unlimitedWidth } from "../../formatting/layout/output-stage.js";
import { atStatement, FormattedOutput } from "../../formatting/out-default.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";

const parameters = {
  Stream: { type: "switch", sets: ["StreamFormatting"] },
  Width: { type: "int", validate: [{ kind: "ValidateRange", min: 2, max: 2147483647 }] },
  NoNewline: { since: 7, type: "switch", sets: ["NoNewLineFormatting"] },
  InputObject: { type: "psobject", pipeline: "value" },
} as const satisfies ParameterDeclarations;

/** SPEC A.10. */
export const outString = defineCmdlet({
  name: "Out-String",
  typeName: "Microsoft.PowerShell.Commands.OutStringCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the text that the console would show.",
  defaultParameterSet: "NoNewLineFormatting",
  parameters,
  create: (bound, cmdlet) => outStringBody(bound, cmdlet),
});

/** Widths of a text device: as asked, else those of the edition. */
export function textWidths(context: ExecutionContext, width: number | undefined): ScreenWidths {
  if (width !== undefined) return { table: width, list: width };
  const columns = context.host.width;
  return formattingOf(context).facts.unboundedOutString
    ? { table: columns, list: unlimitedWidth }
    : { table: columns - 1, list: columns - 1 };
}

function outStringBody(bound: Bound<typeof parameters>, cmdlet: CmdletRuntime): CmdletBody {
  const { context } = cmdlet;
  const parts: string[] = [];
  let out: FormattedOutput | null = null;
  const lineEnd = bound.NoNewline ? "" : "\n";
  return {
    begin() {
      const line = bound.Stream
        ? (text: string): void => cmdlet.writeObject(text)
        : (text: string): void => {
            parts.push(text, lineEnd);
          };
      out = new FormattedOutput(
        context,
        formattingOf(context),
        { writeLine: line, writeRaw: line },
        textWidths(context, bound.Width),
      );
    },
    process() {
      const value = bound.InputObject;
      if (value !== undefined) atStatement(() => out?.write(value));
    },
    end() {
      out?.end();
      if (!bound.Stream) cmdlet.writeObject(parts.join(""));
    },
  };
}
