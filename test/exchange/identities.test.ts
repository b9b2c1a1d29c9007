// Every form of identity, over all nouns: what has a place in the directory, recipients, and what belongs to a mailbox.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets } from "../../src/exchange/cmdlets.js";
import { nouns } from "../../src/exchange/nouns.js";
import { createShell, type Shell } from "../../src/index.js";
import { canonicalName, getObject } from "../../src/topology/index.js";
import { identityLines } from "./identity-organization.js";
import { expectSaid, said, startShell, type } from "./support.js";

const organization = (() => {
  const shell = startShell();
  type(shell, ...identityLines);
  return shell.topology;
})();
const shellIn = (): Shell => createShell({ topology: organization });

/** What a line gives as plain values. */
function values(shell: Shell, line: string): readonly string[] {
  return said(shell, line)
    .split("\n")
    .filter((value) => value !== "");
}

/** The made-up id of a line's failure. */
const idOf = (shell: Shell, line: string): string =>
  /[0-9A-F]+(?=,Microsoft)/.exec(said(shell.fork(), line))?.[0] ?? "";

/** Nouns that are not looked at here, with the reason. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ["MailboxDatabaseCopyStatus", "copies are named DATABASE\\SERVER: availability/mailbox-database-copy.test.ts"],
  ["DatabaseAvailabilityGroupNetwork", "named GROUP\\network: availability/database-availability-group.test.ts"],
  ["Queue", "SERVER\\number: transport/mail-flow.test.ts"],
  ["Message", "SERVER\\queue\\number: transport/mail-flow.test.ts"],
  ["TransportAgent", "names alone: transport/transport-agent.test.ts"],
  ["PublicFolder", "paths: public-folders/public-folder.test.ts"],
  ["PublicFolderStatistics", "paths: public-folders/public-folder.test.ts"],
  ["ManagementRoleEntry", "ROLE\\cmdlet: permissions/roles.test.ts"],
  ["RoleGroupMember", "below"],
  ["DistributionGroupMember", "below"],
]);

interface Case {
  readonly noun: string;
  readonly cmdlet: string;
}

const cmdlets2010 = new Map(exchangeCmdlets("2010").map((cmdlet) => [cmdlet.name, cmdlet]));
/** Nouns whose Get takes an identity. */
const named: readonly Case[] = nouns.flatMap(({ noun }) => {
  const cmdlet = `Get-${noun.noun}`;
  const parameters = cmdlets2010.get(cmdlet)?.metadata.parameters ?? [];
  const takes = parameters.some(({ name }) => name === "Identity") && noun.singleton !== true;
  return takes && !elsewhere.has(noun.noun) ? [{ noun: noun.noun, cmdlet }] : [];
});

/** Of each noun the first object: its GUID; none for what the organization has none of, or that needs an identity. */
const firsts = new Map(
  named.flatMap(({ noun, cmdlet }) => {
    const result = shellIn().run(`@(${cmdlet} -ErrorAction SilentlyContinue)[0] | % { $_.Guid.ToString() }`);
    const guid = result.status === "completed" ? result.text.trim() : "";
    return /^[0-9a-f-]{36}$/.test(guid) ? [[noun, guid] as const] : [];
  }),
);

describe("what has a place in the directory is found by", () => {
  test("nearly all nouns are looked at", () => {
    expect(firsts.size).toBeGreaterThan(45);
  });

  test.each(named.filter(({ noun }) => firsts.has(noun)))("$cmdlet", ({ noun, cmdlet }) => {
    const shell = shellIn();
    const guid = firsts.get(noun) ?? "";
    const object = getObject(organization, guid);
    if (object === null) throw new Error(`${noun} has no object ${guid}`);
    type(shell, `$object = ${cmdlet} ${guid}`, "$text = $object.Identity.ToString()");
    const forms = [
      "$text",
      "$text.ToUpper()",
      "$object.DistinguishedName",
      "$object.DistinguishedName.ToLower()",
      "$object.Guid",
      "$object.Guid.ToString()",
      "$object.Identity",
      "$object",
      `'${canonicalName(organization, object)}'`,
    ];
    const found = forms.map((form) => `${form}: ${values(shell, `${cmdlet} (${form}) | % { $_.Guid.ToString() }`)}`);
    expect(found).toEqual(forms.map((form) => `${form}: ${guid}`));
  });
});

