import { describe, expect, it } from "vitest";
import { createShell, type Question, type Shell } from "../../src/index.js";

const stateOf = (shell: Shell): string => JSON.stringify(shell.snapshot());

/** A line's text and status, as a front end sees them. */
function seen({ status, text }: { readonly status: string; readonly text: string }): readonly [string, string] {
  return [status, text];
}

describe("a question that nobody answers", () => {
  it("takes back the line, and `answer` runs it to its end", () => {
    const shell = createShell({ edition: "PowerShell7" });
    const before = stateOf(shell);
    const asking = shell.run("$x = 5; Get-Nothing; 'before'; $name = Read-Host Name; \"Hello $name\"");
    expect(asking.status).toBe("asking");
    expect(asking.text.endsWith("before\nName: ")).toBe(true);
    expect(asking.question).toEqual({
      kind: "line",
      caption: "",
      message: "",
      choices: [],
      default: -1,
      secret: false,
    });
    expect(shell.history).toEqual([]);
    const { pending: _, ...state } = JSON.parse(stateOf(shell));
    expect({ ...state, pending: null }).toEqual(JSON.parse(before));

    const answered = shell.answer("Ann");
    expect(seen(answered)).toEqual(["completed", `${asking.text}Ann\nHello Ann\n`]);
    expect(shell.history).toHaveLength(1);
    expect(shell.run('"$x $name $($Error.Count)"').text).toBe("5 Ann 1\n");
  });

  it("is followed by the next one of the line", () => {
    const shell = createShell({ edition: "PowerShell7" });
    expect(seen(shell.run('$a = Read-Host a; $b = Read-Host b; "$a-$b"'))).toEqual(["asking", "a: "]);
    expect(seen(shell.answer("1"))).toEqual(["asking", "a: 1\nb: "]);
    expect(seen(shell.answer("2"))).toEqual(["completed", "a: 1\nb: 2\n1-2\n"]);
    expect(() => shell.answer("3")).toThrow("There is no question to answer");
  });

  it("is given up by the next line, as by Ctrl+C", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run("$x = 1; Read-Host a");
    expect(seen(shell.run('"<$x>"'))).toEqual(["completed", "<>\n"]);
    expect(() => shell.answer("late")).toThrow("There is no question to answer");
    expect(shell.history).toEqual(['"<$x>"']);
  });

  it("is given up by undo, which takes back the line before", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run("$x = 1");
    shell.run("$x = 2; Read-Host a");
    expect(shell.undo()).toBe(true);
    expect(seen(shell.run('"<$x>"'))).toEqual(["completed", "<>\n"]);
    expect(() => shell.answer("late")).toThrow("There is no question to answer");
  });

  it("runs neither catch nor finally", () => {
    const shell = createShell({ edition: "PowerShell7" });
    const line = "try { Read-Host q } catch { 'caught' } finally { 'finally' }; 'after'";
    expect(seen(shell.run(line))).toEqual(["asking", "q: "]);
    expect(seen(shell.answer("x"))).toEqual(["completed", "q: x\nx\nfinally\nafter\n"]);
  });

  it("draws the same numbers when the line runs again", () => {
    const shell = createShell({ edition: "PowerShell7" });
    const { text } = shell.run("Get-Random; Read-Host q");
    expect(shell.answer("x").text).toBe(`${text}x\nx\n`);
  });

  it("hands out text once: what a line showed before its question is not written again", () => {
    const written: string[] = [];
    const shell = createShell({ edition: "PowerShell7", write: (text) => written.push(text) });
    shell.run("'a'; Read-Host x; Read-Host y");
    shell.answer("1");
    shell.answer("2");
    expect(written.join("")).toBe("a\nx: 1\n1\ny: 2\n2\n");
  });

  it("may be asked while output is laid out", () => {
    const shell = createShell({ edition: "PowerShell7" });
    const line = "[pscustomobject]@{ a = 1 } | Format-List @{ n = 'Given'; e = { Read-Host q } }";
    expect(seen(shell.run(line))).toEqual(["asking", "\nq: "]);
    expect(seen(shell.answer("x"))).toEqual(["completed", "\nq: x\nGiven : x\n\n"]);
  });
});

