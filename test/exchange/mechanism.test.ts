// What all Exchange cmdlets share: the notes of remote objects, values with types, questions, errors, parameters.
import { describe, expect, test } from "vitest";
import { schema } from "../../src/exchange/index.js";
import { fromJSON, toJSON } from "../../src/topology/index.js";
import { expectSaid, said, startShell, type } from "./support.js";

const runspace = "7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3";

describe("the notes of remote objects", () => {
  test("RunspaceId stands first in fl, in no table, and is left out by select", () => {
    const shell = startShell();
    expect(said(shell, "Get-ADSite HeadOffice | fl").split("\n")[0]?.replace(/ +/g, " ")).toBe(
      `RunspaceId : ${runspace}`,
    );
    expect(said(shell, "Get-ADSite")).not.toContain("RunspaceId");
    expectSaid(shell, "Get-ADSite HeadOffice | select Name | fl", "Name : HeadOffice");
    expectSaid(shell, "(Get-ADSite HeadOffice).RunspaceId.GetType().FullName", "System.Guid");
  });

  test("Get-Member lists all three notes", () => {
    expectSaid(
      startShell(),
      "Get-MailboxDatabase | gm -MemberType NoteProperty | ft Name,Definition -auto",
      `
Name               Definition
----               ----------
PSComputerName     string PSComputerName=ho-ex2010-mb1.exchangeserverpro.net
PSShowComputerName bool PSShowComputerName=False
RunspaceId         guid RunspaceId=${runspace}`,
    );
  });

  test("a note that is added to one object is on no other", () => {
    const shell = startShell();
    type(shell, "$all = @(Get-MailboxDatabase)", "$all[0] | Add-Member NoteProperty Mark 5");
    expectSaid(shell, '"$($all[0].Mark)|$($all[1].Mark)|$($all[0].RunspaceId)"', `5||${runspace}`);
  });

  test("what a script sets stays on its copy", () => {
    const shell = startShell();
    type(shell, "$db = Get-MailboxDatabase MB-HO-01", "$db.Name = 'other'");
    expectSaid(shell, "$db.Name", "other");
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).Name", "MB-HO-01");
  });
});

describe("values keep their types and methods", () => {
  test.each([
    ["(Get-MailboxDatabase MB-HO-01).ProhibitSendQuota.Value.ToMB()", "2048"],
    ["(Get-MailboxDatabase MB-HO-01).ProhibitSendQuota.IsUnlimited", "False"],
    ["(Get-MailboxDatabase MB-HO-01).ProhibitSendQuota -gt 1GB", "True"],
    ["(Get-MailboxDatabase MB-HO-01).ProhibitSendQuota -lt '3GB'", "True"],
    ["(Get-MailboxDatabase MB-HO-01).ProhibitSendQuota -eq 'unlimited'", "False"],
    ["(Get-MailboxDatabase MB-HO-01).IssueWarningQuota -lt (Get-MailboxDatabase MB-HO-01).ProhibitSendQuota", "True"],
    ["[Microsoft.Exchange.Data.ByteQuantifiedSize]::FromMB(5).ToString()", "5 MB (5,242,880 bytes)"],
    ["[Microsoft.Exchange.Data.ByteQuantifiedSize]::FromGB(2) -gt 1GB", "True"],
    ["[Microsoft.Exchange.Data.ByteQuantifiedSize]::Parse('1.5 GB').ToMB()", "1536"],
    [
      "(Get-Mailbox alan.reid).ProhibitSendQuota -eq [Microsoft.Exchange.Data.Unlimited[Microsoft.Exchange.Data.ByteQuantifiedSize]]::UnlimitedValue",
      "True",
    ],
    ["(Get-MailboxDatabase MB-HO-01).DeletedItemRetention.Days", "14"],
    ["(Get-MailboxDatabase MB-HO-01).DeletedItemRetention.TotalHours", "336"],
    ["(Get-MailboxDatabase MB-HO-01).DeletedItemRetention -gt '7.00:00:00'", "True"],
    ["(Get-MailboxDatabase MB-HO-01).Server -eq 'ho-ex2010-mb1'", "True"],
    ["(Get-MailboxDatabase MB-HO-01).Server -eq (Get-MailboxDatabase MB-HO-02).Server", "True"],
    ["(Get-MailboxDatabase MB-HO-01).Server -eq (Get-MailboxDatabase MB-BR-01).Server", "False"],
    ["(Get-MailboxDatabase MB-HO-01).Server -like 'HO*'", "True"],
    ["(Get-MailboxDatabase MB-HO-01).Server.Name", "HO-EX2010-MB1"],
    ["(Get-MailboxDatabase MB-HO-01).Server.Rdn", "CN=HO-EX2010-MB1"],
    ["(Get-MailboxDatabase MB-HO-01).Server.Parent.Name", "Servers"],
    ["(Get-MailboxDatabase MB-HO-01).Servers.Count", "1"],
    ["(Get-MailboxDatabase MB-HO-01).ExchangeVersion.ExchangeBuild", "14.0.100.0"],
    ["(Get-MailboxDatabase MB-HO-01).DataMoveReplicationConstraint -eq 'None'", "True"],
    ['"$(Get-MailboxDatabase MB-HO-01)"', "MB-HO-01"],
    [
      "(Get-MailboxDatabase MB-HO-01).GetType().FullName",
      "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxDatabase",
    ],
    ["(Get-MailboxDatabase MB-HO-01).OrganizationId.GetType().Name", "OrganizationId"],
  ])("%s", (line, shown) => {
    expectSaid(startShell(), line, shown);
  });

  test("a list can be changed and given back", () => {
    const shell = startShell();
    type(
      shell,
      "$cas = Get-ClientAccessServer HO-EX2010-MB1",
      "$scope = $cas.AutoDiscoverSiteScope",
      "[void]$scope.Add('BranchOffice')",
    );
    type(shell, "Set-ClientAccessServer HO-EX2010-MB1 -AutoDiscoverSiteScope $scope");
    expectSaid(
      shell,
      "(Get-ClientAccessServer HO-EX2010-MB1).AutoDiscoverSiteScope -join ';'",
      "HeadOffice;BranchOffice",
    );
    expect(said(shell, "$scope.Add('BranchOffice')")).toContain(
      'The value "BranchOffice" is already present in the collection.',
    );
  });
});

