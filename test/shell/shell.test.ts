import { describe, expect, it } from "vitest";
import { createShell, editionNames, fromJSON, toJSON, topologies } from "../../src/index.js";

describe("createShell", () => {
  it("has the prompt of its edition", () => {
    expect(createShell().prompt).toBe("[PS] C:\\>");
    expect(createShell({ edition: "PowerShell7" }).prompt).toBe("PS C:\\>");
  });

  it.each(editionNames)("starts as %s and shows a number", (edition) => {
    expect(createShell({ edition }).run("40 + 2").text).toBe("42\n");
  });

  it("refuses what it cannot be", () => {
    expect(() => createShell({ width: 3 })).toThrow("at least 6");
    // @ts-expect-error: not one of the names
    expect(() => createShell({ edition: "Exchange2007" })).toThrow('There is no edition "Exchange2007"');
  });

  it("runs the profile silently, and hands on an error that ends it", () => {
    const shell = createShell({ profile: "'not shown'; $x = 5; Write-Host 'nor this'" });
    expect(shell.run("$x").text).toBe("5\n");
    expect(shell.history).toEqual(["$x"]);
    expect(() => createShell({ profile: "throw 'broken'" })).toThrow("The profile ended with an error: broken");
  });
});

describe("run", () => {
  it("gives the objects that reached the end, also behind Format-Table", () => {
    const { output, text } = createShell().run("Get-MailboxDatabase MB-HO-01 | ft Name");
    expect(output.map((object) => object.get("name"))).toEqual(["MB-HO-01"]);
    expect(text).toContain("MB-HO-01");
  });

  it("gives plain JavaScript", () => {
    const [row] = createShell({ edition: "PowerShell7" }).run(
      "[pscustomobject]@{ Text = 'a'; Number = 1.5; Big = 5000000000; Flag = $true; None = $null; List = 1,2; When = [datetime]'2013-06-03' }",
    ).output;
    expect({ ...(row?.toJS() as object) }).toEqual({
      Text: "a",
      Number: 1.5,
      Big: 5_000_000_000n,
      Flag: true,
      None: null,
      List: [1, 2],
      When: new Date(Date.UTC(2013, 5, 3)),
    });
  });

  it("reports errors and warnings as records, and goes on", () => {
    const { errors, warnings, text } = createShell({ edition: "PowerShell7" }).run(
      "Get-Nothing; Write-Warning 'careful'; 'after'",
    );
    expect(errors.map(({ id, category }) => [id, category])).toEqual([["CommandNotFoundException", "ObjectNotFound"]]);
    expect(warnings).toEqual(["careful"]);
    expect(text.endsWith("WARNING: careful\nafter\n")).toBe(true);
  });

  it("does not count an error that is only looked at", () => {
    const shell = createShell();
    expect(shell.run("Get-Nothing").errors).toHaveLength(1);
    expect(shell.run("$Error[0]").errors).toHaveLength(0);
  });

  it("says what ended an entry", () => {
    const { terminatingError, text } = createShell({ edition: "PowerShell7" }).run("'before'; throw 'enough'; 'after'");
    expect(terminatingError?.id).toBe("enough");
    expect(text).toMatch(/^before\n/);
    expect(text).not.toContain("after\n");
  });

  it("tells incomplete input from wrong input, and runs neither", () => {
    const shell = createShell();
    const before = shell.topology;
    expect(shell.run("Set-MailboxDatabase MB-HO-01 -Name 'x' ; if (1) {").status).toBe("incomplete");
    expect(shell.run("Set-MailboxDatabase MB-HO-01 -Name 'x' ; )").status).toBe("completed");
    expect(shell.topology).toBe(before);
  });

  it("leaves with exit", () => {
    expect(createShell().run("exit 3")).toMatchObject({ status: "exited", exitCode: 3 });
  });

  it("stops at a limit and goes on with the next line", () => {
    const shell = createShell({ limits: { steps: 10_000 } });
    expect(shell.run("while ($true) { }").status).toBe("stopped");
    expect(shell.run("'still here'").text).toBe("still here\n");
  });
});

describe("questions", () => {
  it("are answered from the queue, and echoed", () => {
    const shell = createShell({ answers: ["Anna", "n"] });
    expect(shell.run("$name = Read-Host 'Who'; \"Hello $name\"").text).toBe("Who: Anna\nHello Anna\n");
    shell.run("Remove-MailboxDatabase RDB-HO-01");
    expect(shell.run("@(Get-MailboxDatabase).Count").text).toBe("5\n");
  });

  it("that nobody answers stop the line", () => {
    const result = createShell().run("Read-Host 'Who'; 'after'");
    expect(result.status).toBe("asking");
    expect(result.question).toMatchObject({ kind: "line", secret: false });
    expect(result.text).toBe("Who: ");
  });

  it("go to `ask` first", () => {
    const asked: string[] = [];
    const shell = createShell({
      ask: (question) => {
        asked.push(question.kind);
        return "y";
      },
    });
    shell.run("Remove-MailboxDatabase RDB-HO-01");
    expect(asked).toEqual(["choice"]);
    expect(shell.run("@(Get-MailboxDatabase).Count").text).toBe("4\n");
  });
});

describe("the same lines on the same state", () => {
  const lines = [
    "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | fl",
    "[guid]::NewGuid(); Get-Random; Get-Date",
    "Get-Mailbox | sort Name -Descending | ft",
  ];

  it("give the same text", () => {
    const play = () => {
      const shell = createShell({ topology: topologies.headOffice });
      return lines.map((line) => shell.run(line).text);
    };
    expect(play()).toEqual(play());
  });

  it("never change the starting point", () => {
    const shell = createShell({ topology: topologies.headOffice });
    shell.run("Get-MailboxDatabase | Set-MailboxDatabase -RpcClientAccessServer outlook-ho.exchangeserverpro.net");
    expect(createShell().run("Get-MailboxDatabase | group RpcClientAccessServer | % { $_.Name }").text).toBe(
      "HO-EX2010-MB1.exchangeserverpro.net\nBR-EX2010-MB.exchangeserverpro.net\n",
    );
  });

  it("also after the organization went through JSON", () => {
    const shell = createShell();
    shell.run("Set-MailboxDatabase MB-HO-01 -IssueWarningQuota 1GB");
    const again = createShell({ topology: fromJSON(JSON.stringify(toJSON(shell.topology))) });
    expect(again.run("Get-MailboxDatabase | fl").text).toBe(shell.run("Get-MailboxDatabase | fl").text);
  });
});
