import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { isNull, PSCredential, SecureString, toText } from "../../values/index.js";
import { baseOf } from "../../values/value.js";

/** The console's prompts; Windows PowerShell shows a dialog with the same texts unless told to ask at the console. */
export const getCredential = defineCmdlet({
  name: "Get-Credential",
  typeName: "Microsoft.PowerShell.Commands.GetCredentialCommand",
  source: "Microsoft.PowerShell.Security",
  synopsis: "Asks for a user name and a password.",
  defaultParameterSet: "CredentialSet",
  parameters: {
    Credential: { type: "object", position: 0, sets: ["CredentialSet"], allowNull: true },
    Message: { since: 3, type: "string", mandatory: true, sets: ["MessageSet"] },
    UserName: { since: 3, type: "string", position: 0, sets: ["MessageSet"] },
    Title: { since: 7, type: "string", sets: ["MessageSet"] },
  },
  create: (parameters, cmdlet) => ({
    begin(): void {
      const { context } = cmdlet;
      const given = parameters.Credential === undefined ? null : baseOf(parameters.Credential);
      if (given instanceof PSCredential) {
        cmdlet.writeObject(given);
        return;
      }
      const caption =
        parameters.Title ??
        (context.facts.languageVersion >= 7
          ? "PowerShell credential request"
          : "Windows PowerShell credential request");
      const message = parameters.Message ?? "Enter your credentials.";
      context.host.write(`\n${caption}\n${message}\n`);
      const ask = (kind: "line" | "secret", prompt: string): string =>
        context.host.ask({ kind, prompt, caption, message, choices: [], defaultChoice: -1 });
      const known = isNull(given) ? (parameters.UserName ?? "") : toText(context, given);
      const user = known === "" ? ask("line", "User: ") : known;
      const password = ask("secret", `Password for user ${user}: `);
      context.host.write("\n");
      cmdlet.writeObject(new PSCredential(user, new SecureString(password)));
    },
  }),
});
