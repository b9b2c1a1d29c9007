// The scenarios of Client Access arrays, as lines and what they show. Trailing blanks and outer blank lines are left out.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "./support.js";

const newArray = "New-ClientAccessArray -Name cas-headoffice -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice";
const accessServers = "Get-MailboxDatabase | select name,rpcclientaccessserver | ft -auto";

describe("1. The article from start to end", () => {
  test("make the array, look at the databases, point one to the array", () => {
    const shell = startShell();
    expectSaid(
      shell,
      newArray,
      `
Name                Site                 Fqdn                           Members
----                ----                 ----                           -------
cas-headoffice      HeadOffice           outlook-ho.exchangeserverpr... {HO-EX2010-MB1, HO-EX2010-MB2}`,
    );
    expectSaid(
      shell,
      accessServers,
      `
Name      RpcClientAccessServer
----      ---------------------
MB-HO-01  HO-EX2010-MB1.exchangeserverpro.net
MB-HO-02  HO-EX2010-MB1.exchangeserverpro.net
MB-BR-01  BR-EX2010-MB.exchangeserverpro.net
MB-HO-03  HO-EX2010-MB1.exchangeserverpro.net
RDB-HO-01 HO-EX2010-MB1.exchangeserverpro.net`,
    );
    expectSaid(shell, "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net", "");
    expectSaid(
      shell,
      accessServers,
      `
Name      RpcClientAccessServer
----      ---------------------
MB-HO-01  outlook-ho.exchangeserverpro.net
MB-HO-02  HO-EX2010-MB1.exchangeserverpro.net
MB-BR-01  BR-EX2010-MB.exchangeserverpro.net
MB-HO-03  HO-EX2010-MB1.exchangeserverpro.net
RDB-HO-01 HO-EX2010-MB1.exchangeserverpro.net`,
    );
  });
});

describe("2. A database made before the array has a server's FQDN, one made after has the array's", () => {
  const accessServerOf = (name: string): string => `(Get-MailboxDatabase ${name}).RpcClientAccessServer`;

  test("in the array's site; a database of another site keeps to its own", () => {
    const shell = startShell();
    type(shell, "New-MailboxDatabase BEFORE -Server HO-EX2010-MB2", newArray);
    type(shell, "New-MailboxDatabase AFTER -Server HO-EX2010-MB2", "New-MailboxDatabase BRANCH -Server BR-EX2010-MB");
    expectSaid(shell, accessServerOf("BEFORE"), "HO-EX2010-MB2.exchangeserverpro.net");
    expectSaid(shell, accessServerOf("AFTER"), "outlook-ho.exchangeserverpro.net");
    expectSaid(shell, accessServerOf("BRANCH"), "BR-EX2010-MB.exchangeserverpro.net");
  });

  test("what a database has does not follow when the array is renamed or removed", () => {
    const shell = startShell({ answers: ["y"] });
    type(shell, newArray, "New-MailboxDatabase AFTER -Server HO-EX2010-MB1");
    type(
      shell,
      "Set-ClientAccessArray cas-headoffice -Fqdn mail-ho.exchangeserverpro.net",
      "Remove-ClientAccessArray cas-headoffice",
    );
    expectSaid(shell, accessServerOf("AFTER"), "outlook-ho.exchangeserverpro.net");
  });
});

