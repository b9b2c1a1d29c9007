import { describe, expect, test } from "vitest";
import { PowerShellError } from "../../../src/values/errors.js";
import "../../../src/values/index.js";
import { loadDocument } from "../../../src/values/types/xml/xml-loader.js";
import { XmlDocument } from "../../../src/values/types/xml/xml-node.js";
import { outerXml } from "../../../src/values/types/xml/xml-writer.js";

/** What `[xml]` makes of a text: `.OuterXml`, or the words of the XmlException. */
function read(text: string): string {
  const document = new XmlDocument();
  try {
    loadDocument(document, text, "fragment");
  } catch (error) {
    if (error instanceof PowerShellError) return error.record.exception.message;
    throw error;
  }
  return outerXml(document);
}

/** As the real engine answered. */
const written: readonly (readonly [text: string, outerXml: string])[] = [
  ["", ""],
  ["  ", ""],
  ["<a>&#0;</a>", "<a>&#x0;</a>"],
  ['<?xml version="1.0"?><a/>', '<?xml version="1.0"?><a />'],
  ['<?xml version="1.0" encoding="bogus"?><a/>', '<?xml version="1.0" encoding="bogus"?><a />'],
  ['<?xml version="1.0" encoding="utf-16"?><a/>', '<?xml version="1.0" encoding="utf-16"?><a />'],
  ['<a xmlns:p="u"><p:b/></a>', '<a xmlns:p="u"><p:b /></a>'],
  ["<!DOCTYPE a><a/>", "<!DOCTYPE a[]><a />"],
  ["<a><?p x?></a>", "<a><?p x?></a>"],
  ["<a>x<b/>y</a>", "<a>x<b />y</a>"],
  ["<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a>", "<a>&lt;&gt;&amp;\"'AB</a>"],
  ['<a b="&lt;&gt;&amp;&quot;&apos;&#10;&#9;"/>', '<a b="&lt;&gt;&amp;&quot;\'&#xA;\t" />'],
  ["<a b='x\"y'/>", '<a b="x&quot;y" />'],
  ['<a b="x\n\ty"/>', '<a b="x  y" />'],
  ["<a>\r\nx\r\n</a>", "<a>\nx\n</a>"],
  ["<a> </a>", "<a></a>"],
  ["<a> <b/> </a>", "<a><b /></a>"],
  ['<a xml:space="preserve"> <b/> </a>', '<a xml:space="preserve"> <b /> </a>'],
  ["<!--c--><a/><!--d-->", "<!--c--><a /><!--d-->"],
  ["<?p x?><a/>", "<?p x?><a />"],
  ["<a/>\n", "<a />"],
  ["\n<a/>", "<a />"],
  ['<a b=" 1  2 "/>', '<a b=" 1  2 " />'],
  ["<a>é€</a>", "<a>é€</a>"],
  ['<a xmlns="u"><b xmlns=""/></a>', '<a xmlns="u"><b xmlns="" /></a>'],
  ["<a>a]]b]</a>", "<a>a]]b]</a>"],
  ["<xml/>", "<xml />"],
  ["<a.b/>", "<a.b />"],
  ["<a-b/>", "<a-b />"],
  ['<a b = "1" />', '<a b="1" />'],
  ["<a>\"'</a>", "<a>\"'</a>"],
  ["<!---->", "<!---->"],
  ['<?xml version="1.0"?>', '<?xml version="1.0"?>'],
  ['<?xml version="1.0" standalone="yes"?><a/>', '<?xml version="1.0" standalone="yes"?><a />'],
  [
    '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<a/>',
    '<?xml version="1.0" encoding="utf-8" standalone="no"?><a />',
  ],
];

