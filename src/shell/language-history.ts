/** How sure a row is: seen on a console of the old version, said by Microsoft's documentation, or remembered. */
export type HistoryCertainty = "captured" | "documented" | "memory";

/** What a version of PowerShell brought, and what the versions before it do instead. */
export interface LanguageChange {
  readonly feature: string;
  /** PowerShell version that brought it. */
  readonly since: "3.0" | "4.0" | "5.0" | "7.0";
  /** A line that needs it. */
  readonly line: string;
  /** What happens to the line before. */
  readonly before: string;
  /** Of what happens before. */
  readonly certainty: HistoryCertainty;
  readonly evidence: string;
}

const whatsNew = "What's New in Windows PowerShell";
const specification = "Windows PowerShell Language Specification 2.0";
const redirections = "about_Redirection: streams by version";

/**
 * What scripts of today use and PowerShell 2.0, under Exchange 2010, lacks or does otherwise, beside cmdlets and
 * parameters, which say in their declarations since when they exist. The facts of the layers (ParserEdition,
 * RuntimeFacts, ValueFacts, BindingFacts, FormattingFacts) do what the rows say; docs/powershell-2.md shows them.
 */
export const languageHistory: readonly LanguageChange[] = [
  {
    feature: "`-in`, `-notin`",
    since: "3.0",
    line: "1 -in 1,2",
    before: "parse error `ExpectedValueExpression` behind the dash, which is a minus",
    certainty: "captured",
    evidence: "consoles in issues of chocolatey-packages (1867), PowerTools (25), flare-vm (481)",
  },
  {
    feature: "`-shl`, `-shr`",
    since: "3.0",
    line: "1 -shl 2",
    before: "the same parse error",
    certainty: "documented",
    evidence: `${whatsNew}; the error as for \`-in\``,
  },
  {
    feature: "`[ordered]@{}`",
    since: "3.0",
    line: "[ordered]@{ a = 1 }",
    before: "`Unable to find type [ordered]: make sure that the assembly containing this type is loaded.`",
    certainty: "captured",
    evidence: "console in issue 33 of Egress-Assess",
  },
  {
    feature: "`[pscustomobject]@{}`",
    since: "3.0",
    line: "[pscustomobject]@{ a = 1 }",
    before: "a hashtable",
    certainty: "memory",
    evidence: "",
  },
  {
    feature: "`Where-Object Name -eq x`",
    since: "3.0",
    line: "1,2 | Where-Object Length -eq 1",
    before: "the name does not convert to a script block",
    certainty: "captured",
    evidence: "consoles in issues of IsePester (3), Get-UserSession (1), puppet-windowsfeature (7)",
  },
  {
    feature: "`ForEach-Object Name`",
    since: "3.0",
    line: "1,2 | ForEach-Object ToString",
    before: "the name does not convert to a script block",
    certainty: "documented",
    evidence: `${whatsNew}; the error as for Where-Object`,
  },
  {
    feature: "`$PSItem`",
    since: "3.0",
    line: "1,2 | Where-Object { $PSItem -eq 1 }",
    before: "a variable like others: nothing is in it",
    certainty: "documented",
    evidence: "about_Automatic_Variables",
  },
  {
    feature: "members of an array's elements, `$array.Name`",
    since: "3.0",
    line: "(Get-Alias gc, gci).Definition",
    before: "`$null`: the array has no such property",
    certainty: "documented",
    evidence: `${whatsNew}; issue 3 of ZeroConfigExeInstall`,
  },
  {
    feature: "methods of an array's elements, `$array.Method()`",
    since: "3.0",
    line: "('a', 'b').ToUpper()",
    before: "`Method invocation failed because [System.Object[]] doesn't contain a method named 'ToUpper'.`",
    certainty: "captured",
    evidence: "console in a post about releasing NuGet packages: Split of System.Object[]",
  },
  {
    feature: "`Count` and `Length` of a single object",
    since: "3.0",
    line: "$x = 5; $x.Count",
    before: "`$null`",
    certainty: "documented",
    evidence: "about_Properties",
  },
  {
    feature: "an index into a single object, `$x[0]`",
    since: "3.0",
    line: "$x = 5; $x[0]",
    before: "`Unable to index into an object of type System.Int32.`",
    certainty: "memory",
    evidence: "",
  },
  {
    feature: "`foreach` over `$null` runs no round",
    since: "3.0",
    line: "foreach ($x in $null) { 'a round' }",
    before: "one round, with `$null`",
    certainty: "documented",
    evidence: `${whatsNew}; issue 29 of bench`,
  },
  {
    feature: "redirection of warnings, verbose and debug messages: `3>`, `4>`, `5>`, `*>`",
    since: "3.0",
    line: "Write-Warning careful 3> C:\\warnings.txt",
    before: "the number or the star is an argument, and `>` redirects the output",
    certainty: "documented",
    evidence: `${redirections}; ${specification}`,
  },
  {
    feature: "`3>&1`, `*>&1`",
    since: "3.0",
    line: "Write-Warning careful 3>&1",
    before: "parse error `MissingFileSpecification`",
    certainty: "memory",
    evidence: specification,
  },
  {
    feature: "`$using:x`",
    since: "3.0",
    line: "$using:x",
    before: "a variable of a drive that is not there: `$null`",
    certainty: "documented",
    evidence: "about_Remote_Variables",
  },
  {
    feature: "attribute arguments without a value, `[Parameter(Mandatory)]`",
    since: "3.0",
    line: "function f { param([Parameter(Mandatory)] $x) $x }",
    before: '`The "=" operator is missing after a named argument.`',
    certainty: "captured",
    evidence: "consoles in issues of PowerShellGuard (4), NOAH (5), clang-power-tools (12)",
  },
  {
    feature: "`$PSDefaultParameterValues`",
    since: "3.0",
    line: "$PSDefaultParameterValues = @{ 'Get-Date:Year' = 1999 }; (Get-Date).Year",
    before: "a variable like others, without effect",
    certainty: "documented",
    evidence: "about_Parameters_Default_Values",
  },
  {
    feature: "`.Where()` and `.ForEach()`",
    since: "4.0",
    line: "(1, 2).Where({ $_ -eq 1 })",
    before: "no such method",
    certainty: "documented",
    evidence: "about_Arrays",
  },
  {
    feature: "`-PipelineVariable`",
    since: "4.0",
    line: "Get-Date -PipelineVariable now",
    before: "no such parameter",
    certainty: "documented",
    evidence: "about_CommonParameters",
  },
  {
    feature: "`[type]::new()`",
    since: "5.0",
    line: "[datetime]::new(2010, 1, 1)",
    before: "no such method",
    certainty: "documented",
    evidence: "about_Object_Creation",
  },
  {
    feature: "`class`, `enum`",
    since: "5.0",
    line: "class Box { $Size }",
    before: "a command that is not there",
    certainty: "documented",
    evidence: "about_Classes",
  },
  {
    feature: "the information stream, `6>`, `-InformationAction`",
    since: "5.0",
    line: "Get-Date -InformationAction Continue",
    before: "no such parameter",
    certainty: "documented",
    evidence: redirections,
  },
  {
    feature: "`a && b`, `a || b`",
    since: "7.0",
    line: "1 && 2",
    before: "parse error `InvalidEndOfLine`",
    certainty: "memory",
    evidence: "consoles of 5.1 have this message; the mark is that of 2.0's other parse errors",
  },
  {
    feature: "`$a ? b : c`, `??`, `??=`",
    since: "7.0",
    line: "$null ?? 1",
    before: "parse error `UnexpectedToken`",
    certainty: "memory",
    evidence: "consoles of 5.1 have this message; the mark is that of 2.0's other parse errors",
  },
];
