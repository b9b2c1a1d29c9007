import { EOF } from "chevrotain";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../grammar/diagnostics.js";
import { Lexer } from "../../grammar/lexer/lexer.js";
import {
  argumentMode,
  hashKeyMode,
  type LexicalMode,
  memberMode,
  operandMode,
  operatorMode,
  pipelineMode,
  simpleNameMode,
  statementMode,
  typeNameMode,
  verbatimMode,
} from "../../grammar/modes.js";
import { parserEditions } from "../../grammar/parser-edition.js";

/** Reads a text in one mode alone: each token as `Type«text»`. */
const tokens = (mode: LexicalMode, text: string): string => {
  const lexer = new Lexer(text, parserEditions.PowerShell7, new Diagnostics());
  const found: string[] = [];
  for (let token = lexer.read(mode); token.tokenType !== EOF; token = lexer.read(mode)) {
    found.push(`${token.tokenType.name}«${text.slice(token.start, token.end)}»`);
    lexer.position = token.end;
  }
  return found.join(" ");
};

const tables: [LexicalMode, [text: string, tokens: string][]][] = [
  [
    statementMode,
    [
      ["if", "If«if»"],
      ["if-x", "Generic«if-x»"],
      [":outer while", "Label«:outer» While«while»"],
      ["-not $a", "UnaryOperator«-not» Variable«$a»"],
      ["-eq 5", "Parameter«-eq» Number«5»"],
      ["-5", "Number«-5»"],
      ["7z a", "Generic«7z» Identifier«a»"],
      ["C:\\x.ps1 # remark", "Generic«C:\\x.ps1»"],
      [". $x", "Dot«.» Variable«$x»"],
      [".\\x.ps1", "Generic«.\\x.ps1»"],
      ["& a && b || c", "Ampersand«&» Identifier«a» AndAnd«&&» Identifier«b» OrOr«||» Identifier«c»"],
    ],
  ],
  [pipelineMode, [["if (1)", "Identifier«if» LParen«(» Number«1» RParen«)»"]]],
  [
    operandMode,
    [
      ["-5", "Number«-5»"],
      ["- 5", "UnaryOrBinaryOperator«-» Number«5»"],
      ["–5", "Number«–5»"],
      ["!$a", "UnaryOperator«!» Variable«$a»"],
      ["0x1F 1.5kb .5 1e3", "Number«0x1F» Number«1.5kb» Number«.5» Number«1e3»"],
      ["$a:b $::c ${a b} @p", "Variable«$a:b» Variable«$::c» Variable«${a b}» SplattedVariable«@p»"],
      [
        "@(1) @{a=1} $(1)",
        "AtParen«@(» Number«1» RParen«)» AtCurly«@{» Identifier«a» AssignmentOperator«=» Number«1» RCurly«}» DollarParen«$(» Number«1» RParen«)»",
      ],
      ["“a” ‘b’", "StringExpandable«“a”» StringLiteral«‘b’»"],
      ["@'\na\n'@", "HereStringLiteral«@'\na\n'@»"],
    ],
  ],
  [
    operatorMode,
    [
      ["-eq -5", "BinaryOperator«-eq» UnaryOrBinaryOperator«-» Number«5»"],
      ["—Like", "BinaryOperator«—Like»"],
      ["-foo", "Parameter«-foo»"],
      ["+= ++ + ..", "AssignmentOperator«+=» IncrementOperator«++» UnaryOrBinaryOperator«+» BinaryOperator«..»"],
      ["?? ??= ? :", "BinaryOperator«??» AssignmentOperator«??=» QuestionMark«?» Colon«:»"],
    ],
  ],
  [
    argumentMode,
    [
      ["-5 5 a.b", "Generic«-5» Number«5» Generic«a.b»"],
      ["-Name:x -?", "Parameter«-Name:» Identifier«x» Parameter«-?»"],
      ["-- --% a", "EndOfParameters«--» VerbatimMark«--%» Identifier«a»"],
      ["2>&1 *> x 3>> y", "Redirection«2>&1» Redirection«*>» Identifier«x» Redirection«3>>» Identifier«y»"],
      ["$a/b $a.b a'b c'd", "Generic«$a/b» Variable«$a» Generic«.b» Generic«a'b c'd»"],
      ["a{b}", "Identifier«a» LCurly«{» Identifier«b» RCurly«}»"],
      ["a `\n b", "Identifier«a» Identifier«b»"],
      ["a<#b#> <#c#> d", "Generic«a<#b#>» Identifier«d»"],
    ],
  ],
  [memberMode, [["Length-1", "Identifier«Length» Unknown«-» Number«1»"]]],
  [simpleNameMode, [["Name:", "Identifier«Name» Unknown«:»"]]],
  [hashKeyMode, [["a.b 'c' 5", "Identifier«a» Dot«.» Identifier«b» StringLiteral«'c'» Number«5»"]]],
  [
    typeNameMode,
    [["A.B`1[int,x]", "Identifier«A.B`1» LBracket«[» Identifier«int» Comma«,» Identifier«x» RBracket«]»"]],
  ],
  [verbatimMode, [['a "|" $b | c', 'VerbatimArgument«a "|" $b » Pipe«|» VerbatimArgument«c»']]],
];

describe.each(tables)("mode $name", (mode, rows) => {
  it.each(rows)("%s", (text, expected) => expect(tokens(mode, text)).toBe(expected));
});
