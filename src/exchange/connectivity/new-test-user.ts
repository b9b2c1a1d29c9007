import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../../cmdlets/error-record.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { Collector } from "../../runtime/pipes.js";
import type { HostQuestion } from "../../runtime/streams.js";
import { type DirectoryObject, listObjects } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { organizationOf } from "../organization.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { testUserName } from "./test-users.js";

/** What the script does for one server; a line of the shell, so that its mailbox is made as any other is. */
const makeMailbox = `param($name, $suffix, $password, $server, $ou)
$database = Get-MailboxDatabase -Server $server | Where-Object { -not $_.Recovery } | Select-Object -First 1
if ($database -ne $null) {
  $secure = ConvertTo-SecureString $password -AsPlainText -Force
  New-Mailbox -Name $name -UserPrincipalName "$name@$suffix" -Password $secure -Database $database.Name -OrganizationalUnit $ou
}`;

/**
 * The script that makes the test users of the cmdlets that connect as a client, one on each Mailbox server: of this one,
 * or of those that come through the pipeline. What it says is from memory.
 */
const newTestUser = defineCmdlet({
  name: "new-TestCasConnectivityUser.ps1",
  typeName: "new-TestCasConnectivityUser.ps1",
  source: "Microsoft.Exchange.Management.PowerShell.E2010",
  synopsis: "Makes the users as whom the cmdlets that test Client Access servers log on.",
  parameters: {
    OU: { type: "string" },
    UMDialPlan: { type: "string", coverage: "refused" },
    UMExtension: { type: "string", coverage: "refused" },
    InputObject: { type: "object", pipeline: "value" },
  },
  create: (parameters, cmdlet) => {
    let password = "";
    return {
      begin() {
        cmdlet.context.host.write(
          "Please enter a temporary secure password for creating test users. For security purposes, the password will be changed regularly and automatically by the system.\n",
        );
        password = ask(cmdlet, "secret", "Enter password: ");
      },
      process() {
        const server = serverMeant(cmdlet, parameters.InputObject);
        if (server !== undefined) makeUser(cmdlet, server, password, parameters.OU ?? "Users");
      },
    };
  },
});

function ask({ context }: CmdletRuntime, kind: HostQuestion["kind"], prompt: string): string {
  return context.host.ask({ kind, prompt, caption: "", message: "", choices: [], defaultChoice: -1 });
}

/** The server of this machine, or the one that came through the pipeline, by its name. */
function serverMeant({ context }: CmdletRuntime, given: Value | undefined): DirectoryObject | undefined {
  const { current, session } = organizationOf(context);
  const name = given === undefined ? session.serverName : toText(context, given);
  return listObjects(current, "ExchangeServer").find((server) => server.name.toLowerCase() === name.toLowerCase());
}

function makeUser(cmdlet: CmdletRuntime, server: DirectoryObject, password: string, ou: string): void {
  const { context, streams } = cmdlet;
  const [domain] = listObjects(organizationOf(context).current, "Domain");
  const suffix = domain?.name ?? "";
  context.host.write(`Create test user on: ${fqdnOf(server)}\n`);
  ask(cmdlet, "line", "Click CTRL+Break to quit or click Enter to continue.: ");
  const name = testUserName(server);
  const output = new Collector(context);
  context.invokeBlock(context.createScriptBlock(makeMailbox), {
    arguments: [name, suffix, password, server.name, ou],
    output,
    streams: { ...streams, output },
  });
  if (output.items.length > 0) context.host.write(`UserPrincipalName:  ${name}@${suffix}\n`);
  else {
    const message = `CreateTestUser : Mailbox could not be created. Verify that OU ( ${ou} ) exists and that password meets complexity requirements.`;
    cmdlet.writeError(
      cmdletError({ id: "CreateTestUser", category: "NotSpecified", exception: "Exception", message, target: name }),
    );
  }
}

const scriptPath = /^(?:[a-z]:\\(?:[^\\]+\\)*scripts\\+|\.\\)?new-TestCasConnectivityUser\.ps1$/i;

/** The script by its path. */
export function findTestUserScript(path: string): typeof newTestUser | undefined {
  return scriptPath.test(path) ? newTestUser : undefined;
}