interface Recipient {
  readonly cmdlet: string;
  readonly name: string;
  readonly forms: readonly string[];
}

const own = "exchangeserverpro.net";
const account = (name: string) => [`ESPNET\\${name}`, `espnet\\${name.toUpperCase()}`, name];
const addresses = (name: string) => [`${name}@${own}`, `SMTP:${name}@${own}`, `smtp:${name.toUpperCase()}@${own}`];
const alan = [
  "Alan Reid",
  ...account("alan.reid"),
  ...addresses("alan.reid"),
  "second.name@fabrikam.com",
  "smtp:second.name@fabrikam.com",
  "x500:/o=Old/cn=alan",
  "$legacy",
  "$sid",
  "Display of Alan",
];
const outside = (name: string) => [`${name}@fabrikam.com`, "$legacy"];

/** Which forms a noun takes: the reference's list for its -Identity. */
const recipients: readonly Recipient[] = [
  ...["Get-Mailbox", "Get-User", "Get-Recipient", "Get-CASMailbox"].map((cmdlet) => ({
    cmdlet,
    name: "Alan Reid",
    forms: alan,
  })),
  ...["Get-MailContact", "Get-Contact", "Get-Recipient"].map((cmdlet) => ({
    cmdlet,
    name: "Carla Contact",
    forms: ["CarlaContact", ...outside("carla")],
  })),
  ...["Get-MailUser", "Get-User", "Get-Recipient"].map((cmdlet) => ({
    cmdlet,
    name: "Mona Mailuser",
    forms: ["mona", "ESPNET\\mona", `mona@${own}`, ...outside("mona"), "$sid"],
  })),
  ...["Get-DistributionGroup", "Get-Group", "Get-Recipient"].map((cmdlet) => ({
    cmdlet,
    name: "Sales Team",
    forms: ["SalesTeam", "ESPNET\\Sales Team", `SalesTeam@${own}`, "$legacy", "$sid"],
  })),
  ...["Get-DynamicDistributionGroup", "Get-Recipient"].map((cmdlet) => ({
    cmdlet,
    name: "All Staff",
    forms: ["AllStaff", `AllStaff@${own}`, "$legacy"],
  })),
  { cmdlet: "Get-MailPublicFolder", name: "Board", forms: ["Board", `Board@${own}`, "$legacy"] },
];

describe("recipients are found by the names that they have", () => {
  test.each(recipients)("$cmdlet '$name'", ({ cmdlet, name, forms }) => {
    const shell = shellIn();
    type(
      shell,
      "Set-Mailbox alan.reid -EmailAddresses @{Add='second.name@fabrikam.com','x500:/o=Old/cn=alan'} -DisplayName 'Display of Alan'",
      `$legacy = @(Get-Mailbox; Get-MailUser; Get-MailContact; Get-DistributionGroup; Get-DynamicDistributionGroup; Get-MailPublicFolder) | ? { $_.Name -eq '${name}' } | % { $_.LegacyExchangeDN }`,
      `$sid = @(Get-User; Get-Group) | ? { $_.Name -eq '${name}' } | % { [string]$_.Sid }`,
    );
    const found = forms.map((form) => `${form}: ${said(shell, `${cmdlet} "${form}" | % { $_.Name }`)}`);
    expect(found).toEqual(forms.map((form) => `${form}: ${name}`));
  });

  test("an account of another domain, a number that nobody has", () => {
    const shell = shellIn();
    for (const form of ["FABRIKAM\\alan.reid", "S-1-5-21-1-2-3-1105"])
      expectSaid(
        shell,
        `Get-Mailbox '${form}' 2>&1 | % { $_.Exception.Message }`,
        `The operation couldn't be performed because object '${form}' couldn't be found on 'HO-DC.exchangeserverpro.net'.`,
      );
  });
});

