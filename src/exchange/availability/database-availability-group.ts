import { childrenOf, type DirectoryObject, getProperty, isList } from "../../topology/index.js";
import { ticksPerHour } from "../../values/date-time.js";
import { SmallInteger } from "../../values/numbers.js";
import { parseIPAddress } from "../../values/simple-value-parsing.js";
import type { Value } from "../../values/value.js";
import { configurationTail, configurationTypes, nameProperty, objectVersions } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import { defineNoun } from "../noun/noun.js";
import { live, stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { bool, choice, computed, fixed, int, path, span, text } from "../properties/property.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { datacenterActivationMode, networkOption, thirdPartyReplication, witnessShareInUse } from "./enumerations.js";
import { membersOf, startedMembers, stoppedMembers } from "./members.js";
import { clusterOf } from "./quorum.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseAvailabilityGroup";
const id = "Microsoft.Exchange.Data.Directory.ADObjectId";
const ids = `Microsoft.Exchange.Data.MultiValuedProperty[${id}]`;
const strings = "Microsoft.Exchange.Data.MultiValuedProperty[string]";
const addresses = "Microsoft.Exchange.Data.MultiValuedProperty[System.Net.IPAddress]";
const folder = { type: "Microsoft.Exchange.Data.NonRootLocalLongFullPath" } as const;
export const usualReplicationPort = 64_327;
/** From memory. */
const since2013 = { since: "2013", certainty: "derived" } as const;

const idsOf = (source: Source, servers: readonly DirectoryObject[]): Value =>
  multiValuedProperty(
    servers.map((server) => new ADObjectId(source.topology, server, "name")),
    id,
  );

function ipAddresses(source: Source): Value {
  const texts = stored(source, "DatabaseAvailabilityGroupIpv4Addresses");
  const parsed = (isList(texts) ? texts : []).map((each) => parseIPAddress(String(each)));
  return multiValuedProperty(
    parsed.filter((each) => each !== null),
    "System.Net.IPAddress",
  );
}

/**
 * A database availability group. View captured (get-databaseavailabilitygroup.3); order of 2010's list: facts/nouns.json;
 * the block AutoDag: get-databaseavailabilitygroup.2, its place from memory.
 */
export const databaseAvailabilityGroup = defineNoun({
  noun: "DatabaseAvailabilityGroup",
  called: "database availability group",
  class: "DatabaseAvailabilityGroup",
  typeNames: configurationTypes(typeName),
  properties: () => [
    nameProperty,
    computed("Servers", ids, (source) => idsOf(source, membersOf(source.topology, source.object))),
    text("WitnessServer"),
    path("WitnessDirectory", folder),
    text("AlternateWitnessServer"),
    path("AlternateWitnessDirectory", folder),
    choice("NetworkCompression", networkOption, { default: "InterSubnetOnly" }),
    choice("NetworkEncryption", networkOption, { default: "InterSubnetOnly" }),
    bool("ManualDagNetworkConfiguration", { default: false, ...since2013 }),
    choice("DatacenterActivationMode", datacenterActivationMode, { default: "Off" }),
    computed("StoppedMailboxServers", strings, ({ topology, object }) =>
      multiValuedProperty(stoppedMembers(topology, object).map(fqdnOf)),
    ),
    computed("StartedMailboxServers", strings, ({ topology, object }) =>
      multiValuedProperty(startedMembers(topology, object).map(fqdnOf)),
    ),
    computed("DatabaseAvailabilityGroupIpv4Addresses", addresses, ipAddresses),
    computed("DatabaseAvailabilityGroupIpAddresses", addresses, ipAddresses),
    bool("AllowCrossSiteRpcClientAccess", { default: false }),
    computed("OperationalServers", ids, live("OperationalServers")),
    computed("PrimaryActiveManager", id, live("PrimaryActiveManager")),
    computed("ServersInMaintenance", ids, live("ServersInMaintenance")),
    fixed("ServersInDeferredRecovery", ids, () => null, since2013),
    choice("ThirdPartyReplication", thirdPartyReplication, { default: "Disabled" }),
    computed("ReplicationPort", "uint16", () => new SmallInteger("UInt16", 0)),
    computed("NetworkNames", strings, () => multiValuedProperty([])),
    computed(
      "WitnessShareInUse",
      "System.Nullable[Microsoft.Exchange.Data.Directory.SystemConfiguration.WitnessShareInUse]",
      live("WitnessShareInUse"),
    ),
    fixed("DatabaseAvailabilityGroupConfiguration", id, () => null, since2013),
    fixed("AutoDagSchemaVersion", "version", () => "1.0", since2013),
    int("AutoDagDatabaseCopiesPerDatabase", { default: 1, ...since2013 }),
    int("AutoDagDatabaseCopiesPerVolume", { default: 1, ...since2013 }),
    int("AutoDagTotalNumberOfDatabases", { default: 0, ...since2013 }),
    int("AutoDagTotalNumberOfServers", { default: 0, ...since2013 }),
    path("AutoDagDatabasesRootFolderPath", { default: "C:\\ExchangeDatabases", ...folder, ...since2013 }),
    path("AutoDagVolumesRootFolderPath", { default: "C:\\ExchangeVolumes", ...folder, ...since2013 }),
    bool("AutoDagAllServersInstalled", { default: false, ...since2013 }),
    bool("AutoDagAutoReseedEnabled", { default: true, ...since2013 }),
    bool("AutoDagDiskReclaimerEnabled", { default: true, ...since2013 }),
    bool("AutoDagBitlockerEnabled", { default: false, ...since2013 }),
    fixed("AutoDagFIPSCompliant", "bool", () => false, since2013),
    bool("AutoDagAutoRedistributeEnabled", { default: true, since: "2016", certainty: "derived" }),
    fixed("AutoDagSIPEnabled", "bool", () => false, { since: "2016", certainty: "derived" }),
    bool("ReplayLagManagerEnabled", { default: false, ...since2013 }),
    span("PreferenceMoveFrequency", { default: ticksPerHour, since: "2016", certainty: "memory" }),
    int("MetaCacheDatabaseVolumesPerServer", { default: 0, since: "2019", certainty: "memory" }),
    ...configurationTail(objectVersions.exchange2010, { name: false, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name", width: 16 },
        { property: "Servers", label: "Member Servers", width: 51 },
        { property: "OperationalServers", label: "Operational Servers" },
      ],
    },
  ],
});

const noManager = sentence({
  text: () =>
    "Unable to get Primary Active Manager information due to an Active Manager call failure. Error: An Active Manager operation failed. Error: An Active Manager operation encountered an error. To perform this operation, the server must be a member of a database availability group, and the database availability group must have quorum.",
  certainty: "memory",
  evidence: "from memory: the warning of a group whose cluster does not run",
});

/** What the cluster knows and -Status asks it. */
export function clusterStatus(task: Task, group: DirectoryObject): ReadonlyMap<string, Value> {
  const source = task.source(group);
  const { running, hasQuorum, witness, owner } = clusterOf(task.topology, group);
  if (!hasQuorum && membersOf(task.topology, group).length > 0) task.cmdlet.writeWarning(noManager.text());
  const servers = hasQuorum ? running : [];
  const port = getProperty(schema, group, "ReplicationPort");
  return new Map<string, Value>([
    ["OperationalServers", idsOf(source, servers)],
    ["PrimaryActiveManager", owner === null ? null : new ADObjectId(task.topology, owner, "name")],
    ["ServersInMaintenance", multiValuedProperty([], id)],
    ["ReplicationPort", new SmallInteger("UInt16", typeof port === "number" ? port : usualReplicationPort)],
    ["NetworkNames", multiValuedProperty(networksOf(task, group).map(({ name }) => name))],
    ["WitnessShareInUse", servers.length === 0 ? null : witnessShareInUse(witness)],
  ]);
}

/** The networks of a group. */
export function networksOf(task: Task, group: DirectoryObject): readonly DirectoryObject[] {
  return childrenOf(task.topology, group.guid).filter((child) => child.class === "DatabaseAvailabilityGroupNetwork");
}
