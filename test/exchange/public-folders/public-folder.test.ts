// Public folders of Exchange 2010: the tree, mail to folders, permissions, statistics.
import { describe, expect, test } from "vitest";
import { mailPublicFolder, mailPublicFolderVerbs } from "../../../src/exchange/public-folders/mail-public-folder.js";
import { publicFolder, publicFolderVerbs } from "../../../src/exchange/public-folders/public-folder.js";
import { identitiesOf, roundTripsOf, type Sample } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const database = ["$null = New-PublicFolderDatabase PFDB -Server HO-EX2010-MB1", "Mount-Database PFDB"];
const tree = [
  ...database,
  "$null = New-PublicFolder Sales",
  "$null = New-PublicFolder East -Path \\Sales",
  "$null = New-PublicFolder 'Help Desk'",
];
const mail = [...tree, "Enable-MailPublicFolder \\Sales"];
const people: Sample = ["alan.reid", "{exchangeserverpro.net/Head Office/Alan Reid}"];

roundTripsOf(
  { noun: publicFolder, verbs: publicFolderVerbs },
  {
    before: tree,
    identity: "\\Sales",
    samples: {
      Replicas: ["PFDB2", "{PFDB2}"],
      EformsLocaleId: ["de-DE", "de-DE"],
      IssueWarningQuota: ["12MB", "12 MB (12,582,912 bytes)"],
      ProhibitPostQuota: ["12MB", "12 MB (12,582,912 bytes)"],
      MaxItemSize: ["12MB", "12 MB (12,582,912 bytes)"],
    },
    except: ["Replicas", "ReplicationSchedule"],
  },
);
const lists = [
  "AcceptMessagesOnlyFrom",
  "AcceptMessagesOnlyFromDLMembers",
  "AcceptMessagesOnlyFromSendersOrMembers",
  "BypassModerationFromSendersOrMembers",
  "Contacts",
  "GrantSendOnBehalfTo",
  "ModeratedBy",
  "RejectMessagesFrom",
  "RejectMessagesFromDLMembers",
  "RejectMessagesFromSendersOrMembers",
];
const inOffice: Sample = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"];
roundTripsOf(
  { noun: mailPublicFolder, verbs: mailPublicFolderVerbs },
  {
    before: mail,
    identity: "Sales",
    samples: {
      ...Object.fromEntries(lists.map((name) => [name, people])),
      ForwardingAddress: inOffice,
      ArbitrationMailbox: inOffice,
    },
    except: ["EmailAddresses", "EmailAddressPolicyEnabled", "Alias"],
  },
);
identitiesOf(
  { noun: mailPublicFolder, verbs: mailPublicFolderVerbs },
  { before: mail, identity: "Sales", forms: ["\\Sales", "(Get-PublicFolder \\Sales)", "Sales@exchangeserverpro.net"] },
);