describe("questions", () => {
  test("offer no Suspend; All and No to All hold for the rest", () => {
    const shell = startShell({ answers: ["l"] });
    type(shell, "New-MailboxDatabase OLD1 -Server BR-EX2010-MB", "New-MailboxDatabase OLD2 -Server BR-EX2010-MB");
    expectSaid(
      shell,
      "Get-MailboxDatabase OLD* | Remove-MailboxDatabase",
      `
Confirm
Are you sure you want to perform this action?
Removing mailbox database "OLD1".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): l`,
    );
    expectSaid(shell, "@(Get-MailboxDatabase OLD*).Count", "2");
  });

  test("-Confirm asks where nothing is asked otherwise", () => {
    const shell = startShell({ answers: ["n"] });
    expectSaid(
      shell,
      "Set-MailboxDatabase MB-HO-01 -MountAtStartup $false -Confirm",
      `
Confirm
Are you sure you want to perform this action?
Setting mailbox database "MB-HO-01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n`,
    );
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).MountAtStartup", "True");
  });

  test("a question that nobody answers leaves all as it was", () => {
    const shell = startShell();
    type(shell, "New-MailboxDatabase OLD -Server BR-EX2010-MB");
    const before = shell.topology;
    const result = shell.run("Remove-MailboxDatabase OLD");
    expect(result.status).toBe("asking");
    expect(result.question?.choices).toEqual(["&Yes", "Yes to &All", "&No", "No to A&ll"]);
    expect(shell.topology).toBe(before);
  });
});