describe("3. New-ClientAccessArray", () => {
  test("without -Name the name is the first label of the FQDN", () => {
    const shell = startShell();
    type(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice");
    expectSaid(
      shell,
      "Get-ClientAccessArray | fl Name,Fqdn",
      "Name : outlook-ho\nFqdn : outlook-ho.exchangeserverpro.net",
    );
  });

  test("with quotes and dashes as pasted from a web page", () => {
    const shell = startShell();
    type(
      shell,
      "New-ClientAccessArray –Name “cas-headoffice” –Fqdn “outlook-ho.exchangeserverpro.net” –Site “HeadOffice”",
    );
    expectSaid(shell, "(Get-ClientAccessArray).Name", "cas-headoffice");
  });

  test("a second array in the same site is refused", () => {
    const shell = startShell();
    type(shell, newArray);
    const before = shell.topology;
    expectSaid(
      shell,
      "New-ClientAccessArray -Name second -Fqdn second.exchangeserverpro.net -Site HeadOffice",
      `
The Active Directory site "HeadOffice" already has the Client Access array "cas-headoffice". There can be only one arra
y in a site.
    + CategoryInfo          : InvalidOperation: (0:Int32) [New-ClientAccessArray], ClientAccessArrayAlreadyExistsExcep
   tion
    + FullyQualifiedErrorId : 9AD80270,Microsoft.Exchange.Management.SystemConfigurationTasks.NewClientAccessArray`,
    );
    expect(shell.topology).toBe(before);
  });

  test("a name that is taken", () => {
    const shell = startShell();
    type(shell, newArray);
    const before = shell.topology;
    expectSaid(
      shell,
      "New-ClientAccessArray -Name cas-headoffice -Fqdn outlook-br.exchangeserverpro.net -Site BranchOffice",
      `
Active Directory operation failed on HO-DC.exchangeserverpro.net. The object 'CN=cas-headoffice,CN=Arrays,CN=Exchange A
dministrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Exchange Server Pro,CN=Microsoft Exchange,CN=Services
,CN=Configuration,DC=exchangeserverpro,DC=net' already exists.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-ClientAccessArray], ADObjectAlreadyExistsException
    + FullyQualifiedErrorId : 31359489,Microsoft.Exchange.Management.SystemConfigurationTasks.NewClientAccessArray`,
    );
    expect(shell.topology).toBe(before);
  });

  test("an FQDN that is taken", () => {
    const shell = startShell();
    type(shell, newArray);
    expect(
      said(shell, "New-ClientAccessArray -Name other -Fqdn OUTLOOK-HO.exchangeserverpro.net -Site BranchOffice"),
    ).toContain(
      'The FQDN "OUTLOOK-HO.exchangeserverpro.net" is already used by the Client Access array "cas-headoffice".',
    );
  });

  test("a site that does not exist", () => {
    expectSaid(
      startShell(),
      "New-ClientAccessArray -Name x -Fqdn x.exchangeserverpro.net -Site Nowhere",
      `
Couldn't find object "Nowhere". Please make sure that it was spelled correctly or specify a different object.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-ClientAccessArray], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 8A942407,Microsoft.Exchange.Management.SystemConfigurationTasks.NewClientAccessArray`,
    );
  });

  test("an FQDN that is none", () => {
    expectSaid(
      startShell(),
      "New-ClientAccessArray -Name x -Fqdn outlook -Site HeadOffice",
      `
Cannot process argument transformation on parameter 'Fqdn'. Cannot convert value "outlook" to type "Microsoft.Exchange.
Data.Fqdn". Error: ""outlook" isn't a fully qualified domain name, such as outlook.contoso.com."
    + CategoryInfo          : InvalidData: (:) [New-ClientAccessArray], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,New-ClientAccessArray`,
    );
  });

  test("what is missing is asked for", () => {
    expectSaid(
      startShell({ answers: ["outlook-ho.exchangeserverpro.net", "HeadOffice"] }),
      "New-ClientAccessArray -Name cas-headoffice",
      `
cmdlet New-ClientAccessArray at command pipeline position 1
Supply values for the following parameters:
Fqdn: outlook-ho.exchangeserverpro.net
Site: HeadOffice

Name                Site                 Fqdn                           Members
----                ----                 ----                           -------
cas-headoffice      HeadOffice           outlook-ho.exchangeserverpr... {HO-EX2010-MB1, HO-EX2010-MB2}`,
    );
  });
});

describe("11. The array tried with one user", () => {
  test("a new database points to it; the mailbox that is moved there uses it, the others stay as they are", () => {
    const shell = startShell();
    type(shell, newArray, "New-MailboxDatabase TRY-DB -Server HO-EX2010-MB1", "Mount-Database TRY-DB");
    expectSaid(
      shell,
      "New-MoveRequest alan.reid -TargetDatabase TRY-DB",
      `
DisplayName Status TotalMailboxSize            TotalArchiveSize PercentComplete
----------- ------ ----------------            ---------------- ---------------
Alan Reid   Queued 55.99 MB (58,713,376 bytes)                  0`,
    );
    const accessServerOfUser = "(Get-MailboxDatabase (Get-Mailbox alan.reid).Database.Name).RpcClientAccessServer";
    expectSaid(shell, accessServerOfUser, "HO-EX2010-MB1.exchangeserverpro.net");
    type(shell, "Start-Sleep 120");
    expectSaid(
      shell,
      "Get-MoveRequest",
      `
DisplayName Status    TargetDatabase
----------- ------    --------------
Alan Reid   Completed TRY-DB`,
    );
    expectSaid(shell, accessServerOfUser, "outlook-ho.exchangeserverpro.net");
    expectSaid(
      shell,
      accessServers,
      `
Name      RpcClientAccessServer
----      ---------------------
MB-HO-01  HO-EX2010-MB1.exchangeserverpro.net
MB-HO-02  HO-EX2010-MB1.exchangeserverpro.net
MB-BR-01  BR-EX2010-MB.exchangeserverpro.net
MB-HO-03  HO-EX2010-MB1.exchangeserverpro.net
RDB-HO-01 HO-EX2010-MB1.exchangeserverpro.net
TRY-DB    outlook-ho.exchangeserverpro.net`,
    );
    expectSaid(shell, "(Get-Mailbox -Database TRY-DB).Name", "Alan Reid");
  });
});

describe("13. A Client Access server's site changes", () => {
  const arrays = "Get-ClientAccessArray | ft Name,Members -auto";
  const branchArray =
    "New-ClientAccessArray -Name cas-branch -Fqdn outlook-br.exchangeserverpro.net -Site BranchOffice";
  const before = `
Name           Members
----           -------
cas-headoffice {HO-EX2010-MB1, HO-EX2010-MB2}
cas-branch     {BR-EX2010-MB}`;
  const after = `
Name           Members
----           -------
cas-headoffice {HO-EX2010-MB1}
cas-branch     {HO-EX2010-MB2, BR-EX2010-MB}`;

  test("the server moves into the other site's network: Members of both arrays follow", () => {
    const shell = startShell();
    type(shell, newArray, branchArray);
    expectSaid(shell, arrays, before);
    shell.lab.host("HO-EX2010-MB2").moveTo("BranchOffice");
    expectSaid(shell, "(Get-ExchangeServer HO-EX2010-MB2).Site.Name", "BranchOffice");
    expectSaid(shell, arrays, after);
    for (let i = 0; i < 3; i++) shell.undo();
    expectSaid(shell, arrays, before);
  });

  test("in the directory: the server's own attribute says its site", () => {
    const shell = startShell();
    type(
      shell,
      newArray,
      branchArray,
      "Import-Module ActiveDirectory",
      "$site = (Get-ADSite BranchOffice).DistinguishedName",
      "Set-ADObject (Get-ExchangeServer HO-EX2010-MB2).DistinguishedName -Replace @{msExchServerSite=$site}",
    );
    expectSaid(shell, arrays, after);
  });
});

describe("14. A server is taken out", () => {
  test("setup takes the Client Access role from it: Members follows, databases that still name it are found", () => {
    const shell = startShell();
    type(shell, newArray);
    expectSaid(
      shell,
      "C:\\Exchange\\Setup.com /mode:Uninstall /roles:ClientAccess",
      `
Welcome to Microsoft Exchange Server 2010 Unattended Setup

Preparing Exchange Setup

The following server roles will be removed
    Client Access Role

Performing Microsoft Exchange Server Prerequisite Check

    Client Access Role Checks ......................... COMPLETED

Configuring Microsoft Exchange Server

    Client Access Role ......................... COMPLETED

The Microsoft Exchange Server setup operation completed successfully.`,
    );
    expectSaid(shell, "(Get-ClientAccessArray).Members | % { $_.Name }", "HO-EX2010-MB2");
    expectSaid(
      shell,
      "Get-ExchangeServer | ft Name,IsClientAccessServer,IsMailboxServer -auto",
      `
Name          IsClientAccessServer IsMailboxServer
----          -------------------- ---------------
HO-EX2010-MB1                False            True
HO-EX2010-MB2                 True            True
BR-EX2010-MB                  True            True`,
    );
    expectSaid(shell, "(Get-OwaVirtualDirectory | % { $_.Server.Name }) -join ','", "HO-EX2010-MB2,BR-EX2010-MB");
    expectSaid(
      shell,
      "$access = Get-ClientAccessServer | % { $_.Fqdn }; Get-MailboxDatabase | ? { $access -notcontains $_.RpcClientAccessServer } | ft Name,RpcClientAccessServer -auto",
      `
Name      RpcClientAccessServer
----      ---------------------
MB-HO-01  HO-EX2010-MB1.exchangeserverpro.net
MB-HO-02  HO-EX2010-MB1.exchangeserverpro.net
MB-HO-03  HO-EX2010-MB1.exchangeserverpro.net
RDB-HO-01 HO-EX2010-MB1.exchangeserverpro.net`,
    );
  });

  test("a server without databases goes as a whole", () => {
    const shell = startShell();
    type(shell, newArray, "Set-MailboxDatabase MB-BR-01 -RpcClientAccessServer HO-EX2010-MB2.exchangeserverpro.net");
    shell.lab.host("HO-EX2010-MB2").uninstall();
    expectSaid(shell, "(Get-ExchangeServer | % { $_.Name }) -join ','", "HO-EX2010-MB1,BR-EX2010-MB");
    expectSaid(shell, "(Get-ClientAccessArray).Members | % { $_.Name }", "HO-EX2010-MB1");
    expectSaid(
      shell,
      "$servers = Get-ExchangeServer | % { $_.Fqdn }; Get-MailboxDatabase | ? { $servers -notcontains $_.RpcClientAccessServer } | ft Name,RpcClientAccessServer -auto",
      `
Name     RpcClientAccessServer
----     ---------------------
MB-BR-01 HO-EX2010-MB2.exchangeserverpro.net`,
    );
  });

  test("mailboxes on its databases stand in the way", () => {
    const shell = startShell();
    const before = shell.topology;
    expect(() => shell.lab.host("BR-EX2010-MB").uninstall()).toThrow(
      "Uninstall cannot proceed. Database 'MB-BR-01': This mailbox database contains one or more mailboxes",
    );
    expect(said(shell, "Setup.com /m:Uninstall /r:MB")).toContain(
      "The Exchange Server setup operation didn't complete.",
    );
    expect(shell.topology).toBe(before);
  });

  test("other uses of setup are not emulated", () => {
    expect(said(startShell(), ".\\setup.com /mode:Install /roles:ClientAccess")).toContain("NotEmulated,Setup.com");
  });
});

describe("18. All databases at once, and mistakes", () => {
  test("Get-MailboxDatabase | Set-MailboxDatabase changes recovery databases as well", () => {
    const shell = startShell();
    type(shell, newArray);
    expectSaid(
      shell,
      "Get-MailboxDatabase | Set-MailboxDatabase -RpcClientAccessServer outlook-ho.exchangeserverpro.net",
      "",
    );
    expectSaid(
      shell,
      accessServers,
      `
Name      RpcClientAccessServer
----      ---------------------
MB-HO-01  outlook-ho.exchangeserverpro.net
MB-HO-02  outlook-ho.exchangeserverpro.net
MB-BR-01  outlook-ho.exchangeserverpro.net
MB-HO-03  outlook-ho.exchangeserverpro.net
RDB-HO-01 outlook-ho.exchangeserverpro.net`,
    );
  });

  test("only those of a site", () => {
    const shell = startShell();
    type(shell, newArray);
    type(
      shell,
      'Get-MailboxDatabase | ? {$_.Name -like "MB-HO*"} | Set-MailboxDatabase -RpcClientAccessServer cas-headoffice',
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase | group RpcClientAccessServer | ft Count,Name -auto",
      `
Count Name
----- ----
    3 outlook-ho.exchangeserverpro.net
    1 BR-EX2010-MB.exchangeserverpro.net
    1 HO-EX2010-MB1.exchangeserverpro.net`,
    );
  });

  test("-WhatIf says what would happen and changes nothing", () => {
    const shell = startShell();
    type(shell, newArray);
    const before = shell.topology;
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO* | Set-MailboxDatabase -RpcClientAccessServer outlook-ho.exchangeserverpro.net -WhatIf",
      `
What if: Setting mailbox database "MB-HO-01".
What if: Setting mailbox database "MB-HO-02".
What if: Setting mailbox database "MB-HO-03".`,
    );
    expect(shell.topology).toBe(before);
  });

  test("a wrong parameter name reaches the server as text", () => {
    expectSaid(
      startShell(),
      "Set-MailboxDatabase MB-HO-01 -RpcServerName outlook-ho.exchangeserverpro.net",
      `
A positional parameter cannot be found that accepts argument '-RpcServerName'.
    + CategoryInfo          : InvalidArgument: (:) [Set-MailboxDatabase], ParameterBindingException
    + FullyQualifiedErrorId : PositionalParameterNotFound,Set-MailboxDatabase`,
    );
  });

  test("a wrong cmdlet name", () => {
    expectSaid(
      startShell(),
      "New-ClientCasArray -Fqdn outlook-ho.exchangeserverpro.net",
      `
The term 'New-ClientCasArray' is not recognized as the name of a cmdlet, function, script file, or operable program. Ch
eck the spelling of the name, or if a path was included, verify that the path is correct and try again.
At line:1 char:19
+ New-ClientCasArray <<<<  -Fqdn outlook-ho.exchangeserverpro.net
    + CategoryInfo          : ObjectNotFound: (New-ClientCasArray:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException`,
    );
  });

  test("a server or array that is not there", () => {
    expectSaid(
      startShell(),
      "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net",
      `
Couldn't find object "outlook-ho.exchangeserverpro.net". Please make sure that it was spelled correctly or specify a di
fferent object.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-MailboxDatabase], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 66769C82,Microsoft.Exchange.Management.SystemConfigurationTasks.SetMailboxDatabase`,
    );
  });
});