describe("the tree", () => {
  // facts/nouns.json, Get-PublicFolder: seen of 2007
  test("is not there without a database that is mounted", () => {
    const shell = startShell({ width: 250 });
    const error = `
There is no existing PublicFolder that matches the following Identity: '\\'. Please make sure that you specified the correct PublicFolder Identity and that you have the necessary permissions to view PublicFolder.
    + CategoryInfo          : NotSpecified: (0:Int32) [Get-PublicFolder], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : EA539688,Microsoft.Exchange.Management.MapiTasks.GetPublicFolder`;
    expectSaid(shell, "Get-PublicFolder", error);
    type(shell, ...database, "Dismount-Database PFDB -Confirm:$false");
    expectSaid(shell, "Get-PublicFolder", error);
  });

  // facts/nouns.json, Get-PublicFolder
  test("of later releases lies in mailboxes, of which there are none", () => {
    expect(said(startShell({ edition: "Exchange2013", width: 300 }), "Get-PublicFolder")).toContain(
      "No active public folder mailboxes were found. This happens when no public folder mailboxes are provisioned or they are provisioned in HoldForMigration mode. If you're not currently performing a migration, create a public folder mailbox.\n    + CategoryInfo          : NotSpecified: (:) [Get-PublicFolder], ObjectNotFoundException",
    );
  });

  test("as a table: the root, all of it, what is right below, what the system keeps", () => {
    const shell = startShell();
    type(shell, ...tree);
    const table = (...rows: readonly (readonly [string, string])[]) =>
      [["Name", "Parent Path"], ["----", "-----------"], ...rows]
        .map(([name = "", path = ""]) => `${name.padEnd(59)} ${path}`)
        .join("\n");
    expectSaid(shell, "Get-PublicFolder", table(["IPM_SUBTREE", ""]));
    expectSaid(
      shell,
      "Get-PublicFolder \\ -Recurse",
      table(["IPM_SUBTREE", ""], ["Help Desk", "\\"], ["Sales", "\\"], ["East", "\\Sales"]),
    );
    expectSaid(shell, "Get-PublicFolder -GetChildren", table(["Help Desk", "\\"], ["Sales", "\\"]));
    expectSaid(
      shell,
      "Get-PublicFolder \\NON_IPM_SUBTREE -GetChildren | % { $_.Identity }",
      "\\NON_IPM_SUBTREE\\EFORMS REGISTRY\n\\NON_IPM_SUBTREE\\OFFLINE ADDRESS BOOK\n\\NON_IPM_SUBTREE\\SCHEDULE+ FREE BUSY\n\\NON_IPM_SUBTREE\\schema-root\n\\NON_IPM_SUBTREE\\StoreEvents",
    );
    expectSaid(
      shell,
      "(Get-PublicFolder \\ -Recurse -ResultSize 2 | % { $_.Name }) -join ','",
      "WARNING: There are more results available than are currently displayed. To view them, increase the value for the\nResultSize parameter.\nIPM_SUBTREE,Help Desk",
    );
  });

  test("as a list", () => {
    const shell = startShell();
    type(shell, ...tree);
    expectSaid(
      shell,
      "Get-PublicFolder sales\\EAST | fl",
      `
RunspaceId                     : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AgeLimit                       :
EntryId                        : 000000001A447390AA6611CD9BC800AA002FC45A0300F7BBC4A99BEE4F30B2494D789AE0573E0000
EformsLocaleId                 :
HasSubFolders                  : False
HiddenFromAddressListsEnabled  : False
IssueWarningQuota              :
LocalReplicaAgeLimit           :
MailEnabled                    : False
MaxItemSize                    :
Name                           : East
ParentPath                     : \\Sales
PerUserReadStateEnabled        : True
ProhibitPostQuota              :
Replicas                       : {PFDB}
ReplicationSchedule            : {}
RetainDeletedItemsFor          :
UseDatabaseAgeDefaults         : True
UseDatabaseQuotaDefaults       : True
UseDatabaseReplicationSchedule : True
UseDatabaseRetentionDefaults   : True
FolderType                     :
HasRules                       : False
HasModerator                   : False
IsValid                        : True
OriginatingServer              : HO-EX2010-MB1.exchangeserverpro.net
MapiIdentity                   : \\Sales\\East
Identity                       : \\Sales\\East`,
    );
  });

  test("settings of its own, and the database's again", () => {
    const shell = startShell();
    type(shell, ...tree, "Set-PublicFolder \\Sales -IssueWarningQuota 10MB -AgeLimit 30.00:00:00");
    const own =
      "Get-PublicFolder \\Sales | fl AgeLimit,IssueWarningQuota,UseDatabaseAgeDefaults,UseDatabaseQuotaDefaults";
    expectSaid(
      shell,
      own,
      `
AgeLimit                 : 30.00:00:00
IssueWarningQuota        : 10 MB (10,485,760 bytes)
UseDatabaseAgeDefaults   : False
UseDatabaseQuotaDefaults : False`,
    );
    type(shell, "Set-PublicFolder \\Sales -UseDatabaseQuotaDefaults $true");
    expectSaid(
      shell,
      own,
      `
AgeLimit                 : 30.00:00:00
IssueWarningQuota        :
UseDatabaseAgeDefaults   : False
UseDatabaseQuotaDefaults : True`,
    );
  });

  test("replicas, and which servers may be asked", () => {
    const shell = startShell({ width: 200 });
    type(
      shell,
      ...tree,
      "$null = New-PublicFolderDatabase PFDB2 -Server HO-EX2010-MB2",
      "Mount-Database PFDB2",
      "Set-PublicFolder \\Sales -Replicas PFDB,PFDB2",
      "Update-PublicFolder \\Sales -Server HO-EX2010-MB2",
      "Update-PublicFolderHierarchy -Server HO-EX2010-MB2",
    );
    expectSaid(shell, "(Get-PublicFolder \\Sales -Server HO-EX2010-MB2).Replicas -join ','", "PFDB,PFDB2");
    expect(said(shell, "Update-PublicFolder '\\Help Desk' -Server HO-EX2010-MB2")).toContain(
      'Couldn\'t find object "PFDB2".',
    );
    expect(said(shell, "Update-PublicFolderHierarchy -Server BR-EX2010-MB")).toContain(
      'The server "BR-EX2010-MB" has no mounted public folder database.',
    );
  });

  test("wrong use", () => {
    const shell = startShell({ width: 250, answers: ["y"] });
    type(shell, ...tree);
    const fails = (line: string, text: string) => expectSaid(shell, `${line} 2>&1 | % { $_.Exception.Message }`, text);
    fails("New-PublicFolder sales", 'The public folder "\\sales" already exists.');
    fails(
      "New-PublicFolder 'a\\b'",
      '"a\\b" is no name for a public folder: it can\'t be empty or contain a backslash.',
    );
    fails(
      "Remove-PublicFolder \\ -Confirm:$false",
      'The public folder "\\" belongs to the hierarchy and can\'t be removed or renamed.',
    );
    fails(
      "Remove-PublicFolder \\Sales -Confirm:$false",
      'The public folder "\\Sales" has subfolders. Use the Recurse parameter to remove them, too.',
    );
    expectSaid(
      shell,
      "Remove-PublicFolder \\Sales -Recurse",
      `
Confirm
Are you sure you want to perform this action?
Removing public folder "\\Sales".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expectSaid(shell, "(Get-PublicFolder -GetChildren).Name", "Help Desk");
  });
});

describe("mail to a folder", () => {
  test("makes it a recipient; two folders of one name have different ones", () => {
    const shell = startShell();
    type(
      shell,
      ...mail,
      "$null = New-PublicFolder Sales -Path '\\Help Desk'",
      "Enable-MailPublicFolder '\\Help Desk\\Sales'",
    );
    expectSaid(
      shell,
      "Get-Recipient -RecipientType PublicFolder | ft Name,RecipientTypeDetails,PrimarySmtpAddress -AutoSize",
      `
Name            RecipientTypeDetails PrimarySmtpAddress
----            -------------------- ------------------
Sales                   PublicFolder Sales@exchangeserverpro.net
Sales 157184889         PublicFolder Sales157184889@exchangeserverpro.net`,
    );
  });

  test("is over when it is disabled or the folder goes", () => {
    const shell = startShell();
    type(shell, ...mail);
    expectSaid(shell, "(Get-PublicFolder \\Sales).MailEnabled", "True");
    expectSaid(
      shell,
      "Enable-MailPublicFolder \\Sales 2>&1 | % { $_.Exception.Message }",
      'The public folder "\\Sales" is already mail-enabled.',
    );
    type(shell, "Set-PublicFolder \\Sales -HiddenFromAddressListsEnabled $true");
    expectSaid(shell, "(Get-MailPublicFolder).HiddenFromAddressListsEnabled", "True");
    type(shell, "Disable-MailPublicFolder \\Sales -Confirm:$false");
    expectSaid(shell, "(Get-PublicFolder \\Sales).MailEnabled; Get-MailPublicFolder", "False");
    type(shell, "Enable-MailPublicFolder \\Sales", "Remove-PublicFolder \\Sales -Recurse -Confirm:$false");
    expectSaid(shell, "Get-MailPublicFolder", "");
  });

  test("arrives, and counts", () => {
    const shell = startShell();
    type(
      shell,
      ...mail,
      "Send-MailMessage -From alan.reid@exchangeserverpro.net -To Sales@exchangeserverpro.net -Subject Hello -SmtpServer HO-EX2010-MB1",
      "Start-Sleep 10",
    );
    expectSaid(shell, "(Get-PublicFolderStatistics \\Sales).ItemCount", "1");
    expectSaid(shell, "(Get-PublicFolderItemStatistics \\Sales).Subject", "Hello");
  });
});

describe("PublicFolderClientPermission", () => {
  test("rights add up to roles; the last one takes the entry with it", () => {
    const shell = startShell({ width: 160 });
    type(shell, ...tree);
    expectSaid(
      shell,
      "Add-PublicFolderClientPermission \\Sales -User alan.reid -AccessRights ReadItems,FolderVisible",
      `
Identity             User                 AccessRights
--------             ----                 ------------
\\Sales               exchangeserverpro... {Reviewer}`,
    );
    type(shell, "Remove-PublicFolderClientPermission \\Sales -User Default -AccessRights Author -Confirm:$false");
    expectSaid(
      shell,
      'Get-PublicFolderClientPermission \\Sales | % { "$($_.User): $($_.AccessRights)" }',
      "Default: None\nAnonymous: CreateItems\nexchangeserverpro.net/Head Office/Alan Reid: Reviewer",
    );
    type(shell, "Remove-PublicFolderClientPermission \\Sales -User alan.reid -AccessRights Reviewer -Confirm:$false");
    // facts/captures.jsonl, get-publicfolderclientpermission.1
    expectSaid(
      shell,
      "Get-PublicFolderClientPermission \\Sales -User alan.reid 2>&1 | % { $_.Exception.Message }",
      "There is no existing permission entry found for user: exchangeserverpro.net/Head Office/Alan Reid.",
    );
    expect(said(shell, "Add-PublicFolderClientPermission \\Sales -User alan.reid -AccessRights Everything")).toContain(
      `"Everything" isn't a list of access rights.`,
    );
  });

  test("a new folder has those of the one above", () => {
    const shell = startShell();
    type(
      shell,
      ...tree,
      "$null = Add-PublicFolderClientPermission \\Sales -User alan.reid -AccessRights Owner",
      "$null = New-PublicFolder West -Path \\Sales",
    );
    expectSaid(shell, "(Get-PublicFolderClientPermission \\Sales\\West -User alan.reid).AccessRights", "Owner");
  });
});

