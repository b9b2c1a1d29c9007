/**
 * The parameters that the engine's cmdlets have beside the common ones, a cmdlet a line: those of all versions from 5.1
 * on, behind `5:` those of 5.1 only, behind `7:` those of 7 only. The cmdlets of Microsoft.PowerShell.Core are as
 * `(Get-Command NAME).Parameters` of PowerShell 7.6 has them; the others from memory of those shells.
 * `-UseTransaction` of 5.1's provider cmdlets is left out.
 */
export const engineParameters = `
Add-Content: Value PassThru Path LiteralPath Filter Include Exclude Force Credential Encoding Stream NoNewline 7: AsByteStream
Add-History: InputObject Passthru
Add-Member: InputObject MemberType Name Value SecondValue TypeName Force PassThru NotePropertyName NotePropertyValue NotePropertyMembers
Clear-Content: Path LiteralPath Filter Include Exclude Force Credential Stream
Clear-History: Id CommandLine Count Newest
Clear-Variable: Name Include Exclude Force PassThru Scope
Compare-Object: ReferenceObject DifferenceObject SyncWindow Property ExcludeDifferent IncludeEqual PassThru Culture CaseSensitive
Convert-Path: Path LiteralPath
ConvertFrom-Csv: Delimiter UseCulture InputObject Header
ConvertFrom-Json: InputObject 7: AsHashtable Depth NoEnumerate DateKind
ConvertFrom-SecureString: SecureString SecureKey Key 7: AsPlainText
ConvertFrom-StringData: StringData 7: Delimiter
ConvertTo-Csv: InputObject NoTypeInformation Delimiter UseCulture 7: IncludeTypeInformation QuoteFields UseQuotes NoHeader
ConvertTo-Html: InputObject Property Body Head Title As CssUri Fragment PostContent PreContent 7: Meta Charset Transitional
ConvertTo-Json: InputObject Depth Compress 7: EnumsAsStrings AsArray EscapeHandling
ConvertTo-SecureString: String AsPlainText Force SecureKey Key
ConvertTo-Xml: Depth InputObject NoTypeInformation As
Copy-Item: Path LiteralPath Destination Force PassThru Filter Include Exclude Credential Container Recurse FromSession ToSession
Export-Alias: Path LiteralPath Name PassThru As Append Force NoClobber Description Scope
Export-Clixml: Depth Path LiteralPath InputObject Force NoClobber Encoding
Export-Csv: InputObject NoTypeInformation Delimiter UseCulture Path LiteralPath Force NoClobber Encoding Append 7: IncludeTypeInformation QuoteFields UseQuotes NoHeader
ForEach-Object: InputObject Begin Process End RemainingScripts MemberName ArgumentList 7: Parallel ThrottleLimit TimeoutSeconds AsJob UseNewRunspace
Format-Custom: Property Depth GroupBy View ShowError DisplayError Force Expand InputObject
Format-List: Property GroupBy View ShowError DisplayError Force Expand InputObject
Format-Table: AutoSize HideTableHeaders Wrap Property GroupBy View ShowError DisplayError Force Expand InputObject 7: RepeatHeader
Format-Wide: Property AutoSize Column GroupBy View ShowError DisplayError Force Expand InputObject
Get-Alias: Name Exclude Scope Definition
Get-ChildItem: Path LiteralPath Filter Include Exclude Recurse Depth Force Name Attributes Directory File Hidden ReadOnly System 7: FollowSymlink
Get-Command: Name Verb Noun Module FullyQualifiedModule CommandType TotalCount Syntax ShowCommandInfo ArgumentList All ListImported ParameterName ParameterType 7: ExcludeModule UseFuzzyMatching FuzzyMinimumDistance UseAbbreviationExpansion
Get-Content: ReadCount TotalCount Tail Path LiteralPath Filter Include Exclude Force Credential Encoding Stream Delimiter Wait Raw 7: AsByteStream
Get-Credential: Credential Message UserName 7: Title
Get-Culture: 7: Name NoUserOverrides ListAvailable
Get-Date: Date Year Month Day Hour Minute Second Millisecond DisplayHint UFormat Format 7: UnixTimeSeconds AsUTC
Get-FileHash: Path LiteralPath InputStream Algorithm
Get-FormatData: TypeName PowerShellVersion
Get-Help: Name Path Category Detailed Full Examples Parameter Component Functionality Role Online ShowWindow
Get-History: Id Count
Get-Host:
Get-Item: Path LiteralPath Filter Include Exclude Force Credential Stream
Get-Location: PSProvider PSDrive Stack StackName
Get-Member: InputObject Name MemberType View Static Force
Get-Random: SetSeed Maximum Minimum InputObject Count 7: Shuffle
Get-TimeZone: Id ListAvailable Name
Get-TypeData: TypeName
Get-Unique: InputObject AsString OnType 7: CaseInsensitive
Get-Variable: Name ValueOnly Include Exclude Scope
Group-Object: NoElement AsHashTable AsString InputObject Property Culture CaseSensitive
Import-Clixml: Path LiteralPath IncludeTotalCount Skip First
Import-Csv: Delimiter Path LiteralPath UseCulture Header Encoding
Get-Module: Name FullyQualifiedName All ListAvailable PSEdition Refresh PSSession CimSession CimResourceUri CimNamespace 7: SkipEditionCheck
Import-Module: Global Prefix Name FullyQualifiedName Assembly Function Cmdlet Variable Alias Force PassThru AsCustomObject MinimumVersion MaximumVersion RequiredVersion ModuleInfo ArgumentList DisableNameChecking NoClobber Scope PSSession CimSession CimResourceUri CimNamespace 7: SkipEditionCheck UseWindowsPowerShell
Invoke-Command: Session ComputerName Credential Port UseSSL ConfigurationName ApplicationName ThrottleLimit ConnectionUri AsJob InDisconnectedSession SessionName HideComputerName JobName ScriptBlock NoNewScope FilePath AllowRedirection SessionOption Authentication EnableNetworkAccess RunAsAdministrator InputObject ArgumentList VMId VMName ContainerId CertificateThumbprint 7: HostName UserName KeyFilePath Subsystem ConnectingTimeout SSHTransport SSHConnection Options RemoteDebug
Invoke-Expression: Command
Invoke-History: Id
Join-Path: Path ChildPath Resolve Credential 7: AdditionalChildPath
Measure-Command: InputObject Expression
Measure-Object: InputObject Property Sum Average Maximum Minimum Line Word Character IgnoreWhiteSpace 7: StandardDeviation AllStats
Move-Item: Path LiteralPath Destination Force PassThru Filter Include Exclude Credential
New-Alias: Name Value Description Option PassThru Scope Force
New-Guid: 7: Empty InputObject
New-Item: Path Name ItemType Value Force Credential
New-Object: TypeName ComObject ArgumentList Strict Property
New-TimeSpan: Start End Days Hours Minutes Seconds 7: Milliseconds
New-Variable: Name Value Description Option Visibility Force PassThru Scope
Out-Default: Transcript InputObject
Out-File: FilePath LiteralPath Encoding Append Force NoClobber Width NoNewline InputObject
Out-Host: Paging InputObject
Out-Null: InputObject
Out-String: Stream Width InputObject 7: NoNewline
Pop-Location: PassThru StackName
Push-Location: Path LiteralPath PassThru StackName
Read-Host: Prompt AsSecureString 7: MaskInput
Remove-Item: Path LiteralPath Filter Include Exclude Recurse Force Credential Stream
Remove-Module: Name FullyQualifiedName ModuleInfo Force
Remove-TypeData: TypeName TypeData Path
Remove-Variable: Name Include Exclude Force Scope
Rename-Item: Path LiteralPath NewName Force PassThru Credential
Resolve-Path: Path LiteralPath Relative Credential 7: RelativeBasePath Force
Select-Object: InputObject Property ExcludeProperty ExpandProperty Unique Last First Skip SkipLast Wait Index 7: CaseInsensitive SkipIndex
Select-String: InputObject Pattern Path LiteralPath SimpleMatch CaseSensitive Quiet List Include Exclude NotMatch AllMatches Encoding Context 7: Culture Raw NoEmphasis
Set-Alias: Name Value Description Option PassThru Scope Force
Set-Content: Value PassThru Path LiteralPath Filter Include Exclude Force Credential Encoding Stream NoNewline 7: AsByteStream
Set-Date: Date Adjust DisplayHint
Set-Location: Path LiteralPath PassThru StackName
Set-StrictMode: Off Version
Set-Variable: Name Value Include Exclude Description Option Force Visibility PassThru Scope
Sort-Object: Descending Unique InputObject Property Culture CaseSensitive 7: Stable Top Bottom
Split-Path: Path LiteralPath Qualifier NoQualifier Parent Leaf Resolve IsAbsolute Credential 7: LeafBase Extension
Start-Sleep: Seconds Milliseconds 7: Duration
Start-Transcript: Path LiteralPath OutputDirectory Append Force NoClobber IncludeInvocationHeader 7: UseMinimalHeader
Stop-Transcript:
Tee-Object: InputObject FilePath LiteralPath Append Variable 7: Encoding
Test-Path: Path LiteralPath Filter Include Exclude PathType IsValid Credential OlderThan NewerThan
Update-FormatData: AppendPath PrependPath
Update-TypeData: MemberType MemberName Value SecondValue TypeConverter TypeAdapter SerializationMethod TargetTypeForDeserialization SerializationDepth DefaultDisplayProperty InheritPropertySerializationSet StringSerializationSource DefaultDisplayPropertySet DefaultKeyPropertySet PropertySerializationSet TypeName TypeData Force AppendPath PrependPath
Where-Object: InputObject FilterScript Property Value EQ CEQ NE CNE GT CGT LT CLT GE CGE LE CLE Like CLike NotLike CNotLike Match CMatch NotMatch CNotMatch Contains CContains NotContains CNotContains In CIn NotIn CNotIn Is IsNot 7: Not
Write-Debug: Message
Write-Error: Exception Message ErrorRecord Category ErrorId TargetObject RecommendedAction CategoryActivity CategoryReason CategoryTargetName CategoryTargetType
Write-Host: Object NoNewline Separator ForegroundColor BackgroundColor
Write-Information: MessageData Tags
Write-Output: InputObject NoEnumerate
Write-Progress: Activity Status Id PercentComplete SecondsRemaining CurrentOperation ParentId Completed SourceId
Write-Verbose: Message
Write-Warning: Message
`;
