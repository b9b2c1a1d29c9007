import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dumpTree, type ParserEditionName, parse } from "../../grammar/index.js";
import { PowerShellParser } from "../../grammar/parser/powershell-parser.js";
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

describe("$using:", () => {
  it("covers the variable and what is read of it", () =>
    expect(statement("f $using:x.y")).toContain(
      '["UsingExpression",{"at":[2,12],"SubExpression":["MemberExpression",{"at":[2,12],"Expression":["VariableExpression",{"at":[2,10],"VariablePath":"x"}]',
    ));

  it("calls nothing, and is no target", () => {
    expect(errors("$using:x.M()")).toEqual(["InvalidUsingExpression 0-12"]);
    expect(errors("$using:x[$i]")).toEqual(["InvalidUsingExpression 9-11"]);
    expect(errors("$using:x = 1")).toEqual(["InvalidLeftHandSide 0-8"]);
  });
});

describe("type arguments of methods", () => {
  it.each([
    ["$a.M[int, List[string]](1)", []],
    ["[x]::M [int]{1}", []],
    ["$a.M[0]", []],
    ["$a.M[int]", ["MissingArrayIndexExpression 5-5", "UnexpectedToken 5-9"]],
    ["$a.M[int,](1)", ["MissingTypename 9-9"]],
    ["$a.M[int", ["EndSquareBracketExpectedAtEndOfType 8-8…"]],
  ])("%s", (text, expected) => expect(errors(text)).toEqual(expected));
});

describe("using statements", () => {
  it("stand before all others, in a list of their own", () => {
    const { tree, errors: found } = parse("using namespace System.Text\nusing namespace System.IO; 1");
    expect(found).toEqual([]);
    expect(tree.usingStatements.map((using) => using.name?.value)).toEqual(["System.Text", "System.IO"]);
    expect(tree.endBlock?.statements).toHaveLength(1);
  });

  it.each([
    ["1; using namespace a", ["UsingMustBeAtStartOfScript 3-20"]],
    ["using namespace a = b", ["UsingStatementNotSupported 0-21"]],
    ["using namespace a =", ["MissingNamespaceAlias 19-19…"]],
    ["using type a", ["MissingEqualsInUsingAlias 12-12…"]],
    ["using namespace 5", ["InvalidValueForUsingItemName 16-17"]],
  ])("%s", (text, expected) => expect(errors(text)).toEqual(expected));
});

describe("strings in strings", () => {
  const inSubexpressions = (depth: number, text: string): string =>
    depth === 0 ? text : inSubexpressions(depth - 1, `"$(${text.replaceAll('"', '""')})"`);

  // Each level doubles the quotes: 65,000 characters, which reading each piece anew at each level would take minutes for.
  it("are read in a time that their length decides, with places in the whole text", () => {
    const text = inSubexpressions(15, "$x +");
    const { tree, errors: found } = parse(text);
    expect(text).toHaveLength(65_583);
    expect(found.map(({ id }) => id)).toEqual(["ExpectedValueExpression"]);
    expect(text.slice(found[0]?.start, (found[0]?.end ?? 0) + 1)).toBe(")");
    expect(JSON.stringify(dumpTree(tree))).toContain(`${text.indexOf("$x")},${text.indexOf("$x") + 2}`);
  });

  it("100,000 that never close are told once a level, and reading them ends", () => {
    const found = parse('"$('.repeat(100_000)).errors.map(({ id }) => id);
    expect(found.length).toBeLessThan(400);
    expect(new Set(found)).toContain("IncompleteDollarSubexpressionReference");
  });

  it("a chain of 20,000 .b in a string with doubled quotes does not exhaust the stack", () => {
    expect(errors(`"$(""x"" + $a${".b".repeat(20_000)})"`)).toEqual([]);
  });
});

