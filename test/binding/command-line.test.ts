import { describe, expect, test } from "vitest";
import { PSArray } from "../../src/values/collections.js";
import type { Value } from "../../src/values/value.js";
import { functionNamed, Session } from "./support.js";

const testBind = functionNamed("Test-Bind", {
  Identity: { position: 0 },
  Name: { position: 1, type: "string" },
  Limit: { type: "int" },
  Force: { type: "switch" },
  Members: { type: "string[]" },
  Database: { type: "string", aliases: ["Mdb", "DatabaseName"] },
  DisplayName: { type: "string" },
});

function bind(...typed: readonly Value[]): string {
  return new Session().describe(testBind, typed);
}

describe("names", () => {
  test.each<[Value[], string]>([
    [["-Name", "n", "-Limit", 5, "-Identity", "i"], "Name=[String]n; Limit=[Int32]5; Identity=[String]i"],
    [
      ["-Limit", 5, "i", "n", "-Force"],
      "Limit=[Int32]5; Force=[SwitchParameter]True; Identity=[String]i; Name=[String]n",
    ],
    [["-IDENTITY", "a", "-fORCE"], "Identity=[String]a; Force=[SwitchParameter]True"],
    [["-Mdb", "d"], "Database=[String]d"],
    [["x", "-V"], "Verbose=[SwitchParameter]True; Identity=[String]x"],
  ])("%j", (typed, expected) => {
    const sorted = (text: string) => text.split("; ").sort().join("; ");
    expect(sorted(bind(...typed))).toBe(sorted(expected));
  });

  test.each<[Value[], string]>([
    [
      ["x", "-E", "Stop"],
      "Parameter cannot be processed because the parameter name 'E' is ambiguous. Possible matches include: -ErrorAction -ErrorVariable. AmbiguousParameter,Test-Bind",
    ],
    [
      ["-D", "x"],
      "Parameter cannot be processed because the parameter name 'D' is ambiguous. Possible matches include: -Database -DisplayName -Debug. AmbiguousParameter,Test-Bind",
    ],
    [
      ["-Nope", "x"],
      "A parameter cannot be found that matches parameter name 'Nope'. NamedParameterNotFound,Test-Bind",
    ],
    [
      ["-Limit"],
      "Missing an argument for parameter 'Limit'. Specify a parameter of type 'System.Int32' and try again. MissingArgument,Test-Bind",
    ],
    [
      ["a", "b", "c"],
      "A positional parameter cannot be found that accepts argument 'c'. PositionalParameterNotFound,Test-Bind",
    ],
  ])("%j fails", (typed, expected) => {
    expect(bind(...typed)).toBe(expected);
  });
});

describe("simple functions", () => {
  const simple = functionNamed("f", { a: { position: 0 }, b: { position: 1 } }, { isAdvanced: false });
  test.each<[Value[], string]>([
    [[1, 2, 3, 4], "a=[Int32]1; b=[Int32]2; args=3|4"],
    [["-b", 1, 2, 3], "b=[Int32]1; a=[Int32]2; args=3"],
    [["-z", 1, 2], "a=[Int32]2; args=-z|1"],
    [[1, 2, "-foo", "bar"], "a=[Int32]1; b=[Int32]2; args=-foo|bar"],
    [["-a", 1, "--", "-b", 2], "a=[Int32]1; b=[String]-b; args=2"],
  ])("%j", (typed, expected) => {
    expect(new Session().describe(simple, typed)).toBe(expected);
  });
});

describe("parameter sets", () => {
  const item = functionNamed(
    "Get-Item2",
    {
      Identity: { set: "Identity", position: 0 },
      Server: { set: "Server", mandatory: true },
      Database: { set: "Database", mandatory: true },
      Status: { type: "switch" },
    },
    { defaultParameterSet: "Identity" },
  );
  test.each<[Value[], string]>([
    [[], "set=Identity"],
    [["x"], "set=Identity; Identity=[String]x"],
    [["-Server", "s"], "set=Server; Server=[String]s"],
    [
      ["-Server", "s", "x"],
      "A positional parameter cannot be found that accepts argument 'x'. PositionalParameterNotFound,Get-Item2",
    ],
    [
      ["-Identity", "a", "-Server", "s"],
      "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided. AmbiguousParameterSet,Get-Item2",
    ],
  ])("%j", (typed, expected) => {
    expect(new Session().describe(item, typed)).toBe(expected);
  });

  test("by type at the same position", () => {
    const f = functionNamed("f", {
      Id: { set: "ById", position: 0, type: "int" },
      Name: { set: "ByName", position: 0, type: "string" },
    });
    expect(new Session().describe(f, [5])).toBe("set=ById; Id=[Int32]5");
    expect(new Session().describe(f, ["abc"])).toBe("set=ByName; Name=[String]abc");
  });
});

describe("conversion", () => {
  test.each<[string, Value, string]>([
    ["int", "5.5", "X=[Int32]6"],
    [
      "int",
      "abc",
      'Cannot process argument transformation on parameter \'X\'. Cannot convert value "abc" to type "System.Int32". Error: "The input string \'abc\' was not in a correct format." ParameterArgumentTransformationError,f',
    ],
    [
      "bool",
      "x",
      'Cannot process argument transformation on parameter \'X\'. Cannot convert value "System.String" to type "System.Boolean". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0. ParameterArgumentTransformationError,f',
    ],
    ["string", null, "X=[String]"],
    ["string[]", "a", "X=[String[]]a"],
    [
      "string",
      new PSArray([1, 2]),
      "Cannot process argument transformation on parameter 'X'. Cannot convert value to type System.String. ParameterArgumentTransformationError,f",
    ],
  ])("[%s] %j", (type, value, expected) => {
    const f = functionNamed("f", { X: { position: 0, type } });
    expect(new Session().describe(f, [value])).toBe(expected);
  });
});

test("mandatory parameters are asked for, converted when all answers are there", () => {
  const f = functionNamed("New-Thing", {
    Name: { type: "string", mandatory: true },
    Member: { type: "int[]", mandatory: true },
  });
  const session = new Session(["bob", "1", "2", ""]);
  expect(session.describe(f, [])).toBe("Name=[String]bob; Member=[Int32[]]1 2");
  expect(session.shown.join("")).toBe(
    "\ncmdlet New-Thing at command pipeline position 1\nSupply values for the following parameters:\nName: bob\nMember[0]: 1\nMember[1]: 2\nMember[2]: \n",
  );
});

describe("pipeline", () => {
  const f = functionNamed("f", { I: { type: "int", byValue: true }, Length: { type: "int", byName: true } });
  test("value and property, without and with conversion", () => {
    expect(new Session().pipe(f, [], [3, "no"])).toEqual(["I=[Int32]3", "Length=[Int32]2"]);
    expect(new Session().pipe(f, [], ["7"])).toEqual(["Length=[Int32]1; I=[Int32]7"]);
  });
  test("an object that nothing takes", () => {
    const g = functionNamed("g", { A: { position: 0 } });
    expect(new Session().pipe(g, [], [1, 2])).toEqual(["InputObjectNotBound,g", "InputObjectNotBound,g"]);
  });
  test("sets are open again for each object", () => {
    const h = functionNamed(
      "h",
      { I: { set: "I", type: "int", byValue: true }, S: { set: "S", type: "string", byValue: true } },
      { defaultParameterSet: "S" },
    );
    expect(new Session().pipe(h, [], [1, "two", 3])).toEqual([
      "set=I; I=[Int32]1",
      "set=S; S=[String]two",
      "set=I; I=[Int32]3",
    ]);
  });
});
