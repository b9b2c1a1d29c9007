import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { PSArray, type Value } from "../../values/index.js";

export const teeObject = defineCmdlet({
  name: "Tee-Object",
  typeName: "Microsoft.PowerShell.Commands.TeeObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Passes objects on and keeps them in a variable.",
  defaultParameterSet: "File",
  parameters: {
    InputObject: { type: "psobject", pipeline: "value" },
    FilePath: { type: "string", mandatory: true, position: 0, sets: ["File"], aliases: ["Path"], coverage: "refused" },
    LiteralPath: {
      since: 3,
      type: "string",
      mandatory: true,
      sets: ["LiteralFile"],
      aliases: ["PSPath", "LP"],
      coverage: "refused",
    },
    Append: { since: 3, type: "switch", sets: ["File", "Variable"] },
    Encoding: { since: 7, type: "object", sets: ["File", "LiteralFile"], coverage: "refused" },
    Variable: { type: "string", mandatory: true, sets: ["Variable"] },
  },
  create: (parameters, cmdlet) => {
    const kept: Value[] = [];
    return {
      process(): void {
        const object = parameters.InputObject;
        if (object === undefined) return;
        kept.push(object);
        cmdlet.writeObject(object);
      },
      end(): void {
        const { context } = cmdlet;
        const name = parameters.Variable ?? "";
        const old = parameters.Append ? context.getVariable(name) : undefined;
        const before = old === undefined || old === null ? [] : old instanceof PSArray ? old.items : [old];
        const all = [...before, ...kept];
        const [only] = all;
        context.setVariable(name, all.length > 1 ? new PSArray(all) : (only ?? null));
      },
    };
  },
});
