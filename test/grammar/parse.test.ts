import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dumpTree, type ParserEditionName, parse } from "../../grammar/index.js";
import { childrenOf, type SyntaxNode } from "../../grammar/syntax-tree.js";

/** The errors of a text, each as `id start-end`, with `…` where more text could heal it. */
const errors = (text: string, edition: ParserEditionName = "PowerShell7"): string[] =>
  parse(text, { edition }).errors.map((e) => `${e.id} ${e.start}-${e.end}${e.incomplete ? "…" : ""}`);

/** The first statement of a text, dumped. */
const statement = (text: string): string => {
  const dumped: unknown = JSON.parse(JSON.stringify(dumpTree(parse(text).tree)));
  return JSON.stringify(dumped)
    .replace(/^.*?"Statements":\[/, "")
    .replace(/\],"Unnamed":true.*$/, "");
};

describe("trees", () => {
  it("a command with a parameter and a number", () =>
    expect(statement("f -n 5")).toBe(
      '["Pipeline",{"at":[0,6],"PipelineElements":[["Command",{"at":[0,6],"CommandElements":[["StringConstantExpression",{"at":[0,1],"StringConstantType":"BareWord","Value":"f","ValueType":"String"}],["CommandParameter",{"at":[2,4],"ParameterName":"n"}],["ConstantExpression",{"at":[5,6],"Value":"5","ValueType":"Int32"}]],"InvocationOperator":"Unknown","Redirections":[]}]]}]',
    ));

  it("operators bind by precedence, to the left", () =>
    expect(statement("1+2*3").match(/"Operator":"\w+"/g)).toEqual(['"Operator":"Plus"', '"Operator":"Multiply"']));

  it("curly quotes and long dashes are quotes and dashes", () =>
    expect(errors("“a” –eq ‘a’; Get-X —Name “b c”")).toEqual([]));

  it("a string's nested code has the offsets of the text, also behind doubled quotes", () =>
    expect(statement('"a$(""b$x"")c"')).toContain('["VariableExpression",{"at":[7,9],"VariablePath":"x"}]'));
});

describe("errors, in order", () => {
  it.each([
    ["1 +", ["ExpectedValueExpression 3-3…"]],
    ["(1", ["MissingEndParenthesisInExpression 2-2…"]],
    ["{1", ["MissingEndCurlyBrace 0-1…"]],
    ["Get-X |", ["EmptyPipeElement 7-7…"]],
    ["$a $b", ["UnexpectedToken 3-5"]],
    [
      "if ($a != 2) { 'x' }",
      [
        "UnexpectedToken 7-9",
        "MissingEndParenthesisAfterStatement 7-9",
        "MissingExpressionAfterOperator 8-8",
        "UnexpectedToken 11-12",
        "InvalidLeftHandSide 7-8",
      ],
    ],
    [
      '"value: $(Get-"',
      [
        "IncompleteDollarSubexpressionReference 8-15…",
        "TerminatorExpectedAtEndOfString 0-15…",
        "TerminatorExpectedAtEndOfString 14-15…",
        "MissingEndParenthesisInSubexpression 16-16…",
      ],
    ],
    ["1,2 = 3", ["InvalidLeftHandSide 0-1", "InvalidLeftHandSide 2-3"]],
    ["@{a=1;A=2}", ["DuplicateKeyInHashLiteral 6-7"]],
    ["try {} catch {} catch {}", ["EmptyCatchNotLast 15-15"]],
  ])("%s", (text, expected) => expect(errors(text)).toEqual(expected));
});

describe("Windows PowerShell", () => {
  it.each([
    ["a && b", ["InvalidEndOfLine 2-4"]],
    ["a &", ["AmpersandNotAllowed 2-3"]],
    ["a\n| b", ["EmptyPipeElement 2-3"]],
  ])("%s", (text, expected) => expect(errors(text, "PowerShell5").slice(0, 1)).toEqual(expected));
});

describe("nesting", () => {
  it.each([
    ["(", "1", ")"],
    ["{", "1", "}"],
    ["$(", "1", ")"],
    ["@{a=", "1", "}"],
    ["if(1){", "1", "}"],
    ["$a[", "1", "]"],
    ["$a.b(", "1", ")"],
    ["- ", "1", ""],
  ])("%s works 256 deep, and far deeper is too complicated", (open, middle, close) => {
    expect(errors(open.repeat(256) + middle + close.repeat(256))).toEqual([]);
    expect(errors(open.repeat(5000) + middle + close.repeat(5000)).map((e) => e.split(" ")[0])).toContain(
      "ScriptTooComplicated",
    );
    expect(errors("1, 2")).toEqual([]);
  });
});

describe("any text", () => {
  const fragments =
    "( ) { } [ ] $ \" ' , ; | & . :: - -- = + @ @( @{ $( # ` : ? < > 2>&1 ! * % / \n if else foreach in function param switch try catch $x a 5 [int] -foo .. ?? && “ – class using data".split(
      " ",
    );
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...fragments, " "), { maxLength: 30 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  it("is parsed without a throw, and extents nest", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tree, errors: found } = parse(text);
        if (found.length > 0) return;
        const pending: SyntaxNode[] = [tree];
        for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
          for (const child of childrenOf(node)) {
            expect(child.start).toBeGreaterThanOrEqual(0);
            expect(child.end).toBeGreaterThanOrEqual(child.start);
            expect(child.end).toBeLessThanOrEqual(tree.end);
            pending.push(child);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});
