import type { CmdletInfo } from "../../runtime/commands.js";
import { notEmulated } from "../../runtime/errors.js";
import { type DirectoryObject, getProperty, listObjects, pathOf } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { localTime } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { domainIdentifier } from "../recipients/security-identifier.js";
import { schema } from "../schema.js";
import { SecurityIdentifier } from "../types/security-identifier.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { ADEntity, type EntityName, entityType, entityTypeName } from "./entity.js";
import { linked } from "./entry.js";
import { directoryFailures } from "./failures.js";

/** The forest, its domain and its controllers; names of properties documented, values of a new forest from memory. */

const listOf = (items: readonly Value[]): Value => new PSArray([...items]);
const textOf = (object: DirectoryObject, property: string): string =>
  String(getProperty(schema, object, property) ?? "");

function write(
  task: DirectoryTask,
  type: EntityName,
  identity: string,
  properties: Readonly<Record<string, Value>>,
): void {
  const loaded = Object.entries(properties).map(([name, value]) => ({ name, typeName: "System.String", value }));
  const guid = properties.ObjectGUID;
  task.cmdlet.writeObject(new ADEntity(entityType(type), identity, guid instanceof Guid ? guid.text : null, loaded));
}

/** Controllers' host names, the one with the roles first. */
const controllersOf = (task: DirectoryTask): readonly string[] =>
  listObjects(task.topology, "DomainController").map((controller) => textOf(controller, "DnsHostName"));

/** The level of a forest of the edition's time. */
function levelOf(task: DirectoryTask): string {
  const { languageVersion } = task.cmdlet.context.facts;
  return languageVersion < 3 ? "Windows2008R2" : languageVersion < 5 ? "Windows2012R2" : "Windows2016";
}

const defaultPolicy = "CN={31B2F340-016D-11D2-945F-00C04FB984F9},CN=Policies,CN=System";

function domainProperties(task: DirectoryTask): Readonly<Record<string, Value>> {
  const { domain } = task;
  const dn = task.dn(domain);
  const [first = ""] = controllersOf(task);
  const below = (place: string): string => `${place},${dn}`;
  return {
    AllowedDNSSuffixes: listOf([]),
    ChildDomains: listOf([]),
    ComputersContainer: below("CN=Computers"),
    DeletedObjectsContainer: below("CN=Deleted Objects"),
    DistinguishedName: dn,
    DNSRoot: domain.name,
    DomainControllersContainer: below("OU=Domain Controllers"),
    DomainMode: `${levelOf(task)}Domain`,
    DomainSID: new SecurityIdentifier(domainIdentifier(task.topology, domain.name)),
    ForeignSecurityPrincipalsContainer: below("CN=ForeignSecurityPrincipals"),
    Forest: domain.name,
    InfrastructureMaster: first,
    LastLogonReplicationInterval: null,
    LinkedGroupPolicyObjects: listOf([below(defaultPolicy)]),
    LostAndFoundContainer: below("CN=LostAndFound"),
    ManagedBy: null,
    Name: domain.name.split(".")[0] ?? "",
    NetBIOSName: textOf(domain, "NetBIOSName"),
    ObjectClass: "domainDNS",
    ObjectGUID: new Guid(domain.guid),
    ParentDomain: null,
    PDCEmulator: first,
    QuotasContainer: below("CN=NTDS Quotas"),
    ReadOnlyReplicaDirectoryServers: listOf([]),
    ReplicaDirectoryServers: listOf(controllersOf(task)),
    RIDMaster: first,
    SubordinateReferences: listOf(["DC=ForestDnsZones", "DC=DomainDnsZones", "CN=Configuration"].map(below)),
    SystemsContainer: below("CN=System"),
    UsersContainer: below("CN=Users"),
  };
}

