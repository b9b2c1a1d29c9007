import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { namedPathOrLiteralPath, pathFilters } from "./path-parameters.js";
import { providerPath } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { providerItems, setProviderItem } from "./provider-items.js";

/** For the drives that are not files; files are written with Set-Content. */
export const setItem = defineCmdlet({
  name: "Set-Item",
  typeName: "Microsoft.PowerShell.Commands.SetItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Sets an item of the variable or alias drive.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: {
    ...namedPathOrLiteralPath,
    Value: { type: "object", position: 1, pipeline: "value,name" },
    Force: { type: "switch", coverage: "accepted" },
    PassThru: { type: "switch" },
    ...pathFilters,
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const item = providerPath(cmdlet, path);
        if (item === null) {
          cmdlet.writeError(
            cmdletError({
              id: "NotSupported",
              category: "NotImplemented",
              exception: "NotSupportedException",
              message: "Provider operation stopped because the provider does not support this operation.",
            }),
          );
          continue;
        }
        if (
          !cmdlet.shouldProcess(
            `Item: ${item.name} Value: ${namesOf(cmdlet, { items: [parameters.Value ?? null] })[0]}`,
            `Set ${item.provider}`,
          )
        )
          continue;
        const error = setProviderItem(cmdlet, item.provider, item.name, parameters.Value ?? null);
        if (error !== null) cmdlet.writeError(error);
        else if (parameters.PassThru) {
          for (const { value } of providerItems(cmdlet, item.provider, item.name)) cmdlet.writeObject(value);
        }
      }
    },
  })),
});