describe("19. The same on Exchange 2013", () => {
  const shell = () => startShell({ edition: "Exchange2013" });

  test("New-, Set- and Remove-ClientAccessArray are not recognized", () => {
    for (const verb of ["New", "Set", "Remove"]) {
      expect(said(shell(), `${verb}-ClientAccessArray x`)).toContain(
        `The term '${verb}-ClientAccessArray' is not recognized as the name of a cmdlet`,
      );
    }
    expectSaid(
      shell(),
      "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice",
      `
New-ClientAccessArray : The term 'New-ClientAccessArray' is not recognized as the name of a cmdlet, function, script
file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct
and try again.
At line:1 char:1
+ New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice
+ ~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ObjectNotFound: (New-ClientAccessArray:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException`,
    );
  });

  test("Get-ClientAccessArray returns nothing", () => {
    expectSaid(shell(), "Get-ClientAccessArray", "");
  });

  test("-RpcClientAccessServer is an unknown parameter", () => {
    expectSaid(
      shell(),
      "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net",
      `
A parameter cannot be found that matches parameter name 'RpcClientAccessServer'.
    + CategoryInfo          : InvalidArgument: (:) [Set-MailboxDatabase], ParameterBindingException
    + FullyQualifiedErrorId : NamedParameterNotFound,Set-MailboxDatabase
    + PSComputerName        : ho-ex2010-mb1.exchangeserverpro.net`,
    );
  });

  test("an object that is not there: the server, the request and the kind of failure are told", () => {
    expectSaid(
      shell(),
      "Get-MailboxDatabase Nothing",
      `
The operation couldn't be performed because object 'Nothing' couldn't be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : NotSpecified: (:) [Get-MailboxDatabase], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=HO-EX2010-MB1,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013
   9:00:00 AM] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] 7AE036E6,Microsoft.Exchange.Management.Syst
  emConfigurationTasks.GetMailboxDatabase
    + PSComputerName        : ho-ex2010-mb1.exchangeserverpro.net`,
    );
  });
});
