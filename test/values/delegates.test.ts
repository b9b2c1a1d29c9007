// Delegates, System.Linq.Enumerable and generic methods, each line as the engine answers it.
import { expect, test } from "vitest";
import { createShell } from "../../src/shell/shell.js";

const shown = (line: string): string =>
  createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" }).run(line).text;

const rows: readonly (readonly [line: string, text: string])[] = [
  [
    "$f = [Func[int,int]]{ param($x) $x * 2 }; $f.Invoke(4); $f.GetType().FullName",
    "8\nSystem.Func`2[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["$a = [Action]{ 'hi' }; $a.Invoke()", ""],
  ['$a = [Action[int]]{ param($n) "n=$n" }; $a.Invoke(3)', ""],
  ["$p = [Predicate[int]]{ param($x) $x -gt 2 }; [array]::FindAll([int[]](1..5), $p)", "3\n4\n5\n"],
  ["[array]::FindIndex([int[]](1..5), [Predicate[int]]{ param($x) $x -gt 2 })", "2\n"],
  ["$l = [System.Collections.Generic.List[int]](1..5); $l.FindAll({ param($x) $x % 2 })", "1\n3\n5\n"],
  ['$l = [System.Collections.Generic.List[int]](3,1,2); $l.Sort({ param($a,$b) $b - $a }); "$l"', "3 2 1\n"],
  ['$l = [System.Collections.Generic.List[int]](1..5); $l.RemoveAll({ $args[0] -gt 3 }); "$l"', "2\n1 2 3\n"],
  ["$l = [System.Collections.Generic.List[int]](1..3); $l.ForEach({ param($x) $x })", ""],
  ["$l = [System.Collections.Generic.List[int]](1..3); $l.Exists({ param($x) $x -eq 2 })", "True\n"],
  ['$l = [System.Collections.Generic.List[int]](1..3); $l.ConvertAll[string]({ param($x) "s$x" })', "s1\ns2\ns3\n"],
  ["[System.Linq.Enumerable]::Sum([int[]](1..4))", "10\n"],
  ["[Linq.Enumerable]::Sum([double[]](1.5,2))", "3.5\n"],
  ["[Linq.Enumerable]::Range(3,4)", "3\n4\n5\n6\n"],
  [
    "[Linq.Enumerable]::Range(3,4).GetType().FullName",
    "System.Linq.Enumerable+RangeIterator`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["[Linq.Enumerable]::Where([int[]](1..6), [Func[int,bool]]{ param($x) $x % 2 -eq 0 })", "2\n4\n6\n"],
  ["[Linq.Enumerable]::Distinct([int[]](1,2,2,3))", "1\n2\n3\n"],
  ["[Linq.Enumerable]::Distinct([string[]]('a','A','a'))", "a\nA\n"],
  ["[Linq.Enumerable]::First([int[]](4,5))", "4\n"],
  ["[Linq.Enumerable]::First([int[]](4,5), [Func[int,bool]]{ param($x) $x -gt 4 })", "5\n"],
  ["[Linq.Enumerable]::Any([int[]](4,5))", "True\n"],
  ["[Linq.Enumerable]::Any([int[]]@())", "False\n"],
  ["[Linq.Enumerable]::Any([int[]](4,5), [Func[int,bool]]{ $args[0] -gt 9 })", "False\n"],
  ["[Linq.Enumerable]::ToArray([int[]](4,5)).GetType().FullName", "System.Int32[]\n"],
  [
    "[Linq.Enumerable]::ToList([int[]](4,5)).GetType().FullName",
    "System.Collections.Generic.List`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["[Linq.Enumerable]::SequenceEqual([int[]](1,2), [int[]](1,2))", "True\n"],
  ['[Linq.Enumerable]::Select([int[]](1..3), [Func[int,string]]{ param($x) "<$x>" })', "<1>\n<2>\n<3>\n"],
  ["[Linq.Enumerable]::OrderBy([int[]](3,1,2), [Func[int,int]]{ param($x) $x })", "1\n2\n3\n"],
  ["[Linq.Enumerable]::OrderByDescending([string[]]('a','c','b'), [Func[string,string]]{ param($x) $x })", "c\nb\na\n"],
  [
    "[Linq.Enumerable]::Max([int[]](3,1,2)); [Linq.Enumerable]::Min([int[]](3,1,2)); [Linq.Enumerable]::Average([int[]](3,1,2))",
    "3\n1\n2\n",
  ],
  [
    "[Linq.Enumerable]::Count([int[]](3,1,2)); [Linq.Enumerable]::Last([int[]](3,1,2)); [Linq.Enumerable]::ElementAt([int[]](3,1,2), 1)",
    "3\n2\n1\n",
  ],
  ["[Linq.Enumerable]::Reverse([int[]](3,1,2))", "2\n1\n3\n"],
  ["[Linq.Enumerable]::Skip([int[]](3,1,2),1); [Linq.Enumerable]::Take([int[]](3,1,2),1)", "1\n2\n3\n"],
  [
    "[Linq.Enumerable]::Union([int[]](1,2),[int[]](2,3)); 'x'; [Linq.Enumerable]::Intersect([int[]](1,2),[int[]](2,3)); 'x'; [Linq.Enumerable]::Except([int[]](1,2),[int[]](2,3))",
    "1\n2\n3\nx\n2\nx\n1\n",
  ],
  ["[Linq.Enumerable]::Concat([int[]](1,2),[int[]](2,3))", "1\n2\n2\n3\n"],
  ["[Linq.Enumerable]::Zip([int[]](1,2),[int[]](2,3),[Func[int,int,int]]{ param($a,$b) $a*$b })", "2\n6\n"],
  ["[Linq.Enumerable]::Repeat('x',3)", "x\nx\nx\n"],
  ["[Linq.Enumerable]::Repeat[string]('x',3)", "x\nx\nx\n"],
  ["[Linq.Enumerable]::Empty[int]().GetType().FullName", "System.Int32[]\n"],
  ["[Linq.Enumerable]::OfType[int](@(1,'a',2))", "1\n2\n"],
  ["[Linq.Enumerable]::Cast[int](@(1,2))", "1\n2\n"],
  ["[Linq.Enumerable]::Contains([int[]](1,2),2)", "True\n"],
  ["[Linq.Enumerable]::All([int[]](1,2),[Func[int,bool]]{ $args[0] -gt 0 })", "True\n"],
  ["[Linq.Enumerable]::Aggregate([int[]](1..4),[Func[int,int,int]]{ param($a,$b) $a+$b })", "10\n"],
  ["[Linq.Enumerable]::GroupBy([int[]](1..4),[Func[int,int]]{ param($a) $a % 2 })", "1\n3\n2\n4\n"],
  [
    "[Linq.Enumerable]::First([int[]]@())",
    'Exception calling "First" with "1" argument(s): "Sequence contains no elements"\nAt line:1 char:1\n+ [Linq.Enumerable]::First([int[]]@())\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
  ],
  [
    "[Linq.Enumerable]::Single([int[]](1,2))",
    'Exception calling "Single" with "1" argument(s): "Sequence contains more than one element"\nAt line:1 char:1\n+ [Linq.Enumerable]::Single([int[]](1,2))\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
  ],
  ["[Linq.Enumerable]::FirstOrDefault([int[]]@())", "0\n"],
  [
    "[Linq.Enumerable]::ToDictionary([string[]]('a','bb'),[Func[string,int]]{ $args[0].Length })",
    "\nKey Value\n--- -----\n  1 a\n  2 bb\n\n",
  ],
  ["[Linq.Enumerable]::ToHashSet([int[]](1,1,2))", "1\n2\n"],
  [
    "[Linq.Enumerable]::Sum((1,2,3))",
    'Cannot find an overload for "Sum" and the argument count: "1".\nAt line:1 char:1\n+ [Linq.Enumerable]::Sum((1,2,3))\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  [
    "[Linq.Enumerable]::Where((1..3), { $_ })",
    'Cannot find an overload for "Where" and the argument count: "2".\nAt line:1 char:1\n+ [Linq.Enumerable]::Where((1..3), { $_ })\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ["[Linq.Enumerable]::Sum([int[]](1..4), [Func[int,int]]{ $args[0]*2 })", "20\n"],
  [
    "[Linq.Enumerable]::Any($null)",
    'Cannot find an overload for "Any" and the argument count: "1".\nAt line:1 char:1\n+ [Linq.Enumerable]::Any($null)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ['[Linq.Enumerable]::Chunk([int[]](1..5),2) | % { "$_" }', "1 2\n3 4\n5\n"],
  ["[array]::Empty[int]().Length", "0\n"],
  ['[array]::ConvertAll[int,string]([int[]](1,2),[Converter[int,string]]{ "c$($args[0])" })', "c1\nc2\n"],
  ['[array]::ForEach([int[]](1,2), [Action[int]]{ "c$($args[0])" })', ""],
  ["[array]::Sort([int[]](2,1))", ""],
  ["[array]::Exists([int[]](1,2),[Predicate[int]]{ $args[0] -eq 2 })", "True\n"],
  ["[array]::Find([int[]](1,2),[Predicate[int]]{ $args[0] -eq 2 })", "2\n"],
  ["[array]::TrueForAll([int[]](1,2),[Predicate[int]]{ $args[0] -gt 0 })", "True\n"],
  [
    "[regex]::Replace('a1b2','\\d',[System.Text.RegularExpressions.MatchEvaluator]{ param($m) \"<$($m.Value)>\" })",
    "a<1>b<2>\n",
  ],
  ["[regex]::Replace('a1b2','\\d',{ \"<$($args[0].Value)>\" })", "a<1>b<2>\n"],
  ["$f = [Func[string,string]]{ param($s) $s.ToUpper() }; $f.Invoke(5)", "5\n"],
  [
    "$f = [Func[int]]{ 'abc' }; $f.Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "Cannot convert value "abc" to type "System.Int32". Error: "The input string \'abc\' was not in a correct format.""\nAt line:1 char:28\n+ $f = [Func[int]]{ \'abc\' }; $f.Invoke()\n+                            ~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : PSInvalidCastException\n',
  ],
  [
    "$f = [Func[int]]{ throw 'x' }; $f.Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "x"\nAt line:1 char:32\n+ $f = [Func[int]]{ throw \'x\' }; $f.Invoke()\n+                                ~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\n',
  ],
  [
    "$f = [Func[int,int]]{ $args[0] }; $f.Invoke()",
    'Cannot find an overload for "Invoke" and the argument count: "0".\nAt line:1 char:35\n+ $f = [Func[int,int]]{ $args[0] }; $f.Invoke()\n+                                   ~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  [
    "$f = [Func[int,int]]{ $args[0] }; $f.Invoke('x')",
    'Cannot convert argument "arg", with value: "x", for "Invoke" to type "System.Int32": "Cannot convert value "x" to type "System.Int32". Error: "The input string \'x\' was not in a correct format.""\nAt line:1 char:35\n+ $f = [Func[int,int]]{ $args[0] }; $f.Invoke(\'x\')\n+                                   ~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodArgumentConversionInvalidCastArgument\n',
  ],
  [
    "[Func[int,int]]'abc'",
    'Cannot convert the "abc" value of type "System.String" to type "System.Func`2[System.Int32,System.Int32]".\nAt line:1 char:1\n+ [Func[int,int]]\'abc\'\n+ ~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n+ FullyQualifiedErrorId : ConvertToFinalInvalidCastException\n',
  ],
  [
    "[Action]5",
    'Cannot convert the "5" value of type "System.Int32" to type "System.Action".\nAt line:1 char:1\n+ [Action]5\n+ ~~~~~~~~~\n+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n+ FullyQualifiedErrorId : ConvertToFinalInvalidCastException\n',
  ],
  [
    "$f = [System.Func[int,int]] { $args[0] + 1 }; [array]::ConvertAll([int[]](1,2),$f)",
    'Cannot find an overload for "ConvertAll" and the argument count: "2".\nAt line:1 char:47\n+ … Func[int,int]] { $args[0] + 1 }; [array]::ConvertAll([int[]](1,2),$f)\n+                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ["[System.EventHandler]{ 1 } | % { $_.GetType().FullName }", "System.EventHandler\n"],
  ["[Comparison[int]]{ param($a,$b) $b-$a } | % GetType | % Name", "Comparison`1\n"],
  ["[System.Threading.ThreadStart]{ 1 } | % GetType | % FullName", "System.Threading.ThreadStart\n"],
  ["([scriptblock]{ 1 }).GetNewClosure().GetType().FullName", "System.Management.Automation.ScriptBlock\n"],
  [
    "[Func[int,int]].FullName",
    "System.Func`2[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["[Func[int,bool]].Name", "Func`2\n"],
  ["[Action].FullName", "System.Action\n"],
  ["[func[object]]{1} -is [Delegate]", "True\n"],
  ["([Func[int,int]]{ $_ + 1 }).Invoke(5)", "1\n"],
  ['([Func[int,int,int]]{ "$_|$this|$args" | Out-Host; 1 }).Invoke(5,6)', "||5 6\n1\n"],
  ["([Func[int,int,int]]{ if ($_) { $_ } else { 99 } }).Invoke(5,6)", "99\n"],
  [
    "$l = [System.Collections.Generic.List[int]](1..3); $l.FindAll({ throw 'x' })",
    'Exception calling "FindAll" with "1" argument(s): "x"\nAt line:1 char:52\n+ … ystem.Collections.Generic.List[int]](1..3); $l.FindAll({ throw \'x\' })\n+                                               ~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\n',
  ],
  [
    "$l = [System.Collections.Generic.List[int]](1..3); $l.FindAll({ 1/0 })",
    "Attempted to divide by zero.\nAt line:1 char:65\n+ … l = [System.Collections.Generic.List[int]](1..3); $l.FindAll({ 1/0 })\n+                                                                  ~~~\n+ CategoryInfo          : NotSpecified: (:) [], RuntimeException\n+ FullyQualifiedErrorId : RuntimeException\nAttempted to divide by zero.\nAt line:1 char:65\n+ … l = [System.Collections.Generic.List[int]](1..3); $l.FindAll({ 1/0 })\n+                                                                  ~~~\n+ CategoryInfo          : NotSpecified: (:) [], RuntimeException\n+ FullyQualifiedErrorId : RuntimeException\nAttempted to divide by zero.\nAt line:1 char:65\n+ … l = [System.Collections.Generic.List[int]](1..3); $l.FindAll({ 1/0 })\n+                                                                  ~~~\n+ CategoryInfo          : NotSpecified: (:) [], RuntimeException\n+ FullyQualifiedErrorId : RuntimeException\n",
  ],
  ["$l = [System.Collections.Generic.List[int]](1..3); $l.FindAll({ $_ -gt 1 })", ""],
  [
    "$l = [System.Collections.Generic.List[int]](1..3); $l.FindAll('x')",
    'Cannot convert argument "match", with value: "x", for "FindAll" to type "System.Predicate`1[System.Int32]": "Cannot convert the "x" value of type "System.String" to type "System.Predicate`1[System.Int32]"."\nAt line:1 char:52\n+ $l = [System.Collections.Generic.List[int]](1..3); $l.FindAll(\'x\')\n+                                                    ~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodArgumentConversionInvalidCastArgument\n',
  ],
  [
    "[Func[int,int]]'abc'",
    'Cannot convert the "abc" value of type "System.String" to type "System.Func`2[System.Int32,System.Int32]".\nAt line:1 char:1\n+ [Func[int,int]]\'abc\'\n+ ~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n+ FullyQualifiedErrorId : ConvertToFinalInvalidCastException\n',
  ],
  [
    "[Action]5",
    'Cannot convert the "5" value of type "System.Int32" to type "System.Action".\nAt line:1 char:1\n+ [Action]5\n+ ~~~~~~~~~\n+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n+ FullyQualifiedErrorId : ConvertToFinalInvalidCastException\n',
  ],
  ["$f = [Func[int]]{ }; $f.Invoke()", "0\n"],
  ["$f = [Func[object]]{ 1,2 }; $f.Invoke().GetType().Name", "Object[]\n"],
  [
    "$f = [Func[int]]{ 1,2 }; $f.Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Int32"."\nAt line:1 char:26\n+ $f = [Func[int]]{ 1,2 }; $f.Invoke()\n+                          ~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : PSInvalidCastException\n',
  ],
  [
    "$f = [Action]{ throw 'a' }; try { $f.Invoke() } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name }",
    "MethodInvocationException\nRuntimeException\n",
  ],
  [
    "& ([Action]{ 'x' })",
    "& : The term 'System.Action' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.\nAt line:1 char:3\n+ & ([Action]{ 'x' })\n+   ~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : ObjectNotFound: (System.Action:String) [], CommandNotFoundException\n+ FullyQualifiedErrorId : CommandNotFoundException\n",
  ],
  ["([Action]{}).GetType().BaseType.FullName", "System.MulticastDelegate\n"],
  ['"$([Func[int,int]]{ 1 })"', "System.Func`2[System.Int32,System.Int32]\n"],
  ["([Action]{ 'x' }).DynamicInvoke()", ""],
  ["([Func[int,int]]{ $args[0]*2 }).DynamicInvoke(4)", "8\n"],
  ["$x = 5; $f = [Func[int]]{ $x }; $x = 6; $f.Invoke()", "6\n"],
  ["$x = 5; $f = [Action]{ $x = 9 }; $f.Invoke(); $x", "5\n"],
  ["function f { $y = 1; $d = [Func[int]]{ $y }; $d.Invoke() }; f", "1\n"],
  ["$f = [Func[int,bool]]{ $args[0] }; $f.Invoke(0); $f.Invoke(3)", "False\nTrue\n"],
  [
    "[Linq.Enumerable]::Where([int[]](1..6), [Func[int,bool]]{ $_ -gt 3 }).GetType().FullName",
    "System.Linq.Enumerable+ArrayWhereIterator`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["[Linq.Enumerable]::Where([int[]](1..6), [Func[int,bool]]{ $args[0] -gt 3 }).Count", "1\n1\n1\n"],
  ["@([Linq.Enumerable]::Where([int[]](1..6), [Func[int,bool]]{ $args[0] -gt 3 })).Count", "3\n"],
  [
    "[Linq.Enumerable]::Select([int[]](1..6), [Func[int,bool]]{ $args[0] -gt 3 }).GetType().FullName",
    "System.Linq.Enumerable+ArraySelectIterator`2[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Boolean, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  [
    "[Linq.Enumerable]::Distinct([int[]](1,1)).GetType().FullName",
    "System.Linq.Enumerable+DistinctIterator`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  [
    "[Linq.Enumerable]::OrderBy([int[]](1,1),[Func[int,int]]{1}).GetType().FullName",
    "System.Linq.Enumerable+OrderedIterator`2[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["[Linq.Enumerable]::Where[int]([int[]](1..6), [Func[int,bool]]{ $args[0] -gt 3 })", "4\n5\n6\n"],
  [
    "[Linq.Enumerable]::Where([int[]](1..6), [Func[object,bool]]{ $args[0] -gt 3 })",
    'Cannot find an overload for "Where" and the argument count: "2".\nAt line:1 char:1\n+ [Linq.Enumerable]::Where([int[]](1..6), [Func[object,bool]]{ $args[0] …\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ["[Linq.Enumerable]::Where([object[]](1..6), [Func[object,bool]]{ $args[0] -gt 3 })", "4\n5\n6\n"],
  ["[Linq.Enumerable]::Where((1..6), [Func[object,bool]]{ $args[0] -gt 3 })", "4\n5\n6\n"],
  [
    "[Linq.Enumerable]::First((1,2,3))",
    'Cannot find an overload for "First" and the argument count: "1".\nAt line:1 char:1\n+ [Linq.Enumerable]::First((1,2,3))\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ["[Linq.Enumerable]::First('abc')", "a\n"],
  [
    "[Linq.Enumerable]::ToList((1,2,3)).GetType().FullName",
    'Cannot find an overload for "ToList" and the argument count: "1".\nAt line:1 char:1\n+ [Linq.Enumerable]::ToList((1,2,3)).GetType().FullName\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ["[Linq.Enumerable]::Range(1,3) | % { $_ * 2 }", "2\n4\n6\n"],
  ["[Linq.Enumerable]::Sum([Linq.Enumerable]::Range(1,100))", "5050\n"],
  [
    "[Linq.Enumerable]::Range(1,-1)",
    'Exception calling "Range" with "2" argument(s): "Specified argument was out of the range of valid values. (Parameter \'count\')"\nAt line:1 char:1\n+ [Linq.Enumerable]::Range(1,-1)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : ArgumentOutOfRangeException\n',
  ],
  ["[Linq.Enumerable]::Max([string[]]('b','c'))", "c\n"],
  [
    "[Linq.Enumerable]::Max((1,2))",
    'Cannot find an overload for "Max" and the argument count: "1".\nAt line:1 char:1\n+ [Linq.Enumerable]::Max((1,2))\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
  ],
  ["[Linq.Enumerable]::Average([int[]](1,2)).GetType().Name", "Double\n"],
  ["[Linq.Enumerable]::Sum([long[]](1,2)).GetType().Name", "Int64\n"],
  ["[Linq.Enumerable]::Sum([decimal[]](1.5,2)).GetType().Name", "Decimal\n"],
  [
    "[Linq.Enumerable]::Average([int[]]@())",
    'Exception calling "Average" with "1" argument(s): "Sequence contains no elements"\nAt line:1 char:1\n+ [Linq.Enumerable]::Average([int[]]@())\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
  ],
  [
    "[Linq.Enumerable]::Max([int[]]@())",
    'Exception calling "Max" with "1" argument(s): "Sequence contains no elements"\nAt line:1 char:1\n+ [Linq.Enumerable]::Max([int[]]@())\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
  ],
  [
    "[Linq.Enumerable]::Last([int[]]@())",
    'Exception calling "Last" with "1" argument(s): "Sequence contains no elements"\nAt line:1 char:1\n+ [Linq.Enumerable]::Last([int[]]@())\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
  ],
  [
    "[Linq.Enumerable]::ElementAt([int[]](1,2),5)",
    'Exception calling "ElementAt" with "2" argument(s): "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter \'index\')"\nAt line:1 char:1\n+ [Linq.Enumerable]::ElementAt([int[]](1,2),5)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : ArgumentOutOfRangeException\n',
  ],
  [
    "[Linq.Enumerable]::Single([int[]]@())",
    'Exception calling "Single" with "1" argument(s): "Sequence contains no elements"\nAt line:1 char:1\n+ [Linq.Enumerable]::Single([int[]]@())\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
  ],
  ["[Linq.Enumerable]::SequenceEqual([int[]](1,2), [int[]](1,3))", "False\n"],
  [
    "[Linq.Enumerable]::Where([int[]](1..3), [Func[int,bool]]{ throw 'no' })",
    "no\nAt line:1 char:59\n+ … inq.Enumerable]::Where([int[]](1..3), [Func[int,bool]]{ throw 'no' })\n+                                                           ~~~~~~~~~~\n+ CategoryInfo          : OperationStopped: (no:String) [], RuntimeException\n+ FullyQualifiedErrorId : no\n",
  ],
  [
    "$r = [Linq.Enumerable]::Where([int[]](1..3), [Func[int,bool]]{ throw 'no' }); 'later'; $r",
    "later\nno\nAt line:1 char:64\n+ … numerable]::Where([int[]](1..3), [Func[int,bool]]{ throw 'no' }); 'la …\n+                                                      ~~~~~~~~~~\n+ CategoryInfo          : OperationStopped: (no:String) [], RuntimeException\n+ FullyQualifiedErrorId : no\n",
  ],
  [
    "[Linq.Enumerable]::Nope([int[]](1))",
    "Method invocation failed because [System.Linq.Enumerable] does not contain a method named 'Nope'.\nAt line:1 char:1\n+ [Linq.Enumerable]::Nope([int[]](1))\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : InvalidOperation: (:) [], RuntimeException\n+ FullyQualifiedErrorId : MethodNotFound\n",
  ],
  ["[Linq.Enumerable]::Take([int[]](1..5), 2) -join ','", "1,2\n"],
  [
    '[Linq.Enumerable]::ToDictionary([int[]](1,2),[Func[int,string]]{"k$($args[0])"},[Func[int,int]]{$args[0]*10})',
    "\nKey Value\n--- -----\nk1     10\nk2     20\n\n",
  ],
  [
    "$g = [Linq.Enumerable]::GroupBy([string[]]('a','bb','c'),[Func[string,int]]{ $args[0].Length }); foreach ($x in $g) { \"$($x.Key): $x\" }",
    "1: a c\n2: bb\n",
  ],
  [
    "[Linq.Enumerable]::GroupBy([string[]]('a','bb','c'),[Func[string,int]]{ $args[0].Length }).GetType().FullName",
    "System.Linq.Enumerable+GroupByIterator`2[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\n",
  ],
  ["[Linq.Enumerable]::SkipWhile([int[]](1,5,2),[Func[int,bool]]{ $args[0] -lt 3 })", "5\n2\n"],
  ["[Linq.Enumerable]::TakeWhile([int[]](1,5,2),[Func[int,bool]]{ $args[0] -lt 3 })", "1\n"],
  ["[Linq.Enumerable]::Append([int[]](1,5),2); [Linq.Enumerable]::Prepend([int[]](1,5),2)", "1\n5\n2\n2\n1\n5\n"],
  ["[Linq.Enumerable]::DefaultIfEmpty([int[]]@())", "0\n"],
  ["[Linq.Enumerable]::Aggregate([int[]](1..4),10,[Func[int,int,int]]{ $args[0]+$args[1] })", "20\n"],
  ["[Linq.Enumerable]::Count([int[]](1..4),[Func[int,bool]]{ $args[0] -gt 2 })", "2\n"],
  [
    "[Linq.Enumerable]::ThenBy([Linq.Enumerable]::OrderBy([string[]]('bb','a','aa'),[Func[string,int]]{$args[0].Length}),[Func[string,string]]{$args[0]})",
    "a\naa\nbb\n",
  ],
  ["using namespace System.Linq; [Enumerable]::Range(1,2)", "1\n2\n"],
  ["[System.Linq.Enumerable].FullName", "System.Linq.Enumerable\n"],
];

test.each(rows)("%s", (line, text) => {
  expect(shown(line)).toBe(text);
});

test("a sequence and a delegate live on in a fork and a snapshot, and are computed anew when somebody goes over them", () => {
  const shell = createShell({ edition: "PowerShell7" });
  shell.run(
    "$f = [Func[int,bool]]{ param($x) $x -gt $limit }; $s = [Linq.Enumerable]::Where([int[]](1..4), $f); $limit = 2",
  );
  const fork = shell.fork();
  fork.run("$limit = 3");
  expect([shell.run('"$s"').text, fork.run('"$s"; $f.Invoke(4)').text]).toEqual(["3 4\n", "4\nTrue\n"]);
});
