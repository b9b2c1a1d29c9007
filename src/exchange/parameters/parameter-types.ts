import { byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { dataMoveReplicationConstraintName } from "../types/database-enumerations.js";
import { enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { scheduleTypeName } from "../types/schedule.js";
import { fqdnTypeName } from "./fqdn.js";
import { idParameterType } from "./id-parameter.js";
import { localPathTypes } from "./local-path.js";
import { multiValuedParameterName } from "./multi-valued-parameter.js";
import { opaqueType } from "./opaque-type.js";
import { quotaTypeName, resultSizeTypeName } from "./unlimited-parameter.js";

/** Names of the catalogue that mean .NET's own types, as a cast spells them. */
const plainTypes: ReadonlyMap<string, string> = new Map([
  ["SwitchParameter", "switch"],
  ["Boolean", "bool"],
  ["String", "string"],
  ["String[]", "string[]"],
  ["Int32", "int"],
  ["Int64", "long"],
  ["UInt32", "uint32"],
  ["DateTime", "datetime"],
  ["System.DateTime", "datetime"],
  ["Guid", "guid"],
  ["Uri", "uri"],
  ["SecureString", "securestring"],
  ["PSCredential", "pscredential"],
  ["EnhancedTimeSpan", enhancedTimeSpanName],
  ["ByteQuantifiedSize", byteQuantifiedSizeName],
  ["Schedule", scheduleTypeName],
  ["MultiValuedProperty", multiValuedParameterName],
  ["EdbFilePath", localPathTypes.edbFile],
  ["LocalLongFullPath", localPathTypes.any],
  ["NonRootLocalLongFullPath", localPathTypes.notRoot],
  ["DataMoveReplicationConstraintParameter", dataMoveReplicationConstraintName],
  ["Fqdn", fqdnTypeName],
]);

/**
 * The type of a parameter, as a declaration names it, for the name that the catalogue has.
 * @param parameter its name: `-ResultSize` counts objects, every other Unlimited is a size
 */
export function parameterType(typeName: string, parameter: string): string {
  const plain = plainTypes.get(typeName);
  if (plain !== undefined) return plain;
  if (typeName === "Unlimited") return parameter === "ResultSize" ? resultSizeTypeName : quotaTypeName;
  if (typeName.endsWith("IdParameter")) return idParameterType(typeName);
  return opaqueType(`Microsoft.Exchange.Data.${typeName.replaceAll("+", ".").replace(/\[\]$/, "Collection")}`);
}
