// Values of Exchange's types: what the table of a noun says, what scripts do with them, and what arrives after Import-PSSession.
import { describe, expect, test } from "vitest";
import { runningCmdlets } from "../../src/exchange/cmdlets.js";
import { isIn } from "../../src/exchange/noun/exchange-object.js";
import { nouns } from "../../src/exchange/nouns.js";
import { createShell } from "../../src/index.js";
import { findTypeByFullName } from "../../src/values/types.js";
import { listedLines } from "./identities/organization.js";
import { expectSaid, startShell, type } from "./support.js";

const organization = startShell({ width: 200 });
type(organization, ...listedLines);

/** Arguments of Gets that show nothing without. */
const needed: Readonly<Record<string, string>> = {
  ADPermission: "'Alan Reid'",
  DistributionGroupMember: "'Sales Team'",
  InboxRule: "-Mailbox alan.reid",
  LogonStatistics: "alan.reid",
  MailboxDatabaseCopyStatus: "*",
  MailboxExportRequestStatistics: "'Alan Reid\\Out'",
  MailboxImportRequestStatistics: "'Alan Reid\\In'",
  MailboxStatistics: "-Database MB-HO-01",
  ManagementRoleEntry: "'Mail Recipients\\*'",
  MoveRequestStatistics: "sarah.jones",
  PublicFolderAdministrativePermission: "\\Board",
  PublicFolderClientPermission: "\\Board",
  RoleGroupMember: "'Organization Management'",
  ...Object.fromEntries(
    [
      ...["CalendarProcessing", "CASMailbox", "MailboxAutoReplyConfiguration", "MailboxCalendarConfiguration"],
      ...["MailboxFolderPermission", "MailboxFolderStatistics", "MailboxJunkEmailConfiguration"],
      ...["MailboxMessageConfiguration", "MailboxPermission", "MailboxRegionalConfiguration"],
      ...["MailboxSpellingConfiguration"],
    ].map((noun) => [noun, "alan.reid"]),
  ),
};

const running = runningCmdlets("2010");
const gets = nouns.map(({ noun }) => noun).filter(({ noun }) => running.has(`Get-${noun}`));
const lineOf = (noun: string): string => `Get-${noun} ${needed[noun] ?? ""}`.trim();

/** The types of all values that a noun's objects show, by property: `Name System.String`. */
function shownTypes(noun: string, names: readonly string[]): readonly (readonly [name: string, type: string])[] {
  const each = 'foreach ($n in $names) { $v = $x.$n; if ($v -ne $null) { "$n $($v.GetType().FullName)" } }';
  const line = `$names = '${names.join("','")}'; ${lineOf(noun)} -EA SilentlyContinue | % { $x = $_; ${each} } | sort -Unique`;
  const { status, text } = organization.run(line);
  if (status !== "completed") return [];
  return text.split("\n").flatMap((row) => {
    const [, name, typeName] = /^(\S+) (\S.*?)\s*$/.exec(row) ?? [];
    return name === undefined || typeName === undefined ? [] : [[name, typeName] as const];
  });
}

const keywords: Readonly<Record<string, string>> = {
  bool: "System.Boolean",
  datetime: "System.DateTime",
  guid: "System.Guid",
  int: "System.Int32",
  ipaddress: "System.Net.IPAddress",
  long: "System.Int64",
  string: "System.String",
  timespan: "System.TimeSpan",
  uint16: "System.UInt16",
  uint32: "System.UInt32",
  uint64: "System.UInt64",
  uri: "System.Uri",
};

/** A type's name in one spelling: without assemblies, marks of generics and `Nullable`. */
function plainName(name: string): string {
  const bare = name
    .replaceAll(/, [^\]]*(?=\])/g, "")
    .replaceAll("`1", "")
    .replaceAll("[[", "[")
    .replaceAll("]]", "]");
  const inner = /^System\.Nullable\[(.*)\]$/.exec(bare)?.[1] ?? bare;
  const [, outer = "", element] = /^(.*?)\[(.+)\]$/.exec(inner) ?? [];
  if (element !== undefined) return `${outer}[${plainName(element)}]`;
  const array = /^(.*)\[\]$/.exec(inner)?.[1];
  return array === undefined ? (keywords[inner] ?? inner) : `${plainName(array)}[]`;
}

