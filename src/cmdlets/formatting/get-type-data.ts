import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { builtInMembers, builtInTypeNames } from "../../values/member-access/index.js";
import { WildcardPattern } from "../../values/wildcard.js";
import { namesOf } from "../session/scopes.js";
import { typeData } from "./type-data.js";

/** The members that the session and the engine added to types; of the engine's those that are emulated. */
export const getTypeData = defineCmdlet({
  name: "Get-TypeData",
  since: 3,
  typeName: "Microsoft.PowerShell.Commands.GetTypeDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the members that were added to types.",
  parameters: {
    TypeName: {
      type: "string[]",
      position: 0,
      pipeline: "value",
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { typeTable } = cmdlet.context;
      const names = new Map(builtInTypeNames().map((name) => [name.toLowerCase(), name]));
      for (const name of typeTable.typeNames) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
      const patterns =
        parameters.TypeName === undefined
          ? null
          : namesOf(cmdlet, parameters.TypeName).map((name) => new WildcardPattern(name, true));
      for (const name of names.values()) {
        if (patterns?.some((pattern) => pattern.isMatch(name)) === false) continue;
        const tables = [builtInMembers(name), typeTable.membersOf(name)].filter((table) => table !== undefined);
        cmdlet.writeObject(typeData(name, tables));
      }
    },
  }),
});
