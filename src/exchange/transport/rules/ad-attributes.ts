import type { DirectoryObject, Topology } from "../../../topology/index.js";
import { followReference, isReference, valuesOf } from "../../../topology/index.js";
import { addressesIn, primaryOf } from "../../recipients/addresses.js";
import { attributeOf } from "../../recipients/recipient-types.js";

/** The attributes of people that rules compare (documented), with the properties that they are. */
const attributes: ReadonlyMap<string, string> = new Map([
  ["DisplayName", "DisplayName"],
  ["FirstName", "FirstName"],
  ["Initials", "Initials"],
  ["LastName", "LastName"],
  ["Office", "Office"],
  ["PhoneNumber", "Phone"],
  ["OtherPhoneNumber", "OtherTelephone"],
  ["Email", "EmailAddresses"],
  ["Street", "StreetAddress"],
  ["POBox", "PostOfficeBox"],
  ["City", "City"],
  ["State", "StateOrProvince"],
  ["ZipCode", "PostalCode"],
  ["Country", "CountryOrRegion"],
  ["UserLogonName", "UserPrincipalName"],
  ["HomePhoneNumber", "HomePhone"],
  ["OtherHomePhoneNumber", "OtherHomePhone"],
  ["PagerNumber", "Pager"],
  ["MobileNumber", "MobilePhone"],
  ["FaxNumber", "Fax"],
  ["OtherFaxNumber", "OtherFax"],
  ["Notes", "Notes"],
  ["Title", "Title"],
  ["Department", "Department"],
  ["Company", "Company"],
  ["Manager", "Manager"],
  ...Array.from({ length: 15 }, (_, index): [string, string] => [
    `CustomAttribute${index + 1}`,
    `CustomAttribute${index + 1}`,
  ]),
]);

export const adAttributeNames: readonly string[] = [...attributes.keys()];

/** What somebody has of an attribute, as texts; nothing for who is not of the organization. */
export function attributeTexts(
  topology: Topology,
  object: DirectoryObject | undefined,
  attribute: string,
): readonly string[] {
  const name = adAttributeNames.find((each) => each.toLowerCase() === attribute.toLowerCase()) ?? "";
  const property = attributes.get(name);
  if (object === undefined || property === undefined) return [];
  if (property === "EmailAddresses") return [primaryOf(addressesIn(object))];
  return valuesOf(attributeOf(object, property)).map((value) => {
    if (!isReference(value)) return String(value);
    const target = followReference(topology, value);
    return target.state === "live" ? target.object.name : "";
  });
}

/** The manager of somebody. */
export function managerOf(topology: Topology, object: DirectoryObject | undefined): DirectoryObject | undefined {
  const manager = object === undefined ? null : attributeOf(object, "Manager");
  const target = isReference(manager) ? followReference(topology, manager) : null;
  return target?.state === "live" ? target.object : undefined;
}