/** Types whose values are of one that derives from them, or that are not made here: what is shown instead, and why. */
const otherwise: ReadonlyMap<string, string> = new Map([
  ["Microsoft.Exchange.Data.ObjectId", "ids of the directory derive from it"],
  ["Microsoft.Exchange.Data.ProxyAddress", "addresses of SMTP derive from it"],
  ["Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.ProxyAddress]", "a collection of its own"],
  ["Microsoft.Exchange.Data.ProxyAddressTemplateCollection", "templates in a plain MultiValuedProperty"],
  ["System.Object", "anything"],
  ["Microsoft.Exchange.Data.Mapi.MailboxId", "the mailbox's GUID"],
  ["Microsoft.Exchange.Data.QueueViewer.MessageIdentity", "the id of the directory that prints so"],
  ["Microsoft.Exchange.Data.QueueViewer.QueueIdentity", "the id of the directory that prints so"],
  ["Microsoft.Exchange.Configuration.Tasks.ADSchemaObjectIdParameter[]", "in a MultiValuedProperty"],
  ["Microsoft.Exchange.Configuration.Tasks.ExtendedRightIdParameter[]", "in a MultiValuedProperty"],
  ["Microsoft.Exchange.Data.MultiValuedProperty[RoleEntry]", "entries as text"],
  ["System.Collections.Generic.List[System.Security.AccessControl.AccessRule]", "rules as text"],
  ["Microsoft.Exchange.MessagingPolicies.Rules.Tasks.TransportRuleAction[]", "actions as text"],
  ["System.Collections.Generic.KeyValuePair[string,object][]", "pairs as text"],
  ["Microsoft.Exchange.Data.Mapi.PublicFolderId", "the folder's path"],
  ["Microsoft.Exchange.MailboxReplicationService.RequestJobObjectId", "the request's path"],
  ["Microsoft.Exchange.Data.Storage.Management.InboxRuleId", "the rule's path"],
  ["Microsoft.Exchange.Configuration.Tasks.ExTimeZoneValue", "the zone's id"],
  ["Microsoft.Exchange.Data.Storage.RuleDescription", "its sentences"],
  ["System.Security.AccessControl.RawSecurityDescriptor", "its type's name"],
  ["Microsoft.Exchange.Management.StoreTasks.MailboxFolderUserId", "the user's name"],
  ["Microsoft.Exchange.Management.MapiTasks.PublicFolderUser", "the user's name"],
  ["Microsoft.Exchange.Data.Directory.Management.ExchangeRoleAssignmentPresentation", "the assignment's name"],
  ["Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Fqdn]", "names as text"],
]);

describe("what a noun's table says of a property's type is what its objects show", () => {
  test.each(gets.map(({ noun }) => noun))("Get-%s", (noun) => {
    const found = gets.find((each) => each.noun === noun);
    const properties = found?.properties.filter((property) => isIn(property, "2010")) ?? [];
    const declared = new Map(properties.map((property) => [property.name, plainName(property.type)]));
    const wrong = shownTypes(noun, [...declared.keys()]).filter(([name, shown]) => {
      const wanted = declared.get(name) ?? "";
      return !otherwise.has(wanted) && wanted !== plainName(shown);
    });
    expect(wrong.map(([name, shown]) => `${name}: ${shown} (${declared.get(name)})`)).toEqual([]);
  });

  test("every enumeration of a table is one of the session's", () => {
    const enumerations = gets.flatMap(({ properties }) =>
      properties
        .map((property) => plainName(property.type))
        .filter((name) => findTypeByFullName(name)?.isEnum === true),
    );
    expect(new Set(enumerations).size).toBeGreaterThan(60);
  });
});

describe("a server's roles are flags", () => {
  const role = "(Get-ExchangeServer HO-EX2010-MB1).ServerRole";

  test.each([
    [`${role} -band 2`, "Mailbox"],
    [`[bool](${role} -band 64)`, "False"],
    [`${role} -eq 'Mailbox'`, "False"],
    [`${role} -eq 'Mailbox, ClientAccess, HubTransport'`, "True"],
    [`${role} -eq 'HubTransport, Mailbox, ClientAccess'`, "True"],
    [`${role} -match 'HubTransport'`, "True"],
    [`${role} -like '*ClientAccess*'`, "True"],
    [
      `[int]${role}; ${role}.GetType().FullName`,
      "38\nMicrosoft.Exchange.Data.Directory.SystemConfiguration.ServerRole",
    ],
    [`"$(${role})"; ${role}.ToString().Split(',')[1].Trim()`, "Mailbox, ClientAccess, HubTransport\nClientAccess"],
    [
      "Get-ExchangeServer | ? { $_.ServerRole -match 'Mailbox' } | % { $_.Name }",
      "HO-EX2010-MB1\nHO-EX2010-MB2\nBR-EX2010-MB",
    ],
    ["Get-ExchangeServer | ? { $_.ServerRole -eq 'Edge' } | % { $_.Name }", "EDGE01"],
    [
      "Get-ExchangeServer EDGE01 | select ServerRole,Edition | ConvertTo-Csv -NoTypeInformation",
      '"ServerRole","Edition"\n"Edge","Standard"',
    ],
  ])("%s", (line, shown) => expectSaid(organization, line, shown));
});

