/** A type of exception: what it adds to its base type. */
export interface ExceptionType {
  readonly fullName: string;
  readonly base: string;
  /** When it is not the base type's. */
  readonly hResult?: number;
  /** Declarations of what the type declares or overrides, in reflection order. */
  readonly properties: readonly string[];
}

const automation = "System.Management.Automation.";
const record = `${automation}ErrorRecord ErrorRecord`;
const message = "string Message";
const sessionState = [record, "string ItemName", `${automation}SessionStateCategory SessionStateCategory`];

type Row = readonly [fullName: string, base: string, hResult?: number | null, properties?: readonly string[]];

const ofNet: readonly Row[] = [
  ["SystemException", "Exception", -2146233087],
  ["ApplicationException", "Exception", -2146232832],
  ["ArithmeticException", "SystemException", -2147024362],
  ["ArrayTypeMismatchException", "SystemException", -2146233085],
  ["FormatException", "SystemException", -2146233033],
  ["IndexOutOfRangeException", "SystemException", -2146233080],
  ["InvalidCastException", "SystemException", -2147467262],
  ["InvalidOperationException", "SystemException", -2146233079],
  ["NotImplementedException", "SystemException", -2147467263],
  ["NotSupportedException", "SystemException", -2146233067],
  ["NullReferenceException", "SystemException", -2147467261],
  [
    "OperationCanceledException",
    "SystemException",
    -2146233029,
    ["System.Threading.CancellationToken CancellationToken"],
  ],
  ["OutOfMemoryException", "SystemException", -2147024882],
  ["RankException", "SystemException", -2146233065],
  ["Security.Cryptography.CryptographicException", "SystemException", -2146233296],
  ["StackOverflowException", "SystemException", -2147023895],
  ["TimeoutException", "SystemException", -2146233083],
  ["UnauthorizedAccessException", "SystemException", -2147024891],
  ["AccessViolationException", "SystemException", -2147467261],
  ["BadImageFormatException", "SystemException", -2147024885, [message, "string FileName", "string FusionLog"]],
  ["TypeLoadException", "SystemException", -2146233054, [message, "string TypeName"]],
  ["MissingMemberException", "SystemException", -2146233070, [message]],
  ["ArgumentException", "SystemException", -2147024809, [message, "string ParamName"]],
  ["ArgumentNullException", "ArgumentException", -2147467261],
  ["ArgumentOutOfRangeException", "ArgumentException", -2146233086, [message, "System.Object ActualValue"]],
  ["DivideByZeroException", "ArithmeticException", -2147352558],
  ["OverflowException", "ArithmeticException", -2146233066],
  ["Text.DecoderFallbackException", "ArgumentException", -2147024809],
  ["UriFormatException", "FormatException"],
  ["MissingMethodException", "MissingMemberException", -2146233069, [message]],
  ["ObjectDisposedException", "InvalidOperationException", -2146232798, [message, "string ObjectName"]],
  ["PlatformNotSupportedException", "NotSupportedException", -2146233031],
  ["Collections.Generic.KeyNotFoundException", "SystemException", -2146232969],
  ["Runtime.InteropServices.ExternalException", "SystemException", -2147467259, ["int ErrorCode"]],
  ["ComponentModel.Win32Exception", "Runtime.InteropServices.ExternalException", null, ["int NativeErrorCode"]],
  ["Runtime.InteropServices.COMException", "Runtime.InteropServices.ExternalException"],
  ["IO.IOException", "SystemException", -2146232800],
  ["TimeZoneNotFoundException", "Exception"],
  ["IO.FileNotFoundException", "IO.IOException", -2147024894, [message, "string FileName", "string FusionLog"]],
  ["IO.DirectoryNotFoundException", "IO.IOException", -2147024893],
  ["IO.DriveNotFoundException", "IO.IOException", -2147024893],
  ["IO.PathTooLongException", "IO.IOException", -2147024690],
  ["IO.EndOfStreamException", "IO.IOException", -2147024858],
  ["IO.InvalidDataException", "SystemException", -2146233087],
  ["AggregateException", "Exception", null, [message]],
  ["Net.WebException", "InvalidOperationException", null, ["string Status", "System.Net.WebResponse Response"]],
  [
    "Net.Sockets.SocketException",
    "ComponentModel.Win32Exception",
    null,
    [message, "string SocketErrorCode", "int ErrorCode", "int NativeErrorCode"],
  ],
  ["Security.SecurityException", "SystemException", -2146233078],
  ["Threading.Tasks.TaskCanceledException", "OperationCanceledException", null, ["System.Threading.Tasks.Task Task"]],
  [
    "Xml.XmlException",
    "SystemException",
    -2146232000,
    ["int LineNumber", "int LinePosition", "string SourceUri", message],
  ],
  ["InsufficientExecutionStackException", "SystemException", -2146232968],
  ["Xml.XPath.XPathException", "SystemException", -2146231997, [message]],
  ["Text.RegularExpressions.RegexParseException", "ArgumentException"],
  ["Net.NetworkInformation.PingException", "InvalidOperationException"],
  ["Net.Mail.SmtpException", "Exception", null, ["System.Net.Mail.SmtpStatusCode StatusCode"]],
  ["Net.Mail.SmtpFailedRecipientException", "Net.Mail.SmtpException", null, ["string FailedRecipient"]],
];

