import { canonicalIdentity, identityProperty } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, computed, fixed, int, links, text } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";

const storage = "Microsoft.Exchange.Data.Storage";
const typeName = `${storage}.Management.CalendarConfiguration`;
const processing = enumeration(`${storage}.CalendarProcessingFlags`, ["None", "AutoUpdate", "AutoAccept"]);

const on = (name: string) => bool(name, { default: true });
const off = (name: string) => bool(name, { default: false });
const people = (name: string) => links(name, ["User", "Group"], { prints: "canonical" });

const halfYear = 180;
const oneDay = 24 * 60;

/** What a mailbox does with meeting requests: above all that of a room. Defaults as documented; the order from memory. */
export const calendarProcessing = defineNoun({
  noun: "CalendarProcessing",
  called: "calendar processing",
  class: "User",
  tasks: "StoreTasks",
  identity: mailbox.identity,
  typeNames: [
    typeName,
    `${storage}.Management.XsoMailboxConfigurationObject`,
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    choice("AutomateProcessing", processing, { default: "AutoUpdate" }),
    off("AllowConflicts"),
    int("BookingWindowInDays", { default: halfYear }),
    int("MaximumDurationInMinutes", { default: oneDay }),
    on("AllowRecurringMeetings"),
    on("EnforceSchedulingHorizon"),
    off("ScheduleOnlyDuringWorkHours"),
    int("ConflictPercentageAllowed", { default: 0 }),
    int("MaximumConflictInstances", { default: 0 }),
    on("ForwardRequestsToDelegates"),
    on("DeleteAttachments"),
    on("DeleteComments"),
    on("RemovePrivateProperty"),
    on("DeleteSubject"),
    on("AddOrganizerToSubject"),
    on("DeleteNonCalendarItems"),
    on("TentativePendingApproval"),
    on("EnableResponseDetails"),
    on("OrganizerInfo"),
    people("ResourceDelegates"),
    people("RequestOutOfPolicy"),
    off("AllRequestOutOfPolicy"),
    people("BookInPolicy"),
    on("AllBookInPolicy"),
    people("RequestInPolicy"),
    off("AllRequestInPolicy"),
    off("AddAdditionalResponse"),
    text("AdditionalResponse"),
    on("RemoveOldMeetingMessages"),
    on("AddNewRequestsTentatively"),
    off("ProcessExternalMeetingMessages"),
    off("RemoveForwardedMeetingNotifications"),
    computed(
      "MailboxOwnerId",
      "Microsoft.Exchange.Data.Directory.ADObjectId",
      ({ topology, object }) => new ADObjectId(topology, object, "canonical"),
    ),
    identityProperty("canonical"),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "Changed", { since: "2013" }),
  ],
  views: [],
  displayIdentity: canonicalIdentity,
});

export const calendarProcessingVerbs: NounVerbs = {
  Get: getVerb(calendarProcessing, { limited: true }),
  Set: setVerb(calendarProcessing),
};