describe("what scripts call", () => {
  test.each([
    ["(Get-MailboxDatabase MB-HO-01).EdbFilePath.PathName -like 'C:\\*'", "True"],
    ["(Get-MailboxDatabase MB-HO-01).LogFolderPath.DriveName", "C:"],
    [
      "(Get-ExchangeServer HO-EX2010-MB1).NetworkAddress | ? { $_.ProtocolName -eq 'ncacn_ip_tcp' } | % { $_.AddressString }",
      "HO-EX2010-MB1.exchangeserverpro.net",
    ],
    ["(Get-User alan.reid).Sid.Value -eq (Get-User alan.reid).Sid.ToString()", "True"],
    ["(Get-MailboxPermission alan.reid -User 'NT AUTHORITY\\SELF').Deny.IsPresent", "False"],
    [
      "Get-MailboxPermission alan.reid | ? { $_.User -like '*SELF' -and -not $_.Deny } | % { $_.AccessRights -contains 'FullAccess' }",
      "True",
    ],
    ["(Get-AcceptedDomain Fabrikam).ObjectCategory.Name", "ms-Exch-Accepted-Domain"],
    [
      "(Get-MoveRequest).Flags -band 2; (Get-MoveRequest).Status -eq 'Queued'; [int](Get-MoveRequest).Status",
      "IntraOrg\nTrue\n1",
    ],
    [
      "Get-Mailbox sarah.jones | fl MailboxMove*",
      "MailboxMoveTargetMDB      : MB-HO-02\nMailboxMoveSourceMDB      : MB-HO-01\nMailboxMoveFlags          : IntraOrg, Pull\nMailboxMoveRemoteHostName :\nMailboxMoveBatchName      :\nMailboxMoveStatus         : Queued",
    ],
    ["Get-Mailbox -Filter { MailboxMoveStatus -ne 'None' } | % { $_.Name }", "Sarah Jones"],
    ["@(Get-MessageTrackingLog)[0].Recipients.GetType().FullName", "System.String[]"],
    [
      "@(Get-MessageTrackingLog)[0] | select Recipients | ConvertTo-Csv -NoTypeInformation | select -Last 1",
      '"System.String[]"',
    ],
    ["(Get-Mailbox alan.reid).ArchiveQuota.Value.ToGB()", "50"],
  ])("%s", (line, shown) => expectSaid(organization, line, shown));
});

describe("types by their names: casts, parsers, comparisons", () => {
  const data = "Microsoft.Exchange.Data";
  const version = "(Get-ExchangeServer HO-EX2010-MB1).AdminDisplayVersion";
  const retention = "(Get-MailboxDatabase MB-HO-01).MailboxRetention";
  const addresses = "(Get-Mailbox tom.okafor).EmailAddresses";

  test.each([
    [
      `[${data}.ByteQuantifiedSize]::Parse('1GB').ToMB(); [${data}.ByteQuantifiedSize]::FromMB(5).ToBytes()`,
      "1024\n5242880",
    ],
    [`([${data}.Unlimited[${data}.ByteQuantifiedSize]]'2GB').Value.ToKB()`, "2097152"],
    [`[${data}.Unlimited[${data}.ByteQuantifiedSize]]::Parse('2GB').Value.ToMB()`, "2048"],
    [
      `[${data}.Unlimited[${data}.ByteQuantifiedSize]]::UnlimitedValue.IsUnlimited; ([${data}.Unlimited[int]]'5').Value`,
      "True\n5",
    ],
    [
      `[${data}.EnhancedTimeSpan]::FromDays(2).ToString(); [${data}.EnhancedTimeSpan]::Parse('1.00:00:00').TotalHours`,
      "2.00:00:00\n24",
    ],
    [
      `(${retention} + ${retention}).TotalDays; (${retention} - ${retention}).TotalDays; ([timespan]${retention}).Days`,
      "60\n0\n30",
    ],
    [
      `((Get-Date) - ${retention}).ToString('s'); ((Get-Date) + ${retention}).ToString('s')`,
      "2013-05-04T09:00:00\n2013-07-03T09:00:00",
    ],
    [`(New-TimeSpan -Days 40) -gt ${retention}; ${retention} -eq '30.00:00:00'`, "True\nTrue"],
    [
      `[${data}.SmtpAddress]::Parse('a@b.com').Domain; [${data}.SmtpAddress]::IsValidSmtpAddress('a b')`,
      "b.com\nFalse",
    ],
    [
      `[${data}.ProxyAddress]::Parse('smtp:a@b.com').ToPrimary().ToString(); ([${data}.ProxyAddress]'SMTP:a@b.com').ToSecondary().ToString()`,
      "SMTP:a@b.com\nsmtp:a@b.com",
    ],
    [`${addresses} -contains 'smtp:tom.okafor@exchangeserverpro.net'; ${addresses} -contains 'nobody'`, "True\nFalse"],
    [`[${data}.SmtpDomain]::Parse('b.com').Domain`, "b.com"],
    [
      `${version} -gt 'Version 14.2 (Build 9.9)'; ${version} -lt [${data}.ServerVersion]'15.0.0.0'; ${version}.CompareTo(${version})`,
      "True\nTrue\n0",
    ],
    [
      `${version} -like 'Version 14*'; ${version}.Major -ge 14; ${version} -eq 'Version 14.3 (Build 123.4)'`,
      "True\nTrue\nTrue",
    ],
    [
      `[${data}.Schedule]::Always; [${data}.Schedule]::Parse('Sun.1:00 AM-Sun.2:00 AM'); [${data}.Schedule]::Never.Count`,
      "Sun.12:00 AM-Sun.12:00 AM\nSun.1:00 AM-Sun.2:00 AM\n0",
    ],
    [
      "$q = (Get-MailboxDatabase MB-HO-01).ProhibitSendQuota; $q -gt 1GB; $q -lt '3GB'; $q -eq '2GB'; $q.Value.ToMB(); $q.IsUnlimited",
      "True\nTrue\nTrue\n2048\nFalse",
    ],
  ])("%s", (line, shown) => expectSaid(organization, line, shown));
});

