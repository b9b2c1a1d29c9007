import { type DirectoryObject, getObject, getProperty } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, choice, computed, fixed, guid, link, property, text } from "../properties/property.js";
import { nullable, spanKind } from "../properties/scalar-kinds.js";
import { recipientClasses } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { journalingFormat, retentionAction } from "./folder-type.js";
import { managedFolder } from "./managed-folder.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.ElcContentSettings`;
const trigger = enumeration(`${directory}.RetentionDateType`, ["WhenDelivered", "WhenMoved"]);

const messages = {
  noTarget: message({
    text: () => "The retention action MoveToFolder needs the folder to move to: MoveToDestinationFolder.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-ManagedContentSettings), the text is not known",
  }),
} as const;

/** What becomes of a kind of messages in a managed folder. Order and view from memory; of 2010 only. */
export const managedContentSettings = defineNoun({
  noun: "ManagedContentSettings",
  called: "managed content settings",
  class: {
    name: "ManagedContentSettings",
    objectClass: ["top", "msExchELCContentSettings"],
    objectCategory: "ms-Exch-ELC-Content-Settings",
    container: { belowClass: "ManagedFolder", path: [] },
  },
  identity: { classes: ["ManagedContentSettings"], wildcards: true, owner: "ManagedFolder" },
  typeNames: configurationTypes(typeName),
  properties: () => [
    fixed("MessageClassDisplayName", "string", () => "All Mailbox Content"),
    text("MessageClass"),
    fixed("Description", "string", () => "Managed Content Settings"),
    bool("RetentionEnabled", { default: false }),
    choice("RetentionAction", retentionAction, { default: "MoveToDeletedItems" }),
    property("AgeLimitForRetention", nullable(spanKind)),
    link("MoveToDestinationFolder", "ManagedFolder"),
    choice("TriggerForRetention", trigger, { default: "WhenDelivered" }),
    choice("MessageFormatForJournaling", journalingFormat, { default: "UseTnef" }),
    bool("JournalingEnabled", { default: false }),
    link("AddressForJournaling", recipientClasses, { prints: "canonical" }),
    text("LabelForJournaling"),
    guid("RetentionId", { absent: ({ object }) => new Guid(object.guid) }),
    computed("ManagedFolder", "Microsoft.Exchange.Data.Directory.ADObjectId", ({ topology, object }) => {
      const folder = object.parent === null ? null : getObject(topology, object.parent);
      return folder === null ? null : new ADObjectId(topology, folder, "name");
    }),
    computed("ManagedFolderName", "string", ({ topology, object }) =>
      object.parent === null ? "" : (getObject(topology, object.parent)?.name ?? ""),
    ),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "MessageClass" }, { property: "ManagedFolderName" }],
    },
  ],
});

const folderGiven = (task: Task): DirectoryObject =>
  task.resolve("FolderName", managedFolder.identity, (identity) => task.parameterNotFound(identity));

/** A move needs somewhere to move to. */
function refuseMoveToNowhere(task: Task, action: unknown, target: unknown): void {
  if (action === "MoveToFolder" && (target === null || target === undefined)) throw task.failure(messages.noTarget, []);
}

export const managedContentSettingsVerbs: NounVerbs = {
  Get: getVerb(managedContentSettings, {
    defaultParameterSet: "Identity",
    filters: {
      FolderName: (task) => {
        const { guid: folder } = folderGiven(task);
        return { keep: ({ parent }) => parent === folder };
      },
    },
  }),
  New: newVerb(managedContentSettings, {
    emulated: ["FolderName"],
    make: (task, given) => {
      refuseMoveToNowhere(task, given.RetentionAction, given.MoveToDestinationFolder);
      return { class: "ManagedContentSettings", name: task.text("Name") ?? "", parent: folderGiven(task).guid };
    },
  }),
  Set: setVerb(managedContentSettings, {
    check: (task, settings, { properties = {} }) => {
      const after = (name: string) =>
        Object.hasOwn(properties, name) ? properties[name] : getProperty(schema, settings, name);
      refuseMoveToNowhere(task, after("RetentionAction"), after("MoveToDestinationFolder"));
    },
  }),
  Remove: removeVerb(managedContentSettings),
};
