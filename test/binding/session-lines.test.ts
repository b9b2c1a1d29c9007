// Lines typed in a whole session: the texts are those of the real shell.
import { describe, expect, test } from "vitest";
import { defineCmdlet } from "../../src/binding/define-cmdlet.js";
import { createShell } from "../../src/index.js";

function run(lines: readonly string[], answers: readonly string[] = []): string {
  const shell = createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'", answers: [...answers] });
  return lines.map((line) => shell.run(line).text).join("");
}

describe("positions of errors", () => {
  const f = 'function f { [CmdletBinding()] param([int]$Count, [string]$Name) "$Count $Name" }';
  test.each([
    ["f -Nope 1", "-Nope", "NamedParameterNotFound"],
    ["f 1 a b", "f 1 a b", "PositionalParameterNotFound"],
    ["f abc", "abc", "ParameterArgumentTransformationError"],
    ["f -Count:1 -Count:2", "-Count:2", "ParameterAlreadyBound"],
  ])("%s underlines %s", (line, underlined, id) => {
    const text = run([f, line]);
    const tildes = /^\+ ( *)(~+)$/m.exec(text);
    expect(line.slice(tildes?.[1]?.length, (tildes?.[1]?.length ?? 0) + (tildes?.[2]?.length ?? 0))).toBe(underlined);
    expect(text).toContain(`+ FullyQualifiedErrorId : ${id},f\n`);
  });
});

test("ShouldProcess asks for each object until the answer is for all", () => {
  const line =
    'function Do-It { [CmdletBinding(SupportsShouldProcess)] param([Parameter(ValueFromPipeline)]$N) process { if ($PSCmdlet.ShouldProcess($N)) { "did $N" } } }';
  const question = (target: string, answer: string) =>
    `\nConfirm\nAre you sure you want to perform this action?\nPerforming the operation "Do-It" on target "${target}".\n[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): ${answer}\n`;
  expect(run([line, "1..3 | Do-It -Confirm"], ["y", "a"])).toBe(
    `${question("1", "y")}did 1\n${question("2", "a")}did 2\ndid 3\n`,
  );
  expect(run([line, "Do-It x -WhatIf"])).toBe('What if: Performing the operation "Do-It" on target "x".\n');
});

test("$PSDefaultParameterValues", () => {
  const line = 'function Test-It { [CmdletBinding()] param($A, [int]$B) "$A/$B" }';
  expect(run([line, "$PSDefaultParameterValues = @{ 'Test-*:A' = 'dflt' }", "Test-It; Test-It x"])).toBe(
    "dflt/0\nx/0\n",
  );
  expect(run([line, "$PSDefaultParameterValues = @{ 'Test-It:B' = 'x' }", "Test-It y"])).toBe(
    "WARNING: The binding of default value 'x' to parameter 'B' failed: Cannot process argument transformation on parameter 'B'. Cannot convert value \"x\" to type \"System.Int32\". Error: \"The input string 'x' was not in a correct format.\"\ny/0\n",
  );
});

test("a script block gives the value for each pipeline object", () => {
  const line =
    'function d { param([Parameter(ValueFromPipeline)]$X, [Parameter(ValueFromPipelineByPropertyName)][string]$N) process { "$X $N" } }';
  expect(run([line, '1,2 | d -N { "n$_" }'])).toBe("1 n1\n2 n2\n");
});

test("a cmdlet reads its parameters with the types that it declared", () => {
  const info = defineCmdlet({
    name: "Get-Sum",
    aliases: ["gsum"],
    typeName: "Test.GetSumCommand",
    source: "Test",
    parameters: {
      First: { type: "int", position: 0, mandatory: true },
      Times: { type: "int", validate: [{ kind: "ValidateRange", min: 1, max: 9 }] },
      Loud: { type: "switch" },
    },
    create: (parameters, cmdlet) => ({
      process() {
        const first: number | undefined = parameters.First;
        const loud: boolean = parameters.Loud;
        cmdlet.writeObject(`${(first ?? 0) * (parameters.Times ?? 1)}${loud ? "!" : ""}`);
      },
    }),
  });
  expect(info.aliases).toEqual(["gsum"]);
  expect(info.metadata.parameters.slice(0, 3).map(({ name, type }) => `${name}:${type.name}`)).toEqual([
    "First:Int32",
    "Times:Int32",
    "Loud:SwitchParameter",
  ]);
});
