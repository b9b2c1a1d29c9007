// Queues and messages in an order, and page by page.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const shell = startShell();
type(
  shell,
  "Suspend-Queue Submission -Confirm:$false",
  ...["Beta", "alpha", "Gamma", "delta"].map(
    (subject, index) =>
      `Send-MailMessage -From alan.reid@${own} -To sarah.jones@${own} -Subject ${subject} -Body ('x' * ${index * 1000}) -SmtpServer HO-EX2010-MB1`,
  ),
);
const subjects = (parameters: string): string => said(shell, `Get-Message ${parameters} | % { $_.Subject }`);

test.each([
  ["", "Beta alpha Gamma delta"],
  ["-SortOrder +Subject", "alpha Beta delta Gamma"],
  ["-SortOrder -Subject", "Gamma delta Beta alpha"],
  ["-SortOrder -Size", "delta Gamma alpha Beta"],
  ["-SortOrder +FromAddress,-Subject", "Gamma delta Beta alpha"],
  ["-BookmarkIndex 3", "Gamma delta"],
  ["-BookmarkIndex 2 -ResultSize 2 -WarningAction SilentlyContinue", "alpha Gamma"],
  ["-BookmarkIndex 2 -IncludeBookmark $false", "Gamma delta"],
  ["-BookmarkIndex 2 -SearchForward $false", "alpha Beta"],
  ["-SearchForward $false", "delta Gamma alpha Beta"],
  [
    "-SortOrder +Subject -BookmarkObject (Get-Message | ? { $_.Subject -eq 'Beta' }) -IncludeBookmark $false",
    "delta Gamma",
  ],
])("Get-Message %s", (parameters, wanted) => {
  expect(subjects(parameters).split("\n").join(" ")).toBe(wanted);
});

test("a property that is not there, a place that is none", () => {
  expect(said(shell, "Get-Queue -SortOrder +Nothing").split("\n")[0]).toBe(
    'The property "Nothing" can\'t be used to sort: a queue has no property of this name.',
  );
  expect(said(shell, "Get-Queue -BookmarkIndex 0").split("\n")[0]).toBe(
    "The value 0 isn't a place in the results: the first one is 1.",
  );
  expectSaid(shell, "Get-Queue -SortOrder -MessageCount -ReturnPageInfo $true | % { $_.MessageCount }", "4");
});
