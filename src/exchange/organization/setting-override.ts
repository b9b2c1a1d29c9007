import { canonicalName } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { computed, fixed, property, text, texts } from "../properties/property.js";
import { textual } from "../properties/scalar-kinds.js";
import { currentUser } from "../recipients/current-user.js";
import { enumeration } from "../types/enumeration.js";

const namespace = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ConfigurationSettings";
const typeName = `${namespace}.SettingOverride`;
const status = enumeration(`${namespace}.SettingOverrideStatus`, ["Unspecified", "Accepted"]);
const version = textual("version", "version", (kept) => String(kept));

const escaped = (value: unknown): string =>
  String(value ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");

/** The directory's own form of it, from memory. */
function xml(source: Source): string {
  const kept = stored(source, "Parameters");
  const parameters = (Array.isArray(kept) ? kept : []).map((each) => `<P>${escaped(each)}</P>`).join("");
  const attributes = [
    ["CN", stored(source, "ComponentName")],
    ["SN", stored(source, "SectionName")],
    ["MB", stored(source, "ModifiedBy")],
    ["R", stored(source, "Reason")],
  ].map(([name, value]) => ` ${String(name)}="${escaped(value)}"`);
  return `<S${attributes.join("")}>${parameters}</S>`;
}

/**
 * A setting that administrators have changed because Microsoft's support told them to. Names and order: recorded of
 * 2016 (facts/types.json); nothing here has such settings, so that an override shows itself and has no other effect.
 */
export const settingOverride = defineNoun({
  noun: "SettingOverride",
  called: "setting override",
  class: {
    name: "SettingOverride",
    objectClass: ["top", "container", "msExchConfigSettings"],
    objectCategory: "ms-Exch-Config-Settings",
    container: { below: "organization", path: ["CN=Global Settings", "CN=Setting Overrides"] },
  },
  typeNames: configurationTypes(typeName),
  certainty: "captured",
  properties: () => [
    text("ComponentName", { parameter: "Component" }),
    text("SectionName", { parameter: "Section" }),
    fixed("AppId", "string", () => ""),
    fixed("FlightName", "string", () => null),
    text("ModifiedBy", { parameter: null }),
    text("Reason"),
    property("MinVersion", version),
    property("MaxVersion", version),
    fixed("FixVersion", "version", () => null),
    texts("Server"),
    fixed("IsFlight", "bool", () => false),
    texts("Parameters"),
    computed("Status", status.fullName, () => status("Accepted")),
    computed("XmlRaw", "string", xml),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [],
});

function author(task: Task): string {
  const user = currentUser(task);
  return user === null ? "" : canonicalName(task.topology, user);
}

export const settingOverrideVerbs: NounVerbs = {
  Get: getVerb(settingOverride),
  New: newVerb(settingOverride, {
    // What -Force skips is a warning about settings that nobody knows.
    accepted: ["Force"],
    make: (task, given) => ({
      class: "SettingOverride",
      name: task.text("Name") ?? "",
      properties: { ...given, ModifiedBy: author(task) },
    }),
  }),
  Set: setVerb(settingOverride, { accepted: ["Force"] }),
  Remove: removeVerb(settingOverride),
};
