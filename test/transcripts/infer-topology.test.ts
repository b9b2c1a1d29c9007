import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createShell } from "../../src/index.js";
import { inferTopology, replay } from "../../src/transcripts/index.js";
import { playCapture, readCaptures } from "./captures.js";

const article = readFileSync(new URL("../../docs/transcripts/cas-array-article.txt", import.meta.url), "utf8");

function replayed(transcript: string) {
  const { topology, doubts } = inferTopology(transcript);
  return { doubts, report: replay(transcript, { topology }).report };
}

describe("inferTopology", () => {
  it("makes of the article alone an organization in which it replays", () => {
    expect(replayed(article)).toEqual({ doubts: [], report: "" });
  });

  it("takes properties as they were before a change", () => {
    const transcript = [
      "[PS] C:\\>Get-MailboxDatabase | ft Name,RpcClientAccessServer",
      "",
      "Name                                                        RpcClientAccessServer",
      "----                                                        ---------------------",
      "DB1                                                         array.contoso.com",
      "",
      "[PS] C:\\>Set-MailboxDatabase DB1 -RpcClientAccessServer EX01.contoso.com",
      "[PS] C:\\>(Get-MailboxDatabase DB1).RpcClientAccessServer",
      "EX01.contoso.com",
      "[PS] C:\\>Get-ClientAccessArray",
      "",
      "Name                Site                 Fqdn                           Members",
      "----                ----                 ----                           -------",
      "array               Berlin               array.contoso.com              {EX01}",
    ].join("\n");
    expect(replayed(transcript)).toEqual({ doubts: [], report: "" });
  });

  it("leaves out what an entry makes", () => {
    const { topology } = inferTopology("[PS] C:\\>New-MailboxDatabase DB9 -Server EX01\n");
    expect(
      replay("[PS] C:\\>(Get-ExchangeServer).Name\nEX01\n[PS] C:\\>Get-MailboxDatabase\n", { topology }).report,
    ).toBe("");
  });

  it("reports what contradicts itself, and what cannot be brought about", () => {
    const { doubts } = inferTopology(
      [
        "[PS] C:\\>Get-MailboxDatabase | fl Name,Server",
        "",
        "Name   : DB1",
        "Server : EX01",
        "",
        "[PS] C:\\>Get-MailboxDatabase | fl Name,Server,MailboxRetention",
        "",
        "Name             : DB1",
        "Server           : EX02",
        "MailboxRetention : often",
        "",
      ].join("\n"),
    );
    expect(doubts).toEqual([
      { line: 6, message: "MailboxDatabase 'DB1' shows server 'EX02', and 'EX01' before, with no change between." },
      { line: 1, message: "MailboxDatabase 'DB1' shows mailboxretention 'often', which could not be set." },
    ]);
  });
});

/** Those of the captures that replay now; more may, none may stop to. `npm run captures` prints them all. */
const replaying = [
  "get-organizationrelationship.1",
  "add-adpermission.1",
  "enable-transportagent.1",
  "get-accepteddomain.1",
  "get-autodiscovervirtualdirectory.2",
  "get-clientaccessserver.1",
  "get-command.1",
  "get-command.2",
  "get-command.3",
  "get-exchangeserver.1",
  "get-exchangeserver.2",
  "get-exchangeserver.3",
  "get-exchangeserver.5",
  "get-exchangeserver.6",
  "get-mailboxdatabase.1",
  "get-mailboxdatabase.2",
  "get-mailboxdatabase.3",
  "get-mailboxdatabase.4",
  "get-mailboxdatabase.5",
  "get-mailboxdatabase.6",
  "get-mailboxstatistics.5",
  "get-mailbox.1",
  "get-mailbox.2",
  "get-mailbox.3",
  "get-mailbox.4",
  "get-mailbox.6",
  "get-mailbox.7",
  "get-mailbox.12",
  "get-mailbox.13",
  "get-mailbox.16",
  "get-mailbox.17",
  "get-mailbox.18",
  "get-mailbox.22",
  "get-managementroleassignment.1",
  "get-managementroleassignment.2",
  "get-managementroleassignment.3",
  "get-managementrole.1",
  "get-managementrole.2",
  "get-managementrole.3",
  "get-moverequeststatistics.3",
  "get-moverequest.1",
  "get-offlineaddressbook.2",
  "get-throttlingpolicy.1",
  "get-transportagent.1",
  "get-transportagent.2",
  "get-transportagent.3",
  "get-transportconfig.1",
  "get-user.1",
  "remove-moverequest.1",
  "set-transportagent.1",
  "shell.1",
  "shell.2",
  "shell.3",
  "shell.4",
  "shell.5",
  "test-mapiconnectivity.3",
];