/** What belongs to a mailbox, and is asked for by any of its names. */
const ofMailbox = [
  "Get-MailboxStatistics",
  "Get-MailboxFolderStatistics",
  "Get-MailboxPermission",
  "Get-MailboxAutoReplyConfiguration",
  "Get-CalendarProcessing",
  "Get-MailboxCalendarConfiguration",
  "Get-MailboxMessageConfiguration",
  "Get-MailboxRegionalConfiguration",
  "Get-MailboxSpellingConfiguration",
  "Get-MailboxJunkEmailConfiguration",
  "Get-InboxRule -Mailbox",
  "Get-ActiveSyncDeviceStatistics -Mailbox",
  "Get-MailboxFolderPermission",
];

describe("what belongs to a mailbox is found by the mailbox's names", () => {
  test.each(ofMailbox)("%s", (cmdlet) => {
    const shell = shellIn();
    type(shell, "$mailbox = Get-Mailbox alan.reid", "$sid = [string](Get-User alan.reid).Sid");
    const forms = [
      "'Alan Reid'",
      "'ESPNET\\alan.reid'",
      `'alan.reid@${own}'`,
      "$mailbox.LegacyExchangeDN",
      "$mailbox.DistinguishedName",
      "$mailbox.Guid.ToString()",
      "$mailbox.Identity.ToString()",
      "$mailbox.Identity",
      "$mailbox",
      "$sid",
    ];
    // A folder's Identity repeats what was typed.
    const shown = "select * -ExcludeProperty Identity | Out-String";
    const wanted = said(shell, `${cmdlet} alan.reid | ${shown}`);
    const found = forms.map((form) => `${form}: ${said(shell, `${cmdlet} (${form}) | ${shown}`)}`);
    expect(found).toEqual(forms.map((form) => `${form}: ${wanted}`));
  });
});

describe("the members of a group by the group's names", () => {
  test.each(["'Sales Team'", "SalesTeam", `SalesTeam@${own}`, "'ESPNET\\Sales Team'", "(Get-Group SalesTeam)"])(
    "%s",
    (form) => {
      expectSaid(shellIn(), `Get-DistributionGroupMember ${form} | % { $_.Name }`, "Alan Reid");
    },
  );
});

describe("patterns", () => {
  test.each([
    ["Get-Mailbox al*", "Alan Reid"],
    ["Get-Mailbox *reid", "Alan Reid"],
    ["Get-User Alan*", "Alan Reid"],
    ["Get-Recipient Carla*", "Carla Contact"],
    ["Get-DistributionGroup Sales*", "Sales Team"],
    ["Get-Mailbox nobody*", ""],
    ["Get-MailboxDatabase MB-HO-0*", "MB-HO-01\nMB-HO-02\nMB-HO-03"],
    ["Get-OwaVirtualDirectory BR-*\\owa*", "owa (Default Web Site)"],
  ])("%s", (line, names) => {
    expectSaid(shellIn(), `${line} | % { $_.Name }`, names);
  });

  test("who changes one recipient writes its name out", () => {
    const shell = shellIn();
    const line = "Set-Mailbox Alan* -CustomAttribute1 x";
    const id = idOf(shell, line);
    expectSaid(
      shell,
      line,
      `
The operation couldn't be performed because object 'Alan*' couldn't be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-Mailbox], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : ${id},Microsoft.Exchange.Management.RecipientTasks.SetMailbox`,
    );
  });
});

describe("a name that several objects have", () => {
  const twins = ["Set-Mailbox sarah.jones -DisplayName Twin", "Set-Mailbox tom.okafor -DisplayName Twin"];

  test("Get shows them all", () => {
    const shell = shellIn();
    type(shell, ...twins);
    expectSaid(shell, "Get-Mailbox Twin | % { $_.Name }", "Sarah Jones\nTom Okafor");
  });

  test("what changes one refuses", () => {
    const shell = shellIn();
    type(shell, ...twins);
    const line = "Set-Mailbox Twin -CustomAttribute1 x";
    const id = idOf(shell, line);
    expectSaid(
      shell,
      line,
      `
The operation couldn't be performed because 'Twin' matches multiple entries.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-Mailbox], ManagementObjectAmbiguousException
    + FullyQualifiedErrorId : ${id},Microsoft.Exchange.Management.RecipientTasks.SetMailbox`,
    );
  });
});