test("statistics of all folders, and of one", () => {
  const shell = startShell();
  type(shell, ...tree);
  expectSaid(
    shell,
    "Get-PublicFolderStatistics -ResultSize 3",
    `
Name                                    ItemCount                               LastModificationTime
----                                    ---------                               --------------------
Help Desk                               0                                       6/3/2013 9:00:00 AM
Sales                                   0                                       6/3/2013 9:00:00 AM
East                                    0                                       6/3/2013 9:00:00 AM
WARNING: There are more results available than are currently displayed. To view them, increase the value for the
ResultSize parameter.`,
  );
  expectSaid(
    shell,
    "Get-PublicFolderStatistics \\Sales\\East | fl FolderPath,TotalItemSize,ServerName,DatabaseName",
    `
FolderPath    : Sales\\East
TotalItemSize : 0 B (0 bytes)
ServerName    : HO-EX2010-MB1
DatabaseName  : PFDB`,
  );
});

test("replication of content rests and goes on", () => {
  const shell = startShell();
  type(shell, "Suspend-PublicFolderReplication -Confirm:$false");
  expectSaid(shell, "(Get-OrganizationConfig).PublicFolderContentReplicationDisabled", "True");
  type(shell, "Resume-PublicFolderReplication -Confirm:$false");
  expectSaid(shell, "(Get-OrganizationConfig).PublicFolderContentReplicationDisabled", "False");
});
