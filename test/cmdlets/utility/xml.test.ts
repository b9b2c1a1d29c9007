import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { shows } from "../support.js";

const items = `[xml]$x = '<r a="1"><i id="1">one</i><i id="2">two</i><e/><t>txt</t><k k="v"/></r>'`;

describe("elements and attributes are properties", () => {
  shows([
    [
      [items, "$x.r.i"],
      ["", "id #text", "-- -----", "1  one", "2  two", ""],
    ],
    [
      [items, "$x.r.i.id -join ','; $x.r.t; $x.r.e -eq ''; $x.r.k; $null -eq $x.r.nope"],
      ["1,2", "txt", "True", "", "k", "-", "v", "True", ""],
    ],
    [
      [items, "$x.r.i[0].id = '9'; $x.r.t = 'T<&>'; $x.r.e = 5; $x.r.a = $null; $x.OuterXml"],
      ['<r a=""><i id="9">one</i><i id="2">two</i><e>5</e><t>T&lt;&amp;&gt;</t><k k="v" /></r>'],
    ],
    [
      [items, "$x.r.i = 1"],
      [
        'Cannot set "i" because only strings can be used as values to set XmlNode properties.',
        "At line:1 char:1",
        "+ $x.r.i = 1",
        "+ ~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], SetValueException",
        "+ FullyQualifiedErrorId : XmlNodeSetRestrictionsMoreThanOneNode",
      ],
    ],
    [
      [items, "$x.r.new = 1"],
      [
        `Exception setting "new": "The property 'new' cannot be found on this object. Verify that the property exists and can be set."`,
        "At line:1 char:1",
        "+ $x.r.new = 1",
        "+ ~~~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], SetValueInvocationException",
        "+ FullyQualifiedErrorId : ExceptionWhenSetting",
      ],
    ],
    [
      [items, "$x.r.Name = 'q'"],
      [
        '"Name" is a ReadOnly property.',
        "At line:1 char:1",
        "+ $x.r.Name = 'q'",
        "+ ~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], SetValueException",
        "+ FullyQualifiedErrorId : ReadOnlyProperty",
      ],
    ],
    ["([xml]'<a><name>n</name><count>5</count></a>').a | % { $_.name; $_.count; $_.psbase.Name }", ["n", "5", "a"]],
    [
      [items, `"$($x.r.k)"; "$($x.r.i)"; $x.r.k.ToString(); $x.r.i -join ','; "$($x.r.ChildNodes)"`],
      ["System.Xml.XmlElement", "i i", "k", "i,i", "i i e t k"],
    ],
  ]);
});

describe("documents are changed by their methods", () => {
  shows([
    [
      [
        "$y = [xml]'<a><b>1</b></a>'",
        "$e = $y.CreateElement('q'); $e.InnerText = 'v'; $e.SetAttribute('x', '1'); [void]$y.a.AppendChild($e)",
        "[void]$y.a.RemoveChild($y.a.FirstChild); $y.OuterXml",
      ],
      ['<a><q x="1">v</q></a>'],
    ],
    [
      ["$y = [xml]'<a/>'", "$y.AppendChild($y.CreateElement('two'))"],
      [
        `Exception calling "AppendChild" with "1" argument(s): "This document already has a 'DocumentElement' node."`,
        "At line:1 char:1",
        "+ $y.AppendChild($y.CreateElement('two'))",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException",
        "+ FullyQualifiedErrorId : InvalidOperationException",
      ],
    ],
    [
      [
        `$n = [xml]'<p:a xmlns:p="urn:x" xmlns="urn:d"><p:b>1</p:b><c>2</c></p:a>'`,
        "$m = [System.Xml.XmlNamespaceManager]::new($n.NameTable); $m.AddNamespace('q', 'urn:x')",
        "$n.SelectSingleNode('//q:b', $m).OuterXml; $n.a.InnerXml; $n.a.b",
      ],
      ['<p:b xmlns:p="urn:x">1</p:b>', '<p:b xmlns:p="urn:x">1</p:b><c xmlns="urn:d">2</c>', "1"],
    ],
    [
      ["([xml]'<a><b>1</b><c x=\"2\"/></a>').Save('C:\\x.xml'); Get-Content C:\\x.xml"],
      ["<a>", "  <b>1</b>", '  <c x="2" />', "</a>"],
    ],
    [["([xml]'<a><b/></a>').Save('x.xml')", "$d = [xml]::new(); $d.Load('C:\\x.xml'); $d.OuterXml"], ["<a><b /></a>"]],
    [
      "[xml]'<a></b>'",
      [
        `Cannot convert value "<a></b>" to type "System.Xml.XmlDocument". Error: "The 'a' start tag on line 1 position 2 does not match the end tag of 'b'. Line 1, position 6."`,
        "At line:1 char:1",
        "+ [xml]'<a></b>'",
        "+ ~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException",
        "+ FullyQualifiedErrorId : InvalidCastToXmlDocument",
      ],
    ],
    [
      "([xml]'<a b=\"1\"><c/></a>').CreateNavigator()",
      [
        'Exception calling "CreateNavigator" with "0" argument(s): "NotEmulated: XPathNavigator; OuterXml, Save and XPath methods work."',
        "At line:1 char:1",
        "+ ([xml]'<a b=\"1\"><c/></a>').CreateNavigator()",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException",
        "+ FullyQualifiedErrorId : NotSupportedException",
      ],
    ],
  ]);
});

describe("Select-Xml", () => {
  shows([
    [
      `Select-Xml -Content '<a><i n="1">x</i><i n="2">y</i></a>' -XPath '//i'`,
      ["", "Node Path        Pattern", "---- ----        -------", "i    InputStream //i", "i    InputStream //i", ""],
    ],
    [
      `[xml]'<a xmlns="u"><b>1</b></a>' | Select-Xml '//q:b' -Namespace @{ q = 'u' } | % { $_.Node.InnerText; "$_" }`,
      ["1", "1"],
    ],
    [["'<a><b>x</b></a>' | Set-Content C:\\a.xml", 'Select-Xml //b -Path C:\\a.xml | % { "$_" }'], ["C:\\a.xml:x"]],
  ]);
});

describe("ConvertTo-Xml", () => {
  shows([
    [
      "$x = [pscustomobject]@{ Name = 'db1'; Size = 5 } | ConvertTo-Xml -NoTypeInformation; $x.GetType().Name; $x.Objects.OuterXml",
      [
        "XmlDocument",
        '<Objects><Object><Property Name="Name">db1</Property><Property Name="Size">5</Property></Object></Objects>',
      ],
    ],
  ]);
});

test("changes of a document are taken back", () => {
  const shell = createShell({ edition: "PowerShell7" });
  shell.run("$x = [xml]'<a><b k=\"1\">1</b><c/></a>'");
  shell.run("$x.a.b.k = '2'; $x.a.c = 'text'; [void]$x.a.RemoveChild($x.a.FirstChild); $x.a.SetAttribute('n', 'v')");
  expect(shell.run("$x.OuterXml").text).toBe('<a n="v"><c>text</c></a>\n');
  shell.undo();
  shell.undo();
  expect(shell.run("$x.OuterXml").text).toBe('<a><b k="1">1</b><c /></a>\n');
});
