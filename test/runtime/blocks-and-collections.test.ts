// Blocks that a method runs, exceptions with a parameter's name, and collections of .NET, each line as the engine answers it.
import { expect, test } from "vitest";
import { typed } from "./typed.js";

const rows: readonly (readonly [line: string, text: string])[] = [
  [
    "{ 1/0 }.Invoke(); 'next'",
    'Exception calling "Invoke" with "0" argument(s): "Attempted to divide by zero."\nAt line:1 char:1\n+ { 1/0 }.Invoke(); \'next\'\n+ ~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\nnext\n',
  ],
  [
    "{ 1/0 }.InvokeReturnAsIs(); 'next'",
    'Exception calling "InvokeReturnAsIs" with "0" argument(s): "Attempted to divide by zero."\nAt line:1 char:1\n+ { 1/0 }.InvokeReturnAsIs(); \'next\'\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\nnext\n',
  ],
  [
    "{ throw 'x' }.InvokeReturnAsIs(); 'next'",
    'Exception calling "InvokeReturnAsIs" with "0" argument(s): "x"\nAt line:1 char:1\n+ { throw \'x\' }.InvokeReturnAsIs(); \'next\'\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\nnext\n',
  ],
  [
    "{ throw 'x' }.Invoke(); 'next'",
    'Exception calling "Invoke" with "0" argument(s): "x"\nAt line:1 char:1\n+ { throw \'x\' }.Invoke(); \'next\'\n+ ~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\nnext\n',
  ],
  [
    "try { { throw 'x' }.Invoke() } catch { $_.Exception.GetType().Name; $_.FullyQualifiedErrorId }",
    "MethodInvocationException\nRuntimeException\n",
  ],
  [
    "{ 1; throw 'x' }.Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "x"\nAt line:1 char:1\n+ { 1; throw \'x\' }.Invoke()\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\n',
  ],
  [
    "$ErrorActionPreference = 'Stop'; { nope }.Invoke(); 'n'",
    "Exception calling \"Invoke\" with \"0\" argument(s): \"The term 'nope' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.\"\nAt line:1 char:34\n+ $ErrorActionPreference = 'Stop'; { nope }.Invoke(); 'n'\n+                                  ~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], ParentContainsErrorRecordException\n+ FullyQualifiedErrorId : CommandNotFoundException\n",
  ],
  [
    "{ nope; 2 }.Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "The term \'nope\' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again."\nAt line:1 char:1\n+ { nope; 2 }.Invoke()\n+ ~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : CommandNotFoundException\n',
  ],
  [
    "function f { throw [ArgumentException]'bad' }; { f }.Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "bad"\nAt line:1 char:48\n+ function f { throw [ArgumentException]\'bad\' }; { f }.Invoke()\n+                                                ~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\n',
  ],
  ["[ArgumentException]::new('msg','param').Message", "msg (Parameter 'param')\n"],
  ["[ArgumentException]::new('msg','param').ParamName", "param\n"],
  ["[ArgumentNullException]::new('p').Message", "Value cannot be null. (Parameter 'p')\n"],
  ["[ArgumentNullException]::new('p','m').Message", "m (Parameter 'p')\n"],
  [
    "[ArgumentOutOfRangeException]::new('p').Message",
    "Specified argument was out of the range of valid values. (Parameter 'p')\n",
  ],
  ["[ArgumentOutOfRangeException]::new('p',5,'m').Message", "m (Parameter 'p')\nActual value was 5.\n"],
  ["[ArgumentOutOfRangeException]::new('p',5,'m').ActualValue", "5\n"],
  ["[ArgumentException]::new('msg','param',[Exception]::new('i')).Message", "msg (Parameter 'param')\n"],
  [
    "$l = [System.Collections.Generic.LinkedList[string]]::new(); $n = $l.AddLast('a'); $null = $l.AddAfter($n,'b'); $l.RemoveFirst(); $l.Last.Value; $l.Contains('b'); $l.Find('b').Value",
    "b\nTrue\nb\n",
  ],
  [
    "$d = [System.Collections.Concurrent.ConcurrentDictionary[string,int]]::new(); $d.TryAdd('a',1); $d['b'] = 2; $d.Count; $d.ContainsKey('A'); $v = 0; $d.TryGetValue('a',[ref]$v); $v",
    "True\n2\nFalse\nTrue\n1\n",
  ],
  [
    "$d = [System.Collections.Concurrent.ConcurrentDictionary[string,int]]::new(); $d['a'] = 1; $d.GetOrAdd('a',5); $d.GetOrAdd('z',5); $r = 0; $d.TryRemove('a',[ref]$r); $r; $d.Keys",
    "1\n5\nTrue\n1\nz\n",
  ],
  [
    "$n = [System.Collections.Specialized.NameValueCollection]::new(); $n.Add('a','1'); $n.Add('A','2'); $n['a']; $n.Count; $n.AllKeys; $n.GetValues('a')",
    "1,2\n1\na\n1\n2\n",
  ],
  [
    "$s = [System.Collections.SortedList]::new(); $s.Add('b',1); $s.Add('a',2); $s; $s.GetKey(0); $s.GetByIndex(1)",
    "\nName                           Value\n----                           -----\na                              2\nb                              1\na\n1\n\n",
  ],
  [
    "$s = [System.Collections.Generic.SortedList[string,int]]::new(); $s.Add('b',1); $s.Add('a',2); $s.Keys -join ','; $s.IndexOfKey('b')",
    "a,b\n1\n",
  ],
  [
    "$s = [System.Collections.Generic.SortedDictionary[string,int]]::new(); $s['b']=1; $s['a']=2; $s",
    "\nKey Value\n--- -----\na       2\nb       1\n\n",
  ],
  ['$h = [System.Collections.Generic.SortedSet[int]]::new([int[]](3,1,2)); "$h"; $h.Min; $h.Max', "1 2 3\n1\n3\n"],
  [
    "$s = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase); $s.Add('a'); $s.Add('A')",
    "True\nFalse\n",
  ],
  [
    "$d = [System.Collections.Generic.Dictionary[string,int]]::new([StringComparer]::OrdinalIgnoreCase); $d['a'] = 1; $d['A']",
    "1\n",
  ],
  ["[System.Collections.Generic.KeyValuePair[string,int]]::new('a',1)", "\nKey Value\n--- -----\na       1\n\n"],
  [
    "[System.Collections.DictionaryEntry]::new('a',1)",
    "\nName                           Value\n----                           -----\na                              1\n\n",
  ],
];

test.each(rows)("%s", (line, text) => {
  expect(typed(line)).toEqual([text]);
});
