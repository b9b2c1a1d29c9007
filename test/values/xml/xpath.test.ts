import { describe, expect, test } from "vitest";
import { PowerShellError } from "../../../src/values/errors.js";
import "../../../src/values/index.js";
import { loadDocument } from "../../../src/values/types/xml/xml-loader.js";
import { XmlAttribute, XmlDocument, XmlElement, type XmlNode } from "../../../src/values/types/xml/xml-node.js";
import { selectNodes } from "../../../src/values/types/xml/xpath/evaluate.js";

const document = new XmlDocument();
loadDocument(
  document,
  '<r a="1" b="two"><i id="1" t="x">one</i><i id="2" t="y">two<s>sub</s></i><i id="3" t="x">three</i><e/><n><p v="10"/><p v="2"/><p v="30"/></n><!--com--><?pi dat?><w> a  b </w><x:q xmlns:x="urn:x" x:z="9">ns</x:q></r>',
  "document",
);

/** `p(10)` for an element with its id or v, `@id=1` for an attribute, `#text=one` for a leaf. */
function shown(node: XmlNode): string {
  if (node instanceof XmlAttribute) return `@${node.name}=${node.value}`;
  if (node instanceof XmlElement) {
    const of = (name: string) => node.attribute(name)?.value ?? "";
    return `${node.name}(${of("id")}${of("v")})`;
  }
  return `${node.name}=${node.value ?? ""}`;
}

function select(xpath: string): string {
  try {
    return selectNodes(document, xpath, null).map(shown).join(" ");
  } catch (error) {
    if (error instanceof PowerShellError) return error.record.exception.message;
    throw error;
  }
}

