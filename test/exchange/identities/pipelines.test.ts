// What one cmdlet gives is what the next one takes: objects, their identities, plain names; and what no identity takes.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets, runningCmdlets } from "../../../src/exchange/cmdlets.js";
import { expectSaid, startShell, type } from "../support.js";
import { listedNouns, unnamedNouns } from "./listed-nouns.js";
import { listedLines } from "./organization.js";

const organization = startShell({ width: 200 });
type(organization, ...listedLines);

const mailbox = "Get-Mailbox alan.reid";
const database = "Get-MailboxDatabase MB-BR-01";
const server = "Get-ExchangeServer BR-EX2010-MB";

/** Lines whose last cmdlet finds what the first one gave, with what it shows. */
const pipelines: readonly (readonly [line: string, shown: string])[] = [
  // A server's own objects: the identity does not take a server, -Server does.
  ...["Owa", "Ecp", "WebServices", "Autodiscover", "ActiveSync", "Oab"].map(
    (name) =>
      [
        `Get-ClientAccessServer | Get-${name}VirtualDirectory | % { [string]$_.Server }`,
        "HO-EX2010-MB1\nHO-EX2010-MB2\nBR-EX2010-MB",
      ] as const,
  ),
  ["Get-ClientAccessServer | Get-OutlookAnywhere | % { [string]$_.Server }", "BR-EX2010-MB"],
  [
    "Get-TransportServer HO-EX2010-MB1 | Get-ReceiveConnector | % { $_.Name }",
    "Default HO-EX2010-MB1\nClient HO-EX2010-MB1\nApps",
  ],
  ["Get-TransportServer HO-EX2010-MB1 | Get-Queue | % { [string]$_.Identity }", "HO-EX2010-MB1\\Submission"],
  ["Get-MailboxServer HO-EX2010-MB2 | Get-MailboxDatabaseCopyStatus | % { $_.Name }", "MB-HO-01\\HO-EX2010-MB2"],
  [`${server} | Get-MailboxDatabase | % { $_.Name }`, "MB-BR-01"],
  [`@(${server} | Get-MailboxStatistics).Count`, "3"],
  [`${server} | Get-RpcClientAccess | % { [string]$_.Server }`, "BR-EX2010-MB"],
  ["Get-ExchangeServer HO-EX2010-MB1 | Test-ServiceHealth | select -First 1 | % { $_.Role }", "Mailbox Server Role"],
  // Of a database.
  [`@(${database} | Get-Mailbox).Count; @(${database} | Get-MailboxStatistics).Count`, "2\n3"],
  [
    "Get-MailboxDatabase MB-HO-01 | Get-MailboxDatabaseCopyStatus | % { $_.Name }",
    "MB-HO-01\\HO-EX2010-MB1\nMB-HO-01\\HO-EX2010-MB2",
  ],
  [`${database} | Dismount-Database -WhatIf`, 'What if: Dismounting database "MB-BR-01".'],
  [`${database} | Test-MAPIConnectivity | % { $_.Database }`, "MB-BR-01"],
  // Of a mailbox.
  ...["CASMailbox", "User", "Recipient"].map(
    (noun) => [`${mailbox} | Get-${noun} | % { $_.Name }`, "Alan Reid"] as const,
  ),
  [`${mailbox} | Get-MailboxStatistics | Get-Mailbox | % { $_.Name }`, "Alan Reid"],
  [`@(${mailbox} | Get-MailboxPermission -User 'NT AUTHORITY\\SELF').Count`, "1"],
  [`${mailbox} | Get-CalendarProcessing | % { [string]$_.AutomateProcessing }`, "AutoUpdate"],
  [`${mailbox} | New-MoveRequest -TargetDatabase MB-HO-03 -WhatIf`, 'What if: Creating move request "Alan Reid".'],
  ["Get-MoveRequest | Get-MoveRequestStatistics | % { $_.DisplayName }", "Sarah Jones"],
  ["Get-MoveRequest | Remove-MoveRequest -WhatIf", 'What if: Removing move request "Sarah Jones".'],
  ["Get-MailboxExportRequest | Get-MailboxExportRequestStatistics | % { $_.Name }", "Out"],
  ["Get-MailboxImportRequest | Get-MailboxImportRequestStatistics | % { $_.Name }", "In"],
  [
    "Get-User -RecipientTypeDetails User | Enable-Mailbox -WhatIf",
    'What if: Enabling Mailbox "exchangeserverpro.net/Users/Plain".',
  ],
  // Groups, roles, queues, folders, rules.
  ["Get-DistributionGroup SalesTeam | Get-DistributionGroupMember | Get-Mailbox | % { $_.Name }", "Alan Reid"],
  [
    "Get-Mailbox tom.okafor | Add-DistributionGroupMember SalesTeam -WhatIf",
    'What if: Adding distribution group member "Tom Okafor" on distribution group "Sales Team".',
  ],
  ["Get-RoleGroup Helpers | Get-RoleGroupMember | % { $_.Name }", "Tom Okafor"],
  ["Get-RoleGroup Helpers | Get-ManagementRoleAssignment | % { $_.Name }", "Mail Recipients-Helpers"],
  ["Get-Queue | Get-Message | % { $_.Subject }", "Waiting"],
  ["Get-InboxRule -Mailbox alan.reid | Disable-InboxRule -WhatIf", 'What if: Disabling Inbox rule "Rule".'],
  ["Get-PublicFolder \\Board | Get-PublicFolderStatistics | % { $_.Name }", "Board"],
  [
    "Get-MailPublicFolder | Disable-MailPublicFolder -WhatIf",
    'What if: Disabling mail-enabled public folder "\\Board".',
  ],
  ["Get-EdgeSubscription | Remove-EdgeSubscription -WhatIf", 'What if: Removing Edge Subscription "EDGE01".'],
  ["Get-ADSite HeadOffice | Get-ExchangeServer | % { $_.Name }", "HO-EX2010-MB1\nHO-EX2010-MB2\nEDGE01"],
  // Plain names.
  ["'alan.reid','tom.okafor' | Get-Mailbox | % { $_.Name }", "Alan Reid\nTom Okafor"],
  ["'\\Board' | Get-PublicFolder | % { $_.Name }", "Board"],
  ["'MB-BR-01' | Get-MailboxDatabase | % { $_.Name }", "MB-BR-01"],
];

