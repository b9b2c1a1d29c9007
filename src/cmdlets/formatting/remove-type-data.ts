import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { typeDataError } from "./update-type-data.js";

/** Takes back what Update-TypeData added to a type. */
export const removeTypeData = defineCmdlet({
  name: "Remove-TypeData",
  since: 3,
  typeName: "Microsoft.PowerShell.Commands.RemoveTypeDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Removes the members that were added to a type.",
  defaultParameterSet: "RemoveTypeSet",
  supportsShouldProcess: true,
  parameters: {
    TypeName: {
      type: "string",
      sets: ["RemoveTypeSet"],
      mandatory: true,
      position: 0,
      pipeline: "value,name",
    },
    TypeData: {
      type: "object[]",
      sets: ["RemoveTypeDataSet"],
      mandatory: true,
      pipeline: "value",
      coverage: "refused",
    },
    Path: { type: "string[]", sets: ["RemoveFileSet"], mandatory: true, coverage: "refused" },
  },
  create: (bound, cmdlet) => ({
    process() {
      const typeName = bound.TypeName ?? "";
      if (!cmdlet.shouldProcess(`Remove Type: ${typeName}`)) return;
      if (cmdlet.context.typeTable.remove(typeName)) return;
      const message =
        `Error in TypeData "${typeName}": The type "${typeName}" was not found. The type name value must be the full ` +
        "name of the type. Verify the type name and run the command again.";
      cmdlet.writeError(typeDataError("TypesDynamicRemoveException", message));
    },
  }),
});
