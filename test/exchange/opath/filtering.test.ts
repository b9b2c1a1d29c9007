// -Filter and -SortBy at the prompt: each operator, values of each kind, what is no filter.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets, runningCmdlets } from "../../../src/exchange/cmdlets.js";
import { nouns } from "../../../src/exchange/nouns.js";
import { expectSaid, startShell, type } from "../support.js";

const quota = (name: string, size: string): string =>
  `Set-Mailbox ${name} -IssueWarningQuota 1MB -ProhibitSendQuota ${size} -UseDatabaseQuotaDefaults $false`;

const shell = (() => {
  const made = startShell();
  type(
    made,
    "Set-Mailbox alan.reid -CustomAttribute1 Riga -ForwardingAddress tom.okafor -HiddenFromAddressListsEnabled $true",
    "Set-Mailbox sarah.jones -CustomAttribute1 'O''Hare'",
    "Set-CalendarProcessing boardroom -AllowConflicts $true",
    "Set-Mailbox boardroom -ResourceCapacity 12",
    "Set-User priya.nair -Department Sales -City Riga",
    quota("alan.reid", "900MB"),
    quota("sarah.jones", "10GB"),
    quota("tom.okafor", "2GB"),
    "Start-Sleep 86400",
    "Set-Mailbox emma.carlisle -CustomAttribute2 x",
    "$null = New-DistributionGroup Sales -Members alan.reid,priya.nair -ManagedBy tom.okafor",
    "$name = 'Alan*'",
  );
  return made;
})();

/** The mailboxes that nobody made anything of. */
const others = "Administrator,Emma Carlisle,Priya Nair,Help Desk,Board Room,Lucas Brandt,Anne-Marie Weber";

describe("-Filter of Get-Mailbox", () => {
  test.each([
    ["CustomAttribute1 -eq 'riga'", "Alan Reid"],
    ["CustomAttribute1 -ne 'Riga' -and CustomAttribute1 -ne $null", "Sarah Jones"],
    ["CustomAttribute1 -eq 'O''Hare'", "Sarah Jones"],
    ["Name -like 'Al*'", "Alan Reid"],
    ["Name -notlike '*a*'", "Help Desk"],
    ["ResourceCapacity -gt 11", "Board Room"],
    ["ResourceCapacity -lt 11", ""],
    ["ResourceCapacity -ge 12 -and ResourceCapacity -le 12", "Board Room"],
    ["ForwardingAddress -ne $null", "Alan Reid"],
    ["ForwardingAddress -eq 'Tom Okafor'", "Alan Reid"],
    ["HiddenFromAddressListsEnabled -eq $true", "Alan Reid"],
    ["HiddenFromAddressListsEnabled -eq 'true'", "Alan Reid"],
    ["-not (HiddenFromAddressListsEnabled -eq $false)", "Alan Reid"],
    ["RecipientTypeDetails -eq 'RoomMailbox' -or RecipientTypeDetails -eq 'SharedMailbox'", "Help Desk,Board Room"],
    [
      "(RecipientTypeDetails -eq 'RoomMailbox' -or (RecipientTypeDetails -eq 'SharedMailbox')) -and -not (Name -like 'B*')",
      "Help Desk",
    ],
    ["Database -eq 'MB-HO-01'", "Administrator,Alan Reid,Sarah Jones"],
    ["ProhibitSendQuota -lt '1GB'", "Alan Reid"],
    ["ProhibitSendQuota -gt '1.5 GB' -and ProhibitSendQuota -ne 'unlimited'", "Sarah Jones,Tom Okafor"],
    ["ProhibitSendQuota -eq 'unlimited'", others],
    ["EmailAddresses -like 'SMTP:alan*'", "Alan Reid"],
    ["EmailAddresses -eq 'smtp:alan.reid@exchangeserverpro.net'", "Alan Reid"],
    ["MemberOfGroup -eq 'Sales'", "Alan Reid,Priya Nair"],
    // Yesterday the day was before the clock's first; text would put December before June.
    ["WhenChanged -gt '6/4/2013'", "Emma Carlisle"],
    ["WhenChanged -gt '12/1/2013'", ""],
    ["WhenCreated -lt '6/4/2013' -and WhenCreated -gt '12/1/2012' -and Alias -eq 'alan.reid'", "Alan Reid"],
    ["RetainDeletedItemsFor -gt '7.00:00:00' -and Alias -eq 'alan.reid'", "Alan Reid"],
    ["RetainDeletedItemsFor -gt '70.00:00:00'", ""],
  ])("%s", (filter, names) => {
    expectSaid(shell.fork(), `@(Get-Mailbox -Filter {${filter}} | % { $_.Name }) -join ','`, names);
  });

  test("variables are put in by double quotes", () => {
    expectSaid(shell.fork(), "Get-Mailbox -Filter \"Name -like '$name'\" | % { $_.Name }", "Alan Reid");
  });
});

