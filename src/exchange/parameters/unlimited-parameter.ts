import { byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import "../types/unlimited.js";

const unlimited = (element: string): string => `Microsoft.Exchange.Data.Unlimited[${element}]`;

/** A size or `unlimited`: the type of quota parameters. */
export const quotaTypeName = unlimited(byteQuantifiedSizeName);
/** A count of objects or `unlimited`: the type of -ResultSize. */
export const resultSizeTypeName = unlimited("System.UInt32");
const numberTypeName = unlimited("System.Int32");
const spanTypeName = unlimited(enhancedTimeSpanName);

const sizes = /Quota|Size/;
/** Sizes by their names, but counts of lines, rows and characters. */
const counted = new Set([
  "LineWrapSize",
  "DiscoveryPreviewSearchResultsPageSize",
  "MaxEmailBodyTruncationSize",
  "MaxEmailHTMLBodyTruncationSize",
]);
const spans = new Set([
  "CompletedRequestAgeLimit",
  "DevicePasswordExpiration",
  "DevicePolicyRefreshInterval",
  "ItemHoldPeriod",
  "ItemRetentionPeriod",
  "LitigationHoldDuration",
  "MaxInactivityTimeDeviceLock",
  "MaxInactivityTimeLock",
  "PINLifetime",
  "PasswordExpiration",
  "RequestExpiryInterval",
]);
/** Budgets of throttling policies, and how many objects come back: numbers without a sign. */
const unsigned = /^ResultSize$|CutoffBalance$|MaxBurst|RechargeRate|MaxConcurrency$/;

/** What an `Unlimited` parameter may be besides unlimited; the facts give no element, the parameter's name does. */
export function unlimitedParameterType(parameter: string): string {
  if (unsigned.test(parameter)) return resultSizeTypeName;
  if (spans.has(parameter)) return spanTypeName;
  return sizes.test(parameter) && !counted.has(parameter) ? quotaTypeName : numberTypeName;
}
