import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { isNull, toText, typeNamesOf, type Value } from "../../values/index.js";
import { compareObjects } from "../object-order.js";

/** SPEC E.9: neighbours only. */
export const getUnique = defineCmdlet({
  name: "Get-Unique",
  typeName: "Microsoft.PowerShell.Commands.GetUniqueCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Leaves out objects that equal the one before.",
  defaultParameterSet: "AsString",
  parameters: {
    InputObject: { type: "psobject", pipeline: "value", allowNull: true },
    AsString: { type: "switch", sets: ["AsString"] },
    OnType: { type: "switch", sets: ["UniqueByType"] },
    CaseInsensitive: { since: 7, type: "switch" },
  },
  create: (parameters, cmdlet) => {
    let last: Value | undefined;
    return {
      process(): void {
        const object = parameters.InputObject;
        if (object === undefined) return;
        const isUnique = last === undefined || !isSame(last, object);
        if (!isUnique) return;
        last = object;
        cmdlet.writeObject(object);
      },
    };

    function isSame(a: Value, b: Value): boolean {
      const { context } = cmdlet;
      if (parameters.OnType) return !isNull(a) && !isNull(b) && typeNamesOf(a)[0] === typeNamesOf(b)[0];
      const ignoreCase = parameters.CaseInsensitive;
      if (parameters.AsString) return compareObjects(context, toText(context, a), toText(context, b), ignoreCase) === 0;
      return compareObjects(context, a, b, ignoreCase) === 0;
    }
  },
});
