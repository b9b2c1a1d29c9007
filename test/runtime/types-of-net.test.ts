// Types of .NET that scripts use, dates in the forms of other cultures; each line as the engine answers it.
import { expect, test } from "vitest";
import { typed } from "./typed.js";

const rows: readonly (readonly [lines: readonly string[], shown: readonly string[]])[] = [
  [
    [
      "$q=[System.Collections.Concurrent.ConcurrentQueue[string]]::new(); $q.Enqueue('a'); $q.Enqueue('b'); $q.Count; $q",
      "$r=$null; $q.TryDequeue([ref]$r); $r; $q.TryPeek([ref]$r); $r; $q.IsEmpty; $q.ToArray() -join ','",
      '$q.GetType().FullName; $q.Clear(); $q.IsEmpty; $q.TryDequeue([ref]$r); "[$r]"',
    ],
    [
      "2\na\nb\n",
      "True\na\nTrue\nb\nFalse\nb\n",
      "System.Collections.Concurrent.ConcurrentQueue`1[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]\nTrue\nFalse\n[]\n",
    ],
  ],
  [
    [
      "$s=[System.Collections.Concurrent.ConcurrentStack[int]]::new(); $s.Push(1); $s.Push(2); $s",
      "$r=0; $s.TryPop([ref]$r); $r; $s.Count; $s.TryPeek([ref]$r); $r; $s.PushRange([int[]](5,6)); $s -join ','",
    ],
    ["2\n1\n", "True\n2\n1\nTrue\n1\n6,5,1\n"],
  ],
  [
    [
      "$d=[System.Collections.Concurrent.ConcurrentDictionary[string,int]]::new(); $d.TryAdd('a',1); $d.TryAdd('a',2); $d['b']=5; $d.Count; $d.GetOrAdd('c',9); $d.AddOrUpdate('a',1,{param($k,$v) $v+10}); $v=0; $d.TryGetValue('b',[ref]$v); $v; $d.TryRemove('b',[ref]$v); $d.TryUpdate('a',3,11); $d['a']; $d.ContainsKey('z'); $d.IsEmpty; $d.Keys.Count",
    ],
    ["True\nFalse\n2\n9\n11\nTrue\n5\nTrue\nTrue\n3\nFalse\nFalse\n2\n"],
  ],
  [
    [
      "$a=[System.Collections.BitArray]::new(5); $a[1]=$true; $a.Count; $a -join ','; $a.Set(0,$true); $a.Get(0); $a.Not() -join ','; $a.SetAll($false); $a -join ','",
      "$x=[System.Collections.BitArray]::new([bool[]]($true,$false)); $y=[System.Collections.BitArray]::new([bool[]]($true,$true)); $x.And($y) -join ','; $x.Or($y) -join ','; $x.Xor($y) -join ','; [System.Collections.BitArray]::new([byte[]](5)) -join ','; $x.Length",
    ],
    [
      "5\nFalse,True,False,False,False\nTrue\nFalse,False,True,True,True\nFalse,False,False,False,False\n",
      "True,False\nTrue,True\nFalse,False\nTrue,False,True,False,False,False,False,False\n2\n",
    ],
  ],
  [
    [
      "$p=[System.Collections.Generic.PriorityQueue[string,int]]::new(); $p.Enqueue('low',5); $p.Enqueue('hi',1); $p.Count; $p.Peek(); $p.Dequeue(); $p.Dequeue()",
      "$p.Dequeue()",
      "$e=$null;$pr=0; $p.Enqueue('x',3); $p.TryDequeue([ref]$e,[ref]$pr); $e; $pr; $p.TryPeek([ref]$e,[ref]$pr); $p.Clear(); $p.Count",
    ],
    [
      "2\nhi\nhi\nlow\n",
      'Exception calling "Dequeue" with "0" argument(s): "Queue empty."\nAt line:1 char:1\n+ $p.Dequeue()\n+ ~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : InvalidOperationException\n',
      "True\nx\n3\nFalse\n0\n",
    ],
  ],
  [
    [
      "$s=[System.Collections.Generic.SortedSet[int]]::new([int[]](3,1,2)); $s -join ','; $s.Min; $s.Max; $s.Add(2); $s.Remove(1); $s.GetViewBetween(2,3) -join ','; $s.Reverse() -join ','",
      "$s.UnionWith([int[]](7,8)); $s -join ','; $s.IsSupersetOf([int[]](7)); $s.Overlaps([int[]](1)); $s.SetEquals([int[]](2,3,7,8)); $s.IntersectWith([int[]](2,7)); $s -join ','; $s.ExceptWith([int[]](2)); $s -join ','; $s.RemoveWhere({param($x) $x -gt 1})",
    ],
    ["1,2,3\n1\n3\nFalse\nTrue\n2,3\n3,2\n", "2,3,7,8\nTrue\nFalse\nTrue\n2,7\n7\n1\n"],
  ],
  [
    [
      "[System.Linq.Enumerable]::ToLookup([string[]]('apple','avocado','bean'),[Func[string,string]]{param($s) $s.Substring(0,1)}) | % { \"$($_.Key): $($_ -join ',')\" }",
    ],
    ["a: apple,avocado\nb: bean\n"],
  ],
  [
    [
      "[System.Linq.Enumerable]::GroupBy([string[]]('apple','avocado','bean'),[Func[string,string]]{param($s) $s.Substring(0,1)}) | % { \"$($_.Key): $($_ -join ',')\" }",
    ],
    ["a: apple,avocado\nb: bean\n"],
  ],
  [
    [
      "[System.Linq.Enumerable]::Zip([int[]](1,2),[string[]]('a','b'),[Func[int,string,string]]{param($x,$y) \"$x$y\"}) -join ','",
    ],
    ["1a,2b\n"],
  ],
  [
    [
      "[System.Linq.Enumerable]::Join([int[]](1,2,3),[int[]](2,3,4),[Func[int,int]]{param($x) $x},[Func[int,int]]{param($x) $x},[Func[int,int,string]]{param($x,$y) \"$x-$y\"}) -join ','",
    ],
    ["2-2,3-3\n"],
  ],
  [
    [
      "[System.Linq.Enumerable]::Aggregate([int[]](1,2,3),[Func[int,int,int]]{param($a,$b) $a+$b}); [System.Linq.Enumerable]::Distinct([int[]](1,1,2)) -join ','; [System.Linq.Enumerable]::Except([int[]](1,2),[int[]](2)) -join ','; [System.Linq.Enumerable]::Range(1,3) -join ','; [System.Linq.Enumerable]::Repeat('x',2) -join ','; [System.Linq.Enumerable]::SequenceEqual([int[]](1,2),[int[]](1,2)); [System.Linq.Enumerable]::Chunk([int[]](1..5),2) | % { $_ -join '-' }",
    ],
    ["6\n1,2\n1\n1,2,3\nx,x\nTrue\n1-2\n3-4\n5\n"],
  ],
  [
    [
      "[datetime]::Parse('05.03.2024',[cultureinfo]'de-DE').ToString('yyyy-MM-dd'); [datetime]::Parse('05/03/2024',[cultureinfo]'fr-FR').ToString('yyyy-MM-dd'); [datetime]::Parse('05/03/2024',[cultureinfo]'en-GB').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('5. März 2024',[cultureinfo]'de-DE').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('5 mars 2024',[cultureinfo]'fr-FR').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('05-03-2024',[cultureinfo]'nl-NL').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('2024/03/05',[cultureinfo]'ja-JP').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('2024-03-05',[cultureinfo]'sv-SE').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('05/03/2024 14:30',[cultureinfo]'it-IT').ToString('yyyy-MM-dd HH:mm')",
      "[datetime]::Parse('5 de marzo de 2024',[cultureinfo]'es-ES').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('05/03/2024',[cultureinfo]'pt-BR').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('31.12.2024 23:59:58',[cultureinfo]'de-DE').ToString('s')",
      "[datetime]::Parse('Dienstag, 5. März 2024',[cultureinfo]'de-DE').ToString('yyyy-MM-dd')",
      "[datetime]::Parse('03/25/2024',[cultureinfo]'de-DE')",
    ],
    [
      "2024-03-05\n2024-03-05\n2024-03-05\n",
      "2024-03-05\n",
      "2024-03-05\n",
      "2024-03-05\n",
      "2024-03-05\n",
      "2024-03-05\n",
      "2024-03-05 14:30\n",
      "2024-03-05\n",
      "2024-03-05\n",
      "2024-12-31T23:59:58\n",
      "2024-03-05\n",
      "Exception calling \"Parse\" with \"2\" argument(s): \"String '03/25/2024' was not recognized as a valid DateTime.\"\nAt line:1 char:1\n+ [datetime]::Parse('03/25/2024',[cultureinfo]'de-DE')\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : FormatException\n",
    ],
  ],
  [
    [
      "[datetime]::ParseExact('05.03.2024','dd.MM.yyyy',[cultureinfo]'de-DE').ToString('s'); [datetime]::ParseExact('5 März 2024','d MMMM yyyy',[cultureinfo]'de-DE').ToString('s'); [datetime]::ParseExact('20240305T1530','yyyyMMdd\\THHmm',$null).ToString('s')",
      "$o=[datetime]::MinValue; [datetime]::TryParse('5.3.2024',[cultureinfo]'de-DE','None',[ref]$o); $o.ToString('s'); [datetime]::TryParseExact('x','d',$null,'None',[ref]$o)",
    ],
    ["2024-03-05T00:00:00\n2024-03-05T00:00:00\n2024-03-05T15:30:00\n", "True\n2024-03-05T00:00:00\nFalse\n"],
  ],
  [
    [
      "$sb=[System.Text.StringBuilder]::new('abc'); [void]$sb.AppendFormat('{0:N1}|{1}',1.25,'x').AppendLine().Insert(0,'>').Replace('b','B').Remove(1,1); $sb.ToString(); $sb.Length; $sb[0]; $sb.Capacity; $sb.AppendJoin(',',@(1,2)).ToString(); $sb.Clear().Length; $sb.MaxCapacity",
    ],
    [">Bc1.2|x\n\n9\n>\n16\n>Bc1.2|x\n1,2\n0\n2147483647\n"],
  ],
  [
    [
      "[System.IO.Path]::GetExtension('a.b.txt'); [System.IO.Path]::ChangeExtension('a.txt','.log'); [System.IO.Path]::GetFileNameWithoutExtension('/x/a.b'); [System.IO.Path]::HasExtension('a'); [System.IO.Path]::IsPathRooted('/a')",
    ],
    [".txt\na.log\na\nFalse\nTrue\n"],
  ],
  [
    [
      "[convert]::ToBase64String([byte[]](1,2,3)); [convert]::ToString(255,2); [convert]::ToInt32('ff',16); [convert]::FromBase64String('AQID') -join ','; [convert]::ToDateTime('2024-01-02').Year; [convert]::ToBoolean('true'); [convert]::ChangeType('5',[int]).GetType().Name; [BitConverter]::ToString([byte[]](1,171)); [BitConverter]::GetBytes(1) -join ','; [BitConverter]::ToInt32([byte[]](1,0,0,0),0); [convert]::ToHexString([byte[]](1,255))",
    ],
    ["AQID\n11111111\n255\n1,2,3\n2024\nTrue\nInt32\n01-AB\n1,0,0,0\n1\n01FF\n"],
  ],
  [
    [
      "$x=[System.Collections.Specialized.OrderedDictionary]::new(); $x.Add('b',1); $x.Insert(0,'a',2); $x[0]; $x.Keys -join ','; $x.Contains('b'); $x.RemoveAt(0); $x.Count; $x",
      "$y=[ordered]@{z=1;a=2}; $y.GetEnumerator() | % { \"$($_.Key)=$($_.Value)\" }; $y.Remove('z'); $y.Keys; $y.IsReadOnly; $y['q']; $y.Values -join ','",
    ],
    [
      "2\na,b\nTrue\n1\n\nName                           Value\n----                           -----\nb                              1\n\n",
      "z=1\na=2\na\nFalse\n2\n",
    ],
  ],
  [
    [
      "[System.Net.IPAddress]::Parse('10.0.0.1').GetAddressBytes() -join '.'; [ipaddress]::Loopback; [ipaddress]'::1' | % AddressFamily; ([ipaddress]'10.0.0.1').IPAddressToString; [System.Net.IPAddress]::TryParse('x',[ref]$null); [ipaddress]::IsLoopback('127.0.0.1')",
    ],
    [
      "10.0.0.1\n\nAddressFamily      : InterNetwork\nScopeId            : \nIsIPv6Multicast    : False\nIsIPv6LinkLocal    : False\nIsIPv6SiteLocal    : False\nIsIPv6Teredo       : False\nIsIPv6UniqueLocal  : False\nIsIPv4MappedToIPv6 : False\nAddress            : 16777343\nIPAddressToString  : 127.0.0.1\n\nInterNetworkV6\n10.0.0.1\nFalse\nTrue\n",
    ],
  ],
  [
    [
      "[math]::Round(2.5); [math]::Round(2.5,[MidpointRounding]::AwayFromZero); [math]::Round(1.2345,2); [math]::Truncate(-1.5); [math]::Sign(-3); [math]::Pow(2,10); [math]::DivRem(7,2,[ref]$null); [math]::Ceiling(1.1); [math]::Log10(1000); [math]::Abs(-5); [math]::Max(1,2.5); [math]::Clamp(5,1,3); [math]::BigMul(2,3); [math]::IEEERemainder(5,3); [math]::Cbrt(27)",
    ],
    ["2\n3\n1.23\n-1\n-1\n1024\n3\n2\n3\n5\n2\n3\n6\n-1\n3\n"],
  ],
  [
    [
      "[string]::Join('-',1,2); [string]::Format('{0,5}|{1:x}',1,255); [string]::IsNullOrWhiteSpace(' '); [string]::Compare('a','B',$true); [string]::Concat('a',1,$null); 'abc'.PadLeft(5,'*'); 'a,b;c'.Split(',;'.ToCharArray()) -join '|'; 'abc'.IndexOfAny('cb'.ToCharArray()); 'abc'.Insert(1,'X'); 'aXbX'.LastIndexOf('X'); 'abc'.ToCharArray().Count; 'abcabc'.Replace('b','Z'); ' a '.Trim().Length; 'abc'.Substring(1); 'xay'.Trim('x','y'); 'abc'.Contains('B'); 'abc'.StartsWith('AB','OrdinalIgnoreCase'); 'a'.CompareTo('b'); 'abc'.Remove(1); 'a-b'.Split('-',2).Count; 'ab'.Normalize(); 'abc'.EndsWith('c'); 'ß'.ToUpper(); 'I'.ToLowerInvariant()",
    ],
    [
      "1-2\n    1|ff\nTrue\n-1\na1\n**abc\na|b|c\n1\naXbc\n3\n3\naZcaZc\n1\nbc\na\nFalse\nTrue\n-1\na\n2\nab\nTrue\nß\ni\n",
    ],
  ],
  [
    [
      "[char]::IsDigit('5'); [char]::ToUpper('a'); [char]65; [int][char]'a'; [char]::IsLetterOrDigit('_'); [char]::GetNumericValue('7'); [char]::IsUpper('A'); 'a'[0].GetType().Name; [char]'a' + 1; [char]::ConvertFromUtf32(128512).Length; [char]::IsWhiteSpace(' '); [char]::IsPunctuation('!')",
    ],
    ["True\nA\nA\n97\nFalse\n7\nTrue\nChar\na1\n2\nTrue\nTrue\n"],
  ],
  [
    [
      "$m=[regex]::Match('key=val','(?<k>\\w+)=(?<v>\\w+)'); $m.Groups['k'].Value; $m.Success; $m.Index; $m.Groups.Count; [regex]::Matches('a1b2','\\d').Value -join ','; [regex]::Replace('abc','b',{param($m) $m.Value.ToUpper()}); [regex]::Split('a1b2c','\\d') -join ','; [regex]::Escape('a.b'); [regex]::IsMatch('A','a','IgnoreCase'); ([regex]'(\\d)').GetGroupNumbers() -join ','; $m.Groups['k'] ; ([regex]'a').Replace('aaa','b',2); $m.NextMatch().Success; [regex]::Unescape('\\t').Length; $m.Result('${v}-${k}'); ([regex]'x').Options",
    ],
    [
      "key\nTrue\n0\n3\n1,2\naBc\na,b,c\na\\.b\nTrue\n0,1\n\nSuccess   : True\nName      : k\nCaptures  : {k}\nIndex     : 0\nLength    : 3\nValue     : key\nValueSpan : \n\nbba\nFalse\n1\nval-key\nNone\n",
    ],
  ],
  [["[datetime]::Parse('5 March 2024',[cultureinfo]'de-DE').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('März 2024',[cultureinfo]'de-DE').ToString('s')"], ["2024-03-01T00:00:00\n"]],
  [["[datetime]::Parse('5. Mär 24',[cultureinfo]'de-DE').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('5/3/24 3:05 PM',[cultureinfo]'en-GB').ToString('s')"], ["2024-03-05T15:05:00\n"]],
  [
    ["[datetime]::Parse('14.30',[cultureinfo]'it-IT').ToString('s')"],
    [
      "Exception calling \"Parse\" with \"2\" argument(s): \"String '14.30' was not recognized as a valid DateTime.\"\nAt line:1 char:1\n+ [datetime]::Parse('14.30',[cultureinfo]'it-IT').ToString('s')\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : FormatException\n",
    ],
  ],
  [["[datetime]::Parse('2024-03-05',[cultureinfo]'de-DE').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('5 3 2024',[cultureinfo]'de-DE').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('mardi 5 mars 2024 14:30',[cultureinfo]'fr-FR').ToString('s')"], ["2024-03-05T14:30:00\n"]],
  [["[datetime]::Parse('5 mrt 2024',[cultureinfo]'nl-NL').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('2024年3月5日',[cultureinfo]'ja-JP').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [
    ["[datetime]::Parse('13/25/2024',[cultureinfo]'en-GB').ToString('s')"],
    [
      "Exception calling \"Parse\" with \"2\" argument(s): \"String '13/25/2024' was not recognized as a valid DateTime.\"\nAt line:1 char:1\n+ [datetime]::Parse('13/25/2024',[cultureinfo]'en-GB').ToString('s')\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : FormatException\n",
    ],
  ],
  [["[datetime]::Parse('tisdag 5 mars 2024',[cultureinfo]'sv-SE').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('5.3.2024',[cultureinfo]'sv-SE').ToString('s')"], ["2024-05-03T00:00:00\n"]],
  [
    ["[datetime]::Parse('foo',[cultureinfo]'de-DE').ToString('s')"],
    [
      "Exception calling \"Parse\" with \"2\" argument(s): \"The string 'foo' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.\"\nAt line:1 char:1\n+ [datetime]::Parse('foo',[cultureinfo]'de-DE').ToString('s')\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : FormatException\n",
    ],
  ],
  [["[datetime]::Parse('5-Mar-2024',[cultureinfo]'fr-FR').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [["[datetime]::Parse('3/2024',[cultureinfo]'fr-FR').ToString('s')"], ["2024-03-01T00:00:00\n"]],
  [["[datetime]::Parse('5 mar. 2024',[cultureinfo]'es-ES').ToString('s')"], ["2024-03-05T00:00:00\n"]],
  [
    [
      "[datetime]::Parse('terça-feira, 5 de março de 2024',[cultureinfo]'pt-BR').ToString('s')",
      "[datetime]::Parse('2024-03-05 10:00',$null,'AssumeUniversal').Kind; [datetime]::Parse('2024-03-05 10:00',$null,'AssumeUniversal, AdjustToUniversal').Kind; [datetime]::Parse('2024-03-05T10:00:00Z',$null,'RoundtripKind').Kind; [datetime]::ParseExact('2024-03-05','yyyy-MM-dd',$null,'AssumeLocal').Kind; [datetime]::ParseExact('2024-03-05','yyyy-MM-dd',$null).Kind",
    ],
    ["2024-03-05T00:00:00\n", "Local\nUtc\nUtc\nLocal\nUnspecified\n"],
  ],
  [
    [
      "([uri]'http://h/a/../b/./c').AbsoluteUri; ([uri]'http://h/../a').AbsolutePath; ([uri]'http://h/a/b/..').AbsoluteUri; ([uri]'http://h/a/.').AbsoluteUri; ([uri]'ldap://h/a/../b').AbsoluteUri; ([uri]'file:///c:/a/../b').LocalPath; ([uri]'http://h/a/../b').OriginalString; ([uri]'http://h//a//../b').AbsoluteUri; ([uri]'http://h/a/..;x').AbsoluteUri; \"$([uri]'http://h/a/../b')\"; [uri]::new([uri]'http://h/x/y','../z').AbsoluteUri",
    ],
    [
      "http://h/b/c\n/a\nhttp://h/a/\nhttp://h/a/\nldap://h/a/../b\nc:\\b\nhttp://h/a/../b\nhttp://h//a/b\nhttp://h/a/..;x\nhttp://h/b\nhttp://h/z\n",
    ],
  ],
  [["$OFS = $null; \"$('a', 'b')\"; $OFS = ''; \"$(1, 2)\""], ["a b\n12\n"]],
];

test.each(rows)("%j", (lines, shown) => {
  expect(typed(...lines)).toEqual(shown);
});
