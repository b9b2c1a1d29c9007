// Get-LogonStatistics: who is logged on where.
import { test } from "vitest";
import { expectSaid, startShell, type } from "../support.js";

test("the Outlooks that are connected, with the Client Access server that serves them", () => {
  const shell = startShell();
  type(shell, "Get-Mailbox -Database MB-HO-01 | New-LabOutlook | Out-Null");
  type(shell, "New-LabOutlook lucas.brandt -OnlineMode | Out-Null");
  expectSaid(
    shell,
    "Get-LogonStatistics",
    `
UserName                  ClientName           LogonTime              LastAccessTime
--------                  ----------           ---------              --------------
Administrator             HO-EX2010-MB1        6/3/2013 9:00:00 AM    6/3/2013 9:00:00 AM
Alan Reid                 HO-EX2010-MB1        6/3/2013 9:00:00 AM    6/3/2013 9:00:00 AM
Sarah Jones               HO-EX2010-MB1        6/3/2013 9:00:00 AM    6/3/2013 9:00:00 AM`,
  );
  expectSaid(
    shell,
    "Get-LogonStatistics alan.reid | fl",
    `
RunspaceId               : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AdapterSpeed             :
ClientIPAddress          : 10.1.128.11
ClientMode               : Cached
ClientName               : HO-EX2010-MB1
ClientVersion            : 3587.0.32891.4
CodePage                 : 1252
CurrentOpenAttachments   :
CurrentOpenFolders       :
CurrentOpenMessages      :
FolderOperationCount     :
FullMailboxDirectoryName : /o=Exchange Server Pro/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=A
                           lan Reid1
FullUserDirectoryName    : /o=Exchange Server Pro/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=A
                           lan Reid1
HostAddress              :
LastAccessTime           : 6/3/2013 9:00:00 AM
Latency                  :
LocaleID                 : 1033
LogonTime                : 6/3/2013 9:00:00 AM
MACAddress               :
MessagingOperationCount  :
OtherOperationCount      :
ProgressOperationCount   :
RPCCallsSucceeded        :
StreamOperationCount     :
TableOperationCount      :
TotalOperationCount      :
TransferOperationCount   :
UserName                 : Alan Reid
Windows2000Account       : ESPNET\\alan.reid
ApplicationId            : Client=MSExchangeRPC
ServerName               : HO-EX2010-MB1
DatabaseName             : MB-HO-01
Identity                 :
OriginatingServer        : HO-EX2010-MB1
IsValid                  : True`,
  );
  expectSaid(
    shell,
    "Get-LogonStatistics -Server BR-EX2010-MB | ft UserName,ClientMode,ClientName,ServerName,DatabaseName -AutoSize",
    `
UserName        ClientMode ClientName   ServerName   DatabaseName
--------        ---------- ----------   ----------   ------------
Lucas Brandt ClassicOnline BR-EX2010-MB BR-EX2010-MB MB-BR-01`,
  );
  expectSaid(
    shell,
    "Get-MailboxDatabase MB-HO-01 | Get-LogonStatistics | group ClientName -NoElement",
    `
Count Name
----- ----
    3 HO-EX2010-MB1`,
  );
  expectSaid(
    shell,
    "Get-MailboxServer | Get-LogonStatistics | ft UserName,ClientName,ServerName -AutoSize",
    `
UserName      ClientName    ServerName
--------      ----------    ----------
Administrator HO-EX2010-MB1 HO-EX2010-MB1
Alan Reid     HO-EX2010-MB1 HO-EX2010-MB1
Sarah Jones   HO-EX2010-MB1 HO-EX2010-MB1
Lucas Brandt  BR-EX2010-MB  BR-EX2010-MB`,
  );
  expectSaid(
    shell,
    "Get-Mailbox sarah.jones | Get-LogonStatistics | fl ClientName,ApplicationId",
    `
ClientName    : HO-EX2010-MB1
ApplicationId : Client=MSExchangeRPC`,
  );
  type(shell, "Stop-LabOutlook alan.reid");
  expectSaid(
    shell,
    "Get-LogonStatistics | ft UserName,ClientName -AutoSize",
    `
UserName      ClientName
--------      ----------
Administrator HO-EX2010-MB1
Sarah Jones   HO-EX2010-MB1`,
  );
  type(shell, "Stop-Service MSExchangeRPC");
  type(shell, "Get-LogonStatistics");
});
