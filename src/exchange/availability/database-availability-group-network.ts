import { childrenOf, type DirectoryObject, getObject, getProperty } from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { nameProperty } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { bool, computed, fixed, text } from "../properties/property.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { databaseAvailabilityGroup } from "./database-availability-group.js";
import { groupOf, membersOf } from "./members.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseAvailabilityGroupNetwork";

const groupAbove = ({ topology, object }: Source): DirectoryObject | null =>
  object.parent === null ? null : getObject(topology, object.parent);

const fullName = (source: Source): string => `${groupAbove(source)?.name ?? ""}\\${source.object.name}`;

/** `{192.168.0.0/24,Up}`: a subnet with its state. */
function subnets(source: Source): Value {
  const value = stored(source, "Subnets");
  return multiValuedProperty((Array.isArray(value) ? value : []).map((subnet) => `{${subnet},Up}`));
}

/**
 * A network of an availability group. The cluster finds out its subnets and interfaces, which the organizations here do
 * not have: a network has the subnets that it is given. Order of the list: facts/nouns.json; widths of the view unknown.
 */
export const databaseAvailabilityGroupNetwork = defineNoun({
  noun: "DatabaseAvailabilityGroupNetwork",
  called: "database availability group network",
  class: {
    name: "DatabaseAvailabilityGroupNetwork",
    objectClass: ["top"],
    objectCategory: "Container",
    container: { belowClass: "DatabaseAvailabilityGroup", path: [] },
    properties: { Subnets: { holds: "string", many: true } },
  },
  identity: {
    classes: ["DatabaseAvailabilityGroupNetwork"],
    owner: "DatabaseAvailabilityGroup",
    wildcards: true,
  },
  typeNames: [typeName],
  properties: () => [
    nameProperty,
    text("Description"),
    computed("Subnets", "System.Object", subnets),
    fixed("Interfaces", "System.Object", () => multiValuedProperty([])),
    fixed("MapiAccessEnabled", "bool", () => true),
    bool("ReplicationEnabled", { default: true }),
    bool("IgnoreNetwork", { default: false }),
    computed("Identity", "string", fullName),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity", width: 30 },
        { property: "ReplicationEnabled", width: 18 },
        { property: "Subnets" },
      ],
    },
  ],
  displayIdentity: fullName,
});

const notManual = message({
  text: (group: string) =>
    `The networks of the database availability group "${group}" are configured automatically. Set its ManualDagNetworkConfiguration to $true first.`,
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

const noMembers = message({
  text: (group: string) =>
    `The database availability group "${group}" has no members, so that there is no cluster that could have networks. Add a server with Add-DatabaseAvailabilityGroupServer first.`,
  exception: "Microsoft.Exchange.Cluster.Replay.DagTaskOperationFailedException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

/** From 2013 on networks are the cluster's business unless the group says otherwise. */
function checkManual(task: Task, group: DirectoryObject): void {
  if (task.info.release === "2010" || getProperty(schema, group, "ManualDagNetworkConfiguration") === true) return;
  throw task.failure(notManual, [group.name], task.id(group));
}

function checkOwn(task: Task, network: DirectoryObject): void {
  const group = groupAbove(task.source(network));
  if (group !== null) checkManual(task, group);
}

const subnetsFrom = (task: Task): string[] =>
  toItems(task.value("Subnets")).map((subnet) => toText(task.cmdlet.context, subnet));

/** The group whose name -Identity is, instead of a network's. */
function groupMeant(task: Task): DirectoryObject | null {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter) || identity.text.includes("\\")) return null;
  return task.matches(identity, databaseAvailabilityGroup.identity)[0] ?? null;
}

/** A network by its full name; all networks of a group by the group's name. */
function meant(task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  const group = groupMeant(task);
  if (group !== null)
    return childrenOf(task.topology, group.guid).filter((child) => child.class === "DatabaseAvailabilityGroupNetwork");
  return identity instanceof IdParameter ? task.matches(identity, databaseAvailabilityGroupNetwork.identity) : [];
}

export const databaseAvailabilityGroupNetworkVerbs: NounVerbs = {
  Get: getVerb(databaseAvailabilityGroupNetwork, {
    emulated: ["Identity"],
    find: meant,
    mayBeNone: (task) => groupMeant(task) !== null,
    filters: {
      Server: (task) => {
        const group = groupOf(task.topology, resolveServer(task, "Server", "Mailbox"));
        return { keep: (network) => network.parent === group?.guid };
      },
    },
    // A group without members has no cluster that could be asked.
    arrange: (task, networks) =>
      [...networks].filter((network) => {
        const group = groupAbove(task.source(network));
        return group !== null && membersOf(task.topology, group).length > 0;
      }),
  }),
  New: newVerb(databaseAvailabilityGroupNetwork, {
    emulated: ["DatabaseAvailabilityGroup", "Subnets"],
    make: (task) => {
      const group = task.resolve("DatabaseAvailabilityGroup", databaseAvailabilityGroup.identity, (identity) =>
        task.parameterNotFound(identity),
      );
      checkManual(task, group);
      if (membersOf(task.topology, group).length === 0) throw task.failure(noMembers, [group.name], task.id(group));
      return {
        class: "DatabaseAvailabilityGroupNetwork",
        name: task.text("Name") ?? "",
        parent: group.guid,
        properties: { Subnets: subnetsFrom(task) },
      };
    },
  }),
  Set: setVerb(databaseAvailabilityGroupNetwork, {
    setters: { Subnets: (task) => ({ properties: { Subnets: subnetsFrom(task) } }) },
    check: checkOwn,
  }),
  Remove: removeVerb(databaseAvailabilityGroupNetwork, { check: checkOwn }),
};