describe("mandatory parameters", () => {
  const start = "\ncmdlet f at command pipeline position 1\nSupply values for the following parameters:\n";

  it("are asked for one after another, elements of collections until an empty line", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run('function f { param([Parameter(Mandatory)][string]$A, [Parameter(Mandatory)][int[]]$B) "$A $B" }');
    expect(seen(shell.run("f"))).toEqual(["asking", `${start}A: `]);
    expect(seen(shell.answer("x"))).toEqual(["asking", `${start}A: x\nB[0]: `]);
    expect(seen(shell.answer("1"))).toEqual(["asking", `${start}A: x\nB[0]: 1\nB[1]: `]);
    expect(seen(shell.answer(""))).toEqual(["completed", `${start}A: x\nB[0]: 1\nB[1]: \nx 1\n`]);
  });
});

describe("confirmations", () => {
  const choices = '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): ';
  const about = (target: string): string =>
    `\nConfirm\nAre you sure you want to perform this action?\nPerforming the operation "g" on target "${target}".\n${choices}`;

  it("are asked for each object, until the answer is for all", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run(
      'function g { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = \'High\')] param([Parameter(ValueFromPipeline)]$x) process { if ($PSCmdlet.ShouldProcess($x)) { $global:done += "$x "; "did $x" } } }',
    );
    expect(seen(shell.run("1..3 | g"))).toEqual(["asking", about("1")]);
    expect(seen(shell.answer("n"))).toEqual(["asking", `${about("1")}n\n${about("2")}`]);
    expect(seen(shell.answer("a"))).toEqual(["completed", `${about("1")}n\n${about("2")}a\ndid 2\ndid 3\n`]);
    expect(shell.run("$done").text).toBe("2 3 \n");
  });

  it("of Exchange's Remove: the object is there until the answer", () => {
    const shell = createShell();
    const question =
      '\nConfirm\nAre you sure you want to perform this action?\nRemoving mailbox database "RDB-HO-01".\n' +
      '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): ';
    const { topology } = shell;
    const asking = shell.run("Remove-MailboxDatabase RDB-HO-01");
    expect(seen(asking)).toEqual(["asking", question]);
    expect(asking.question).toMatchObject({
      kind: "choice",
      caption: "Confirm",
      choices: ["&Yes", "Yes to &All", "&No", "No to A&ll"],
      default: 0,
    });
    expect(shell.topology).toBe(topology);
    expect(seen(shell.answer("y"))).toEqual([
      "completed",
      `${question}y\nWARNING: The specified database has been removed. You must remove the database file located in C:\\Program \n` +
        "Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\RDB-HO-01\\RDB-HO-01.edb from your computer manually if it exists. Specified\n" +
        " database: RDB-HO-01\n",
    ]);
    expect(shell.run("@(Get-MailboxDatabase).Count").text).toBe("4\n");
    expect(shell.undo() && shell.undo()).toBe(true);
    expect(shell.topology).toBe(topology);
  });
});

describe("answers of the queue and of `ask`", () => {
  it("are given back when the line is taken back, and used when it runs again", () => {
    const shell = createShell({ edition: "PowerShell7", answers: ["one", "two"] });
    expect(seen(shell.run("Read-Host a; Read-Host b; Read-Host c"))).toEqual([
      "asking",
      "a: one\none\nb: two\ntwo\nc: ",
    ]);
    expect(seen(shell.run("Read-Host d"))).toEqual(["completed", "d: one\none\n"]);
    shell.undo();
    shell.run("Read-Host a; Read-Host b; Read-Host c");
    expect(seen(shell.answer("three"))).toEqual(["completed", "a: one\none\nb: two\ntwo\nc: three\nthree\n"]);
    expect(seen(shell.run("Read-Host d"))).toEqual(["asking", "d: "]);
  });

  it("of `ask` are remembered: the function is not asked twice", () => {
    const asked: Question[] = [];
    const shell = createShell({
      edition: "PowerShell7",
      answers: ["queued"],
      ask: (question) => {
        asked.push(question);
        return asked.length === 2 ? "from ask" : undefined;
      },
    });
    const text = "a: queued\nqueued\nb: from ask\nfrom ask\nc: ";
    expect(seen(shell.run("Read-Host a; Read-Host b; Read-Host c"))).toEqual(["asking", text]);
    expect(asked).toHaveLength(3);
    expect(seen(shell.answer("typed"))).toEqual(["completed", `${text}typed\ntyped\n`]);
    expect(asked).toHaveLength(3);
  });

  it("an `ask` that throws takes back the line", () => {
    const shell = createShell({
      edition: "PowerShell7",
      ask: () => {
        throw new Error("no terminal");
      },
    });
    expect(() => shell.run("$x = 1; Read-Host a")).toThrow("no terminal");
    expect(shell.run('"<$x>"').text).toBe("<>\n");
    expect(shell.history).toEqual(['"<$x>"']);
  });
});
