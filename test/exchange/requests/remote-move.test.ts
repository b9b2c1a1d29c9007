// Moves between forests: nobody answers in the other one.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const credential = "$c = New-Object PSCredential x,(ConvertTo-SecureString x -AsPlainText -Force)";
const remote = "-RemoteCredential $c -TargetDeliveryDomain fabrikam.com";
const start = () => {
  const shell = startShell({ width: 300 });
  type(shell, credential, "$null = New-MailUser Guest -ExternalEmailAddress guest@fabrikam.com");
  return shell;
};

test("the host of the other side has no address", () => {
  const url = "https://mail.fabrikam.com/EWS/mrsproxy.svc";
  expectSaid(
    start(),
    `New-MoveRequest Guest -Remote -RemoteHostName mail.fabrikam.com ${remote}`,
    `
The call to '${url}' failed. Error details: There was no endpoint listening at ${url} that could accept the message. This is often caused by an incorrect address or SOAP action. See InnerException, if present, for more details.
 --> The remote name could not be resolved: 'mail.fabrikam.com'.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MoveRequest], RemoteTransientException
    + FullyQualifiedErrorId : EE2140E5,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest`,
  );
});

test("one's own host has no proxy of the replication service", () => {
  const out = `New-MoveRequest alan.reid -Outbound -RemoteTargetDatabase DB1 -RemoteHostName HO-EX2010-MB1.exchangeserverpro.net ${remote}`;
  expect(said(start(), out)).toContain(
    "that could accept the message. --> The remote server returned an error: (404) Not Found.",
  );
});

test("an older forest is asked by its global catalog", () => {
  expectSaid(
    start(),
    `New-MoveRequest Guest -RemoteLegacy -RemoteGlobalCatalog gc.fabrikam.com ${remote}`,
    `
An Active Directory error 0x51 occurred when trying to check the suitability of server 'gc.fabrikam.com'. Error: 'Active directory response: The LDAP server is unavailable.'
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MoveRequest], SuitabilityDirectoryException
    + FullyQualifiedErrorId : DDA0021F,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest`,
  );
});

test("who has a mailbox can't get one from outside", () => {
  expect(said(start(), `New-MoveRequest alan.reid -Remote -RemoteHostName mail.fabrikam.com ${remote}`)).toContain(
    "The target recipient 'Alan Reid' must be a mail-enabled user when the primary mailbox is moving cross forest.",
  );
});

test("a move within the organization has no other side", () => {
  const shell = start();
  type(shell, "$null = New-MoveRequest sarah.jones -TargetDatabase MB-HO-02 -Suspend");
  expect(said(shell, "Set-MoveRequest sarah.jones -RemoteHostName mail.fabrikam.com")).toContain(
    'The parameter "RemoteHostName" is for moves between forests, and the move request "Sarah Jones" is within this one.',
  );
});
