import { findByIndex } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { multiValued } from "../noun/read.js";
import type { Kind } from "../properties/kind.js";
import { choice, computed, fixed, link, property, text, texts } from "../properties/property.js";
import { intKind, nullable, textKind } from "../properties/scalar-kinds.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { smtpAddressName } from "../types/proxy-address.js";
import { dtmfMap, primaryAddress } from "./mail-enabled-properties.js";
import { recipientTypeRead, typeDetailsRead } from "./recipient-types.js";

/** What people have in the directory, users as contacts; the order of Get-User's list from memory. */

const unifiedMessagingCalls = enumeration("Microsoft.Exchange.Data.Directory.Recipient.AllowUMCallsFromNonUsersFlags", [
  "None",
  "SearchEnabled",
]);

const badPlace = message({
  text: (given: string) =>
    `"${given}" isn't a place. Write latitude and longitude, and the altitude where you like: "47.644125;-122.122411;161.432".`,
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "InvalidData",
  certainty: "unknown",
  evidence: "the form is documented (Set-User -GeoCoordinates), the text is not known",
});

/** Latitude;longitude;altitude, in degrees and metres. */
const placeKind: Kind = {
  ...textKind,
  name: "place",
  parameterType: "string",
  take: (given, setting) => {
    const text = textKind.take(given, setting);
    if (typeof text !== "string" || text === "") return null;
    const [latitude = Number.NaN, longitude = Number.NaN, ...others] = text.split(";").map(Number);
    const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && others.length <= 1;
    if (!isPlace || others.some(Number.isNaN)) throw setting.task.failure(badPlace, [text]);
    return text;
  },
};

const managers = { classes: ["User", "Contact"], properties: ["DisplayName", "LegacyExchangeDN"] };

export const orgPersonProperties = (): readonly ExchangeProperty[] => [
  text("AssistantName"),
  text("City"),
  text("Company"),
  text("CountryOrRegion"),
  text("Department"),
  computed(
    "DirectReports",
    "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]",
    ({ topology, object }) =>
      multiValued(
        managers.classes
          .flatMap((name) => findByIndex(topology, name, "manager", object.guid))
          .map((report) => new ADObjectId(topology, report, "canonical")),
      ),
  ),
  text("DisplayName"),
  text("Fax"),
  text("FirstName"),
  property("GeoCoordinates", placeKind, {
    since: "2013",
    certainty: "memory",
    type: "Microsoft.Exchange.Data.GeoCoordinates",
  }),
  text("HomePhone"),
  text("Initials"),
  text("LastName"),
  link("Manager", managers.classes, { prints: "canonical", query: managers }),
  text("MobilePhone"),
  text("Notes"),
  text("Office"),
  texts("OtherFax"),
  texts("OtherHomePhone"),
  texts("OtherTelephone"),
  text("Pager"),
  text("Phone"),
  text("PhoneticDisplayName"),
  text("PostalCode"),
  texts("PostOfficeBox"),
  computed("RecipientType", "Microsoft.Exchange.Data.Directory.Recipient.RecipientType", recipientTypeRead),
  computed("RecipientTypeDetails", "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails", typeDetailsRead),
  text("SimpleDisplayName"),
  text("StateOrProvince"),
  text("StreetAddress"),
  text("Title"),
  fixed("UMDialPlan", "Microsoft.Exchange.Data.Directory.ADObjectId", () => null),
  texts("UMDtmfMap", { absent: dtmfMap }),
  choice("AllowUMCallsFromNonUsers", unifiedMessagingCalls, { default: "SearchEnabled" }),
  text("WebPage"),
  text("TelephoneAssistant"),
  computed("WindowsEmailAddress", smtpAddressName, primaryAddress),
  texts("UMCallingLineIds"),
  property("SeniorityIndex", nullable(intKind)),
];

/** Indexes that the classes of people need: who reports to somebody. */
export const orgPersonIndexes = { manager: { property: "Manager" } } as const;
