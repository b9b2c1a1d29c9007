import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { displayText, enumerate, SecureString, type Value } from "../../values/index.js";

export const readHost = defineCmdlet({
  name: "Read-Host",
  typeName: "Microsoft.PowerShell.Commands.ReadHostCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Asks for a line of text.",
  defaultParameterSet: "AsString",
  parameters: {
    Prompt: { type: "object", position: 0, remaining: true },
    AsSecureString: { type: "switch", sets: ["AsSecureString"] },
    MaskInput: { since: 7, type: "switch", sets: ["AsString"] },
  },
  create: (parameters, cmdlet) => ({
    begin(): void {
      const { context } = cmdlet;
      const { AsSecureString, MaskInput, Prompt } = parameters;
      const prompt = Prompt === undefined ? "" : `${promptText(Prompt)}: `;
      const kind = MaskInput || AsSecureString ? "secret" : "line";
      const answer = context.host.ask({ kind, prompt, caption: "", message: "", choices: [], defaultChoice: -1 });
      cmdlet.writeObject(AsSecureString ? new SecureString(answer) : answer);

      function promptText(value: Value): string {
        const elements = enumerate(value);
        if (elements === null) return displayText(context, value);
        return [...elements].map((element) => displayText(context, element)).join(" ");
      }
    },
  }),
});
