// All rules of a kind in a file, and back.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const rules = "Get-TransportRule | ft Name,State,Priority,Comments,SubjectContainsWords,HasClassification -a";

describe("Export- and Import-TransportRuleCollection", () => {
  // The two lines are the documentation's.
  test("rules come back as they were, and others go", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-TransportRule 'A & B' -PrependSubject '<X>' -Comments 'All \"of\" it'",
      "$null = New-TransportRule Spam -DeleteMessage $true -SubjectContainsWords spam,scam -HasClassification ExPartnerMail -Enabled $false",
    );
    const before = said(shell, rules);
    type(
      shell,
      "$file = Export-TransportRuleCollection",
      "Set-Content -Path 'C:\\Rules.xml' -Value $file.FileData -Encoding Byte",
      "Remove-TransportRule 'A & B' -Confirm:$false",
      "Set-TransportRule Spam -Comments Changed",
      "$null = New-TransportRule New -PrependSubject y",
      "[Byte[]]$data = Get-Content -Path 'C:\\Rules.xml' -Encoding Byte -ReadCount 0",
      "Import-TransportRuleCollection -FileData $data -Confirm:$false",
    );
    expectSaid(shell, rules, before);
    expectSaid(
      shell,
      rules,
      `
Name     State Priority Comments    SubjectContainsWords HasClassification
----     ----- -------- --------    -------------------- -----------------
A & B  Enabled        0 All "of" it
Spam  Disabled        1             {spam, scam}         ExPartnerMail`,
    );
  });

  test("asks before all rules go, and takes nothing that is no collection", () => {
    const shell = startShell({ answers: ["n"], width: 160 });
    type(
      shell,
      "$file = Export-TransportRuleCollection",
      "$null = New-TransportRule A -PrependSubject x",
      "Import-TransportRuleCollection -FileData $file.FileData",
    );
    expectSaid(shell, "(Get-TransportRule).Name", "A");
    expectSaid(
      shell,
      "Import-TransportRuleCollection -FileData ([byte[]](1,2)) -Confirm:$false",
      `
The rule collection can't be imported: the file data isn't a valid rule collection.
    + CategoryInfo          : InvalidData: (0:Int32) [Import-TransportRuleCollection], ParserException
    + FullyQualifiedErrorId : FD32A8BE,Microsoft.Exchange.Management.MessagingPolicies.Rules.ImportTransportRuleCollection`,
    );
  });
});

test("journal rules have a collection of their own", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-JournalRule J -JournalEmailAddress alan.reid -Scope Internal -Enabled $true",
    "$file = Export-JournalRuleCollection",
    "Remove-JournalRule J -Confirm:$false",
    "Import-JournalRuleCollection -FileData $file.FileData -Confirm:$false",
  );
  expectSaid(
    shell,
    "Get-JournalRule | % { $_.Name + ' ' + $_.Scope + ' ' + $_.JournalEmailAddress + ' ' + $_.Enabled }",
    "J Internal alan.reid@exchangeserverpro.net True",
  );
  expect(said(shell, "Import-TransportRuleCollection -FileData $file.FileData -Confirm:$false")).toContain(
    "isn't a valid rule collection.",
  );
});
