import { type DirectoryObject, getProperty, listObjects } from "../../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../../noun/noun.js";
import { live } from "../../noun/read.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { change } from "../../noun/write.js";
import { writeRow } from "../../permissions/permission-rows.js";
import { bool, computed, int, ipAddress, list, property, text } from "../../properties/property.js";
import { ipAddressKind, textual } from "../../properties/scalar-kinds.js";
import { schema } from "../../schema.js";
import { resolveServer } from "../../servers/resolve-server.js";
import { multiValuedProperty } from "../../types/multi-valued-property.js";
import { SmtpDomain, smtpDomainTypes } from "../../types/smtp-domain.js";

/** Services that are asked whether an address is a good or a bad one. Lists and views from memory; defaults documented. */

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const domain = textual(
  "domain",
  smtpDomainTypes.plain,
  (stored) => new SmtpDomain(smtpDomainTypes.plain, String(stored)),
  smtpDomainTypes.plain,
);

function providerNoun(kind: "Allow" | "Block"): Noun {
  const noun = `IP${kind}ListProvider`;
  const typeName = `${configuration}.${noun}`;
  return defineNoun({
    noun,
    called: `IP ${kind} list provider`,
    class: {
      name: noun,
      objectClass: ["top", `msExchMessageHygieneIP${kind}ListProvider`],
      objectCategory: `ms-Exch-Message-Hygiene-IP-${kind}-List-Provider`,
      container: {
        below: "organization",
        path: ["CN=Transport Settings", "CN=Message Hygiene", `CN=IP${kind}ListProviderConfig`],
      },
    },
    typeNames: configurationTypes(typeName, `${configuration}.IPListProvider`),
    properties: () => [
      ...(kind === "Block" ? [text("RejectionResponse")] : []),
      property("LookupDomain", domain),
      bool("Enabled", { default: true }),
      bool("AnyMatch", { default: true }),
      ipAddress("BitmaskMatch"),
      list("IPAddressesMatch", ipAddressKind),
      int("Priority", { default: 1, parameter: null }),
      ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
    ],
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        columns: [
          { property: "Name" },
          { property: "LookupDomain" },
          { property: "Priority", width: 8, alignment: "left" },
        ],
      },
    ],
  });
}

const priorityOf = (provider: DirectoryObject): number => Number(getProperty(schema, provider, "Priority"));

function providersOf(task: Task, noun: Noun): readonly DirectoryObject[] {
  return [...listObjects(task.topology, noun.noun)].sort((a, b) => priorityOf(a) - priorityOf(b));
}

/** Numbers the providers from 1, in the order in which they are asked, with one of them in its place. */
function renumber(task: Task, noun: Noun, provider: DirectoryObject | null): void {
  const others = providersOf(task, noun).filter(({ guid }) => guid !== provider?.guid);
  const wanted = task.has("Priority") ? Number(task.text("Priority")) : others.length + 1;
  const order = provider === null ? others : others.toSpliced(Math.max(0, wanted - 1), 0, provider);
  for (const [index, each] of order.entries()) change(task, each, { properties: { Priority: index + 1 } });
}

const resultType = "Microsoft.Exchange.Management.SystemConfigurationTasks.IPListProviderTestResult";
/** What a provider says of an address. From memory. */
const testResult = defineNoun({
  noun: "the results of Test-IPBlockListProvider",
  identity: { classes: ["ExchangeServer"] },
  typeNames: [resultType],
  properties: () => [
    computed("Provider", "string", live("Provider")),
    computed("ProviderResult", "System.Net.IPAddress[]", live("ProviderResult")),
    computed("Matched", "bool", live("Matched")),
  ],
  views: [],
});

/** No name server of a provider answers here: nobody is on its list. */
function testProvider(task: Task, noun: Noun): void {
  const provider = task.resolve("Identity", noun.identity, (identity) => task.notFound(identity));
  if (task.has("Server")) resolveServer(task, "Server");
  writeRow(task, testResult, provider, {
    Provider: provider.name,
    ProviderResult: multiValuedProperty([], "System.Net.IPAddress"),
    Matched: false,
  });
}

function providerVerbs(noun: Noun): NounVerbs {
  return {
    Get: getVerb(noun, {
      arrange: (_task, providers) => [...providers].sort((a, b) => priorityOf(a) - priorityOf(b)),
    }),
    Add: newVerb(noun, {
      taskClass: `SystemConfigurationTasks.Add${noun.noun}`,
      emulated: ["Priority"],
      make: (task) => ({
        class: noun.noun,
        name: task.text("Name") ?? "",
        properties: { Priority: providersOf(task, noun).length + 1 },
      }),
      after: (task, provider) => renumber(task, noun, provider),
    }),
    Set: setVerb(noun, {
      setters: { Priority: (task) => ({ properties: { Priority: Number(task.text("Priority")) } }) },
      after: (task, provider) => {
        if (task.has("Priority")) renumber(task, noun, provider);
      },
    }),
    Remove: removeVerb(noun, { after: (task) => renumber(task, noun, null) }),
    Test: {
      taskClass: `SystemConfigurationTasks.Test${noun.noun}`,
      emulated: ["Identity", "IPAddress", "Server"],
      accepted: [],
      process: (task) => testProvider(task, noun),
    },
  };
}

/** Both kinds, with their verbs. */
export const ipListProviders = (["Allow", "Block"] as const).map((kind) => {
  const noun = providerNoun(kind);
  return { noun, verbs: providerVerbs(noun) };
});
