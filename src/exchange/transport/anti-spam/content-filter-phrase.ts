import { findByIndex } from "../../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs, type VerbBehaviour } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import type { Task } from "../../noun/task.js";
import { choice, computed } from "../../properties/property.js";
import { enumeration } from "../../types/enumeration.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.ContentFilterPhrase`;
const influence = enumeration(`${configuration}.Influence`, ["GoodWord", "BadWord"]);

/** A phrase that makes a message good or bad for the content filter. Order of the list and view from memory. */
export const contentFilterPhrase = defineNoun({
  noun: "ContentFilterPhrase",
  called: "content filter phrase",
  class: {
    name: "ContentFilterPhrase",
    objectClass: ["top", "msExchAgent", "msExchContentFilterPhrase"],
    objectCategory: "ms-Exch-Content-Filter-Phrase",
    container: { below: "organization", path: ["CN=Transport Settings", "CN=Message Hygiene", "CN=Phrases"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    choice("Influence", influence, { default: "BadWord" }),
    computed("Phrase", "string", ({ object }) => object.name),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Phrase" }, { property: "Influence", alignment: "left" }],
    },
  ],
});

/** -Phrase names the same as -Identity. */
const byPhrase = (task: Task, phrase: string) => findByIndex(task.topology, "ContentFilterPhrase", "name", phrase);

const add: VerbBehaviour = newVerb(contentFilterPhrase, {
  taskClass: "SystemConfigurationTasks.AddContentFilterPhrase",
  emulated: ["Phrase"],
  make: (task) => ({ class: "ContentFilterPhrase", name: task.text("Phrase") ?? "" }),
});

export const contentFilterPhraseVerbs: NounVerbs = {
  Get: getVerb(contentFilterPhrase, {
    defaultParameterSet: "Identity",
    filters: { Phrase: (task) => ({ from: byPhrase(task, task.text("Phrase") ?? "") }) },
  }),
  Add: add,
  Remove: removeVerb(contentFilterPhrase, {
    defaultParameterSet: "Identity",
    emulated: ["Identity", "Phrase"],
    find: (task) =>
      task.has("Phrase")
        ? task.single(byPhrase(task, task.text("Phrase") ?? ""), task.text("Phrase") ?? "", (id) => task.notFound(id))
        : task.resolve("Identity", contentFilterPhrase.identity, (id) => task.notFound(id)),
  }),
};
