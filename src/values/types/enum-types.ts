import { binaryPrecedence, TokenFlag, tokenKinds } from "../../../grammar/token-list/token-kinds.js";
import { oldTokenTypes } from "../syntax/old-tokens.js";
import { defineType } from "../types.js";

/** `A B C` from 0, `A=5 B=9`: names with values. */
function enumeration(fullName: string, names: string, isFlags = false): void {
  let next = 0n;
  const enumValues = names.split(/\s+/).map((entry): readonly [string, bigint] => {
    const [name = "", value] = entry.split("=");
    if (value !== undefined) next = BigInt(value);
    const own = next;
    next += 1n;
    return [name, own];
  });
  defineType({ fullName, kind: "enum", isFlags, enumValues });
}

enumeration("System.DayOfWeek", "Sunday Monday Tuesday Wednesday Thursday Friday Saturday");
enumeration(
  "System.ConsoleColor",
  "Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White",
);
enumeration(
  "Microsoft.PowerShell.Commands.FileSystemCmdletProviderEncoding",
  "Unknown String Unicode Byte BigEndianUnicode UTF8 UTF7 UTF32 Ascii Default Oem BigEndianUTF32",
);
enumeration("System.DateTimeKind", "Unspecified Utc Local");
enumeration(
  "System.StringComparison",
  "CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase",
);
enumeration("System.StringSplitOptions", "None RemoveEmptyEntries TrimEntries", true);
enumeration("System.MidpointRounding", "ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity");
enumeration("System.UriKind", "RelativeOrAbsolute Absolute Relative");
enumeration("System.UriHostNameType", "Unknown Basic Dns IPv4 IPv6");
enumeration(
  "System.TypeCode",
  "Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime String=18",
);
enumeration("System.PlatformID", "Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other");
enumeration("System.Base64FormattingOptions", "None InsertLineBreaks", true);
enumeration("System.EnvironmentVariableTarget", "Process User Machine");
enumeration(
  "System.Environment+SpecialFolder",
  "Desktop Programs=2 MyDocuments=5 Personal=5 Favorites Startup Recent ApplicationData=26 LocalApplicationData=28 CommonApplicationData=35 Windows System ProgramFiles UserProfile=40",
);
enumeration(
  "System.Globalization.NumberStyles",
  "None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7 AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128 Float=167 AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier=512 HexNumber=515 AllowBinarySpecifier=1024 BinaryNumber=1027",
  true,
);
enumeration("System.Globalization.TimeSpanStyles", "None=0 AssumeNegative=1", true);
enumeration(
  "System.Globalization.DateTimeStyles",
  "None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7 NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128",
  true,
);
enumeration(
  "System.Text.RegularExpressions.RegexOptions",
  "None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024",
  true,
);
enumeration(
  "System.IO.FileAttributes",
  "None=0 ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128 Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 Encrypted=16384 IntegrityStream=32768 NoScrubData=131072",
  true,
);
enumeration("System.IO.FileMode", "CreateNew=1 Create Open OpenOrCreate Truncate Append");
enumeration("System.IO.FileAccess", "Read=1 Write ReadWrite", true);
enumeration("System.IO.FileShare", "None Read Write ReadWrite Delete Inheritable=16", true);
enumeration("System.IO.SeekOrigin", "Begin Current End");
enumeration("System.IO.SearchOption", "TopDirectoryOnly AllDirectories");
enumeration("System.Net.Sockets.AddressFamily", "Unknown=-1 Unspecified=0 Unix=1 InterNetwork=2 InterNetworkV6=23");
enumeration(
  "System.Net.HttpStatusCode",
  "Continue=100 OK=200 Created=201 Accepted=202 NoContent=204 MovedPermanently=301 Found=302 NotModified=304 BadRequest=400 Unauthorized=401 Forbidden=403 NotFound=404 MethodNotAllowed=405 Conflict=409 Gone=410 InternalServerError=500 NotImplemented=501 BadGateway=502 ServiceUnavailable=503 GatewayTimeout=504",
);
enumeration(
  "System.Net.SecurityProtocolType",
  "SystemDefault=0 Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288",
  true,
);
enumeration(
  "System.ServiceProcess.ServiceControllerStatus",
  "Stopped=1 StartPending StopPending Running ContinuePending PausePending Paused",
);
enumeration(
  "System.Management.Automation.ActionPreference",
  "SilentlyContinue Stop Continue Inquire Ignore Suspend Break",
);
enumeration(
  "System.Management.Automation.JobState",
  "NotStarted Running Completed Failed Stopped Blocked Suspended Disconnected Suspending Stopping AtBreakpoint",
);
enumeration("System.Management.Automation.ConfirmImpact", "None Low Medium High");
enumeration("System.Management.Automation.ValidateRangeKind", "Positive NonNegative Negative NonPositive");
enumeration(
  "System.Management.Automation.ErrorCategory",
  "NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError AuthenticationError LimitsExceeded QuotaExceeded NotEnabled",
);
enumeration(
  "System.Management.Automation.PSMemberTypes",
  "AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 Properties=8223 All=16383",
  true,
);
enumeration(
  "System.Management.Automation.CommandTypes",
  "Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32 Script=64 Configuration=256 All=383",
  true,
);
enumeration(
  "System.Management.Automation.ScopedItemOptions",
  "None=0 ReadOnly=1 Constant=2 Private=4 AllScope=8 Unspecified=16",
  true,
);
enumeration(
  "System.Management.Automation.SplitOptions",
  "SimpleMatch=1 RegexMatch=2 CultureInvariant=4 IgnorePatternWhitespace=8 Multiline=16 Singleline=32 IgnoreCase=64 ExplicitCapture=128",
  true,
);
enumeration("System.Management.Automation.WhereOperatorSelectionMode", "Default First Last SkipUntil Until Split");
enumeration(
  "System.Management.Automation.PSLanguageMode",
  "FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage",
);
enumeration("Microsoft.PowerShell.ExecutionPolicy", "Unrestricted RemoteSigned AllSigned Restricted Bypass Undefined");
enumeration("Microsoft.PowerShell.Commands.DisplayHintType", "Date Time DateTime");
enumeration(
  "System.Management.Automation.Language.RedirectionStream",
  "All Output Error Warning Verbose Debug Information",
);
enumeration("System.Management.Automation.PSTokenType", oldTokenTypes.join(" "));
enumeration(
  "System.Management.Automation.Language.TokenKind",
  [...tokenKinds].map(([name, { value }]) => `${name}=${value}`).join(" "),
);
enumeration(
  "System.Management.Automation.Language.TokenFlags",
  [
    "None=0",
    ...Object.entries(binaryPrecedence).map(([name, value]) => `BinaryPrecedence${name}=${value}`),
    "BinaryPrecedenceMask=15",
    ...Object.entries(TokenFlag).map(([name, value]) => `${name}=${value}`),
  ].join(" "),
  true,
);
