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
  "get-mailboxdatabase.1",
  "get-mailboxdatabase.5",
  "get-mailboxdatabase.6",
  "get-mailbox.4",
  "get-mailbox.16",
  "get-mailbox.17",
  "get-mailbox.18",
  "get-mailbox.22",
  "get-clientaccessserver.1",
  "shell.4",
];

describe("captures of real shells", () => {
  it.each(readCaptures().filter(({ id }) => replaying.includes(id)))(
    "$id replays by inference: $command",
    (capture) => {
      expect(playCapture(capture).report ?? "").toBe("");
    },
  );
});

it("names that no directory takes make a doubt, not an error", () => {
  const { topology, doubts } = inferTopology(
    "[PS] C:\\>Get-ExchangeServer | Format-List Name\n\nName : EX*2013\n\nName : a.b/c\\d\n",
  );
  expect(doubts[0]?.line).toBe(1);
  expect(doubts[0]?.message).toContain("EX*2013");
  expect(createShell({ topology }).run("Get-ExchangeServer").errors).toEqual([]);
});