describe("errors", () => {
  test("one object's failure does not end the pipeline", () => {
    const shell = startShell();
    const result = shell.run("'MB-HO-01','Nowhere','MB-HO-02' | Get-MailboxDatabase | % {$_.Name}");
    expect(result.errors.map((error) => error.message)).toEqual([
      "The operation couldn't be performed because object 'Nowhere' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    ]);
    expect(result.output.map((object) => object.toJS())).toEqual(["MB-HO-01", "MB-HO-02"]);
  });

  test("-ErrorAction SilentlyContinue and -ErrorVariable", () => {
    const shell = startShell();
    expectSaid(shell, "Get-MailboxDatabase Nowhere -ErrorAction SilentlyContinue -ErrorVariable e", "");
    expectSaid(shell, "$e.Count; $e[0].CategoryInfo.Reason", "1\nManagementObjectNotFoundException");
  });

  test("-ErrorAction Stop ends the pipeline and can be caught", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "try { Get-MailboxDatabase Nowhere -ErrorAction Stop; 'on' } catch { 'caught ' + $_.CategoryInfo.Category }",
      "caught NotSpecified",
    );
    expectSaid(
      shell,
      "Set-MailboxDatabase Nowhere -Name x -ErrorAction Stop; 'on'",
      `
The operation couldn't be performed because object 'Nowhere' couldn't be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-MailboxDatabase], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : ${/[0-9A-F]+(?=,Microsoft)/.exec(said(shell, "Set-MailboxDatabase Nowhere -Name x"))?.[0]},Microsoft.Exchange.Management.SystemConfigurationTasks.SetMailboxDatabase`,
    );
  });

  test("no identity, and an identity of a wrong kind", () => {
    const shell = startShell();
    expect(said(shell, "Set-MailboxDatabase $null -Name x")).toContain(
      "Cannot bind argument to parameter 'Identity' because it is null.",
    );
    expect(said(shell, "Set-MailboxDatabase -Identity (Get-ADSite HeadOffice) -Name x")).toContain(
      "Cannot process argument transformation on parameter 'Identity'.",
    );
  });

  test.each([
    ['""', "Cannot process argument transformation on parameter 'Identity'. Cannot convert value \"\" to type"],
    [
      "a,b",
      "Cannot process argument transformation on parameter 'Identity'. Cannot convert the \"System.Collections.ArrayList\" value",
    ],
  ])("an identity that is none: %s", (identity, message) => {
    expect(
      startShell()
        .run(`Get-MailboxDatabase ${identity}`)
        .errors.map((error) => error.message.slice(0, message.length)),
    ).toEqual([message]);
  });

  test("an unknown parameter of 2010 takes the first free place", () => {
    const shell = startShell();
    expect(said(shell, "Get-MailboxDatabase -Foo")).toContain("object '-Foo' couldn't be found on");
    expect(said(shell, "Get-MailboxDatabase -Foo bar")).toContain(
      "A positional parameter cannot be found that accepts argument 'bar'.",
    );
  });
});

describe("the organization", () => {
  test("goes through JSON with what Exchange's nouns add", () => {
    const shell = startShell();
    type(
      shell,
      "Set-MailboxDatabase MB-HO-01 -ProhibitSendReceiveQuota unlimited -MaintenanceSchedule Never -DeletedItemRetention 3",
    );
    const topology = fromJSON(schema, JSON.parse(JSON.stringify(toJSON(shell.topology))));
    expectSaid(
      startShell({ topology }),
      "Get-MailboxDatabase MB-HO-01 | fl ProhibitSendReceiveQuota,MaintenanceSchedule,DeletedItemRetention",
      `
ProhibitSendReceiveQuota : unlimited
MaintenanceSchedule      : {}
DeletedItemRetention     : 3.00:00:00`,
    );
  });

  test("what one shell writes, another does not see", () => {
    const [first, second] = [startShell(), startShell()];
    type(first, "Set-MailboxDatabase MB-HO-01 -Name CHANGED");
    expectSaid(second, "(Get-MailboxDatabase MB-HO-01).Name", "MB-HO-01");
  });

  test("a pattern that means several objects is ambiguous to what changes one", () => {
    expectSaid(
      startShell(),
      "Set-MailboxDatabase MB-HO* -MountAtStartup $false",
      `
The operation couldn't be performed because 'MB-HO*' matches multiple entries.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-MailboxDatabase], ManagementObjectAmbiguousException
    + FullyQualifiedErrorId : ${/[0-9A-F]+(?=,Microsoft)/.exec(said(startShell(), "Set-MailboxDatabase MB-HO* -MountAtStartup $false"))?.[0]},Microsoft.Exchange.Management.SystemConfigurationTasks.SetMailboxDatabase`,
    );
  });
});

describe("releases", () => {
  test.each(["Exchange2010", "Exchange2013", "Exchange2016", "Exchange2019"] as const)(
    "%s reads and writes",
    (edition) => {
      const shell = startShell({ edition });
      type(shell, "Set-MailboxDatabase MB-HO-01 -MountAtStartup $false");
      expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).MountAtStartup", "False");
    },
  );
});