/** Those that take the tolerances for what people do to what they post. */
const replayingEdited = [
  "connect-mailbox.1",
  "get-databaseavailabilitygroup.3",
  "get-hybridconfiguration.2",
  "get-hybridconfiguration.3",
  "get-intraorganizationconfiguration.1",
  "get-mailbox.14",
  "get-mailbox.15",
  "get-mailboxstatistics.1",
  "get-mailboxstatistics.3",
  "get-mailboxstatistics.4",
  "get-remotedomain.1",
  "get-rolegroup.1",
  "get-servercomponentstate.1",
  "get-servercomponentstate.2",
  "get-serverhealth.1",
  "get-serverhealth.3",
  "get-webservicesvirtualdirectory.1",
  "new-rolegroup.1",
  "restore-mailbox.1",
  "start-databaseavailabilitygroup.1",
  "test-outlookconnectivity.2",
];

describe("captures of real shells", () => {
  it.each(readCaptures().filter(({ id }) => replayingEdited.includes(id)))(
    "$id replays by inference, with the tolerances for what was edited: $command",
    (capture) => {
      expect(playCapture(capture)).toMatchObject({ grade: expect.any(String) });
    },
  );

  it.each(readCaptures().filter(({ id }) => replaying.includes(id)))(
    "$id replays by inference: $command",
    (capture) => {
      const { grade, report = "" } = playCapture(capture);
      expect(report).toBe("");
      expect(["exact", "copied"]).toContain(grade);
    },
  );
});

it("makes objects for what is shown without a name, and leaves out what setup makes where all is shown", () => {
  const transcript = [
    "[PS] C:\\>Get-ExchangeServer | select AdminDisplayVersion",
    "",
    "AdminDisplayVersion",
    "-------------------",
    "Version 15.0 (Build 1497.2)",
    "Version 15.0 (Build 1395.4)",
    "",
    "[PS] C:\\>Get-AcceptedDomain | ft -auto Name, Default",
    "",
    "Name        Default",
    "----        -------",
    "example.org   False",
    "example.com    True",
    "",
  ].join("\n");
  const { topology, doubts } = inferTopology(transcript, { edition: "Exchange2013" });
  expect(doubts).toEqual([]);
  expect(
    replay(transcript, { topology, edition: "Exchange2013", tolerances: ["trailingBlanks", "blankLines"] }).report,
  ).toBe("");
});

it("tells a script for variables that are used and not set, and says of which it cannot", () => {
  const { profile, doubts } = inferTopology(
    "[PS] C:\\>$size.ToMB()\n1006\n[PS] C:\\>$what.Ever()\n1\n[PS] C:\\>$set = 1; $set.GetType()\n",
  );
  expect(profile).toBe("$size = [Microsoft.Exchange.Data.ByteQuantifiedSize]::Parse('1006 MB')");
  expect(doubts).toEqual([{ line: 3, message: "Nothing tells what $what holds." }]);
});

it("names that no directory takes make a doubt, not an error", () => {
  const { topology, doubts } = inferTopology(
    "[PS] C:\\>Get-ExchangeServer | Format-List Name\n\nName : EX*2013\n\nName : a.b/c\\d\n",
  );
  expect(doubts[0]?.line).toBe(1);
  expect(doubts[0]?.message).toContain("EX*2013");
  expect(createShell({ topology }).run("Get-ExchangeServer").errors).toEqual([]);
});

it("reads the conditions of Where-Object, what parentheses show, links, and tables whose dashes a page has lost", () => {
  const transcript = [
    "[PS] C:\\>Get-Mailbox | ? { $_.Office -eq 'Leeds' -and ($_.CustomAttribute1 -eq 'Contoso') } | fl Name",
    "",
    "",
    "Name : Anna Berg",
    "",
    "",
    "",
    "[PS] C:\\>(Get-Mailbox 'Anna Berg').Office",
    "Leeds",
    "[PS] C:\\>(Get-Mailbox -Database DB7).CustomAttribute1",
    "Contoso",
    "[PS] C:\\>(Get-ServerComponentState EX1 -Component OwaProxy).LocalStates",
    "",
    "Requester      State  Timestamp            Component",
    "",
    "Maintenance    Inactive  6/3/2013 9:00:00 AM  OwaProxy",
    "",
    "[PS] C:\\>Get-ServerHealth EX1 -HealthSet OWA.Proxy | select -First 1 Name, AlertValue, CurrentHealthSetState | fl",
    "",
    "",
    "Name                  : OWAProxyTestMonitor",
    "AlertValue            : Unhealthy",
    "CurrentHealthSetState : Offline",
    "",
  ].join("\n");
  const { topology, doubts, defaults } = inferTopology(transcript, { edition: "Exchange2016" });
  expect({ doubts, defaults }).toEqual({
    doubts: [],
    defaults: [
      "Nothing tells the domain: it is contoso.com.",
      "Nothing tells the build of the servers: it is one of the edition's.",
      "Nothing tells the site of the servers: it is the first one, Default-First-Site-Name.",
      "Nothing tells a domain controller: there is DC01.",
      "Nothing tells the time: the clock is that of a new organization.",
    ],
  });
  const tolerances = ["trailingBlanks", "blankLines", "columnWidths", "dashes"] as const;
  expect(replay(transcript, { topology, edition: "Exchange2016", tolerances }).report).toBe("");
});
