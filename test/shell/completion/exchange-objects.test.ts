import { expect, it } from "vitest";
import { createShell } from "../../../src/index.js";

const shell = createShell();
const offered = (text: string): readonly string[] =>
  shell.complete(text, text.length).matches.map((match) => match.text);

it.each([
  ["Get-Mailbox a", ["Administrator", "'Alan Reid'", "'Anne-Marie Weber'"]],
  ["Get-Mailbox 'al", ["'Alan Reid'"]],
  ["Get-Mailbox -Identity ad", ["Administrator"]],
  ["Set-MailboxDatabase MB-", ["MB-HO-01", "MB-HO-02", "MB-BR-01", "MB-HO-03"]],
  ["Get-MailboxDatabase -Server HO", ["HO-EX2010-MB1", "HO-EX2010-MB2"]],
  ["Set-Mailbox x -Database MB-B", ["MB-BR-01"]],
  ["Get-ADSite H", ["HeadOffice"]],
])("identities: %s", (text, names) => {
  expect(offered(text)).toEqual(names);
});

it.each([
  ["Get-MailboxDatabase | select Rp", ["RpcClientAccessServer"]],
  ["Get-MailboxDatabase | ? { $_.Rpc", ["RpcClientAccessServer"]],
  ["(Get-Mailbox).PrimaryS", ["PrimarySmtpAddress"]],
  ["Get-MailboxDatabase | ft Name,Ser", ["Server", "ServerName", "Servers"]],
  ["foreach ($d in Get-MailboxDatabase) { $d.Edb", ["EdbFilePath"]],
])("properties of what Get- cmdlets give: %s", (text, names) => {
  expect(offered(text)).toEqual(names);
});

it("knows objects that were made in the session, and those of others not", () => {
  const own = shell.fork();
  own.run("New-ClientAccessArray -Fqdn outlook.exchangeserverpro.net -Site HeadOffice");
  expect(own.complete("Get-ClientAccessArray o", 23).matches.map(({ text }) => text)).toEqual(["outlook"]);
  expect(offered("Get-ClientAccessArray o")).toEqual([]);
});
