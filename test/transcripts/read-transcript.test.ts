import { describe, expect, it } from "vitest";
import { readTranscript } from "../../src/transcripts/reading/read-transcript.js";

const entriesOf = (text: string) => readTranscript(text).entries.map(({ typed, shown }) => ({ typed, shown }));

describe("readTranscript", () => {
  it("splits at prompts", () => {
    expect(entriesOf("[PS] C:\\>1\n1\n[PS] C:\\>2\n2\n")).toEqual([
      { typed: "1", shown: "1\n" },
      { typed: "2", shown: "2\n" },
    ]);
  });

  it.each([
    "[PS] C:\\>",
    "PS C:\\>",
    "PS C:\\Users\\Anna Berg> ",
    "[PS] C:\\Windows\\system32>",
    "PS \\\\server\\share>",
    "[ex01.contoso.com]: PS C:\\Users\\admin\\Documents>",
    "PS HKLM:\\SOFTWARE>",
    "PS Microsoft.PowerShell.Core\\FileSystem::\\\\server\\share>",
    "PS /home/anna>",
    "PS>",
    "[PS] >",
    "PS] C:\\Windows\\system32>",
    "[PS] C:>",
    "C:\\Windows\\system32>",
  ])("knows the prompt %s", (prompt) => {
    const [entry] = readTranscript(`${prompt}Get-Mailbox\n`).entries;
    expect(entry?.prompt).toBe(prompt.trimEnd());
    expect(entry?.typed.trim()).toBe("Get-Mailbox");
  });

  it("joins what was typed at continuation prompts, and leaves out the empty line that ended them", () => {
    expect(entriesOf("PS C:\\>1..2 | % {\n>> $_\n>> }\n>>\n1\n2\n")).toEqual([
      { typed: "1..2 | % {\n$_\n}", shown: "1\n2\n" },
    ]);
  });

  it("keeps blank lines and an entry that shows nothing; what stands above the first prompt belongs to none", () => {
    const text = "Welcome\n\nPS C:\\>$a = 1\nPS C:\\>gci\n\n  Directory\n\nPS C:\\>";
    expect(entriesOf(text)).toEqual([
      { typed: "$a = 1", shown: "" },
      { typed: "gci", shown: "\n  Directory\n\n" },
      { typed: "", shown: "" },
    ]);
  });

  it("takes no output for a prompt when there are real ones", () => {
    const text = "PS C:\\>help\nPS> is a prompt\nsee C:\\>\n>> not typed\nC:\\>dir\n";
    expect(entriesOf(text)).toEqual([{ typed: "help", shown: "PS> is a prompt\nsee C:\\>\n>> not typed\nC:\\>dir\n" }]);
  });

  it("tells the line of the prompt, and reads the line ends of every system, also mixed", () => {
    expect(readTranscript("a\r\nPS C:\\>1\r\n1\r\n").entries).toEqual([
      { line: 2, prompt: "PS C:\\>", typed: "1", shown: "1\n", shownLines: [3, 4], answers: [] },
    ]);
    expect(entriesOf("PS C:\\>1\r1\nPS C:\\>2\r\n2")).toEqual([
      { typed: "1", shown: "1\n" },
      { typed: "2", shown: "2\n" },
    ]);
  });
});

