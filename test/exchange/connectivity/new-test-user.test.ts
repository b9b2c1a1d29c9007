// The script that the errors of Test-OwaConnectivity and its kin name. Its texts are from memory.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";

test("the script makes the test user of this server, with whom the tests then log on", () => {
  const shell = createShell({ answers: ["Pass@word1", ""] });
  expect(shell.run('& "$exscripts\\new-TestCasConnectivityUser.ps1"').text).toBe(
    `Please enter a temporary secure password for creating test users. For security purposes, the password will be changed regularly and automatically by the system.
Enter password: **********
Create test user on: HO-EX2010-MB1.exchangeserverpro.net
Click CTRL+Break to quit or click Enter to continue.:${" "}
UserPrincipalName:  extest_b42db292d8604@exchangeserverpro.net
`,
  );
  expect(
    shell.run(
      'Test-OwaConnectivity -MailboxServer HO-EX2010-MB1 -ClientAccessServer HO-EX2010-MB1 -TrustAnySSLCertificate | % { "$($_.Scenario): $($_.Result)" }',
    ).text,
  ).toBe("Logon: Success\n");
});

test("a server without a database has no test user", () => {
  const shell = createShell({ answers: ["Pass@word1", "", ""] });
  const { errors } = shell.run(
    'Get-MailboxServer HO-* | & "$exscripts\\new-TestCasConnectivityUser.ps1" -OU "Head Office"',
  );
  expect(errors.map(({ id }) => id)).toEqual(["CreateTestUser,new-TestCasConnectivityUser.ps1"]);
  expect(shell.run("Get-Mailbox extest_* | % { $_.OrganizationalUnit }").text).toBe(
    "exchangeserverpro.net/Head Office\n",
  );
});
