// Search-Mailbox: what is found, copied and deleted.
import { describe, expect, test } from "vitest";
import { parseQuery, QueryProblem } from "../../../../src/exchange/mailboxes/search/query.js";
import type { Shell } from "../../../../src/index.js";
import { expectSaid, said, startShell, type } from "../../support.js";

const own = "exchangeserverpro.net";

/** A shell with some messages in Alan Reid's mailbox. */
function withMail(options: Parameters<typeof startShell>[0] = {}): Shell {
  const shell = startShell({ width: 200, ...options });
  const mail = (subject: string, from: string): string =>
    `Send-MailMessage -From ${from}@${own} -To alan.reid@${own} -Subject '${subject}' -Body x -SmtpServer HO-EX2010-MB1`;
  type(
    shell,
    mail("Budget for spring", "sarah.jones"),
    mail("You have won the lottery", "tom.okafor"),
    mail("RE: Budget", "tom.okafor"),
  );
  return shell;
}
const quiet = "-WarningAction SilentlyContinue";
const count = (shell: Shell, arguments_: string): string =>
  said(shell, `(Search-Mailbox alan.reid -EstimateResultOnly ${quiet} ${arguments_}).ResultItemsCount`);
const inFolder = (shell: Shell, mailbox: string, path: string): string =>
  said(shell, `(Get-MailboxFolderStatistics ${mailbox} | ? { $_.FolderPath -like '${path}' }).ItemsInFolder`);