describe("readTranscript of pasted text", () => {
  it("reads only the fenced blocks of Markdown that hold prompts, and what quotes and lists put before them", () => {
    const text = [
      "First:",
      "```powershell",
      "[PS] C:\\>Get-Mailbox",
      "Anna",
      "```",
      "prose",
      "- a list",
      "  ```",
      "  [PS] C:\\>1",
      "  1",
      "  ```",
      "> ~~~",
      "> [PS] C:\\>2",
      "> 2",
      "> ~~~",
      "```json",
      "{}",
      "```",
    ].join("\n");
    expect(readTranscript(text).entries.map(({ line, typed, shown }) => [line, typed, shown])).toEqual([
      [3, "Get-Mailbox", "Anna\n"],
      [9, "1", "1\n"],
      [13, "2", "2\n"],
    ]);
  });

  it("undoes the markup of a page", () => {
    const text =
      "<pre><code>[PS]&nbsp;C:\\&gt;Get-Mailbox &#39;Anna&#x27; | ? { $_.Name -ne &quot;x&quot; }<br />a &lt;&lt;&lt;&lt; b</code></pre>";
    expect(entriesOf(text)).toEqual([{ typed: "Get-Mailbox 'Anna' | ? { $_.Name -ne \"x\" }", shown: "a <<<< b\n" }]);
  });

  it("keeps markup that a cmdlet writes", () => {
    expect(entriesOf("PS C:\\>1 | ConvertTo-Html\n<p>a&gt;b</p>\n")).toEqual([
      { typed: "1 | ConvertTo-Html", shown: "<p>a&gt;b</p>\n" },
    ]);
  });

  it("takes blanks of other kinds for blanks, drops invisible marks, and keeps curly quotes for the parser", () => {
    expect(entriesOf("\uFEFF[PS]\u00A0C:\\>Get-Mailbox\u00A0“Anna”\u200B\nAnna\u00A0\u00A0Berg\n")).toEqual([
      { typed: "Get-Mailbox “Anna”", shown: "Anna  Berg\n" },
    ]);
  });

  it("takes away the empty lines of a text in which every line is followed by one", () => {
    const lines = ["PS C:\\>1..3", "1", "2", "3", "PS C:\\>4..6", "4", "5", "6", "PS C:\\>7", "7"];
    expect(entriesOf(lines.join("\n\n"))).toEqual([
      { typed: "1..3", shown: "1\n2\n3\n" },
      { typed: "4..6", shown: "4\n5\n6\n" },
      { typed: "7", shown: "7\n" },
    ]);
  });

  it("joins a typed line that the window broke", () => {
    const typed =
      "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net -Confirm:$false";
    const wrapped = `[PS] C:\\>${typed}`.replace(/.{80}/g, "$&\n");
    expect(entriesOf(`${wrapped}\n[PS] C:\\>1\n1\n`)).toEqual([
      { typed, shown: "" },
      { typed: "1", shown: "1\n" },
    ]);
  });

  it("joins pasted lines that the parser wants more of", () => {
    const text =
      "PS C:\\>Get-Mailbox |\n  select Name\n\nName\n----\nAnna\n\nPS C:\\>foreach ($i in 1..2) {\n  $i\n}\n1\n2\n";
    expect(entriesOf(text)).toEqual([
      { typed: "Get-Mailbox |\n  select Name", shown: "\nName\n----\nAnna\n\n" },
      { typed: "foreach ($i in 1..2) {\n  $i\n}", shown: "1\n2\n" },
    ]);
  });

  it("leaves a line alone that never becomes whole", () => {
    expect(entriesOf("PS C:\\>'open\nThe string is missing the terminator: '.\nPS C:\\>1\n1\n")).toEqual([
      { typed: "'open", shown: "The string is missing the terminator: '.\n" },
      { typed: "1", shown: "1\n" },
    ]);
  });
});

describe("readTranscript of questions", () => {
  it("tells what was answered to confirmations, in any language", () => {
    const text = [
      "[PS] C:\\>Remove-App x",
      "Bestätigung",
      "Möchten Sie diese Aktion wirklich ausführen?",
      '[J] Ja  [A] Ja, alle  [N] Nein  [K] Nein, keine  [?] Hilfe (Standard ist "J"): j',
      "[PS] C:\\>Remove-App y",
      "Confirm",
      '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): ?',
      "Y - Continue with only the next step of the operation.",
      '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"):',
    ];
    expect(readTranscript(text.join("\n")).entries.map(({ answers }) => answers)).toEqual([["j"], ["?", ""]]);
  });

  it("tells the values of missing mandatory parameters", () => {
    const text = [
      "PS C:\\>Add-MailboxPermission x -User y",
      "cmdlet Add-MailboxPermission at command pipeline position 1",
      "Supply values for the following parameters:",
      "(Type !? for Help.)",
      "AccessRights[0]: FullAccess",
      "AccessRights[1]:",
      "",
      "Identity: is output",
    ];
    expect(readTranscript(text.join("\n")).entries[0]?.answers).toEqual(["FullAccess", ""]);
  });
});