/** As the real engine answered. */
const found: readonly (readonly [xpath: string, nodes: string])[] = [
  ["//i", "i(1) i(2) i(3)"],
  ["/r/i", "i(1) i(2) i(3)"],
  ["i", ""],
  ["r/i", "i(1) i(2) i(3)"],
  ["/r/i[1]", "i(1)"],
  ["/r/i[last()]", "i(3)"],
  ["/r/i[position()>1]", "i(2) i(3)"],
  ["/r/i[@id=2]", "i(2)"],
  ['/r/i[@id="2"]', "i(2)"],
  ['/r/i[@t="x"][2]', "i(3)"],
  ['/r/i[@t="x" and @id>1]', "i(3)"],
  ['/r/i[@t="y" or @id=3]', "i(2) i(3)"],
  ["//@id", "@id=1 @id=2 @id=3"],
  ["//i/@id", "@id=1 @id=2 @id=3"],
  ["/r/@*", "@a=1 @b=two"],
  ['//i[contains(.,"o")]', "i(1) i(2)"],
  ['//i[starts-with(.,"t")]', "i(2) i(3)"],
  ['//i[text()="one"]', "i(1)"],
  ["//text()", "#text=one #text=two #text=sub #text=three #text= a  b  #text=ns"],
  ["//comment()", "#comment=com"],
  ["//processing-instruction()", "pi=dat"],
  ['//processing-instruction("pi")', "pi=dat"],
  [
    "//node()",
    "r() i(1) #text=one i(2) #text=two s() #text=sub i(3) #text=three e() n() p(10) p(2) p(30) #comment=com pi=dat w() #text= a  b  x:q() #text=ns",
  ],
  ["/", "#document="],
  ["/r/..", "#document="],
  ["//i/..", "r()"],
  ["//i/parent::r", "r()"],
  ["//s/ancestor::*", "r() i(2)"],
  ["//s/ancestor-or-self::*", "r() i(2) s()"],
  ["/r/descendant::p", "p(10) p(2) p(30)"],
  [
    "/r/descendant-or-self::node()",
    "r() i(1) #text=one i(2) #text=two s() #text=sub i(3) #text=three e() n() p(10) p(2) p(30) #comment=com pi=dat w() #text= a  b  x:q() #text=ns",
  ],
  ["//i[1]/following-sibling::*", "i(2) i(3) e() n() w() x:q()"],
  ["//i[3]/preceding-sibling::i", "i(1) i(2)"],
  ["//i[3]/preceding-sibling::i[1]", "i(2)"],
  ["//e/following::*", "n() p(10) p(2) p(30) w() x:q()"],
  ["//e/preceding::*", "i(1) i(2) s() i(3)"],
  ["//p[@v=../p[1]/@v]", "p(10)"],
  ["//p[not(@v=2)]", "p(10) p(30)"],
  ['//*[name()="p"]', "p(10) p(2) p(30)"],
  ['//*[local-name()="q"]', "x:q()"],
  ['//*[namespace-uri()="urn:x"]', "x:q()"],
  ["//i[string-length()>3]", "i(2) i(3)"],
  ["//i[string-length(.)=3]", "i(1)"],
  ["//p[number(@v)>5]", "p(10) p(30)"],
  ["//n[sum(p/@v)=42]", "n()"],
  ["//n[count(p)=3]", "n()"],
  ['//i[substring(.,1,2)="on"]', "i(1)"],
  ['//i[substring(.,2)="ne"]', "i(1)"],
  ['//i[substring-before(.,"e")="on"]', "i(1)"],
  ['//i[substring-after(.,"t")="wosub"]', "i(2)"],
  ['//i[translate(@t,"x","z")="z"]', "i(1) i(3)"],
  ['//w[normalize-space()="a b"]', "w()"],
  ['//i[concat(@id,@t)="1x"]', "i(1)"],
  ["//i[boolean(s)]", "i(2)"],
  ["//i[s]", "i(2)"],
  ["//i[true()]", "i(1) i(2) i(3)"],
  ["//i[false()]", ""],
  ["//p[floor(@v div 3)=3]", "p(10)"],
  ["//p[ceiling(@v div 3)=4]", "p(10)"],
  ["//p[round(@v div 4)=3]", "p(10)"],
  ["//p[@v mod 4 = 2]", "p(10) p(2) p(30)"],
  ["//p[@v+1=11]", "p(10)"],
  ["//p[@v*2=4]", "p(2)"],
  ["//p[-@v=-2]", "p(2)"],
  ["//i|//p", "i(1) i(2) i(3) p(10) p(2) p(30)"],
  ["(//i)[2]", "i(2)"],
  ["(//i|//p)[last()]", "p(30)"],
  ["//i[position() mod 2 = 1]", "i(1) i(3)"],
  ["//*[@id or @v]", "i(1) i(2) i(3) p(10) p(2) p(30)"],
  ["//i[@id!=2]", "i(1) i(3)"],
  ["//i[@id<=2]", "i(1) i(2)"],
  [".", "#document="],
  ["./r", "r()"],
  ["..", ""],
  ["//i/self::i", "i(1) i(2) i(3)"],
  ["//i[self::i]", "i(1) i(2) i(3)"],
  ["/r/*[2]", "i(2)"],
  ["/r/i[2]/s", "s()"],
  ["//i[../e]", "i(1) i(2) i(3)"],
  ["//*[count(*)=0]", "i(1) s() i(3) e() p(10) p(2) p(30) w() x:q()"],
  ['child::r/child::i[attribute::id="1"]', "i(1)"],
  ["//i[@id=1]/@t", "@t=x"],
  ['//p[@v="10"]/@v', "@v=10"],
  ['id("1")', ""],
  ['//i[lang("en")]', ""],
  ['//i[.="one"]', "i(1)"],
  ["//i[@t='x']", "i(1) i(3)"],
  ["//i [ @id = 1 ]", "i(1)"],
  ["//*[.=42]", ""],
  ['//i[s="sub"]', "i(2)"],
  ["//p[@v>//p[2]/@v]", "p(10) p(30)"],
  ["/r/n/p[last()-1]", "p(2)"],
  ["//i[position()=last()]", "i(3)"],
  ['//*[starts-with(name(),"i")]', "i(1) i(2) i(3)"],
  ["//i/text()[1]", "#text=one #text=two #text=three"],
  ["/*", "r()"],
  ["/*/*[1]", "i(1)"],
  ["//i[@*]", "i(1) i(2) i(3)"],
  ["//i[count(preceding-sibling::i)=1]", "i(2)"],
  ['//i[string(@id)="2"]', "i(2)"],
  ['//*[@*[local-name()="z"]]', "x:q()"],
  ["//i[.//s]", "i(2)"],
  ["//r//s", "s()"],
  ["//i[1][@id=1]", "i(1)"],
  ["//p[position()<3]", "p(10) p(2)"],
  ["r/i/following-sibling::i[1]", "i(2) i(3)"],
  ['//i[not(s) and @t="x"]', "i(1) i(3)"],
  ["//*[self::i or self::p]", "i(1) i(2) i(3) p(10) p(2) p(30)"],
  ['/r/i[@id="1"]/text()', "#text=one"],
  ["/r/child::*", "i(1) i(2) i(3) e() n() w() x:q()"],
  ["/r/n/p[@v = 10 or @v = 30]", "p(10) p(30)"],
  ['//i[contains(@t,"")]', "i(1) i(2) i(3)"],
  ["//*[string-length(name())=1]", "r() i(1) i(2) s() i(3) e() n() p(10) p(2) p(30) w()"],
  ['//i[position()="1"]', "i(1)"],
  ['//i["x"]', "i(1) i(2) i(3)"],
  ["//i[0]", ""],
  ["//i[1.5]", ""],
  ["//i[-1]", ""],
  ['//*[name(.)="e"]', "e()"],
  ['/r[@a="1"]/@b', "@b=two"],
  ["// i", "i(1) i(2) i(3)"],
  ["/ r / i", "i(1) i(2) i(3)"],
];

