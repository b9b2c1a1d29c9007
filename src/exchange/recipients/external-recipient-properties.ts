import type { ExchangeProperty } from "../noun/exchange-object.js";
import { bool, choice, fixed, proxyAddress, quota, texts } from "../properties/property.js";
import { bytesOf } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { dataRows } from "./recipient-data.js";

/** How mail is written for recipients outside: what mail contacts and mail users share. */

const namespace = "Microsoft.Exchange.Data.Directory.Recipient";
const messageFormat = enumeration(`${namespace}.MessageFormat`, ["Text", "Mime"]);
const messageBodyFormat = enumeration(`${namespace}.MessageBodyFormat`, ["Text", "Html", "TextAndHtml"]);
const macAttachmentFormat = enumeration(`${namespace}.MacAttachmentFormat`, [
  "BinHex",
  "UuEncode",
  "AppleSingle",
  "AppleDouble",
]);
const richText = enumeration("Microsoft.Exchange.Data.UseMapiRichTextFormat", [
  "Never",
  "Always",
  "UseDefaultSettings",
]);

export const externalAddressRow: ExchangeProperty = proxyAddress("ExternalEmailAddress");
export const richTextRow: ExchangeProperty = choice("UseMapiRichTextFormat", richText, {
  default: "UseDefaultSettings",
});
export const preferFormatRow: ExchangeProperty = bool("UsePreferMessageFormat", { default: false });
export const formatRows: readonly ExchangeProperty[] = [
  choice("MessageFormat", messageFormat, { default: "Mime" }),
  choice("MessageBodyFormat", messageBodyFormat, { default: "TextAndHtml" }),
  choice("MacAttachmentFormat", macAttachmentFormat, { default: "BinHex" }),
];
/** What is kept of what was deleted, once the user has a mailbox: since 2013; the place in the list from memory. */
export const recoverableItemsRows = (): readonly ExchangeProperty[] => [
  quota("RecoverableItemsQuota", { default: bytesOf("30GB"), since: "2013", certainty: "memory" }),
  quota("RecoverableItemsWarningQuota", { default: bytesOf("20GB"), since: "2013", certainty: "memory" }),
];
export const certificateRows = (): readonly ExchangeProperty[] => [
  texts("UserCertificate"),
  texts("UserSMimeCertificate"),
  fixed("Extensions", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([])),
  ...dataRows(),
];
