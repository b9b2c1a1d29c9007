import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import type { AliasInfo } from "../../runtime/commands.js";
import { compareText, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf, searchedScopes } from "./scopes.js";

export const getAlias = defineCmdlet({
  name: "Get-Alias",
  typeName: "Microsoft.PowerShell.Commands.GetAliasCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the aliases of the session.",
  defaultParameterSet: "Default",
  parameters: {
    Name: {
      type: "string[]",
      position: 0,
      pipeline: "value,name",
      sets: ["Default"],
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    Exclude: { type: "string[]" },
    Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
    Definition: { type: "string[]", sets: ["Definition"], validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const byDefinition = parameters.Definition !== undefined;
      const asked = byDefinition ? parameters.Definition : parameters.Name;
      const patterns = asked === undefined ? ["*"] : namesOf(cmdlet, asked);
      const excluded = namesOf(cmdlet, parameters.Exclude).map((pattern) => new WildcardPattern(pattern, true));
      const all = new Map<string, AliasInfo>();
      for (const scope of searchedScopes(cmdlet, parameters.Scope)) {
        for (const alias of scope.aliases()) {
          const key = alias.name.toLowerCase();
          if (!all.has(key)) all.set(key, alias);
        }
      }
      for (const pattern of patterns) {
        const matcher = new WildcardPattern(pattern, true);
        const found = [...all.values()].filter(
          (alias) =>
            matcher.isMatch(byDefinition ? alias.definition : alias.name) &&
            !excluded.some((p) => p.isMatch(alias.name)),
        );
        found.sort((a, b) => compareText(a.name, b.name, true));
        for (const alias of found) cmdlet.writeObject(new CommandInfoObject(alias));
        if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(pattern)) {
          cmdlet.writeError(
            cmdletError({
              id: "ItemNotFoundException",
              category: "ObjectNotFound",
              exception: "ItemNotFoundException",
              message: `This command cannot find a matching alias because an alias with the ${byDefinition ? "definition" : "name"} '${pattern}' does not exist.`,
              target: pattern,
            }),
          );
        }
      }
    },
  }),
});
