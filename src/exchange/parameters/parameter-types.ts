import { byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { dataMoveReplicationConstraintName } from "../types/database-enumerations.js";
import { enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { groupNamingPolicyName } from "../types/group-naming-policy.js";
import { proxyAddressName, smtpAddressName } from "../types/proxy-address.js";
import { scheduleIntervalName, scheduleTypeName } from "../types/schedule.js";
import { smtpDomainTypes } from "../types/smtp-domain.js";
import { catalogueEnumeration } from "./catalogue-enumerations.js";
import { fqdnTypeName } from "./fqdn.js";
import { idParameterType, isIdentityType } from "./id-parameter.js";
import { localPathTypes } from "./local-path.js";
import { multiValuedParameterName } from "./multi-valued-parameter.js";
import { opaqueType } from "./opaque-type.js";
import { unlimitedParameterType } from "./unlimited-parameter.js";

/** Names of the catalogue that mean .NET's own types, as a cast spells them, or types of Exchange that have a file. */
const namedTypes: ReadonlyMap<string, string> = new Map([
  ["SwitchParameter", "switch"],
  ["Boolean", "bool"],
  ["String", "string"],
  ["Byte", "byte"],
  ["Int16", "int16"],
  ["UInt16", "uint16"],
  ["Int32", "int"],
  ["UInt32", "uint32"],
  ["Int64", "long"],
  ["Double", "double"],
  ["DateTime", "datetime"],
  ["ExDateTime", "datetime"],
  ["TimeSpan", "timespan"],
  ["DayOfWeek", "System.DayOfWeek"],
  ["Guid", "guid"],
  ["Uri", "uri"],
  ["Version", "version"],
  ["IPAddress", "ipaddress"],
  ["CultureInfo", "cultureinfo"],
  ["Hashtable", "hashtable"],
  ["PSObject", "psobject"],
  ["SecureString", "securestring"],
  ["PSCredential", "pscredential"],
  ["EnhancedTimeSpan", enhancedTimeSpanName],
  ["ByteQuantifiedSize", byteQuantifiedSizeName],
  ["Schedule", scheduleTypeName],
  ["ScheduleInterval", scheduleIntervalName],
  ["MultiValuedProperty", multiValuedParameterName],
  ["EdbFilePath", localPathTypes.edbFile],
  ["LocalLongFullPath", localPathTypes.any],
  ["NonRootLocalLongFullPath", localPathTypes.notRoot],
  ["DataMoveReplicationConstraintParameter", dataMoveReplicationConstraintName],
  ["ActiveDirectorySecurityInheritance", "System.DirectoryServices.ActiveDirectorySecurityInheritance"],
  ["ActiveDirectoryRights", "System.DirectoryServices.ActiveDirectoryRights"],
  ["ADAcePresentationObject", "Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject"],
  ["MailboxAcePresentationObject", "Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject"],
  [
    "PublicFolderAdministrativeAceObject",
    "Microsoft.Exchange.Management.MapiTasks.PublicFolderAdministrativeAceObject",
  ],
  // Exchange's own certificates are derived from it.
  ["X509Certificate2", "System.Security.Cryptography.X509Certificates.X509Certificate2"],
  [
    "RunspaceServerSettingsPresentationObject",
    "Microsoft.Exchange.Data.Directory.Management.RunspaceServerSettingsPresentationObject",
  ],
  ["RequestFlags", "Microsoft.Exchange.MailboxReplicationService.RequestFlags"],
  ["Fqdn", fqdnTypeName],
  ["SmtpAddress", smtpAddressName],
  ["ProxyAddress", proxyAddressName],
  ["SmtpDomain", smtpDomainTypes.plain],
  ["SmtpDomainWithSubdomains", smtpDomainTypes.withSubdomains],
  ["DistributionGroupNamingPolicy", groupNamingPolicyName],
  ["ProxyAddressCollection", multiValuedParameterName],
]);

/**
 * The type of a parameter, as a declaration names it, for the name that the catalogue has: one of .NET's or Exchange's
 * types with a conversion, an enumeration with the values that the facts have, or one that takes everything.
 * @param parameter its name: what an `Unlimited` counts is known by it alone
 */
export function parameterType(typeName: string, parameter: string): string {
  if (typeName.endsWith("[]")) return `${parameterType(typeName.slice(0, -2), parameter)}[]`;
  const named = namedTypes.get(typeName);
  // A class of objects may belong to a noun that is not there yet.
  if (named !== undefined) return named.startsWith("Microsoft.Exchange.") ? opaqueType(named) : named;
  if (typeName === "Unlimited") return unlimitedParameterType(parameter);
  if (isIdentityType(typeName)) return idParameterType(typeName);
  return catalogueEnumeration(typeName) ?? opaqueType(fullNameOf(typeName));
}

/** The reference names most types without their namespace; the shared one of Exchange's data stands for it. */
function fullNameOf(typeName: string): string {
  const nested = typeName.replaceAll("+", ".").replace(/[<>]/g, "");
  return nested.includes(".") && nested.startsWith("Microsoft.") ? nested : `Microsoft.Exchange.Data.${nested}`;
}
