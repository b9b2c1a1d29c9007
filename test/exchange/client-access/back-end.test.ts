// The back end of 2013 and later: virtual directories of the Mailbox role on a web site of their own, which lists leave out.
import { describe, expect, test } from "vitest";
import { buildTopology } from "../../../src/index.js";
import { expectSaid, said, startShell } from "../support.js";

const topology = buildTopology({
  domain: "contoso.com",
  servers: [
    { name: "CAS1", roles: ["ClientAccess"], version: "15.0.1497.2" },
    { name: "MBX1", roles: ["Mailbox"], version: "15.0.1497.2" },
    { name: "EX16", version: "15.1.2507.6" },
  ],
});
const shell = () => startShell({ edition: "Exchange2016", topology });

describe("the kinds that have one (SetupAssist, Test-VirtualDirectoryConfiguration: names in the directory)", () => {
  const both = "EX16\\% (Default Web Site); EX16\\% (Exchange Back End)";
  test.each([
    ["ActiveSync", both.replaceAll("%", "Microsoft-Server-ActiveSync")],
    ["Autodiscover", both.replaceAll("%", "Autodiscover")],
    ["Ecp", both.replaceAll("%", "ecp")],
    ["Mapi", "EX16\\mapi (Default Web Site)"],
    ["Oab", both.replaceAll("%", "OAB")],
    ["Owa", both.replaceAll("%", "owa")],
    ["PowerShell", both.replaceAll("%", "PowerShell")],
    ["WebServices", both.replaceAll("%", "EWS")],
  ])("%s", (kind, identities) => {
    const shown = kind === "Mapi" ? "" : " -ShowMailboxVirtualDirectories";
    expect(
      said(shell(), `(Get-${kind}VirtualDirectory -Server EX16${shown} | % { "$($_.Identity)" }) -join '; '`),
    ).toBe(identities);
  });
});

test("lists and patterns leave the back end out; a Mailbox server of 2013 has nothing else", () => {
  const session = shell();
  const listed = (line: string): string => said(session, `(${line} | % { "$($_.Identity)" }) -join '; '`);
  const front = "CAS1\\owa (Default Web Site); EX16\\owa (Default Web Site)";
  expect(listed("Get-OwaVirtualDirectory")).toBe(front);
  expect(listed("Get-OwaVirtualDirectory '*\\owa*'")).toBe(front);
  expect(listed("Get-OwaVirtualDirectory 'MBX1\\owa (Exchange Back End)'")).toBe("MBX1\\owa (Exchange Back End)");
  expect(listed("Get-OwaVirtualDirectory 'MBX1\\owa*' -ShowMailboxVirtualDirectories")).toBe(
    "MBX1\\owa (Exchange Back End)",
  );
  expect(listed("Get-OutlookAnywhere -ShowMailboxVirtualDirectories")).toBe(
    "CAS1\\Rpc (Default Web Site); EX16\\Rpc (Default Web Site)",
  );
});

test("a Set whose pattern would mean both changes the one that clients reach", () =>
  expectSaid(
    shell(),
    "Set-OwaVirtualDirectory 'EX16\\owa*' -LogonFormat UserName -WarningAction SilentlyContinue; Get-OwaVirtualDirectory -Server EX16 -ShowMailboxVirtualDirectories | ft Name,LogonFormat -auto",
    `
Name                    LogonFormat
----                    -----------
owa (Default Web Site)     UserName
owa (Exchange Back End)  FullDomain`,
  ));

test("the back end of PowerShell, as a log of 2019's setup makes it", () =>
  expectSaid(
    shell(),
    "Get-PowerShellVirtualDirectory 'EX16\\PowerShell (Exchange Back End)' | fl Name,RequireSSL,BasicAuthentication,WindowsAuthentication,MetabasePath,Path,InternalUrl",
    `
Name                  : PowerShell (Exchange Back End)
RequireSSL            : True
BasicAuthentication   : False
WindowsAuthentication : True
MetabasePath          : IIS://EX16.contoso.com/W3SVC/2/ROOT/PowerShell
Path                  : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\ClientAccess\\PowerShell-Proxy
InternalUrl           : https://ex16.contoso.com:444/powershell`,
  ));

test("New -Role Mailbox makes it anew, once", () => {
  const session = shell();
  said(session, "Remove-EcpVirtualDirectory 'MBX1\\ecp (Exchange Back End)' -Confirm:$false");
  expect(said(session, "(Get-EcpVirtualDirectory -ShowMailboxVirtualDirectories).Count")).toBe("3");
  expectSaid(
    session,
    "New-EcpVirtualDirectory -Server MBX1 -Role Mailbox",
    `
Name                    Server
----                    ------
ecp (Exchange Back End) MBX1`,
  );
  expect(
    said(session, "New-EcpVirtualDirectory -Server MBX1 -Role Mailbox -WebSiteName 'Exchange Back End'")
      .split("\n")
      .slice(0, 2)
      .join("\n"),
  ).toBe(
    "The virtual directory 'ecp' already exists under 'MBX1.contoso.com/Exchange Back End'.\nParameter name: VirtualDirectoryName",
  );
});