describe("readTranscript of what Start-Transcript wrote", () => {
  const rule = "*".repeat(22);

  it("leaves out the head and the foot of 5.1, and takes the edition from them", () => {
    const text = [
      rule,
      "Windows PowerShell transcript start",
      "Start time: 20260105090000",
      "Username: CONTOSO\\admin",
      "PSVersion: 5.1.17763.1",
      rule,
      "Transcript started, output file is C:\\a.txt",
      "PS C:\\>1",
      "1",
      "PS C:\\>Stop-Transcript",
      rule,
      "Windows PowerShell transcript end",
      "End time: 20260105090100",
      rule,
    ];
    const transcript = readTranscript(text.join("\r\n"));
    expect(transcript.edition).toBe("PowerShell5");
    expect(transcript.entries.map(({ typed, shown }) => [typed, shown])).toEqual([
      ["1", "1\n"],
      ["Stop-Transcript", ""],
    ]);
  });

  it("leaves out the times above the commands of -IncludeInvocationHeader", () => {
    const text = [
      rule,
      "PowerShell transcript start",
      "PSVersion: 7.4.1",
      rule,
      rule,
      "Command start time: 20260105090000",
      rule,
      "PS C:\\>1",
      "1",
    ];
    const transcript = readTranscript(text.join("\n"));
    expect(transcript.edition).toBe("PowerShell7");
    expect(transcript.entries.map(({ typed, shown }) => [typed, shown])).toEqual([["1", "1\n"]]);
  });
});

describe("readTranscript tells edition and width", () => {
  it.each([
    ["[PS] C:\\>Get-ExchangeServer\nVersion 14.3 (Build 123.4)\n", "Exchange2010"],
    ["[PS] C:\\>Get-ExchangeServer\nVersion 15.0 (Build 1497.2)\n", "Exchange2013"],
    ["[PS] C:\\>Get-ExchangeServer\nVersion 15.1 (Build 2507.6)\n", "Exchange2016"],
    ["[PS] C:\\>Get-ExchangeServer\nVersion 15.2 (Build 1118.7)\n", "Exchange2019"],
    ["[PS] C:\\>New-ClientAccessArray -Fqdn a.b\n", "Exchange2010"],
    ["[PS] C:\\>Get-Mailbox\n", undefined],
    ["PS C:\\>foo\nLine |\n   1 |  foo\n", "PowerShell7"],
    ["PS C:\\>foo\nAt line:1 char:1\n", "PowerShell5"],
    ["PS C:\\>1\n1\n", undefined],
  ])("%j: %s", (text, edition) => {
    expect(readTranscript(text).edition).toBe(edition);
  });

  it("takes the width from a broken note of an error, or from blanks that fill the window", () => {
    const note = `    + CategoryInfo          : ${"x".repeat(49)}`;
    expect(readTranscript(`PS C:\\>foo\n${note}\n   ception\n`).width).toBe(80);
    expect(readTranscript(`PS C:\\>foo\n${"Name".padEnd(119)}\n`).width).toBe(120);
    expect(readTranscript("PS C:\\>foo\nName\n").width).toBeUndefined();
    const remote = `    + FullyQualifiedErrorId : ${"x".repeat(88)}`;
    expect(readTranscript(`PS C:\\>foo\n${remote}\n   yy\n`).width).toBe(120);
    expect(readTranscript(`PS C:\\>foo\n${"Name".padEnd(121)}Size\n${"----".padEnd(121)}----\n`).width).toBe(128);
  });
});

