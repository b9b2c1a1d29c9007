/** PowerShell's type accelerators: short name and full name of the type. */
const accelerators: readonly (readonly [name: string, fullName: string])[] = [
  ["Alias", "System.Management.Automation.AliasAttribute"],
  ["AllowEmptyCollection", "System.Management.Automation.AllowEmptyCollectionAttribute"],
  ["AllowEmptyString", "System.Management.Automation.AllowEmptyStringAttribute"],
  ["AllowNull", "System.Management.Automation.AllowNullAttribute"],
  ["Parameter", "System.Management.Automation.ParameterAttribute"],
  ["ValidateCount", "System.Management.Automation.ValidateCountAttribute"],
  ["ValidateLength", "System.Management.Automation.ValidateLengthAttribute"],
  ["ValidateNotNull", "System.Management.Automation.ValidateNotNullAttribute"],
  ["ValidateNotNullOrEmpty", "System.Management.Automation.ValidateNotNullOrEmptyAttribute"],
  ["ValidatePattern", "System.Management.Automation.ValidatePatternAttribute"],
  ["ValidateRange", "System.Management.Automation.ValidateRangeAttribute"],
  ["ValidateScript", "System.Management.Automation.ValidateScriptAttribute"],
  ["ValidateSet", "System.Management.Automation.ValidateSetAttribute"],
  ["array", "System.Array"],
  ["bigint", "System.Numerics.BigInteger"],
  ["bool", "System.Boolean"],
  ["byte", "System.Byte"],
  ["char", "System.Char"],
  ["cultureinfo", "System.Globalization.CultureInfo"],
  ["datetime", "System.DateTime"],
  ["decimal", "System.Decimal"],
  ["double", "System.Double"],
  ["float", "System.Single"],
  ["single", "System.Single"],
  ["guid", "System.Guid"],
  ["hashtable", "System.Collections.Hashtable"],
  ["int", "System.Int32"],
  ["int32", "System.Int32"],
  ["short", "System.Int16"],
  ["int16", "System.Int16"],
  ["long", "System.Int64"],
  ["int64", "System.Int64"],
  ["initialsessionstate", "System.Management.Automation.Runspaces.InitialSessionState"],
  ["ipaddress", "System.Net.IPAddress"],
  ["mailaddress", "System.Net.Mail.MailAddress"],
  ["object", "System.Object"],
  ["pscredential", "System.Management.Automation.PSCredential"],
  ["pscustomobject", "System.Management.Automation.PSObject"],
  ["psobject", "System.Management.Automation.PSObject"],
  ["psvariable", "System.Management.Automation.PSVariable"],
  ["psmoduleinfo", "System.Management.Automation.PSModuleInfo"],
  ["powershell", "System.Management.Automation.PowerShell"],
  ["psnoteproperty", "System.Management.Automation.PSNoteProperty"],
  ["psscriptmethod", "System.Management.Automation.PSScriptMethod"],
  ["psscriptproperty", "System.Management.Automation.PSScriptProperty"],
  ["ref", "System.Management.Automation.PSReference"],
  ["regex", "System.Text.RegularExpressions.Regex"],
  ["sbyte", "System.SByte"],
  ["scriptblock", "System.Management.Automation.ScriptBlock"],
  ["NullString", "System.Management.Automation.Language.NullString"],
  ["securestring", "System.Security.SecureString"],
  ["semver", "System.Management.Automation.SemanticVersion"],
  ["string", "System.String"],
  ["switch", "System.Management.Automation.SwitchParameter"],
  ["timespan", "System.TimeSpan"],
  ["type", "System.Type"],
  ["ushort", "System.UInt16"],
  ["uint16", "System.UInt16"],
  ["uint", "System.UInt32"],
  ["uint32", "System.UInt32"],
  ["ulong", "System.UInt64"],
  ["uint64", "System.UInt64"],
  ["uri", "System.Uri"],
  ["version", "System.Version"],
  ["void", "System.Void"],
  ["wildcardpattern", "System.Management.Automation.WildcardPattern"],
  ["xml", "System.Xml.XmlDocument"],
  ["dscresource", "System.Management.Automation.DscResourceAttribute"],
  ["ordered", "System.Collections.Specialized.OrderedDictionary"],
];

/** Which name PowerShell prints where a type has several. */
const preferred: ReadonlyMap<string, string> = new Map([
  ["System.Int16", "short"],
  ["System.UInt16", "ushort"],
  ["System.UInt32", "uint"],
  ["System.UInt64", "ulong"],
  ["System.Single", "float"],
  ["System.Int32", "int"],
  ["System.Int64", "long"],
  ["System.Management.Automation.PSObject", "psobject"],
]);
/** Names that resolve but are never printed. */
const notPrinted = new Set(["System.Object"]);

let byName: Map<string, string> | null = null;
let byType: Map<string, string> | null = null;

/** Full name of the type that an accelerator means. */
export function acceleratedName(name: string): string | undefined {
  byName ??= new Map(accelerators.map(([short, full]) => [short.toLowerCase(), full]));
  return byName.get(name.toLowerCase());
}

/** All accelerators. */
export function acceleratorNames(): readonly string[] {
  return accelerators.map(([name]) => name);
}

/** The accelerator that PowerShell prints for a type; `undefined` when there is none. */
export function acceleratorOf(fullName: string): string | undefined {
  if (byType === null) {
    byType = new Map();
    for (const [short, full] of accelerators) {
      if (!byType.has(full) && !notPrinted.has(full)) byType.set(full, preferred.get(full) ?? short);
    }
  }
  return byType.get(fullName);
}