describe("through the pipeline", () => {
  test.each(pipelines)("%s", (line, shown) => expectSaid(organization, line, shown));

  test("names for a cmdlet that the reference lets take names of properties alone", () => {
    const shell = organization.fork();
    type(shell, "'alan.reid','tom.okafor' | Set-Mailbox -CustomAttribute1 x");
    expectSaid(shell, "Get-Mailbox -Filter { CustomAttribute1 -eq 'x' } | % { $_.Name }", "Alan Reid\nTom Okafor");
  });
});

const running = runningCmdlets("2010");
const named = exchangeCmdlets("2010").filter(({ name, metadata }) => {
  const noun = name.slice(name.indexOf("-") + 1);
  const has = metadata.parameters.some((parameter) => parameter.name === "Identity");
  return has && running.has(name) && listedNouns.includes(noun) && !unnamedNouns.has(noun);
});
/** Arguments that must be there before anything is looked for. */
const needed: Readonly<Record<string, string>> = {
  "Set-EventLogLevel": "-Level High",
  "Move-DatabasePath": "-EdbFilePath D:\\x\\x.edb",
  "Remove-Message": "-WithNDR $false",
};

const argumentsOf = (name: string): string => needed[name] ?? "";

/** Cmdlets of the listed nouns that ask for nothing but the identity. */
const alone = named.filter(({ name, metadata }) =>
  metadata.parameters.every(
    (parameter) =>
      parameter.name === "Identity" ||
      ![...parameter.sets.values()].some(({ mandatory }) => mandatory) ||
      needed[name] !== undefined,
  ),
);

describe("what is no identity", () => {
  const wrong: readonly (readonly [argument: string, text: RegExp])[] = [
    ["12345", /12345|identity|request that matches/],
    [
      "''",
      /Cannot convert value "" to type "Microsoft\.Exchange\.\S+"\. Error: "Parameter values of type \S+ can't be empty\./,
    ],
    [
      "@('a','b')",
      /Cannot convert the "System\.Collections\.ArrayList" value of type "System\.Collections\.ArrayList" to type/,
    ],
    [
      "@{ a = 1 }",
      /Cannot convert the "System\.Collections\.Hashtable" value of type "System\.Collections\.Hashtable" to type/,
    ],
    ["nowhere", /nowhere|identity|request that matches/],
    [
      "([guid]'11111111-1111-1111-1111-111111111111')",
      /11111111-1111-1111-1111-111111111111|identity|request that matches/,
    ],
  ];

  test("most cmdlets are tried", () => expect(alone.length).toBeGreaterThan(150));

  test.each(wrong)("-Identity %s", (argument, text) => {
    const failures = alone.flatMap(({ name }) => {
      const { errors, status } = organization.run(`${name} -Identity ${argument} ${argumentsOf(name)}`);
      const message = errors[0]?.message ?? status;
      return text.test(message) ? [] : [`${name}: ${message}`];
    });
    expect(failures).toEqual([]);
  });

  test("$null: a Get shows all, others refuse it", () => {
    const failures = alone.flatMap(({ name }) => {
      const { errors, status } = organization.run(`$null = ${name} -Identity $null ${argumentsOf(name)}`);
      const message = errors[0]?.message ?? "";
      const refused = message === "Cannot bind argument to parameter 'Identity' because it is null.";
      return refused || (/^(Get|Test)-/.test(name) && status === "completed" && message === "")
        ? []
        : [`${name}: ${message}`];
    });
    expect(failures).toEqual([]);
  });

  test("what came out of a file says of which type it was", () => {
    const shell = organization.fork();
    type(shell, `${mailbox} | Export-Clixml C:\\o.xml`, "$copy = Import-Clixml C:\\o.xml");
    const type2010 = "Microsoft.Exchange.Configuration.Tasks.MailboxIdParameter";
    expect(shell.run("Get-Mailbox -Identity $copy").errors[0]?.message).toBe(
      `Cannot process argument transformation on parameter 'Identity'. Cannot convert the "exchangeserverpro.net/Head Office/Alan Reid" value of type "Deserialized.Microsoft.Exchange.Data.Directory.Management.Mailbox" to type "${type2010}".`,
    );
    expectSaid(
      shell,
      "(Get-Mailbox $copy.DistinguishedName).Name; (Get-Mailbox $copy.Identity.Name).Name",
      "Alan Reid\nAlan Reid",
    );
  });
});
