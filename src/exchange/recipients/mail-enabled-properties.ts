import { canonicalName, getObject } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import type { Source } from "../noun/source.js";
import { bool, choice, computed, fixed, link, links, list, quota, text, texts } from "../properties/property.js";
import { proxyAddressKind, unlimited } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { addressesIn, primaryOf } from "./addresses.js";
import { addressListMembership, policiesExcluded, policiesIncluded } from "./membership.js";
import {
  anyRecipient,
  hasMailbox,
  recipientClasses,
  recipientTypeRead,
  textOf,
  typeDetailsRead,
} from "./recipient-types.js";

/**
 * What every recipient has that mail can go to, in the order of Format-List: measured on a dynamic group of 2019
 * (facts/nouns.json, Get-DistributionGroup), the same for mailboxes, mail users, mail contacts and groups.
 */

const moderationNotifications = enumeration(
  "Microsoft.Exchange.Data.Directory.Recipient.TransportModerationNotificationFlags",
  ["Never", "Internal", "Always"],
);

/** The properties that links to recipients are declared with: any recipient, printed by its place. */
export const toRecipients = { prints: "canonical", query: anyRecipient } as const;

const textList = "Microsoft.Exchange.Data.MultiValuedProperty[string]";

/** The unit that a recipient lies in, as its canonical name. */
export const unitOf = ({ topology, object }: Source): string => {
  const parent = object.parent === null ? null : getObject(topology, object.parent);
  return parent === null ? "" : canonicalName(topology, parent);
};

export const primaryAddress = ({ object }: Source): SmtpAddress => new SmtpAddress(primaryOf(addressesIn(object)));

/** The DTMF digits of a name, as the directory keeps them for Outlook Voice Access. */
const keypad = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
const digits = (name: string): string => {
  let result = "";
  for (const letter of name.toLowerCase()) {
    const key = keypad.findIndex((letters) => letters.includes(letter));
    if (key >= 0) result += String(key + 2);
    else if (letter >= "0" && letter <= "9") result += letter;
  }
  return result;
};
export const dtmfMap = (source: Source): Value => {
  const [first, last] = [textOf(source.object, "FirstName"), textOf(source.object, "LastName")];
  const local = primaryAddress(source).local;
  const entries = local === "" ? [] : [`emailAddress:${digits(local)}`];
  if (first !== "" || last !== "")
    entries.push(`lastNameFirstName:${digits(last + first)}`, `firstNameLastName:${digits(first + last)}`);
  return multiValuedProperty(entries);
};

const customNumbers = [1, 10, 11, 12, 13, 14, 15, 2, 3, 4, 5, 6, 7, 8, 9];
export const customAttributes = customNumbers.map((n) => text(`CustomAttribute${n}`));
export const extensionAttributes = [1, 2, 3, 4, 5].map((n) => texts(`ExtensionCustomAttribute${n}`));

/** @param senderAuthentication whether a new one takes messages from known senders only, as groups do */
export function mailEnabledProperties(senderAuthentication: boolean): readonly ExchangeProperty[] {
  return [
    links("AcceptMessagesOnlyFrom", recipientClasses, toRecipients),
    links("AcceptMessagesOnlyFromDLMembers", recipientClasses, toRecipients),
    links("AcceptMessagesOnlyFromSendersOrMembers", recipientClasses, toRecipients),
    computed("AddressListMembership", textList, addressListMembership),
    // facts/nouns.json, Get-DynamicDistributionGroup: a serialized object of 2019.
    fixed("AdministrativeUnits", textList, () => multiValuedProperty([]), { since: "2016", certainty: "derived" }),
    text("Alias"),
    link("ArbitrationMailbox", "User", {
      prints: "canonical",
      query: { classes: ["User"], where: hasMailbox, properties: ["LegacyExchangeDN", "DisplayName"] },
    }),
    links("BypassModerationFromSendersOrMembers", recipientClasses, toRecipients),
    computed("OrganizationalUnit", "string", unitOf),
    ...customAttributes,
    ...extensionAttributes,
    text("DisplayName"),
    list("EmailAddresses", proxyAddressKind, { type: "Microsoft.Exchange.Data.ProxyAddressCollection" }),
    links("GrantSendOnBehalfTo", recipientClasses, toRecipients),
    fixed("ExternalDirectoryObjectId", "string", () => ""),
    bool("HiddenFromAddressListsEnabled", { default: false }),
    fixed("LastExchangeChangedTime", "System.Nullable[datetime]", () => null),
    text("LegacyExchangeDN", { parameter: null }),
    quota("MaxSendSize", { default: unlimited }),
    quota("MaxReceiveSize", { default: unlimited }),
    links("ModeratedBy", recipientClasses, toRecipients),
    bool("ModerationEnabled", { default: false }),
    computed("PoliciesIncluded", textList, policiesIncluded),
    computed("PoliciesExcluded", textList, policiesExcluded),
    bool("EmailAddressPolicyEnabled", { default: true }),
    computed("PrimarySmtpAddress", smtpAddressName, primaryAddress),
    computed("RecipientType", "Microsoft.Exchange.Data.Directory.Recipient.RecipientType", recipientTypeRead),
    computed(
      "RecipientTypeDetails",
      "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails",
      typeDetailsRead,
    ),
    links("RejectMessagesFrom", recipientClasses, toRecipients),
    links("RejectMessagesFromDLMembers", recipientClasses, toRecipients),
    links("RejectMessagesFromSendersOrMembers", recipientClasses, toRecipients),
    bool("RequireSenderAuthenticationEnabled", { default: senderAuthentication }),
    text("SimpleDisplayName"),
    choice("SendModerationNotifications", moderationNotifications, { default: "Always" }),
    texts("UMDtmfMap", { absent: dtmfMap }),
    computed("WindowsEmailAddress", smtpAddressName, primaryAddress),
    text("MailTip"),
    texts("MailTipTranslations"),
  ];
}
