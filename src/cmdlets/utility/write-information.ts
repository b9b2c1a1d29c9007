import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { writeInformationData } from "../information.js";

/** SPEC D.6. */
export const writeInformation = defineCmdlet({
  name: "Write-Information",
  since: 5,
  typeName: "Microsoft.PowerShell.Commands.WriteInformationCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes to the information stream.",
  parameters: {
    MessageData: { type: "object", mandatory: true, position: 0, pipeline: "value", aliases: ["Msg", "Message"] },
    Tags: { type: "string[]", position: 1 },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const tags = parameters.Tags?.items.map((tag) => (typeof tag === "string" ? tag : "")) ?? [];
      writeInformationData(cmdlet, parameters.MessageData ?? null, tags);
    },
  }),
});