/** As the real engine answered. */
const refused: readonly (readonly [text: string, message: string])[] = [
  ["<a>", "Data at the root level is invalid. Line 1, position 1."],
  ["<a></b>", "The 'a' start tag on line 1 position 2 does not match the end tag of 'b'. Line 1, position 6."],
  [
    "a",
    "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
  ],
  ["<a/><b/>", "This document already has a 'DocumentElement' node."],
  [
    "<a/>x",
    "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
  ],
  [
    "x<a/>",
    "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
  ],
  ['<a b="1" b="2"/>', "'b' is a duplicate attribute name. Line 1, position 10."],
  ["<a b=1/>", "'1' is an unexpected token. The expected token is '\"' or '''. Line 1, position 6."],
  ["<a b/>", "'/' is an unexpected token. The expected token is '='. Line 1, position 5."],
  ['<a b="<"/>', "'<', hexadecimal value 0x3C, is an invalid attribute character. Line 1, position 7."],
  ["<a>&x;</a>", "Reference to undeclared entity 'x'. Line 1, position 5."],
  ["<a>& </a>", "An error occurred while parsing EntityName. Line 1, position 5."],
  ["<a>&#xZ;</a>", "Invalid syntax for a hexadecimal numeric entity reference. Line 1, position 7."],
  ["<a", "Data at the root level is invalid. Line 1, position 1."],
  ['<a b="1', "There is an unclosed literal string. Line 1, position 8."],
  ['<a b="1"', "Unexpected end of file has occurred. The following elements are not closed:  Line 1, position 9."],
  ["< a/>", "Name cannot begin with the ' ' character, hexadecimal value 0x20. Line 1, position 2."],
  ["<1a/>", "Name cannot begin with the '1' character, hexadecimal value 0x31. Line 1, position 2."],
  ["<a><b></a>", "The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9."],
  ["<a><b></a></b>", "The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9."],
  ["</a>", "Unexpected end tag. Line 1, position 3."],
  ["<a>]]></a>", "']]>' is not allowed in character data. Line 1, position 4."],
  [
    "<!-- x -- y --><a/>",
    "An XML comment cannot contain '--', and '-' cannot be the last character. Line 1, position 8.",
  ],
  ["<a><!-- x", "Unexpected end of file while parsing Comment has occurred. Line 1, position 8."],
  ["<a><![CDATA[x", "Unexpected end of file while parsing CDATA has occurred. Line 1, position 13."],
  [
    ' <?xml version="1.0"?><a/>',
    "Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it. Line 1, position 4.",
  ],
  ['<?xml version="2.0"?><a/>', "Version number '2.0' is invalid. Line 1, position 16."],
  ["<?xml?><a/>", "Syntax for an XML declaration is invalid. Line 1, position 6."],
  ["<p:a/>", "'p' is an undeclared prefix. Line 1, position 2."],
  ['<a p:b="1"/>', "'p' is an undeclared prefix. Line 1, position 4."],
  ['<a xmlns:p=""/>', "Invalid namespace declaration. Line 1, position 12."],
  ["<a>\n  <b>\n</a>", "The 'b' start tag on line 2 position 4 does not match the end tag of 'a'. Line 3, position 3."],
  ['<a b="1"c="2"/>', "'c' is an unexpected token. Expecting whitespace. Line 1, position 9."],
  ["<a/ >", "'/' is an unexpected token. The expected token is '>'. Line 1, position 3."],
  ["<a><?p", "Unexpected end of file while parsing Name has occurred. Line 1, position 7."],
  ["<a:b:c/>", "The ':' character, hexadecimal value 0x3A, cannot be included in a name. Line 1, position 5."],
  ["<:a/>", "Name cannot begin with the ':' character, hexadecimal value 0x3A. Line 1, position 2."],
  [
    "<a>x</a>y",
    "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
  ],
  ["<!x><a/>", "Unexpected end of file while parsing DOCTYPE has occurred. Line 1, position 3."],
  ["<a><!x></a>", "'x' is an unexpected token. The expected token is '<!--' or '<[CDATA['. Line 1, position 6."],
  ["<a &amp;/>", "Name cannot begin with the '&' character, hexadecimal value 0x26. Line 1, position 4."],
  ["<a>&lt</a>", "'<' is an unexpected token. The expected token is ';'. Line 1, position 7."],
  ["<a>&;</a>", "An error occurred while parsing EntityName. Line 1, position 5."],
  ['<a b="&"/>', "An error occurred while parsing EntityName. Line 1, position 8."],
  [
    '<a><?xml version="1.0"?></a>',
    "Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it. Line 1, position 6.",
  ],
  ["<?XML x?><a/>", "'XML' is an invalid name for processing instructions. Line 1, position 3."],
  [
    '<a xmlns:xml="u"/>',
    'Prefix "xml" is reserved for use by XML and can be mapped only to namespace name "http://www.w3.org/XML/1998/namespace". Line 1, position 4.',
  ],
  ['<a xmlns:xmlns="u"/>', 'Prefix "xmlns" is reserved for use by XML. Line 1, position 4.'],
  ["<a><b>", "Unexpected end of file has occurred. The following elements are not closed: b, a. Line 1, position 7."],
  [
    "<a>\n <b>\n",
    "Unexpected end of file has occurred. The following elements are not closed: b, a. Line 3, position 1.",
  ],
  ["<a><b", "Unexpected end of file while parsing Name has occurred. Line 1, position 6."],
  ['<a><b c="', "There is an unclosed literal string. Line 1, position 10."],
  [
    "text only <",
    "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
  ],
  ["<a></a ", "Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 8."],
  ["<a></a", "Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 7."],
  ["<a></", "Unexpected end of file while parsing Name has occurred. Line 1, position 6."],
  ["<>", "Data at the root level is invalid. Line 1, position 1."],
  ["<a><></a>", "Name cannot begin with the '>' character, hexadecimal value 0x3E. Line 1, position 5."],
  ["<-a/>", "Name cannot begin with the '-' character, hexadecimal value 0x2D. Line 1, position 2."],
  [
    "<![CDATA[x]]>",
    "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
  ],
  ["<a/><!-- x", "Unexpected end of file while parsing Comment has occurred. Line 1, position 9."],
  ['<?xml encoding="utf-8"?><a/>', "Syntax for an XML declaration is invalid. Line 1, position 7."],
  ['<?xml version="1.0" foo="x"?><a/>', "Syntax for an XML declaration is invalid. Line 1, position 21."],
  ['<?xml version="1.0"><a/>', "'>' is an unexpected token. The expected token is '?>'. Line 1, position 20."],
  ['<a xmlns:x="u" x:b="1" y:c="2"/>', "'y' is an undeclared prefix. Line 1, position 24."],
  ['<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', "'y:b' is a duplicate attribute name. Line 1, position 36."],
  ['<a b="1"/ >', "' ' is an unexpected token. The expected token is '>'. Line 1, position 10."],
  ['<a b="1"x/>', "'x' is an unexpected token. Expecting whitespace. Line 1, position 9."],
];

describe("documents are written as they were read", () => {
  test.each(written)("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("what is not XML is refused with .NET's words and place", () => {
  test.each(refused)("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test("an invalid character is named by its code", () => {
  expect(read("<a>\u0001</a>")).toBe("'\u0001', hexadecimal value 0x01, is an invalid character. Line 1, position 4.");
});

test("depth costs no stack", () => {
  const depth = 5000;
  const text = `${"<a>".repeat(depth)}x${"</a>".repeat(depth)}`;
  expect(read(text)).toBe(text);
});
