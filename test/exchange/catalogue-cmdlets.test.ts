// Every cmdlet of the catalogue exists in the editions that have it, binds, and says so when it has no behaviour.
import { expect, test } from "vitest";
import { exchangeCmdlets } from "../../src/exchange/index.js";
import { createShell } from "../../src/index.js";

const shell = createShell({ width: 160 });
const text = (line: string): string => shell.run(line).text;

test("the declarations of all cmdlets of all releases can be read", () => {
  for (const release of ["2010", "2013", "2016", "2019"] as const) {
    for (const { name, metadata } of exchangeCmdlets(release)) expect([name, metadata.name]).toEqual([name, name]);
  }
});

test("a cmdlet without behaviour answers NotEmulated", () => {
  expect(text("Remove-UMDialPlan a -Confirm:$false")).toBe(`\
Remove-UMDialPlan : The emulator does not run the command Remove-UMDialPlan. No cmdlet of this noun has behaviour yet; Get-Help shows its parameters.
At line:1 char:18
+ Remove-UMDialPlan <<<<  a -Confirm:$false
    + CategoryInfo          : NotImplemented: (:) [Remove-UMDialPlan], RuntimeException
    + FullyQualifiedErrorId : NotEmulated,Remove-UMDialPlan
 
`);
});

test("it says which cmdlets of its noun run", () => {
  expect(shell.run("Test-OrganizationRelationship a -UserIdentity b").errors[0]?.message).toMatch(
    /^The emulator does not run the command Test-OrganizationRelationship\. Of this noun it runs /,
  );
});

test("wrong use gets the real errors first", () => {
  const { text: refused } = createShell({ edition: "Exchange2016", width: 160 }).run(
    "Set-AttachmentFilterListConfig -Action wrong",
  );
  expect(refused).toBe(`\
Cannot process argument transformation on parameter 'Action'. Cannot convert value "wrong" to type "Microsoft.Exchange.Data.FilterActions". Error: "Unable to 
match the identifier name wrong to a valid enumerator name. Specify one of the following enumerator names and try again:
Reject, Strip, SilentDelete"
    + CategoryInfo          : InvalidData: (:) [Set-AttachmentFilterListConfig], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Set-AttachmentFilterListConfig
    + PSComputerName        : ho-ex2010-mb1.exchangeserverpro.net
 
`);
  expect(text("Test-ServiceHealth -Server a b")).toBe(`\
A positional parameter cannot be found that accepts argument 'b'.
    + CategoryInfo          : InvalidArgument: (:) [Test-ServiceHealth], ParameterBindingException
    + FullyQualifiedErrorId : PositionalParameterNotFound,Test-ServiceHealth
 
`);
  expect(text("Suspend-MailboxDatabaseCopy -Identity")).toBe(`\
Missing an argument for parameter 'Identity'. Specify a parameter of type 'Microsoft.Exchange.Configuration.Tasks.DatabaseCopyIdParameter' and try again.
    + CategoryInfo          : InvalidArgument: (:) [Suspend-MailboxDatabaseCopy], ParameterBindingException
    + FullyQualifiedErrorId : MissingArgument,Suspend-MailboxDatabaseCopy
 
`);
});

test("a mandatory parameter is asked for before anything else", () => {
  const { question, status } = createShell({ width: 160 }).run("New-AcceptedDomain");
  expect([status, question?.kind, question?.message]).toEqual([
    "asking",
    "parameter",
    "Supply values for the following parameters:",
  ]);
});

test("cmdlets of other releases are not there", () => {
  expect(shell.run("Get-SiteMailbox").errors[0]?.message).toMatch(/^The term 'Get-SiteMailbox' is not recognized/);
  expect(createShell({ edition: "Exchange2016" }).run("Get-SiteMailbox").errors[0]?.message).toMatch(
    /^The emulator does not run the command Get-SiteMailbox/,
  );
  expect(createShell({ edition: "PowerShell5" }).run("Set-AcceptedDomain").errors[0]?.message).toMatch(
    /^The term 'Set-AcceptedDomain' is not recognized/,
  );
});

test("limits without end are sizes, numbers and spans by their names", () => {
  const syntaxOf = (line: string): string => shell.run(line).errors[0]?.message ?? "";
  expect(syntaxOf("Set-TransportConfig -MaxSendSize x")).toContain(
    "Unlimited`1[Microsoft.Exchange.Data.ByteQuantifiedSize]",
  );
  expect(syntaxOf("New-MoveRequest a -BadItemLimit x")).toContain("Unlimited`1[System.Int32]");
  expect(syntaxOf("Set-ActiveSyncMailboxPolicy a -DevicePasswordExpiration x")).toContain(
    "Unlimited`1[Microsoft.Exchange.Data.EnhancedTimeSpan]",
  );
});