/** Whether a name means the domain: the DNS name, the short one, the distinguished one, its GUID or SID. */
function isDomain(task: DirectoryTask, name: string): boolean {
  const { domain } = task;
  const names = [
    domain.name,
    textOf(domain, "NetBIOSName"),
    task.dn(domain),
    domain.guid,
    domainIdentifier(task.topology, domain.name),
  ];
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

/** Refuses an -Identity that is not the one domain or forest. */
function checkIdentity(task: DirectoryTask): void {
  const identity = task.value("Identity");
  if (identity instanceof ADEntity && !isDomain(task, identity.identity))
    throw task.failure(directoryFailures.notFound, [identity.identity, task.dn(task.domain)]);
}

const current = { type: "string", coverage: "accepted" } as const;

const getDomain = directoryCmdlet({
  name: "Get-ADDomain",
  synopsis: "Gives the domain.",
  parameters: { Identity: { type: entityTypeName("ADDomain"), position: 0, pipeline: "value" }, Current: current },
  process: (task) => {
    checkIdentity(task);
    write(task, "ADDomain", task.dn(task.domain), domainProperties(task));
  },
});

const getForest = directoryCmdlet({
  name: "Get-ADForest",
  synopsis: "Gives the forest.",
  parameters: { Identity: { type: entityTypeName("ADForest"), position: 0, pipeline: "value" }, Current: current },
  process: (task) => {
    checkIdentity(task);
    const { name } = task.domain;
    const dn = task.dn(task.domain);
    const [first = ""] = controllersOf(task);
    write(task, "ADForest", name, {
      ApplicationPartitions: listOf([`DC=ForestDnsZones,${dn}`, `DC=DomainDnsZones,${dn}`]),
      CrossForestReferences: listOf([]),
      DomainNamingMaster: first,
      Domains: listOf(listObjects(task.topology, "Domain").map((each) => each.name)),
      ForestMode: `${levelOf(task)}Forest`,
      GlobalCatalogs: listOf(
        listObjects(task.topology, "DomainController")
          .filter((controller) => getProperty(schema, controller, "IsGlobalCatalog") === true)
          .map((controller) => textOf(controller, "DnsHostName")),
      ),
      Name: name,
      PartitionsContainer: `CN=Partitions,CN=Configuration,${dn}`,
      RootDomain: name,
      SchemaMaster: first,
      Sites: listOf(listObjects(task.topology, "ADSite").map((site) => site.name)),
      SPNSuffixes: listOf([]),
      UPNSuffixes: listOf([]),
    });
  },
});

const roles = ["SchemaMaster", "DomainNamingMaster", "PDCEmulator", "RIDMaster", "InfrastructureMaster"];

function writeController(task: DirectoryTask, controller: DirectoryObject): void {
  const dn = task.dn(task.domain);
  const { topology } = task;
  const isFirst = listObjects(topology, "DomainController")[0]?.guid === controller.guid;
  const computer = listObjects(topology, "Computer").find(({ name }) => name === controller.name);
  const site = pathOf(topology, controller).findLast(({ class: name }) => name === "ADSite");
  const [domain] = linked(topology, getProperty(schema, controller, "Domain"));
  const ofComputer = (property: string): Value => (computer === undefined ? null : textOf(computer, property) || null);
  const parts = [dn, `CN=Configuration,${dn}`, `CN=Schema,CN=Configuration,${dn}`];
  write(task, "ADDomainController", controller.name, {
    ComputerObjectDN: computer === undefined ? null : task.dn(computer),
    DefaultPartition: dn,
    Domain: domain?.name ?? "",
    Enabled: true,
    Forest: task.domain.name,
    HostName: textOf(controller, "DnsHostName"),
    InvocationId: new Guid(controller.guid),
    IPv4Address: null,
    IPv6Address: null,
    IsGlobalCatalog: getProperty(schema, controller, "IsGlobalCatalog") === true,
    IsReadOnly: false,
    LdapPort: 389,
    Name: controller.name,
    NTDSSettingsObjectDN: `CN=NTDS Settings,${task.dn(controller)}`,
    OperatingSystem: ofComputer("OperatingSystem"),
    OperatingSystemHotfix: null,
    OperatingSystemServicePack: ofComputer("OperatingSystemServicePack"),
    OperatingSystemVersion: ofComputer("OperatingSystemVersion"),
    OperationMasterRoles: listOf(isFirst ? roles : []),
    Partitions: listOf([`DC=ForestDnsZones,${dn}`, `DC=DomainDnsZones,${dn}`, ...parts.toReversed()]),
    ServerObjectDN: task.dn(controller),
    ServerObjectGuid: new Guid(controller.guid),
    Site: site?.name ?? "",
    SslPort: 636,
  });
}

function controllerNamed(task: DirectoryTask, name: string): DirectoryObject {
  const wanted = name.toLowerCase();
  const found = listObjects(task.topology, "DomainController").find(
    (controller) =>
      controller.name.toLowerCase() === wanted || textOf(controller, "DnsHostName").toLowerCase() === wanted,
  );
  if (found === undefined) throw task.failure(directoryFailures.notFound, [name, task.dn(task.domain)]);
  return found;
}

const getController = directoryCmdlet({
  name: "Get-ADDomainController",
  synopsis: "Gives domain controllers.",
  defaultParameterSet: "Identity",
  parameters: {
    Identity: { type: entityTypeName("ADDomainController"), position: 0, pipeline: "value", sets: ["Identity"] },
    Filter: { type: "string", mandatory: true, sets: ["Filter"] },
    Discover: { type: "switch", mandatory: true, sets: ["Discover"] },
    SiteName: { type: "string", sets: ["Discover"] },
    DomainName: { type: "string", sets: ["Discover"] },
    Service: { type: "object[]", sets: ["Discover"], coverage: "accepted" },
    ForceDiscover: { type: "switch", sets: ["Discover"], coverage: "accepted" },
    NextClosestSite: { type: "switch", sets: ["Discover"], coverage: "accepted" },
    Writable: { type: "switch", sets: ["Discover"], coverage: "accepted" },
    AvoidSelf: { type: "switch", sets: ["Discover"], coverage: "accepted" },
    MinimumDirectoryServiceVersion: { type: "string", sets: ["Discover"], coverage: "accepted" },
  },
  process: (task) => {
    const identity = task.value("Identity");
    if (identity instanceof ADEntity) return writeController(task, controllerNamed(task, identity.identity));
    const all = listObjects(task.topology, "DomainController");
    const filter = task.text("Filter");
    if (filter !== null) {
      if (filter.trim() !== "*")
        throw notEmulated("Get-ADDomainController -Filter with a condition", "Give *, and use Where-Object.");
      for (const controller of all) writeController(task, controller);
      return undefined;
    }
    const site = task.text("SiteName")?.toLowerCase();
    const first = all.find(
      (controller) =>
        site === undefined || pathOf(task.topology, controller).some(({ name }) => name.toLowerCase() === site),
    );
    if (first === undefined) throw task.failure(directoryFailures.noServer, []);
    return writeController(task, first);
  },
});

const getRoot = directoryCmdlet({
  name: "Get-ADRootDSE",
  synopsis: "Gives the root of the directory: where its partitions begin.",
  parameters: { Properties: { type: "string[]", aliases: ["Property"], coverage: "refused" } },
  process: (task) => {
    const dn = task.dn(task.domain);
    const [controller] = listObjects(task.topology, "DomainController");
    const configuration = `CN=Configuration,${dn}`;
    const schemaContext = `CN=Schema,${configuration}`;
    const zones = [`DC=DomainDnsZones,${dn}`, `DC=ForestDnsZones,${dn}`];
    const server = controller === undefined ? null : task.dn(controller);
    write(task, "ADRootDSE", "", {
      configurationNamingContext: configuration,
      currentTime: localTime(task.cmdlet.context, task.topology.clock),
      defaultNamingContext: dn,
      dnsHostName: controller === undefined ? null : textOf(controller, "DnsHostName"),
      domainControllerFunctionality: `${levelOf(task)}`,
      domainFunctionality: `${levelOf(task)}Domain`,
      dsServiceName: server === null ? null : `CN=NTDS Settings,${server}`,
      forestFunctionality: `${levelOf(task)}Forest`,
      highestCommittedUSN: task.topology.usn,
      isGlobalCatalogReady: listOf(["TRUE"]),
      isSynchronized: listOf(["TRUE"]),
      ldapServiceName:
        controller === undefined
          ? null
          : `${task.domain.name}:${controller.name.toLowerCase()}$@${task.domain.name.toUpperCase()}`,
      namingContexts: listOf([dn, configuration, schemaContext, ...zones]),
      rootDomainNamingContext: dn,
      schemaNamingContext: schemaContext,
      serverName: server,
      subschemaSubentry: `CN=Aggregate,${schemaContext}`,
    });
  },
});

export const forestCmdlets: readonly CmdletInfo[] = [getDomain, getForest, getController, getRoot];
