import { getProperty, guidNamed, type NewObject, type Topology } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { Guid } from "../../values/simple-values.js";
import { toText } from "../../values/text.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, fixed, guid, link, property, text, texts } from "../properties/property.js";
import { nullable, spanKind } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { elcFolderType, journalingFormat, retentionAction } from "./folder-type.js";
import { tagOfManagedFolder } from "./managed-folder-upgrade.js";
import { setOptionalTags, tagsOfMailbox } from "./tags-of-mailbox.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.PresentationRetentionPolicyTag`;

interface SetupTag {
  readonly name: string;
  readonly type: string;
  readonly action: string;
  /** Days; `null`: for ever. */
  readonly days: number | null;
}
const tag = (name: string, type: string, does: string, days: number | null): SetupTag => ({
  name,
  type,
  action: does,
  days,
});

/** What setup of 2010 SP1 and later makes (documented: default retention policy). */
export const setupTags: readonly SetupTag[] = [
  tag("Default 2 year move to archive", "All", "MoveToArchive", 730),
  tag("Personal 1 year move to archive", "Personal", "MoveToArchive", 365),
  tag("Personal 5 year move to archive", "Personal", "MoveToArchive", 1825),
  tag("Personal never move to archive", "Personal", "MoveToArchive", null),
  tag("Recoverable Items 14 days move to archive", "RecoverableItems", "MoveToArchive", 14),
  tag("1 Week Delete", "Personal", "DeleteAndAllowRecovery", 7),
  tag("1 Month Delete", "Personal", "DeleteAndAllowRecovery", 30),
  tag("6 Month Delete", "Personal", "DeleteAndAllowRecovery", 180),
  tag("1 Year Delete", "Personal", "DeleteAndAllowRecovery", 365),
  tag("5 Year Delete", "Personal", "DeleteAndAllowRecovery", 1825),
  tag("Never Delete", "Personal", "DeleteAndAllowRecovery", null),
];

/** The GUID of a tag that setup makes. */
export const setupTagGuid = (topology: Topology, name: string): string =>
  guidNamed(topology.ids.seed, `RetentionPolicyTag ${name}`);

const setup = (topology: Topology): readonly NewObject[] =>
  setupTags.map(({ name, type, action: does, days }) => ({
    class: "RetentionPolicyTag",
    name,
    guid: setupTagGuid(topology, name),
    // What differs from a tag that nobody has set anything of.
    properties: {
      ...(type === "All" ? {} : { Type: type }),
      ...(does === "DeleteAndAllowRecovery" ? {} : { RetentionAction: does }),
      ...(days === null ? { RetentionEnabled: false } : { AgeLimitForRetention: BigInt(days) * ticksPerDay }),
    },
  }));

/** What is done with items when they are so old: of a folder, of all, or of what people choose themselves. */
export const retentionPolicyTag = defineNoun({
  noun: "RetentionPolicyTag",
  called: "retention policy tag",
  class: {
    name: "RetentionPolicyTag",
    objectClass: ["top", "msExchELCFolder"],
    objectCategory: "ms-Exch-ELC-Folder",
    container: { below: "organization", path: ["CN=Retention Policy Tag Container"] },
  },
  setup,
  typeNames: configurationTypes(typeName, "Microsoft.Exchange.Data.Directory.Management.ADPresentationObject"),
  properties: () => [
    fixed("MessageClassDisplayName", "string", () => "All Mailbox Content"),
    text("MessageClass", { default: "*" }),
    fixed("Description", "string", () => "Managed Content Settings"),
    bool("RetentionEnabled", { default: true }),
    choice("RetentionAction", retentionAction, { default: "DeleteAndAllowRecovery" }),
    property("AgeLimitForRetention", nullable(spanKind)),
    fixed("MoveToDestinationFolder", "Microsoft.Exchange.Data.Directory.ADObjectId", () => null),
    fixed("TriggerForRetention", "string", () => "WhenDelivered"),
    choice("MessageFormatForJournaling", journalingFormat, { default: "UseTnef", until: "2010" }),
    bool("JournalingEnabled", { default: false, until: "2010" }),
    link("AddressForJournaling", "User", { prints: "canonical", until: "2010" }),
    text("LabelForJournaling", { until: "2010" }),
    choice("Type", elcFolderType, { default: "All" }),
    bool("SystemTag", { default: false }),
    texts("LocalizedRetentionPolicyTagName"),
    text("Comment"),
    texts("LocalizedComment"),
    bool("MustDisplayCommentEnabled", { default: false }),
    guid("RetentionId", { absent: ({ object }) => new Guid(object.guid) }),
    link("LegacyManagedFolder", "ManagedFolder"),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // From memory.
      columns: [{ property: "Name" }, { property: "Type" }, { property: "Description" }],
    },
  ],
});

const setTag = setVerb(retentionPolicyTag, { defaultParameterSet: "Identity", accepted: ["Force"] });

export const retentionPolicyTagVerbs: NounVerbs = {
  Get: getVerb(retentionPolicyTag, {
    defaultParameterSet: "Identity",
    filters: {
      Types: (task) => {
        const wanted = new Set(toItems(task.value("Types")).map((type) => toText(task.cmdlet.context, type)));
        return { keep: (object) => wanted.has(String(getProperty(schema, object, "Type"))) };
      },
      Mailbox: (task) => ({ from: tagsOfMailbox(task, task.isOn("OptionalInMailbox")) }),
    },
    emulated: ["IncludeSystemTags", "OptionalInMailbox"],
    *arrange(task, objects) {
      const all = task.isOn("IncludeSystemTags") || task.has("Identity");
      for (const object of objects) if (all || getProperty(schema, object, "SystemTag") !== true) yield object;
    },
  }),
  New: newVerb(retentionPolicyTag, {
    defaultParameterSet: "RetentionPolicy",
    emulated: ["ManagedFolderToUpgrade"],
    make: (task) => ({
      class: "RetentionPolicyTag",
      name: task.text("Name") ?? "",
      ...(task.has("ManagedFolderToUpgrade") ? { properties: tagOfManagedFolder(task) } : {}),
    }),
  }),
  Set: {
    ...setTag,
    emulated: [...setTag.emulated, "Mailbox", "OptionalInMailbox"],
    process: (task) => {
      if (task.has("Mailbox")) setOptionalTags(task);
      else setTag.process(task);
    },
  },
  Remove: removeVerb(retentionPolicyTag),
};
