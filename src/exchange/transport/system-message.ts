import type { NewObject } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, text } from "../properties/property.js";
import { originals, originalText } from "./original-messages.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.SystemMessage";

/** A text of one's own in delivery reports and warnings of quotas. Order of the list and view from memory. */
export const systemMessage = defineNoun({
  noun: "SystemMessage",
  called: "system message",
  class: {
    name: "SystemMessage",
    objectClass: ["top", "msExchDSNMessage"],
    objectCategory: "ms-Exch-DSN-Message",
    container: { below: "organization", path: ["CN=Transport Settings", "CN=DSN Customization"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    text("Text"),
    bool("Internal", { default: false, parameter: null }),
    text("Language", { parameter: null }),
    text("DsnCode", { parameter: null }),
    text("QuotaMessageType", { parameter: null }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Identity" }, { property: "Text" }],
    },
  ],
});

const messages = {
  badCode: message({
    text: (code: string) => `The DSN code "${code}" isn't valid. It has three numbers, the first of which is 4 or 5.`,
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the form is documented, the text is not known",
  }),
} as const;

/** `en\Internal\5.1.1`; of a quota `en\WarningMailbox` (documented). */
function make(task: Task): NewObject {
  // Messages are in languages, not in those of countries.
  const [language = ""] = (task.text("Language") ?? "").split("-");
  const code = task.text("DsnCode");
  const quota = task.text("QuotaMessageType");
  if (code !== null && !/^[45]\.\d{1,3}\.\d{1,3}$/.test(code)) throw task.failure(messages.badCode, [code]);
  const place = task.isOn("Internal") ? "Internal" : "External";
  return {
    class: "SystemMessage",
    name: code === null ? `${language}\\${quota ?? ""}` : `${language}\\${place}\\${code}`,
    properties: {
      Text: task.text("Text"),
      Internal: task.isOn("Internal"),
      Language: language,
      DsnCode: code,
      QuotaMessageType: quota,
    },
  };
}

export const systemMessageVerbs: NounVerbs = {
  Get: getVerb(systemMessage, {
    defaultParameterSet: "Identity",
    filters: {
      Original: (task) => (task.isOn("Original") ? { from: originals(task.topology) } : { keep: () => true }),
    },
  }),
  New: newVerb(systemMessage, {
    defaultParameterSet: "Dsn",
    emulated: ["DsnCode", "Internal", "Language", "QuotaMessageType", "Text"],
    make,
  }),
  Set: setVerb(systemMessage, {
    defaultParameterSet: "Identity",
    setters: {
      Original: (_task, value, object) => {
        const [code, quota] = [object.properties.DsnCode ?? null, object.properties.QuotaMessageType ?? null];
        const text = originalText(code === null ? null : String(code), quota === null ? null : String(quota));
        return value === true && text !== null ? { properties: { Text: text } } : {};
      },
    },
  }),
  Remove: removeVerb(systemMessage),
};