const runtime = "RuntimeException";
const ofAutomation: readonly Row[] = [
  [runtime, "System.SystemException", null, [record, "bool WasThrownFromThrowStatement"]],
  ["PSInvalidOperationException", "System.InvalidOperationException", null, [record]],
  ["PSArgumentException", "System.ArgumentException", null, [record, message]],
  ["PSArgumentNullException", "System.ArgumentNullException", null, [record, message]],
  ["PSArgumentOutOfRangeException", "System.ArgumentOutOfRangeException", null, [record]],
  ["PSNotSupportedException", "System.NotSupportedException", null, [record]],
  ["PSNotImplementedException", "System.NotImplementedException", null, [record]],
  ["PSObjectDisposedException", "System.ObjectDisposedException", null, [record]],
  ["PSInvalidCastException", "System.InvalidCastException", null, [record]],
  ["CommandNotFoundException", runtime, null, [record, "string CommandName"]],
  ["ParseException", runtime, null, [`${automation}Language.ParseError[] Errors`, message]],
  ["IncompleteParseException", "ParseException"],
  ["ParameterBindingException", runtime, null, [message]],
  ["ParameterBindingValidationException", "ParameterBindingException"],
  ["ParameterBindingArgumentTransformationException", "ParameterBindingException"],
  ["ParameterBindingParameterDefaultValueException", "ParameterBindingException"],
  ["ActionPreferenceStopException", runtime, null, [record]],
  ["CmdletInvocationException", runtime, null, [record]],
  ["CmdletProviderInvocationException", "CmdletInvocationException"],
  ["ParentContainsErrorRecordException", "System.SystemException", null, [message]],
  ["MetadataException", runtime],
  ["ValidationMetadataException", "MetadataException"],
  ["ArgumentTransformationMetadataException", "MetadataException"],
  ["ParsingMetadataException", "MetadataException"],
  ["SessionStateException", runtime, null, sessionState],
  ["SessionStateUnauthorizedAccessException", "SessionStateException"],
  ["ItemNotFoundException", "SessionStateException"],
  ["DriveNotFoundException", "SessionStateException"],
  ["ProviderNotFoundException", "SessionStateException"],
  ["ProviderInvocationException", runtime, null, [record, message]],
  ["PipelineStoppedException", runtime],
  ["PipelineClosedException", runtime],
  ["HaltCommandException", "System.SystemException"],
  ["ExtendedTypeSystemException", runtime],
  ["MethodException", "ExtendedTypeSystemException"],
  ["MethodInvocationException", "MethodException"],
  ["GetValueException", "ExtendedTypeSystemException"],
  ["GetValueInvocationException", "GetValueException"],
  ["PropertyNotFoundException", "ExtendedTypeSystemException"],
  ["SetValueException", "ExtendedTypeSystemException"],
  ["SetValueInvocationException", "SetValueException"],
  ["ScriptBlockToPowerShellNotSupportedException", runtime],
  ["ScriptCallDepthException", "System.SystemException", null, [record, "int CallDepth"]],
  ["ScriptRequiresException", runtime],
  ["ScriptInteractiveException", runtime],
  ["WildcardPatternException", runtime, null, [record]],
  ["TypeInitializationException", "System.SystemException"],
  ["RemoteException", runtime, null, [record]],
  ["PSSecurityException", runtime, null, [record, message]],
  ["FlowControlException", "System.SystemException"],
  ["Remoting.PSRemotingTransportException", runtime],
];

const ofOthers: readonly Row[] = [
  ["Microsoft.PowerShell.Commands.WriteErrorException", "System.SystemException"],
  [
    "Microsoft.PowerShell.Commands.HelpNotFoundException",
    "System.SystemException",
    null,
    ["string HelpTopic", message],
  ],
  ["Microsoft.PowerShell.Commands.ServiceCommandException", "System.SystemException", null, ["string ServiceName"]],
  ["Microsoft.PowerShell.Commands.ProcessCommandException", "System.SystemException", null, ["string ProcessName"]],
  ["Microsoft.Management.Infrastructure.CimException", "System.Exception"],
];

/** The rows with whole names: a base that begins with `System.` is whole already. */
function typesOf(rows: readonly Row[], namespace: string): readonly ExceptionType[] {
  return rows.map(([name, base, hResult, properties]) => ({
    fullName: namespace + name,
    base: base.startsWith("System.") ? base : namespace + base,
    ...(hResult === undefined || hResult === null ? {} : { hResult }),
    properties: properties ?? [],
  }));
}

/** The exceptions of .NET and PowerShell, base types first: numbers and properties as PowerShell 7.6 lists them. */
export const exceptionTypes: readonly ExceptionType[] = [
  ...typesOf(ofNet, "System."),
  ...typesOf(ofAutomation, automation),
  ...typesOf(ofOthers, ""),
];