describe("dumpTree", () => {
  it.each(["+1", ".b", "[0]", ".b()", " && a"])("a chain of 20,000 %s does not exhaust the stack", (link) => {
    const { tree, errors: found } = parse(`$a${link.repeat(20_000)}`);
    expect(found).toEqual([]);
    expect(dumpTree(tree)[0]).toBe("ScriptBlock");
  });

  it("says which throw throws again", () => {
    expect(statement("try { } catch { throw }")).toContain('["ThrowStatement",{"at":[16,21],"IsRethrow":true}]');
    expect(statement("throw")).toBe('["ThrowStatement",{"at":[0,5]}]');
  });
});

describe("the rules", () => {
  it("hold together for Chevrotain's analysis, which parsing does without", () => {
    class AnalyzedParser extends PowerShellParser {
      constructor() {
        super();
        this.performSelfAnalysis();
      }
    }
    expect(Object.keys(new AnalyzedParser().getGAstProductions())).toContain("pipelineChain");
  });
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

describe("chains of pipelines in Windows PowerShell, as its consoles show them", () => {
  it.each([
    ["a && b", ["InvalidEndOfLine 2-4"]],
    ["a || b && c", ["InvalidEndOfLine 2-4", "InvalidEndOfLine 7-9"]],
    ["echo 'x' &&", ["InvalidEndOfLine 9-11"]],
    [
      'cd "c:\\test\\" && gcc test.c -o test && "c:\\test\\"test',
      [
        "InvalidEndOfLine 14-16",
        "InvalidEndOfLine 36-38",
        "ExpressionsMustBeFirstInPipeline 39-49",
        "UnexpectedToken 49-53",
      ],
    ],
  ])("%s", (text, expected) => expect(errors(text, "PowerShell5")).toEqual(expected));
});

describe("errors that Windows PowerShell tells in other words", () => {
  it.each([
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

describe("a hash literal that does not end, and a key without a value", () => {
  it("PowerShell 7: the brace is missing behind the sign; a bad key skips to the closing brace", () => {
    expect(errors("@{ a = 1")).toEqual(["MissingEndCurlyBrace 2-2…"]);
    expect(errors("@{ a 1; b = 2 }; 2 3")).toEqual(["MissingEqualsInHashLiteral 4-4", "UnexpectedToken 19-20"]);
    expect(errors("@{ a { 1 } }")).toEqual(["MissingEqualsInHashLiteral 4-4"]);
    expect(errors("@{ a @{ x = 1 }; b 3 }")).toEqual(["MissingEqualsInHashLiteral 4-4", "UnexpectedToken 21-22"]);
  });

  it("Windows PowerShell: the literal is incomplete behind its last pair; a bad key takes the brace along", () => {
    expect(errors("@{ a = 1", "PowerShell5")).toEqual(["IncompleteHashLiteral 8-8…"]);
    expect(errors("@{ a 1 }", "PowerShell5").map((error) => error.replace("…", ""))).toEqual([
      "MissingEqualsInHashLiteral 4-4",
      "IncompleteHashLiteral 4-4",
    ]);
  });
});

describe("errors that Windows PowerShell tells in its own way", () => {
  it("refuses an ampersand inside of a command as one of its words", () =>
    expect(errors("& & 'x'", "PowerShell5")).toEqual(["AmpersandNotAllowed 2-3"]));

  it("shows a number that is too large behind its end", () =>
    expect(errors("$x = 99999999999999999999999999999999l", "PowerShell5")).toEqual(["BadNumericConstant 38-38"]));
});

describe("code in a string", () => {
  it("counts as the end of the input from the offset on that equals the code's length", () => {
    expect(errors('"$(1 +) and more"')).toEqual(["ExpectedValueExpression 6-6…"]);
    expect(errors('"xx $(1 + ; 2)"')).toEqual(["ExpectedValueExpression 9-9"]);
    expect(errors('"xxx $(1 + ; 2)"')).toEqual(["ExpectedValueExpression 10-10…"]);
  });
});

it("a sign that is no token is taken as a member's name", () =>
  expect(errors("$x.@ 5")).toEqual(["UnrecognizedToken 3-4", "MissingPropertyName 3-3", "UnexpectedToken 5-6"]));
