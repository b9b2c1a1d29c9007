// Whatever a session shows, its recording replays without a difference.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createShell, type EditionName, replay, transcriptEntry } from "../../src/index.js";
import { changingLines } from "../shell/changing-lines.js";

const anywhere = [
  "1 + 1",
  "'a  '; ''; '  b'",
  '"x`ty"; "a`n`nb"',
  "Get-Nothing -Now",
  "1..3 | ForEach-Object {\n  $_ * 2\n}",
  "if ($true) {\n  'yes'\n\n  'no'\n}",
  "$who = Read-Host 'Who'; \"hello $who\"",
  "Read-Host",
  "Write-Host 'no end' -NoNewline",
  "Write-Warning 'careful'; Write-Error 'wrong'",
  "@'\nhere\n'@",
  "[pscustomobject]@{ A = 1; B = 'x' * 200 } | Format-List",
  "Get-Date | Format-Table Year, Month -AutoSize",
  "throw 'ended'",
  "(1",
  "'äöü €'; [char]0x4E2D",
  ...changingLines.filter(({ edition }) => edition === undefined).map(({ line }) => line),
] as const;

const inExchange = [
  "Get-MailboxDatabase",
  "Get-Mailbox -Identity administrator | Format-List Name, Alias, EmailAddresses",
  "New-ClientAccessArray -Fqdn outlook.exchangeserverpro.net -Site HeadOffice",
  "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook.exchangeserverpro.net",
  "Get-ClientAccessArray | Remove-ClientAccessArray",
  "Get-MailboxDatabase | Set-MailboxDatabase -IssueWarningQuota 1GB -WhatIf",
  "New-MailboxDatabase",
  "Get-ExchangeServer | Sort-Object Name | Select-Object -First 1 | Format-List Name, Site",
] as const;

const setups: readonly (readonly [EditionName, readonly string[], number])[] = [
  ["Exchange2010", [...anywhere, ...inExchange], 80],
  ["Exchange2010", [...anywhere, ...inExchange], 120],
  ["Exchange2016", [...anywhere, ...inExchange], 120],
  ["PowerShell5", anywhere, 100],
  ["PowerShell7", anywhere, 120],
];

describe("a recorded session", () => {
  it.each(setups)("of %s replays", { timeout: 60_000 }, (edition, pieces, width) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), (entries) => {
        let asked = 0;
        const shell = createShell({ edition, width, ask: () => ["yes", "Anna", "n", "DB9", ""][asked++ % 5] });
        const recording = entries.map((entry) => transcriptEntry(shell.prompt, entry, shell.run(entry).text)).join("");
        expect(replay(recording, { edition, width }).report).toBe("");
      }),
      { numRuns: 12, seed: 20_130_603 },
    );
  });
});
