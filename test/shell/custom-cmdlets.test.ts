// Cmdlets that users write in JavaScript, in sessions.
import { describe, expect, it } from "vitest";
import { createShell, defineCmdlet, restoreShell } from "../../src/index.js";

const getGreeting = defineCmdlet({
  name: "Get-Greeting",
  synopsis: "Greets people.",
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "value" },
    Tone: { type: "string", values: ["Warm", "Cool"] },
    Times: { type: "int" },
    Loud: { type: "switch" },
  },
  create: (parameters, run) => {
    let greeted = 0;
    return {
      process() {
        for (const name of parameters.Name ?? []) {
          if (name === "nobody") {
            run.writeError({
              id: "NobodyThere",
              message: "Nobody is there.",
              category: "ObjectNotFound",
              target: name,
            });
            continue;
          }
          const text = `Hello ${name}`.repeat(parameters.Times ?? 1);
          run.write({ Text: parameters.Loud ? text.toUpperCase() : text, Length: text.length }, "Test.Greeting");
          greeted++;
        }
      },
      end() {
        run.writeVerbose(`${greeted} greeted, ${parameters.Tone ?? "plainly"}`);
      },
    };
  },
});

const setRoom = defineCmdlet({
  name: "Set-Room",
  parameters: { Identity: { type: "string", mandatory: true, position: 0 } },
  supportsShouldProcess: true,
  create: ({ Identity }, run) => ({
    process() {
      const [mailbox] = run.invoke("Get-Mailbox $args[0]", Identity);
      if (mailbox === undefined) return run.fail({ id: "NoMailbox", message: `There is no mailbox ${Identity}.` });
      if (!run.shouldProcess(String(mailbox.get("Name")), "Make a room of")) return;
      run.invoke("Set-Mailbox $args[0] -CustomAttribute1 Room", Identity);
    },
  }),
});

const shellWith = (edition: "PowerShell7" | "Exchange2010" = "PowerShell7") =>
  createShell({ edition, cmdlets: [getGreeting, setRoom] });

describe("a cmdlet of one's own", () => {
  it("takes the pipeline and gives objects", () => {
    expect(shellWith().run("'Ann', 'Bob' | Get-Greeting -Loud").text).toBe(`
Text      Length
----      ------
HELLO ANN      9
HELLO BOB      9

`);
    expect(shellWith().run("(Get-Greeting Ann).PSTypeNames[0]; get-greeting Ann -Times 2 | % Text").text).toBe(
      "Test.Greeting\nHello AnnHello Ann\n",
    );
  });

  it("binds, with the real errors and common parameters", () => {
    const shell = shellWith();
    expect(shell.run("Get-Greeting Ann -Tone Harsh").errors[0]?.id).toBe(
      "ParameterArgumentValidationError,Get-Greeting",
    );
    expect(shell.run("Get-Greeting Ann -Times x").errors[0]?.id).toBe("CannotConvertArgumentNoMessage,Get-Greeting");
    expect(shell.run("Get-Greeting Ann -Verbose | Out-Null").text).toBe("VERBOSE: 1 greeted, plainly\n");
    expect(
      shell.run(
        "Get-Greeting nobody, Ann -ErrorVariable e -ErrorAction SilentlyContinue | % Text; $e[0].FullyQualifiedErrorId",
      ).text,
    ).toBe("Hello Ann\nNobodyThere,Get-Greeting\n");
  });

  it("completes, is listed and has help", () => {
    const shell = shellWith();
    expect(shell.complete("Get-Greet", 9).matches.map(({ text }) => text)).toEqual(["Get-Greeting"]);
    expect(shell.complete("Get-Greeting -Tone ", 19).matches.map(({ text }) => text)).toEqual(["Cool", "Warm"]);
    expect(shell.run("(Get-Command Get-Greeting -Syntax).Trim()").text).toBe(
      "Get-Greeting [-Name] <string[]> [-Tone <string>] [-Times <int>] [-Loud] [<CommonParameters>]\n",
    );
    expect(shell.run("(Get-Help Get-Greeting).Synopsis").text).toBe("Greets people.\n");
  });

  it("acts on the organization through lines of the shell, and asks before", () => {
    const shell = shellWith("Exchange2010");
    expect(shell.run('Set-Room "Alan Reid" -WhatIf').text).toBe(
      'What if: Performing operation "Make a room of" on Target "Alan Reid".\n',
    );
    expect(shell.run('Set-Room "Alan Reid"; (Get-Mailbox alan.reid).CustomAttribute1').text).toBe("Room\n");
    expect(shell.undo()).toBe(true);
    expect(shell.run("(Get-Mailbox alan.reid).CustomAttribute1 -eq ''").text).toBe("True\n");
    const { errors } = shell.run("Set-Room nobody");
    expect(errors.map(({ id }) => id)).toEqual([
      expect.stringContaining("Microsoft.Exchange.Management.RecipientTasks.GetMailbox"),
      "NoMailbox,Set-Room",
    ]);
  });

  it("takes the place of a built-in one", () => {
    const quiet = defineCmdlet({ name: "Get-Mailbox", create: (_, run) => ({ end: () => run.write("none today") }) });
    expect(createShell({ cmdlets: [quiet] }).run("Get-Mailbox; @(Get-Command Get-Mailbox).Count").text).toBe(
      "none today\n1\n",
    );
  });

  it("is there in a fork, and in a restored shell that is given it again", () => {
    const shell = shellWith();
    shell.run("$c = Get-Command Get-Greeting");
    expect(shell.fork().run("& $c Ann | % Text").text).toBe("Hello Ann\n");
    const snapshot = JSON.parse(JSON.stringify(shell.snapshot()));
    expect(restoreShell(snapshot, { cmdlets: [getGreeting] }).run("& $c Ann | % Text").text).toBe("Hello Ann\n");
  });

  it("has a name of the usual form", () => {
    expect(() => defineCmdlet({ name: "greet", create: () => ({}) })).toThrow(
      "A cmdlet's name is Verb-Noun; this is not: greet.",
    );
  });
});