describe("after Import-PSSession", () => {
  const shell = createShell({ edition: "PowerShell5", topology: organization.topology, width: 300 });
  type(
    shell,
    "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ho-ex2010-mb1.exchangeserverpro.net/PowerShell/ -Authentication Kerberos",
    "$null = Import-PSSession $s -DisableNameChecking",
  );
  /** What has an element of its own in what is sent; everything else arrives as text. */
  const sent = [
    ...[
      "Boolean",
      "Byte",
      "Collections.ArrayList",
      "DateTime",
      "Double",
      "Guid",
      "Int32",
      "Int64",
      "String",
      "TimeSpan",
    ],
    ...["UInt16", "UInt32", "UInt64", "Uri", "Version"],
  ].map((name) => `System.${name}`);

  test.each(gets.map(({ noun }) => noun))("Get-%s: texts, numbers, dates, GUIDs and lists", (noun) => {
    const types =
      "% { $_.psobject.Properties } | ? { $_.Value -ne $null } | % { $_.Value.GetType().FullName } | sort -Unique";
    const { status, text } = shell.run(`${lineOf(noun)} -EA SilentlyContinue | ${types}`);
    if (status !== "completed") return;
    const others = text.split("\n").filter((name) => name.trim() !== "" && !sent.includes(name.trim()));
    expect(others).toEqual([]);
  });

  test("properties say what they were", () => {
    type(shell, "$m = Get-Mailbox alan.reid");
    expectSaid(
      shell,
      "$m | Get-Member EmailAddresses,RecipientLimits,RecipientTypeDetails,ExchangeGuid,Languages,ArchiveDatabase,RunspaceId | ft -HideTableHeaders Name,MemberType,Definition -AutoSize",
      `
EmailAddresses           Property Deserialized.Microsoft.Exchange.Data.ProxyAddressCollection {get;set;}
RecipientLimits          Property System.String {get;set;}
RecipientTypeDetails     Property System.String {get;set;}
ExchangeGuid             Property System.Guid {get;set;}
Languages                Property Deserialized.Microsoft.Exchange.Data.MultiValuedProperty\`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089]] {get;set;}
ArchiveDatabase          Property  {get;set;}
RunspaceId           NoteProperty guid RunspaceId=7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3`,
    );
  });

  test.each([
    [
      "(Get-OwaVirtualDirectory 'HO-EX2010-MB1\\owa (Default Web Site)').InternalUrl.Host",
      "ho-ex2010-mb1.exchangeserverpro.net",
    ],
    ["(Get-PublicFolderStatistics \\Board).ItemCount.GetType().Name", "UInt32"],
    [
      "$m.ProhibitSendQuota.GetType().Name; $m.RetainDeletedItemsFor.GetType().Name; $m.RetainDeletedItemsFor",
      "String\nString\n14.00:00:00",
    ],
    [
      "(Get-ExchangeServer HO-EX2010-MB1).ServerRole -match 'Mailbox'; (Get-ExchangeServer HO-EX2010-MB1).AdminDisplayVersion",
      "True\nVersion 14.3 (Build 123.4)",
    ],
    ["$m.EmailAddresses | ? { $_ -clike 'SMTP:*' }", "SMTP:alan.reid@exchangeserverpro.net"],
  ])("%s", (line, shown) => expectSaid(shell, line, shown));
});
