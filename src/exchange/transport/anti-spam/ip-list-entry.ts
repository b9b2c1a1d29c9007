import { type DirectoryObject, getProperty, listObjects, type NewObject } from "../../../topology/index.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import { IPAddress } from "../../../values/simple-values.js";
import { message } from "../../noun/exchange-errors.js";
import { type Filter, getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import type { Task } from "../../noun/task.js";
import { IdParameter } from "../../parameters/id-parameter.js";
import { computed, fixed, property, text, time } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { resolveServer } from "../../servers/resolve-server.js";
import { serverAbove } from "../../types/ad-object-id.js";
import { ipRangeKind } from "../transport-kinds.js";
import { localHubServer } from "../transport-servers.js";
import { parseIPRange } from "../types/ip-range.js";

/**
 * Addresses that a server takes mail from, or does not: entries that it keeps itself, each under a number. As the agents
 * that ask for them are not on Hub Transport servers unless somebody installs them, mail goes here as without them.
 */

const namespace = "Microsoft.Exchange.Data.Transport";

function listNoun(list: "Allow" | "Block"): Noun {
  const noun = `IP${list}ListEntry`;
  const typeName = `${namespace}.${noun}`;
  return defineNoun({
    noun,
    called: `IP ${list} list entry`,
    class: {
      name: noun,
      objectClass: ["top"],
      objectCategory: "Container",
      container: { belowClass: "ExchangeServer", path: [`CN=IP ${list} List`] },
    },
    identity: { classes: [noun] },
    typeNames: [typeName, `${namespace}.IPListEntry`],
    properties: () => [
      computed("Identity", "Microsoft.Exchange.Data.IPListEntryIdentity", ({ object }) => Number(object.name)),
      property("IPRange", ipRangeKind),
      time("ExpirationTime"),
      text("Comment"),
      fixed("IsMachineGenerated", "bool", () => false),
      computed("HasExpired", "bool", ({ topology, object }) => hasExpired(object, topology.clock)),
      fixed("IsValid", "bool", () => true),
    ],
    // From memory.
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        columns: [
          { property: "Identity", width: 10, alignment: "left" },
          { property: "IPRange" },
          { property: "ExpirationTime", alignment: "left" },
          { property: "HasExpired", width: 10, alignment: "left" },
          { property: "IsMachineGenerated", width: 18, alignment: "left" },
        ],
      },
    ],
  });
}

function hasExpired(entry: DirectoryObject, now: bigint): boolean {
  const end = getProperty(schema, entry, "ExpirationTime");
  return typeof end === "bigint" && end <= now;
}

const messages = {
  exists: message({
    text: (range: string) => `The IP address or range "${range}" is already in the list.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
  noServer: message({
    text: () => "Specify a server that has the Hub Transport server role with the Server parameter.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** -Server, or the server of the session. */
function serverOf(task: Task): DirectoryObject {
  const server = task.has("Server") ? resolveServer(task, "Server", "HubTransport") : localHubServer(task);
  if (server === undefined) throw task.failure(messages.noServer, []);
  return server;
}

const rangeOf = (entry: DirectoryObject): string => String(getProperty(schema, entry, "IPRange") ?? "");

function entriesOn(task: Task, noun: Noun): readonly DirectoryObject[] {
  const { guid } = serverOf(task);
  return listObjects(task.topology, noun.noun).filter((entry) => serverAbove(task.topology, entry)?.guid === guid);
}

/** The entry under a number, on the server that is meant. */
function entryMeant(task: Task, noun: Noun): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  if (identity.guid !== null) return task.matches(identity, noun.identity);
  return entriesOn(task, noun).filter(({ name }) => name === identity.text);
}

/** -IPAddress: the entries whose range has it. */
function withAddress(task: Task, noun: Noun): Filter {
  const given = task.value("IPAddress");
  const address = given instanceof IPAddress ? given : parseIPAddress(task.text("IPAddress") ?? "");
  return {
    from: entriesOn(task, noun).filter((entry) => address !== null && parseIPRange(rangeOf(entry)).contains(address)),
  };
}

function make(task: Task, noun: Noun, given: NonNullable<NewObject["properties"]>): NewObject {
  const range = task.has("IPAddress") ? (task.text("IPAddress") ?? "") : String(given.IPRange ?? "");
  const entries = entriesOn(task, noun);
  if (entries.some((entry) => rangeOf(entry) === range)) throw task.failure(messages.exists, [range]);
  const number = Math.max(0, ...entries.map(({ name }) => Number(name))) + 1;
  return { class: noun.noun, name: String(number), parent: serverOf(task).guid, properties: { IPRange: range } };
}

function listVerbs(noun: Noun): NounVerbs {
  return {
    Get: getVerb(noun, {
      limited: true,
      defaultParameterSet: "Identity",
      filters: { IPAddress: (task) => withAddress(task, noun), Server: () => ({ keep: () => true }) },
      all: (task) => entriesOn(task, noun),
      find: (task) => entryMeant(task, noun),
    }),
    Add: newVerb(noun, {
      taskClass: `SystemConfigurationTasks.Add${noun.noun}`,
      defaultParameterSet: "IPRange",
      emulated: ["IPAddress", "Server"],
      make: (task, given) => make(task, noun, given),
    }),
    Remove: removeVerb(noun, {
      emulated: ["Identity", "Server"],
      find: (task) => task.single(entryMeant(task, noun), task.text("Identity") ?? "", (each) => task.notFound(each)),
    }),
  };
}

/** Both lists, with their verbs. */
export const ipListEntries = (["Allow", "Block"] as const).map((list) => {
  const noun = listNoun(list);
  return { noun, verbs: listVerbs(noun) };
});