describe("Search-Mailbox", () => {
  test.each([
    ["subject:budget", "2"],
    ["subject:'budget' from:sarah.jones", "1"],
    ['subject:"won the lottery"', "1"],
    ['subject:"the lottery won"', "0"],
    ["lottery OR from:sarah.jones", "2"],
    ["NOT lottery", "2"],
    ["(lottery OR spring) AND from:tom.okafor", "1"],
    [`to:alan.reid@${own}`, "3"],
    ["participants:tom.okafor", "2"],
    ["size:>1", "3"],
    ["size:>1000000", "0"],
    ["received:today", "3"],
    ["received:<1/1/1990", "0"],
    ["sent:1/1/1990..1/1/2100", "3"],
    ["kind:email", "3"],
    ["nothing", "0"],
  ])("%s finds %s", (query, found) => {
    expect(count(withMail(), `-SearchQuery '${query.replaceAll("'", "''")}'`)).toBe(found);
  });

  test("without a query: everything; the recoverable items with or without, or alone", () => {
    const shell = startShell();
    const all = Number(count(shell, ""));
    const without = Number(count(shell, "-SearchDumpster:$false"));
    const alone = Number(count(shell, "-SearchDumpsterOnly"));
    expect(all).toBe(without + alone);
    expect(without).toBe(Number(said(shell, "(Get-MailboxStatistics alan.reid).ItemCount")));
    expect(alone).toBeGreaterThan(0);
  });

  // facts/captures.jsonl, search-mailbox.1: the warning
  test("says what it does, as a list", () => {
    expectSaid(
      withMail({ edition: "Exchange2013" }),
      "Search-Mailbox alan.reid -SearchQuery lottery -EstimateResultOnly",
      `
WARNING: The Search-Mailbox cmdlet returns up to 10000 results per mailbox if a search query is specified. To return more than 10000 results, use the New-MailboxSearch cmdlet or the In-Place
eDiscovery & Hold console in the Exchange Administration Center.


RunspaceId       : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Identity         : exchangeserverpro.net/Head Office/Alan Reid
TargetMailbox    :
Success          : True
TargetFolder     :
ResultItemsCount : 1
ResultItemsSize  : 1.524 KB (1,561 bytes)`,
    );
  });

  test("copies what it finds, with a log", () => {
    const shell = withMail();
    const line = `Search-Mailbox alan.reid -SearchQuery budget -TargetMailbox sarah.jones -TargetFolder Found ${quiet}`;
    expect(said(shell, `(${line}).TargetFolder`)).toMatch(/^\\Found\\Alan Reid-\d+\/\d+\/\d+ \d+:\d+:\d+ [AP]M$/);
    expect(inFolder(shell, "sarah.jones", "/Found/Alan Reid-*/Inbox")).toBe("2");
    expect(inFolder(shell, "sarah.jones", "/Found")).toBe("1");
    type(shell, `$null = ${line.replace("Found", "Log")} -LogOnly -LogLevel Full`);
    expect(inFolder(shell, "sarah.jones", "/Log")).toBe("1");
    expect(inFolder(shell, "sarah.jones", "/Log/Alan*")).toBe("");
    type(shell, `$null = ${line.replace("Found", "Quiet")} -LogLevel Suppress`);
    expect(inFolder(shell, "sarah.jones", "/Quiet")).toBe("0");
  });

  test("deletes once somebody is sure of it", () => {
    const shell = withMail({ answers: ["n", "y"] });
    const before = Number(inFolder(shell, "alan.reid", "/Inbox"));
    const line = `Search-Mailbox alan.reid -SearchQuery lottery -DeleteContent ${quiet}`;
    expect(said(shell, `$null = ${line}`)).toContain(
      'This operation deletes message content from mailbox "Alan Reid".',
    );
    expect(inFolder(shell, "alan.reid", "/Inbox")).toBe(String(before));
    expect(said(shell, `(${line}).ResultItemsCount`)).toMatch(/\n1$/);
    expect(inFolder(shell, "alan.reid", "/Inbox")).toBe(String(before - 1));
    expect(count(shell, "-SearchQuery lottery")).toBe("0");
    expect(count(shell, "-SearchQuery budget")).toBe("2");
  });

  test("what is held goes where nobody sees it; without a query nothing stays", () => {
    const shell = withMail();
    type(
      shell,
      "Set-Mailbox alan.reid -LitigationHoldEnabled $true",
      `$null = Get-Mailbox alan.reid | Search-Mailbox -SearchQuery lottery -DeleteContent -Force ${quiet}`,
    );
    expect(inFolder(shell, "alan.reid", "/Purges")).toBe("1");
    type(
      shell,
      "Set-Mailbox alan.reid -LitigationHoldEnabled $false",
      "$null = Search-Mailbox alan.reid -DeleteContent -Force",
    );
    expectSaid(shell, "(Get-MailboxStatistics alan.reid).ItemCount", "0");
    expect(count(shell, "")).toBe("0");
  });

  test("-WhatIf leaves everything", () => {
    const shell = withMail();
    expectSaid(
      shell,
      "Search-Mailbox alan.reid -SearchQuery lottery -DeleteContent -WhatIf",
      'What if: Deleting message content from mailbox "Alan Reid".',
    );
    expect(count(shell, "-SearchQuery lottery")).toBe("1");
  });

  test.each([
    ["Search-Mailbox nowhere -EstimateResultOnly", "object 'nowhere' couldn't be found on"],
    ["Search-Mailbox alan.reid -SearchQuery '(x' -EstimateResultOnly", 'The search query "(x" isn\'t valid'],
    ["Search-Mailbox alan.reid -SearchQuery 'received:soon' -EstimateResultOnly", 'isn\'t valid at "soon"'],
    [
      "Search-Mailbox alan.reid -SearchQuery 'body:x' -EstimateResultOnly",
      'nothing of messages that "body:" could ask',
    ],
    ["Search-Mailbox alan.reid -TargetMailbox alan.reid -TargetFolder X", "can't be searched into itself."],
  ])("%s fails", (line, text) => {
    expect(said(startShell({ width: 200 }), line)).toContain(text);
  });
});

test.each(["a OR", "AND a", "(a", "a )", "NOT"])("%s is no query", (text) => {
  expect(() => parseQuery(text, () => null)).toThrow(QueryProblem);
});