const refused: readonly (readonly [xpath: string, message: string])[] = [
  ["count(//i)", "Expression must evaluate to a node-set."],
  ["1+1", "Expression must evaluate to a node-set."],
  ['"a"', "Expression must evaluate to a node-set."],
  ["//", "Expression must evaluate to a node-set."],
  ["", "Expression must evaluate to a node-set."],
  ["/r/", "Expression must evaluate to a node-set."],
  ["i[", "Expression must evaluate to a node-set."],
  ["//i[", "Expression must evaluate to a node-set."],
  ["//i[]", "Expression must evaluate to a node-set."],
  ["//i[@]", "Expression must evaluate to a node-set."],
  ["i]", "'i]' has an invalid token."],
  ["//i)", "'//i)' has an invalid token."],
  ["(//i", "'(//i' has an invalid token."],
  ["//i[@id=", "Expression must evaluate to a node-set."],
  ["foo()", "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."],
  [
    "//i[foo()]",
    "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.",
  ],
  ["//i[contains(.)]", "Function 'contains' in '//i[contains(.)]' has an invalid number of arguments."],
  ["//x:q", "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."],
  ["//i[$v]", "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."],
  ["@", "Expression must evaluate to a node-set."],
  ["//i/@", "Expression must evaluate to a node-set."],
  ["$x", "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."],
  ["//i[1", "'//i[1' has an invalid token."],
  ["a b", "'a b' has an invalid token."],
  ["//i[@id==1]", "Expression must evaluate to a node-set."],
  ["//1", "Expression must evaluate to a node-set."],
  ["!", "Expression must evaluate to a node-set."],
  ["//i[contains()]", "Function 'contains' in '//i[contains()]' has an invalid number of arguments."],
  ['//i["a]', "This is an unclosed string."],
  ["text(", "'text(' has an invalid token."],
  ["//i[last(1)]", "Function 'last' in '//i[last(1)]' has an invalid number of arguments."],
  ["//i[count(1)]", "The argument to function 'count' in '//i[count(1)]' cannot be converted to a node-set."],
  ["a::b", "'a::b' has an invalid token."],
  ['//i[substring("a")]', "Function 'substring' in '//i[substring(\"a\")]' has an invalid number of arguments."],
  ["not(//i)", "Expression must evaluate to a node-set."],
  ["//i[not()]", "Function 'not' in '//i[not()]' has an invalid number of arguments."],
];

describe("XPath finds", () => {
  test.each(found)("%s", (xpath, nodes) => {
    expect(select(xpath)).toBe(nodes);
  });
});

describe("XPath refuses", () => {
  test.each(refused)("%s", (xpath, message) => {
    expect(select(xpath)).toBe(message);
  });
});

test("prefixes mean what the lookup says", () => {
  const lookup = (prefix: string) => (prefix === "q" ? "urn:x" : undefined);
  expect(selectNodes(document, "//q:q/@q:z", lookup).map(shown)).toEqual(["@x:z=9"]);
  expect(() => selectNodes(document, "//o:q", lookup)).toThrow("Namespace prefix 'o' is not defined.");
});
