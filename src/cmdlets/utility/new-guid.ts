import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { tryConvertTo } from "../../values/conversion/index.js";
import { typeNamed } from "../../values/index.js";
import { Guid } from "../../values/simple-values.js";
import { cmdletError } from "../error-record.js";

/** Draws from the session's deterministic source. */
export const newGuid = defineCmdlet({
  name: "New-Guid",
  since: 5,
  typeName: "Microsoft.PowerShell.Commands.NewGuidCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives a new GUID.",
  defaultParameterSet: "Default",
  parameters: {
    Empty: { since: 7, type: "switch", sets: ["Empty"] },
    InputObject: {
      since: 7,
      type: "string",
      position: 0,
      mandatory: true,
      pipeline: "value",
      sets: ["InputObject"],
    },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const text = parameters.InputObject;
      if (text === undefined) {
        cmdlet.writeObject(new Guid(parameters.Empty ? empty : cmdlet.context.newGuid()));
        return;
      }
      const guid = tryConvertTo(cmdlet.context, text, typeNamed("System.Guid"));
      if (guid instanceof Guid) cmdlet.writeObject(guid);
      else cmdlet.writeError(notAGuid());
    },
  }),
});

const empty = "00000000-0000-0000-0000-000000000000";

/** From memory. */
function notAGuid() {
  return cmdletError({
    id: "StringNotRecognizedAsGuid",
    category: "InvalidArgument",
    exception: "FormatException",
    message: "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
  });
}
