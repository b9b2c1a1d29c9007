// What Get-Member lists of .NET's own types, and methods as objects, as the real engine has them (asked of it).
import { describe } from "vitest";
import { fails, shows } from "../support.js";

describe("methods of .NET's types, those of interfaces included", () => {
  shows([
    [
      "5 | Get-Member To*e*",
      [
        "",
        "   TypeName: System.Int32",
        "",
        "Name       MemberType Definition",
        "----       ---------- ----------",
        "ToBoolean  Method     bool IConvertible.ToBoolean(System.IFormatProvider provider)",
        "ToByte     Method     byte IConvertible.ToByte(System.IFormatProvider provider)",
        "ToDateTime Method     datetime IConvertible.ToDateTime(System.IFormatProvider provider)",
        "ToDecimal  Method     decimal IConvertible.ToDecimal(System.IFormatProvider provider)",
        "ToDouble   Method     double IConvertible.ToDouble(System.IFormatProvider provider)",
        "ToSByte    Method     sbyte IConvertible.ToSByte(System.IFormatProvider provider)",
        "ToSingle   Method     float IConvertible.ToSingle(System.IFormatProvider provider)",
        "ToType     Method     System.Object IConvertible.ToType(type conversionType, System.IFormatProvider provider)",
        "",
      ],
    ],
    [
      "'abc' | Get-Member Trim | % Definition",
      [
        "string Trim(), string Trim(char trimChar), string Trim(Params char[] trimChars), string Trim(System.ReadOnlySpan[char] trimChars)",
      ],
    ],
    [
      "(gm -InputObject (1,2) Add,Clone).Definition",
      ["int IList.Add(System.Object value)", "System.Object Clone(), System.Object ICloneable.Clone()"],
    ],
    ["@{} | gm Contains* | % Name", ["Contains", "ContainsKey", "ContainsValue"]],
    [
      "[DayOfWeek]1 | gm -MemberType Method H*,C* | % Definition",
      [
        "bool HasFlag(System.Enum flag)",
        "int CompareTo(System.Object target), int IComparable.CompareTo(System.Object obj)",
      ],
    ],
  ]);
  fails([
    [
      "(5).GetByteCount()",
      "NotEmulated: the method GetByteCount of System.Int32; Get-Member lists it because .NET has it.",
      "System.NotSupportedException",
    ],
    [
      "(5).Nope()",
      "Method invocation failed because [System.Int32] does not contain a method named 'Nope'.",
      "MethodNotFound",
    ],
  ]);
});

describe("on .NET Framework", () => {
  shows(
    [
      [
        "'abc' | gm Trim,Contains | % Definition",
        ["string Trim(), string Trim(Params char[] trimChars)", "bool Contains(string value)"],
      ],
      ["(Get-Date | gm Add*).Count; 'abc' | gm *Span*,TryCopyTo", ["9"]],
    ],
    { edition: "PowerShell5" },
  );
});

describe("a method without parentheses", () => {
  const hello =
    '$o = [pscustomobject]@{a=1} | Add-Member ScriptMethod Hello { param($x) "hi $x $($this.a)" } -PassThru';
  shows([
    ["'abc'.Substring.Invoke(1); [int]::Parse.Invoke('5')", ["bc", "5"]],
    [
      [hello, "$o.Hello.Invoke('z'); \"$($o.Hello)\""],
      ["hi z 1", "System.Object Hello();"],
    ],
    [
      [hello, "$o.Hello"],
      [
        "",
        'Script              :  param($x) "hi $x $($this.a)" ',
        "OverloadDefinitions : {System.Object Hello();}",
        "MemberType          : ScriptMethod",
        "TypeNameOfValue     : System.Object",
        "Value               : System.Object Hello();",
        "Name                : Hello",
        "IsInstance          : True",
        "",
      ],
    ],
    [
      "'abc'.ToUpper | Format-List *",
      [
        "",
        "MemberType          : Method",
        "OverloadDefinitions : {string ToUpper(), string ToUpper(cultureinfo culture)}",
        "TypeNameOfValue     : System.Management.Automation.PSMethod",
        "Value               : string ToUpper(), string ToUpper(cultureinfo culture)",
        "Name                : ToUpper",
        "IsInstance          : True",
        "",
      ],
    ],
  ]);
});
