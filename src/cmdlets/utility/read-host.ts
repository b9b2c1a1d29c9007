import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { displayText, enumerate, type Value } from "../../values/index.js";

export const readHost = defineCmdlet({
  name: "Read-Host",
  typeName: "Microsoft.PowerShell.Commands.ReadHostCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Asks for a line of text.",
  defaultParameterSet: "AsString",
  parameters: {
    Prompt: { type: "object", position: 0, remaining: true },
    AsSecureString: { type: "switch", sets: ["AsSecureString"], coverage: "refused" },
    MaskInput: { since: 7, type: "switch", sets: ["AsString"] },
  },
  create: (parameters, cmdlet) => ({
    begin(): void {
      const { context } = cmdlet;
      const { Prompt, MaskInput } = parameters;
      const prompt = Prompt === undefined ? "" : `${promptText(Prompt)}: `;
      const kind = MaskInput ? "secret" : "line";
      const answer = context.host.ask({ kind, prompt, caption: "", message: "", choices: [], defaultChoice: -1 });
      cmdlet.writeObject(answer);

      function promptText(value: Value): string {
        const elements = enumerate(value);
        if (elements === null) return displayText(context, value);
        return [...elements].map((element) => displayText(context, element)).join(" ");
      }
    },
  }),
});