describe("of other nouns", () => {
  test.each([
    ["Get-User -Filter {Department -eq 'Sales' -and City -like 'R*'}", "Priya Nair"],
    ["Get-Recipient -Filter {RecipientType -eq 'MailUniversalDistributionGroup'}", "Sales"],
    ["Get-DistributionGroup -Filter {Name -like 'S*'}", "Sales"],
    ["Get-CASMailbox -Filter {Name -like 'Al*' -and OWAEnabled -eq $true}", "Alan Reid"],
    ["Get-Group -Filter {ManagedBy -eq 'Tom Okafor'}", "Sales"],
  ])("%s", (line, names) => {
    expectSaid(shell.fork(), `@(${line} | % { $_.Name }) -join ','`, names);
  });
});

describe("-SortBy", () => {
  test.each([
    [
      "Get-Mailbox -SortBy ProhibitSendQuota | ? { !$_.ProhibitSendQuota.IsUnlimited }",
      "Alan Reid,Tom Okafor,Sarah Jones",
    ],
    ["Get-Mailbox -Database MB-HO-01 -SortBy Name", "Administrator,Alan Reid,Sarah Jones"],
    ["Get-Mailbox -SortBy WhenChanged | select -Last 1", "Emma Carlisle"],
    ["Get-User -SortBy LastName -Filter {LastName -ne $null} | select -First 2", "Lucas Brandt,Emma Carlisle"],
  ])("%s", (line, names) => {
    expectSaid(shell.fork(), `@(${line} | % { $_.Name }) -join ','`, names);
  });
});

describe("what is no filter", () => {
  // facts/captures.jsonl, new-emailaddresspolicy.1
  test("is a failure of binding", () => {
    expectSaid(
      startShell(),
      "New-EmailAddressPolicy x -RecipientFilter \"Name -is 'y'\" -EnabledEmailAddressTemplates 'SMTP:%m@exchangeserverpro.net'",
      `
Cannot bind parameter 'RecipientFilter' to the target. Exception setting "RecipientFilter": "Invalid filter syntax. For
 a description of the filter parameter syntax see the command help.
"Name -is 'y'" at position 6."
    + CategoryInfo          : WriteError: (:) [New-EmailAddressPolicy], ParameterBindingException
    + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.NewEmailAd
   dressPolicy`,
    );
  });

  test("a property that nobody has", () => {
    expectSaid(
      startShell(),
      "Get-Mailbox -Filter {Name -like 'a*' -and Foo -eq 'x'}",
      `
Cannot bind parameter 'Filter' to the target. Exception setting "Filter": ""Foo" is not a recognized filterable propert
y. For a complete list of filterable properties see the command help.
"Name -like 'a*' -and Foo -eq 'x'" at position 22."
    + CategoryInfo          : WriteError: (:) [Get-Mailbox], ParameterBindingException
    + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.RecipientTasks.GetMailbox`,
    );
  });

  const running = runningCmdlets("2010");
  const filtering = exchangeCmdlets("2010").filter(
    ({ name, metadata }) =>
      running.has(name) &&
      name.startsWith("Get-") &&
      metadata.parameters.some((parameter) => parameter.name === "Filter" && parameter.coverage === "emulated"),
  );

  test("the nouns that have -Filter", () => {
    expect(filtering.length).toBeGreaterThan(12);
    expect(filtering.every(({ name }) => nouns.some(({ noun }) => name === `Get-${noun.noun}`))).toBe(true);
  });

  test.each(filtering.map(({ name }) => name))("%s: text, and a property that it has not", (cmdlet) => {
    const { errors } = startShell().run(`${cmdlet} -Filter '(5)'; ${cmdlet} -Filter "Nothing -eq 'x'"`);
    const frame = (text: string): string =>
      `Cannot bind parameter 'Filter' to the target. Exception setting "Filter": "${text}"`;
    expect(errors.map(({ message }) => message)).toEqual([
      frame(
        'Invalid filter syntax. For a description of the filter parameter syntax see the command help.\n"(5)" at position 2.',
      ),
      frame(
        '"Nothing" is not a recognized filterable property. For a complete list of filterable properties see the command help.\n"Nothing -eq \'x\'" at position 1.',
      ),
    ]);
  });
});
