import type { LdapNames } from "../../opath/filter-text.js";
import { typeDetailsNumber } from "../recipient-types.js";

/** How the directory calls what filters over recipients name (documented: filterable properties; clauses from memory). */

const attributes: ReadonlyMap<string, string> = new Map([
  ["alias", "mailNickname"],
  ["city", "l"],
  ["company", "company"],
  ["countryorregion", "co"],
  ...Array.from({ length: 15 }, (_, index): [string, string] => [
    `customattribute${index + 1}`,
    `extensionAttribute${index + 1}`,
  ]),
  ["database", "homeMDB"],
  ["department", "department"],
  ["displayname", "displayName"],
  ["emailaddresses", "proxyAddresses"],
  ["externalemailaddress", "targetAddress"],
  ["firstname", "givenName"],
  ["hiddenfromaddresslistsenabled", "msExchHideFromAddressLists"],
  ["lastname", "sn"],
  ["legacyexchangedn", "legacyExchangeDN"],
  ["manager", "manager"],
  ["memberofgroup", "memberOf"],
  ["name", "name"],
  ["objectcategory", "objectCategory"],
  ["objectclass", "objectClass"],
  ["office", "physicalDeliveryOfficeName"],
  ["phone", "telephoneNumber"],
  ["postalcode", "postalCode"],
  ["primarysmtpaddress", "mail"],
  ["recipientdisplaytype", "msExchRecipientDisplayType"],
  ["recipienttypedetails", "msExchRecipientTypeDetails"],
  ["recipienttypedetailsvalue", "msExchRecipientTypeDetails"],
  ["resourcemetadata", "msExchResourceMetaData"],
  ["resourcesearchproperties", "msExchResourceSearchProperties"],
  ["samaccountname", "sAMAccountName"],
  ["serverlegacydn", "msExchHomeServerName"],
  ["stateorprovince", "st"],
  ["title", "title"],
  ["userprincipalname", "userPrincipalName"],
  ["windowsemailaddress", "mail"],
]);

const universalSecurity = "(groupType:1.2.840.113556.1.4.803:=2147483656)";
const types: Readonly<Partial<Record<string, string>>> = {
  UserMailbox: "(objectClass=user)(objectCategory=person)(mailNickname=*)(msExchHomeServerName=*)",
  MailUser: "(objectClass=user)(objectCategory=person)(mailNickname=*)(!(msExchHomeServerName=*))(targetAddress=*)",
  MailContact: "(objectClass=contact)(mailNickname=*)",
  DynamicDistributionGroup: "(objectClass=msExchDynamicDistributionList)(mailNickname=*)",
  MailUniversalDistributionGroup: `(objectClass=group)(groupType:1.2.840.113556.1.4.803:=8)(!${universalSecurity})(mailNickname=*)`,
  MailUniversalSecurityGroup: `(objectClass=group)${universalSecurity}(mailNickname=*)`,
  MailNonUniversalGroup: "(objectClass=group)(!(groupType:1.2.840.113556.1.4.803:=8))(mailNickname=*)",
};

export const recipientLdapNames: LdapNames = {
  attributes,
  special: (property, value) => {
    const name = property.toLowerCase();
    if (name === "recipienttype") {
      const clauses = types[String(value)];
      return clauses === undefined ? null : `(&${clauses})`;
    }
    if (name === "recipienttypedetails" || name === "recipienttypedetailsvalue")
      return `(msExchRecipientTypeDetails=${typeDetailsNumber(String(value))})`;
    return null;
  },
};
