// Script files as commands. Expectations without another source are what the real engine 7.6.9 said to the same files.
import { describe, expect, it } from "vitest";
import { createShell, type EditionName, restoreShell } from "../../src/index.js";

const files = {
  "C:\\s\\args.ps1": 'param([int]$N = 1, [switch]$S, $Rest)\n"N=$N S=$S Rest=$Rest args=$args"\n',
  "C:\\s\\place.ps1":
    '"$PSScriptRoot|$PSCommandPath|$($MyInvocation.InvocationName)|$($MyInvocation.MyCommand)|' +
    '$($MyInvocation.MyCommand.Path)|$($MyInvocation.MyCommand.CommandType)"\n' +
    'function f { "f: $PSScriptRoot|$($MyInvocation.ScriptName)" }\nf\n$script:x = 5\n& { "x=$x" }\n',
  "C:\\s\\exit.ps1": "'in'\nexit 3\n'not here'\n",
  "C:\\s\\throw.ps1": '"before"\nthrow "oops"\n"after"\n',
  "C:\\s\\broken.ps1": '"before"\n)\n',
  "C:\\s\\input.ps1": '$input | ForEach-Object { "i:$_" }',
  "C:\\s\\process.ps1": 'process { "p:$_" }',
  "C:\\s\\sub\\lib.ps1": '"in lib $PSScriptRoot [$($MyInvocation.InvocationName)]"; $v = 7\n',
  "C:\\s\\main.ps1":
    '. $PSScriptRoot\\sub\\lib.ps1\n"after $PSScriptRoot $v $($MyInvocation.MyCommand.Name)"\n' +
    "foreach ($q in 1, 2) { . $PSScriptRoot\\exit.ps1; $LASTEXITCODE }\n",
  "C:\\s\\bound.ps1":
    "param([Parameter(Mandatory=$true)][string]$Name, [ValidateRange(1,3)][int]$C)\n" +
    'function inner { throw "deep" }\ntry { inner } catch { $_.ScriptStackTrace }\nreturn 5\n',
  "C:\\tools\\tool.ps1": '"tool $args"',
};

function typed(lines: readonly string[], edition: EditionName = "PowerShell7"): string {
  const shell = createShell({ edition, files });
  return lines.map((line) => shell.run(line).text).join("");
}

describe("a script file", () => {
  it("is called by its path, with and without its ending, and gets arguments", () => {
    expect(typed(["& C:\\s\\args.ps1 5 -S x y", "C:\\s\\args", "cd C:\\s; .\\args.ps1 -Rest 2"])).toBe(
      "N=5 S=True Rest=x args=y\nN=1 S=False Rest= args=\nN=1 S=False Rest=2 args=\n",
    );
  });

  it("knows where it is, and has a script scope", () => {
    expect(typed(["C:\\s\\place.ps1", '"[$PSScriptRoot][$x]"'])).toBe(
      "C:\\s|C:\\s\\place.ps1|C:\\s\\place.ps1|place.ps1|C:\\s\\place.ps1|ExternalScript\n" +
        "f: C:\\s|C:\\s\\place.ps1\nx=5\n[][]\n",
    );
  });

  it("has no $PSScriptRoot in PowerShell 2.0, where only modules have one (about_Automatic_Variables)", () => {
    expect(typed(["C:\\s\\place.ps1"], "Exchange2010").split("\n")[0]).toBe(
      "||C:\\s\\place.ps1|place.ps1|C:\\s\\place.ps1|ExternalScript",
    );
  });

  it("is found by its name in $env:Path only", () => {
    const missing =
      "tool.ps1: The term 'tool.ps1' is not recognized as a name of a cmdlet, function, script file, or executable program.\n" +
      "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\n";
    expect(typed(["cd C:\\tools", "tool.ps1", "$env:Path += ';C:\\tools'", "cd C:\\", "tool a", "tool.ps1 b"])).toBe(
      `${missing}tool a\ntool b\n`,
    );
  });

  it("is left by exit, which sets $LASTEXITCODE and $?", () => {
    expect(typed(['C:\\s\\exit.ps1; "$? $LASTEXITCODE"', '. C:\\s\\exit.ps1; "$? $LASTEXITCODE"'])).toBe(
      "in\nFalse 3\nin\nFalse 3\n",
    );
  });

  it("ends the line by what it throws", () => {
    expect(typed(["C:\\s\\throw.ps1; 'x'", "$error[0].ScriptStackTrace"], "PowerShell5")).toBe(
      'before\noops\nAt C:\\s\\throw.ps1:2 char:1\n+ throw "oops"\n+ ~~~~~~~~~~~~\n' +
        "    + CategoryInfo          : OperationStopped: (oops:String) [], RuntimeException\n" +
        "    + FullyQualifiedErrorId : oops\n \n" +
        "at <ScriptBlock>, C:\\s\\throw.ps1: line 2\nat <ScriptBlock>, <No file>: line 1\n",
    );
  });

  it("that does not parse is an error of its line only", () => {
    expect(
      typed(["C:\\s\\broken.ps1; 'x'", "try { C:\\s\\broken.ps1 } catch { $_.FullyQualifiedErrorId }"], "PowerShell5"),
    ).toBe(
      "At C:\\s\\broken.ps1:2 char:1\n+ )\n+ ~\nUnexpected token ')' in expression or statement.\n" +
        "    + CategoryInfo          : ParserError: (:) [], ParseException\n" +
        "    + FullyQualifiedErrorId : UnexpectedToken\n \nx\nUnexpectedToken\n",
    );
  });

  it("takes the pipeline as $input or in its process block", () => {
    expect(typed(["1,2 | C:\\s\\input.ps1", "1,2 | C:\\s\\process.ps1"])).toBe("i:1\ni:2\np:1\np:2\n");
  });

  it("dot-sourced runs in the caller's scope, and gives the caller's own place back", () => {
    expect(typed(["& C:\\s\\main.ps1", '"[$v]"'])).toBe(
      "in lib C:\\s\\sub [.]\nafter C:\\s 7 main.ps1\nin\n3\nin\n3\n[]\n",
    );
    expect(typed([". C:\\s\\main.ps1", '"[$v][$PSScriptRoot]"']).endsWith("[7][]\n")).toBe(true);
  });

  it("names itself by its path where binding fails", () => {
    expect(typed(["C:\\s\\bound.ps1 x -Bogus 3"], "PowerShell5")).toBe(
      "C:\\s\\bound.ps1 : A parameter cannot be found that matches parameter name 'Bogus'.\nAt line:1 char:18\n" +
        "+ C:\\s\\bound.ps1 x -Bogus 3\n+                  ~~~~~~\n" +
        "    + CategoryInfo          : InvalidArgument: (:) [bound.ps1], ParameterBindingException\n" +
        "    + FullyQualifiedErrorId : NamedParameterNotFound,bound.ps1\n \n",
    );
    expect(typed(["C:\\s\\bound.ps1 x"])).toBe(
      "at inner, C:\\s\\bound.ps1: line 2\nat <ScriptBlock>, C:\\s\\bound.ps1: line 3\n" +
        "at <ScriptBlock>, <No file>: line 1\n5\n",
    );
  });

  it("is a command as Get-Command shows it", () => {
    expect(typed(['$c = Get-Command C:\\s\\args.ps1; "$c"; $c.Path; $c.Source; $c.Definition'])).toBe(
      "args.ps1\nC:\\s\\args.ps1\nC:\\s\\args.ps1\nC:\\s\\args.ps1\n",
    );
  });

  it("is copied with a session, and runs in the copy", () => {
    const shell = createShell({ edition: "PowerShell7", files });
    shell.run(". C:\\s\\place.ps1; $c = Get-Command C:\\s\\args.ps1");
    for (const copy of [shell.fork(), restoreShell(JSON.parse(JSON.stringify(shell.snapshot())))]) {
      expect(copy.run("& $c 5; f; $c.Name").text).toBe("N=5 S=False Rest= args=\nf: C:\\s|\nargs.ps1\n");
    }
  });

  it("changes when its file does", () => {
    expect(
      typed(["Set-Content C:\\s\\new.ps1 '1'; C:\\s\\new.ps1; Set-Content C:\\s\\new.ps1 '2'; C:\\s\\new.ps1"]),
    ).toBe("1\n2\n");
  });
});

