// How the directory is asked: -DomainController, -Credential, -IgnoreDefaultScope, and the part that a session looks at.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "./support.js";

const firstLine = (shell: ReturnType<typeof startShell>, line: string): string =>
  said(shell, line).split("\n")[0] ?? "";
const unavailable = (server: string): string =>
  `An Active Directory error 0x51 occurred when trying to check the suitability of server '${server}'. Error: 'Active directory response: The LDAP server is unavailable.'`;

describe("-DomainController", () => {
  test("one that isn't there answers nothing, and nothing is done", () => {
    const shell = startShell({ width: 300 });
    expectSaid(
      shell,
      "Set-Mailbox alan.reid -Office X -DomainController nodc.exchangeserverpro.net",
      `${unavailable("nodc.exchangeserverpro.net")}
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-Mailbox], SuitabilityDirectoryException
    + FullyQualifiedErrorId : 1E35B9BF,Microsoft.Exchange.Management.RecipientTasks.SetMailbox`,
    );
    expectSaid(shell, "(Get-Mailbox alan.reid).Office", "");
    for (const line of ["Get-AcceptedDomain", "New-RemoteDomain X -DomainName x.com", "Get-MailboxDatabase"])
      expect(firstLine(shell, `${line} -DomainController nodc.contoso.com`), line).toBe(
        unavailable("nodc.contoso.com"),
      );
  });

  test("one that is down does not answer either, and another one takes its place", () => {
    const shell = startShell({ width: 300 });
    type(shell, "Stop-LabHost HO-DC");
    expect(firstLine(shell, "Get-Mailbox alan.reid -DomainController HO-DC.exchangeserverpro.net")).toBe(
      unavailable("HO-DC.exchangeserverpro.net"),
    );
    expectSaid(shell, "(Get-Mailbox alan.reid).OriginatingServer", "BR-DC.exchangeserverpro.net");
  });

  test("the one that was asked is the one that objects come from, and where others can't be found", () => {
    const shell = startShell({ width: 300 });
    const dc = "-DomainController br-dc.exchangeserverpro.net";
    expectSaid(shell, `(Get-Mailbox alan.reid ${dc}).OriginatingServer`, "BR-DC.exchangeserverpro.net");
    expectSaid(shell, "(Get-Mailbox alan.reid).OriginatingServer", "HO-DC.exchangeserverpro.net");
    expect(firstLine(shell, `Get-Mailbox nobody ${dc}`)).toBe(
      "The operation couldn't be performed because object 'nobody' couldn't be found on 'BR-DC.exchangeserverpro.net'.",
    );
    type(shell, "Set-ADServerSettings -PreferredServer BR-DC.exchangeserverpro.net");
    expectSaid(shell, "(Get-AcceptedDomain).OriginatingServer", "BR-DC.exchangeserverpro.net");
  });

  test.each([
    "-PreferredServer",
    "-PreferredGlobalCatalog",
    "-ConfigurationDomainController",
    "-SetPreferredDomainControllers",
  ])("Set-ADServerSettings %s", (parameter) => {
    const shell = startShell({ width: 300 });
    expect(firstLine(shell, `Set-ADServerSettings ${parameter} dc.contoso.com`)).toBe(unavailable("dc.contoso.com"));
  });
});

test("-Credential is somebody's", () => {
  const shell = startShell({ width: 300 });
  type(shell, "$p = ConvertTo-SecureString x -AsPlainText -Force");
  const as = (name: string): string =>
    said(shell, `(Get-Mailbox alan.reid -Credential (New-Object PSCredential '${name}',$p)).Name`);
  for (const name of ["Administrator", "ESPNET\\administrator", "sarah.jones", "sarah.jones@exchangeserverpro.net"])
    expect(as(name), name).toBe("Alan Reid");
  for (const name of ["nobody", "CONTOSO\\administrator"])
    expect(as(name).split("\n")[0], name).toBe(`The supplied credential for '${name}' is invalid.`);
});

describe("the part of the forest that a session sees", () => {
  const start = () => {
    const shell = startShell({ width: 300 });
    type(
      shell,
      "Import-Module ActiveDirectory",
      "New-ADOrganizationalUnit Sales",
      "New-MailContact Outside -ExternalEmailAddress o@fabrikam.com -OrganizationalUnit Sales | Out-Null",
      "New-MailContact Elsewhere -ExternalEmailAddress e@fabrikam.com | Out-Null",
      "Set-ADServerSettings -RecipientViewRoot exchangeserverpro.net/Sales",
    );
    return shell;
  };

  test("recipients below the root are found, others are not there", () => {
    const shell = start();
    expectSaid(shell, "Get-Recipient | % { $_.Name }", "Outside");
    expect(firstLine(shell, "Set-MailContact Elsewhere -CustomAttribute1 x")).toBe(
      "The operation couldn't be performed because object 'Elsewhere' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    );
    expectSaid(shell, "@(Get-MailboxDatabase).Count", "5");
    type(shell, "Set-ADServerSettings -ViewEntireForest $true");
    expectSaid(shell, "Get-MailContact | % { $_.Name }", "Outside\nElsewhere");
  });

  test("-IgnoreDefaultScope sees all, by distinguished names", () => {
    const shell = start();
    expectSaid(shell, "Get-MailContact -IgnoreDefaultScope | % { $_.Name }", "Outside\nElsewhere");
    const name = "'CN=Elsewhere,CN=Users,DC=exchangeserverpro,DC=net'";
    type(shell, `Set-MailContact ${name} -IgnoreDefaultScope -CustomAttribute1 x`);
    expectSaid(shell, `(Get-MailContact ${name} -IgnoreDefaultScope).CustomAttribute1`, "x");
    expect(firstLine(shell, "Get-MailContact Elsewhere -IgnoreDefaultScope")).toBe(
      'With -IgnoreDefaultScope an object is named by its distinguished name only: "Elsewhere" is none.',
    );
    expect(firstLine(shell, "Get-MailContact -IgnoreDefaultScope -DomainController HO-DC.exchangeserverpro.net")).toBe(
      "The parameters -IgnoreDefaultScope and -DomainController can't be used together.",
    );
  });

  test("units outside the root can't be looked into, and a root has to be there", () => {
    const shell = start();
    expect(firstLine(shell, "Get-MailContact -OrganizationalUnit Users")).toBe(
      "The requested search root 'exchangeserverpro.net/Users' is not within the scope of this operation. Cannot perform searches outside the scope 'exchangeserverpro.net/Sales'.",
    );
    expect(firstLine(shell, "Set-ADServerSettings -RecipientViewRoot contoso.com/X")).toBe(
      'Organizational unit "contoso.com/X" was not found. Please make sure you have typed it correctly.',
    );
  });
});
