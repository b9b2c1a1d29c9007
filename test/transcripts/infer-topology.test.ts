import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createShell } from "../../src/index.js";
import { inferTopology, replay } from "../../src/transcripts/index.js";
import { playCapture, readCaptures } from "./captures.js";
import { inferred, inferredWithEdits } from "./inferred-captures.js";

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

describe("captures of real shells", () => {
  it.each(readCaptures().filter(({ id }) => inferredWithEdits.includes(id)))(
    "$id replays by inference, with the tolerances for what was edited: $command",
    (capture) => {
      expect(playCapture(capture)).toMatchObject({ grade: expect.any(String) });
    },
  );

  it.each(readCaptures().filter(({ id }) => inferred.includes(id)))("$id replays by inference: $command", (capture) => {
    const { grade, report = "" } = playCapture(capture);
    expect(report).toBe("");
    expect(["exact", "copied"]).toContain(grade);
  });
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