describe("runScript", () => {
  const script =
    'param([int]$N = 1, [switch]$S, [string[]]$Rest, $T)\n"$N|$S|$Rest|$T|$args|$PSScriptRoot"\n' +
    '$v = 1\n$input | ForEach-Object { "in:$_" }\nif ($N -gt 5) { exit $N }\nif ($N -eq 5) { throw "five" }\n';

  function called(args: readonly string[], input?: readonly string[]) {
    const shell = createShell({ edition: "PowerShell5", files: { "C:\\s\\x.ps1": script } });
    const call = { arguments: args, ...(input === undefined ? {} : { input }) };
    const { text, status, exitCode, terminatingError } = shell.runScript("C:\\s\\x.ps1", call);
    return { text, status, exitCode, failed: terminatingError?.id, v: shell.run("$v").text };
  }

  it.each([
    [[], "1|False||||C:\\s\n"],
    [["3"], "3|False||||C:\\s\n"],
    [["-N", "2", "-S"], "2|True||||C:\\s\n"],
    [["-N:3", "-S:$false", "x", "y", "z"], "3|False|x|y|z|C:\\s\n"],
    [["-T", "-5", "-Rest", "a,b"], "1|False|a,b|-5||C:\\s\n"],
    [["-T", "$(1)", "-Rest", "@{a=1}"], "1|False|@{a=1}|$(1)||C:\\s\n"],
  ])("takes %j as texts", (args, text) => {
    expect(called(args)).toEqual({ text, status: "completed", exitCode: undefined, failed: undefined, v: "1\n" });
  });

  it("pipes lines into $input", () => {
    expect(called([], ["a", "b"]).text).toBe("1|False||||C:\\s\nin:a\nin:b\n");
  });

  it("ends the session with the code of exit", () => {
    expect(called(["7"])).toMatchObject({ status: "exited", exitCode: 7 });
  });

  it("tells the error that ended it", () => {
    expect(called(["5"])).toMatchObject({ status: "completed", failed: "five" });
    expect(called(["-N", "abc"])).toMatchObject({ failed: "ParameterArgumentTransformationError,x.ps1" });
  });

  it("asks, and runs again with the answer", () => {
    const shell = createShell({
      edition: "PowerShell5",
      files: { "C:\\s\\ask.ps1": 'param($P)\n$a = Read-Host "Who"\n"$P $a"\n' },
    });
    expect(shell.runScript("C:\\s\\ask.ps1", { arguments: ["x"] }).status).toBe("asking");
    expect(shell.answer("Anna").text).toBe("Who: Anna\nx Anna\n");
  });
});