describe("readTranscript of broken and hostile files", () => {
  it("refuses what is no text", () => {
    expect(() => readTranscript("PK\u0003\u0004\0\0")).toThrow(
      "This is no text: it holds NUL characters. Is it a binary file, or UTF-16 read as UTF-8?",
    );
    expect(() => readTranscript("\uFFFD\uFFFDa")).toThrow("This is no text: most of it could not be decoded.");
  });

  it("finds no entries in a text without prompts", () => {
    expect(readTranscript("").entries).toEqual([]);
    expect(readTranscript("only prose\n\n```\nwithout a prompt").entries).toEqual([]);
  });

  it("reads in time that grows with the size only", () => {
    const unbalanced = `PS C:\\>foreach ($x in 1) {\n${"output { ( [ ' \"\n".repeat(20_000)}`;
    const wide = `PS C:\\>1\n${" ".repeat(200_000)}x\n${"[".repeat(200_000)}\n${"PS ".repeat(100_000)}`;
    const start = performance.now();
    expect(readTranscript(unbalanced).entries).toHaveLength(1);
    expect(readTranscript(wide).entries).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

const read = (lines: readonly string[]) =>
  readTranscript(lines.join("\n")).entries.map(({ prompt, typed, shown }) => [prompt, typed, shown]);

it.each([
  [
    "German, 5.1",
    ["Start der Windows PowerShell-Aufzeichnung", "Startzeit: 20200603090000", "PSVersion: 5.1.17763.1"],
    ["Ende der Windows PowerShell-Aufzeichnung", "Endzeit: 20200603090001"],
    "PowerShell5",
  ],
  [
    "French, 7",
    ["Début de la transcription PowerShell", "Heure de début : 20200603090000", "PSVersion: 7.4.1"],
    ["Fin de la transcription PowerShell", "Heure de fin : 20200603090001"],
    "PowerShell7",
  ],
] as const)("head and foot of Start-Transcript in any language: %s", (_, head, foot, edition) => {
  const stars = "*".repeat(22);
  const text = [stars, ...head, stars, "PS C:\\>1 + 1", "2", "PS C:\\>Stop-Transcript", stars, ...foot, stars].join(
    "\n",
  );
  const transcript = readTranscript(text);
  expect(transcript.edition).toBe(edition);
  expect(transcript.entries.map(({ typed, shown }) => [typed, shown])).toEqual([
    ["1 + 1", "2\n"],
    ["Stop-Transcript", ""],
  ]);
});

it("titles of windows between entries are no output", () => {
  expect(read(["Machine: ex01 | View Entire Forest", "[PS] C:\\>1", "1", "Machine: ex02", "[PS] C:\\>2", "2"])).toEqual(
    [
      ["[PS] C:\\>", "1", "1\n"],
      ["[PS] C:\\>", "2", "2\n"],
    ],
  );
});

it("what was typed may stand below its prompt", () => {
  expect(
    read(["[PS] C:\\>", "New-MoveRequest anna -TargetDatabase DB2", "shown", "[PS] C:\\>", "[PS] C:\\>1", "1"]),
  ).toEqual([
    ["[PS] C:\\>", "New-MoveRequest anna -TargetDatabase DB2", "shown\n"],
    ["[PS] C:\\>", "", ""],
    ["[PS] C:\\>", "1", "1\n"],
  ]);
});

it.each(["> ", "    ", ">> "])("prompts that all stand behind '%s'", (before) => {
  const lines = ["[PS] C:\\>1,2 |", ">> % { $_ }", "1", "", "2", "[PS] C:\\>3", "3"];
  expect(read(["As follows:", "", ...lines.map((line) => `${before}${line}`.trimEnd()), "", "Good."])).toEqual([
    ["[PS] C:\\>", "1,2 |\n% { $_ }", "1\n\n2\n"],
    ["[PS] C:\\>", "3", "3\n\nGood.\n"],
  ]);
});
