import { createShell, type EditionName, type Shell, topologies } from "../../src/index.js";

/** A line that changes something that a session can hold, after lines that make it. */
export interface ChangingLine {
  readonly what: string;
  readonly setup: readonly string[];
  readonly line: string;
  readonly edition?: EditionName;
}

const of = (what: string, setup: string | readonly string[], line: string, edition?: EditionName): ChangingLine => ({
  what,
  setup: typeof setup === "string" ? [setup] : setup,
  line,
  ...(edition === undefined ? {} : { edition }),
});

/** A shell in which the setup of a changing line has run; without Exchange's cmdlets over an organization of nothing. */
export function started({ setup, edition = "PowerShell7" }: ChangingLine): Shell {
  const shell = createShell({
    edition,
    topology: edition.startsWith("Exchange") ? topologies.headOffice : topologies.empty,
  });
  for (const line of setup) shell.run(line);
  return shell;
}

/** Each kind of container and each table of a session at least once. */
export const changingLines: readonly ChangingLine[] = [
  // variables
  of("a variable", "$x = 1", "$x++; $x"),
  of("a new variable", [], "$new = 5; $new"),
  of("a removed variable", "$x = 1; $y = 2", "Remove-Variable x; $x; $y = 3"),
  of("a cleared variable", "$x = 1", "Clear-Variable x; $x"),
  of(
    "options of a variable",
    "$x = 1",
    "Set-Variable x -Option ReadOnly -Description text; $x = 2; (Get-Variable x).Options",
  ),
  of("the type of a variable", "$x = 1", "[string]$x = 2; $x.GetType().Name; $x = 3; $x.GetType().Name"),
  of("a validated variable", "[ValidateRange(1, 5)]$x = 1", "$x = 5; $x = 6; $x"),
  of("a constant", [], "Set-Variable c 5 -Option Constant; $c = 6; $c"),
  of("a variable that is the same in all scopes", "Set-Variable a 1 -Option AllScope", "& { $a = 2 }; $a"),
  of("a variable of the caller by reference", "$x = 1; $r = [ref]$x", "$r.Value = 7; $x"),
  of("a reference of its own", "$r = [ref]5", "$r.Value += 2; $r.Value"),
  of("a variable as an object", "$x = 1; $v = Get-Variable x", "$v.Value = 9; $x"),
  of("a script variable", "$script:x = 1", "& { $script:x = 2; $global:y = 3 }; $x; $y"),
  of("$Matches", "$null = 'abc' -match 'b'", "$null = 'xyz' -match '(?<n>y)'; $Matches.n; $Matches.Count"),
  of("a preference", [], "$ErrorActionPreference = 'SilentlyContinue'; Get-Nothing; 'quiet'"),
  of("$OFS", "$a = 1, 2", "$OFS = '-'; \"$a\""),
  of("$?", [], "Get-Nothing; $?"),
  of("$^ and $$", "'first' + 'line'", '"$^ $$"'),
  // arrays and lists
  of("an element of an array", "$a = 1, 2, 3", "$a[1] = 'x'; $a[1] = 'y'; \"$a\""),
  of("an array that is sorted", "$a = 3, 1, 2", '[array]::Sort($a); [array]::Reverse($a); "$a"'),
  of("an array of arrays", "$a = @(1, 2), @(3, 4)", '$a[0][1] = 5; "$($a[0])"'),
  of("an array of numbers", "[int[]]$a = 1, 2, 3", '$a[0] = 9; [array]::Clear($a, 1, 1); "$a"'),
  of("the end of an ArrayList", "$l = [Collections.ArrayList](1, 2)", '$null = $l.Add(3); $l.AddRange((4, 5)); "$l"'),
  of(
    "the middle of an ArrayList",
    "$l = [Collections.ArrayList](1, 2, 3, 4, 5)",
    "$l.Insert(2, 'x'); $l[4] = 'y'; $l.RemoveAt(0); $l.Remove('x'); $l[0] = 'z'; $l.RemoveRange(1, 2); \"$l\"",
  ),
  of(
    "a reversed and sorted list",
    "$l = [Collections.ArrayList](3, 1, 2)",
    '$l[0] = 7; $l.Sort(); $l.Reverse(); $null = $l.Add(9); "$l"',
  ),
  of("an emptied list", "$l = [Collections.ArrayList](3, 1, 2)", '$l.Clear(); $null = $l.Add(1); "$l"'),
  of(
    "a generic list",
    "$l = [Collections.Generic.List[int]]::new(); $l.Add(1)",
    '$l.Add(2); $l[0] = 5; $l.Capacity = 50; "$l $($l.Capacity)"',
  ),
  of("a queue", "$q = [Collections.Queue]::new(); 1..3 | % { $q.Enqueue($_) }", '$q.Dequeue(); $q.Enqueue(9); "$q"'),
  of(
    "a queue that drops what was taken",
    "$q = [Collections.Queue]::new(); 1..100 | % { $q.Enqueue($_) }",
    "1..70 | % { $null = $q.Dequeue() }; $q.Enqueue(9); $q.Count; $q.Peek()",
  ),
  of("a stack", "$s = [Collections.Stack]::new(); 1..3 | % { $s.Push($_) }", '$s.Pop(); $s.Push(9); $s.Push(8); "$s"'),
  of("an emptied stack", "$s = [Collections.Stack]::new(); 1..3 | % { $s.Push($_) }", '$s.Clear(); $s.Push(1); "$s"'),
  of("an array of two dimensions", "$m = New-Object 'int[,]' 2, 2", '$m[0, 1] = 5; $m[0, 1] += 1; "$m"'),
  // dictionaries and sets
  of("a hashtable's value", "$h = @{ a = 1; b = 2 }", "$h.a = 5; $h['b'] += 1; \"$($h.a) $($h.b)\""),
  of(
    "a hashtable's keys",
    "$h = @{ a = 1; b = 2; c = 3 }",
    "$h.Remove('a'); $h.d = 4; $h.Add('a', 9); $h.Count; \"$($h.a)\"",
  ),
  of("an emptied hashtable", "$h = @{ a = 1; b = 2 }", "$h.a = 7; $h.Clear(); $h.z = 1; $h.Count"),
  of(
    "keys of all kinds",
    "$h = @{ 1 = 'int'; 1.5 = 'double'; 'x' = 'text' }",
    "$h[1] = 2; $h.Remove(1.5); $h[[datetime]'2020-01-01'] = 3; $h.Count",
  ),
  of(
    "an ordered dictionary",
    "$o = [ordered]@{ a = 1; b = 2; c = 3 }",
    "$o.Remove('a'); $o.Insert(1, 'x', 9); $o[0] = 'first'; $o.a = 1; \"$($o.Keys) $($o.Values)\"",
  ),
  of(
    "a generic dictionary",
    "$d = [Collections.Generic.Dictionary[string, int]]::new(); $d['a'] = 1",
    "$d['a'] = 2; $d.Add('b', 3); $null = $d.Remove('a'); \"$($d.Keys)\"",
  ),
  of(
    "keys that are objects",
    "$k = [pscustomobject]@{ n = 1 }; $h = @{ $k = 'one' }",
    "$h[$k] = 'two'; $k.n = 2; $h[$k]",
  ),
  of("a hashtable that holds itself", "$h = @{ a = 1 }; $h.self = $h", "$h.self.self.a = 5; $h.a"),
  of(
    "a set",
    "$s = [Collections.Generic.HashSet[int]]::new(); 1..4 | % { $null = $s.Add($_) }",
    '$s.Add(9); $s.Remove(2); $s.ExceptWith([int[]](1, 3)); "$s"',
  ),
  of("default parameter values", [], "$PSDefaultParameterValues['Get-Date:Format'] = 'yyyy'; Get-Date"),
  // objects
  of("a note", "$o = [pscustomobject]@{ A = 1 }", "$o.A = 2; $o.A = 3; $o.A"),
  of(
    "an added member",
    "$o = [pscustomobject]@{ A = 1 }",
    "$o | Add-Member B 5; $o | Add-Member ScriptMethod Twice { $this.A * 2 }; $o.B; $o.Twice()",
  ),
  of(
    "a removed member",
    "$o = [pscustomobject]@{ A = 1; B = 2; C = 3 }",
    "$o.psobject.Properties.Remove('A'); $o | Add-Member D 4; $o",
  ),
  of(
    "members of a text",
    "$t = 'text' | Add-Member Note 1 -PassThru",
    '$t.Note = 2; $t | Add-Member More 3; "$t $($t.Note) $($t.More)"',
  ),
  of("members of a date", "$d = [datetime]'2020-01-01'", "$d | Add-Member Note 1; $d.Note"),
  of("members of a hashtable", "$h = @{ a = 1 }", "$h | Add-Member Note 1; $h.Note; $h.a = 2"),
  of(
    "type names of an object",
    "$o = [pscustomobject]@{ A = 1 }",
    "$o.pstypenames.Insert(0, 'My.Type'); $o.pstypenames[0]",
  ),
  of(
    "a property as an object",
    "$o = [pscustomobject]@{ A = 1 }; $p = $o.psobject.Properties['A']",
    "$p.Value = 5; $o.A; $p.Name",
  ),
  of(
    "an error record",
    "try { throw 'x' } catch { $e = $_ }",
    "$e | Add-Member Note 1; Write-Error -ErrorRecord $e; try { throw $e } catch { $_.Note }",
  ),
  of(
    "a text builder",
    "$b = [Text.StringBuilder]::new('abc')",
    "$null = $b.Append('def').Insert(0, '>').Replace('c', 'C'); $b.Length = 4; \"$b\"",
  ),
  of("a seeded source of numbers", "$r = [Random]::new(5)", "$r.Next(); $r.Next(100)"),
  of("a stopwatch", "$w = [Diagnostics.Stopwatch]::StartNew()", "Start-Sleep 2; $w.Stop(); $w.Elapsed.TotalSeconds"),
  of("an enumerator", "$e = (1..5).GetEnumerator(); $null = $e.MoveNext()", "$null = $e.MoveNext(); $e.Current"),
  of(
    "an enumerator of a hashtable",
    "$e = ([ordered]@{ a = 1; b = 2 }).GetEnumerator(); $null = $e.MoveNext()",
    "$null = $e.MoveNext(); $e.Current.Key",
  ),
  of("a match", "$m = [regex]::new('a.').Match('abacad')", "$m = $m.NextMatch(); $m.Value; $m.NextMatch().Value"),
  of(
    "an XML document",
    "$x = [xml]'<a b=\"1\"><c>text</c><d/></a>'; $c = $x.a; $l = $x.GetElementsByTagName('c'); $n = $c.ChildNodes",
    "$x.a.b = '2'; $x.a.c = 'new'; $null = $x.a.AppendChild($x.CreateElement('e')); $null = $c.RemoveChild($c.FirstChild); $x.OuterXml; $c.b; $l.Count; $n.Count",
  ),
  of(
    "an object that was serialized",
    "$d = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@{ a = 1; b = 'x', 2 }))",
    "$d.b[0] = 'y'; $d.c = 3; $d.Count; \"$($d.b)\"",
  ),
  of("a secure text", "$s = [Security.SecureString]::new(); $s.AppendChar('a')", "$s.AppendChar('b'); $s.Length"),
  of(
    "a group of objects",
    "$g = 1..5 | Group-Object { $_ % 2 }",
    "$g[0].Group[0]; $g[0] | Add-Member Note 1; $g[0].Note",
  ),
  // code
  of("a function", "function f { 1 }", "function f { 2 }; function g { 3 }; f; g"),
  of("a removed function", 'function f($a) { "<$a>" }', "f 1; Remove-Item function:f; f 2"),
  of(
    "a closure",
    "function counter { $n = 0; { $script:n++; $n }.GetNewClosure() }; $c = counter; $d = counter",
    "& $c; & $c; & $d",
  ),
  of("a script block", "$b = { param($x) $x * 2 }", "$b | Add-Member Note 1; & $b 4; $b.Note; $b"),
  of("an alias", [], "Set-Alias now Get-Date; (Get-Alias now).Definition"),
  of(
    "a changed alias",
    "Set-Alias say Write-Output",
    "Set-Alias say Write-Warning; say 'x'; Remove-Item alias:say; say 'y'",
  ),
  of("strict mode", [], "Set-StrictMode -Version 2; $nothing"),
  of("opened namespaces", [], "using namespace System.Text\n[StringBuilder]::new('x').Length"),
  of("an environment variable", "$env:A = '1'", "$env:A = '2'; $env:B = '3'; \"$env:A$env:B\"; $env:A = ''"),
  // the session
  of("$Error", "Get-Nothing", "Get-Nothing2; $Error.Count; $Error[1].TargetObject"),
  of("emptied $Error", "Get-Nothing", "$Error.Clear(); $Error.Count; Get-Nothing"),
  of("an error that is shown again", "Get-Nothing", "$Error[0]; $Error[0]"),
  of("history", ["'one'", "'two'"], "Get-History | % CommandLine"),
  of("forgotten history", ["'one'", "'two'"], "Clear-History; (Get-History).Count"),
  of(
    "type data",
    [],
    "Update-TypeData -TypeName System.String -MemberName Twice -MemberType ScriptProperty -Value { $this * 2 }; 'ab'.Twice",
  ),
  of(
    "removed type data",
    "Update-TypeData -TypeName My.Type -MemberName A -MemberType NoteProperty -Value 1; $o = [pscustomobject]@{ PSTypeName = 'My.Type' }",
    "$o.A; Remove-TypeData My.Type; $o.A",
  ),
  of("random numbers", "$null = Get-Random", "Get-Random; New-Guid; [guid]::NewGuid(); Get-Random -Maximum 10"),
  of("the clock", [], "Start-Sleep 90; Get-Date -Format o"),
  of(
    "a file",
    "'one' | Set-Content C:\\a.txt",
    "'two' | Add-Content C:\\a.txt; Get-Content C:\\a.txt; New-Item C:\\b -ItemType Directory; Remove-Item C:\\a.txt; Test-Path C:\\a.txt",
  ),
  of(
    "the location",
    "$null = New-Item C:\\b -ItemType Directory",
    "Set-Location C:\\b; Push-Location C:\\; Get-Location; Pop-Location; Get-Location",
  ),
  of("a line with an error in its middle", "$h = @{ a = 1 }", "$h.a = 2; throw 'enough'; $h.a = 3"),
  of("a line that does not parse", "$x = 1", "$x = 2; )"),
  of("an incomplete line", "$x = 1", "$x = 2; if (1) {"),
  of("a line that leaves", "$x = 1", "$x = 2; exit 3"),
  // the organization
  of(
    "an object of the organization",
    [],
    "Set-MailboxDatabase MB-HO-01 -Name Renamed; (Get-MailboxDatabase Renamed).Name",
    "Exchange2010",
  ),
  of(
    "a new object of the organization",
    [],
    "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice; Get-ClientAccessArray",
    "Exchange2010",
  ),
  of(
    "a removed object of the organization",
    [],
    "Remove-MailboxDatabase RDB-HO-01 -Confirm:$false; @(Get-MailboxDatabase).Count",
    "Exchange2013",
  ),
  of(
    "an object that was read",
    "$d = Get-MailboxDatabase MB-HO-01; $n = $d.Name",
    "$d.Name = 'other'; $d | Add-Member Note 1; $d.Server; $d.Name; $d.Note",
    "Exchange2013",
  ),
  of("errors of a remote session", [], "Get-MailboxDatabase nowhere; $Error[0].CategoryInfo.Reason", "Exchange2016"),
];
