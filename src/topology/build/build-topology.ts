import { coreSchema } from "../classes/core-schema.js";
import { administrativeGroupName } from "../classes/organization.js";
import { exchangeReleases, releaseVersions } from "../exchange-release.js";
import { fold } from "../fold.js";
import type { Schema } from "../schema.js";
import type { DirectoryObject, Topology } from "../state.js";
import { notIso, parseIso } from "../time.js";
import { buildArrays, buildGroups } from "./arrays-and-groups.js";
import { type BuildContext, keep } from "./context.js";
import { buildDatabases } from "./databases.js";
import { ForestBuilder } from "./forest-builder.js";
import { buildMailboxes } from "./mailboxes.js";
import { buildNetwork, downHosts } from "./network.js";
import { Problems } from "./problems.js";
import { checkFields, oneOf, optionalList, optionalText, requiredText, show } from "./reader.js";
import { buildDomainControllers, buildServers, checkMemberships } from "./servers.js";
import type { TopologySpec } from "./spec.js";

const fields = [
  "domain",
  "netBIOSName",
  "organization",
  "release",
  "systemMailboxes",
  "now",
  "seed",
  "sites",
  "domainControllers",
  "organizationalUnits",
  "servers",
  "availabilityGroups",
  "clientAccessArrays",
  "databases",
  "mailboxes",
  "network",
];

const defaultNow = "2013-06-03T09:00:00Z";
const defaultSite = "Default-First-Site-Name";
const defaultOrganization = "First Organization";
const dnsName = /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
const maximumDnsName = 255;

/**
 * Builds an organization from a description. The same description always gives the same organization.
 * @param schema the classes that the organization may hold; those of `coreSchema` must be among them
 * @throws {TopologyErrors} that names all faults of the description: where they are, what is wrong, how it should be
 */
export function buildTopology(spec: TopologySpec, schema: Schema = coreSchema): Topology {
  const problems = new Problems();
  checkFields(problems, "", spec, fields);
  const context = begin(spec, schema, problems);
  const domain = buildForest(context, spec);
  buildUnits(context, spec, domain);
  buildSites(context, spec);
  buildDomainControllers(context, spec, domain);
  buildArrays(context, spec);
  buildGroups(context, spec);
  buildServers(context, spec);
  checkMemberships(context);
  buildDatabases(context, spec);
  buildMailboxes(context, spec);
  buildNetwork(context, spec);
  problems.throwIfAny();
  const topology = context.forest.finish();
  problems.throwIfAny();
  return topology;
}

function begin(spec: TopologySpec, schema: Schema, problems: Problems): BuildContext {
  const domainName = requiredText(problems, "domain", spec.domain, "contoso.com");
  if (domainName !== "" && (domainName.length > maximumDnsName || !dnsName.test(domainName))) {
    problems.add("domain", `${show(domainName)} is no DNS name of a domain. Write it as contoso.com.`);
  }
  const seed: unknown = spec.seed ?? 1;
  if (!Number.isSafeInteger(seed)) problems.add("seed", `${show(seed)} won't do. Give a whole number.`);
  const release = oneOf(problems, "release", spec.release, exchangeReleases, "2010");
  const now = optionalText(problems, "now", spec.now, defaultNow) ?? defaultNow;
  const organization = organizationOf(spec, problems);
  const legacyPrefix = `/o=${organization}/ou=${administrativeGroupName}`;
  const clock = parseIso(now);
  if (clock === null && now !== "") problems.add("now", notIso(now));
  return {
    problems,
    forest: new ForestBuilder(schema, problems, clock ?? 0n, Number(seed)),
    domainName: domainName === "" ? "missing.example" : domainName,
    version: releaseVersions[release],
    legacyPrefix,
    recipientsPrefix: `${legacyPrefix}/cn=Recipients/cn=`,
    sites: new Map(),
    units: new Map(),
    memberships: new Map(),
    servers: new Map(),
    controllers: new Map(),
    downHosts: downHosts(spec),
    arrays: new Map(),
    databases: new Map(),
  };
}

function organizationOf(spec: TopologySpec, problems: Problems): string {
  return optionalText(problems, "organization", spec.organization, "Contoso") ?? defaultOrganization;
}

/** Makes the fixed places: domain, configuration, organization, administrative group. */
function buildForest(context: BuildContext, spec: TopologySpec): DirectoryObject {
  const { forest, domainName, problems } = context;
  const { anchors } = forest;
  const shortName =
    optionalText(problems, "netBIOSName", spec.netBIOSName, "CONTOSO") ?? domainName.split(".")[0]?.toUpperCase() ?? "";
  const domain = forest.add({ class: "Domain", name: domainName, properties: { NetBIOSName: shortName } }, "domain");
  anchors.domain = domain.guid;
  forest.makeContainer("Container", "Users", domain.guid);
  anchors.configuration = forest.add({ class: "Configuration", name: "Configuration", parent: domain.guid }, "").guid;
  const name = organizationOf(spec, problems) || defaultOrganization;
  const systemMailboxes: unknown = spec.systemMailboxes ?? false;
  if (typeof systemMailboxes !== "boolean")
    problems.add("systemMailboxes", `${show(systemMailboxes)} won't do. Give true or false.`);
  const properties = { LegacyExchangeDN: `/o=${name}`, SystemMailboxes: systemMailboxes === true };
  const organization = { class: "ExchangeOrganization", name, properties };
  anchors.organization = forest.add(organization, "organization").guid;
  const group = {
    class: "AdministrativeGroup",
    name: administrativeGroupName,
    properties: { LegacyExchangeDN: context.legacyPrefix },
  };
  anchors.administrativeGroup = forest.add(group, "organization").guid;
  return domain;
}

/** Makes organizational units; those on the way to one are made with it. */
function buildUnits(context: BuildContext, spec: TopologySpec, domain: DirectoryObject): void {
  for (const [index, item] of optionalList(
    context.problems,
    "organizationalUnits",
    spec.organizationalUnits,
  ).entries()) {
    const where = `organizationalUnits[${index}]`;
    const path = requiredText(context.problems, where, item, "Sales/East");
    let parent = domain;
    let soFar = "";
    for (const name of path.split("/")) {
      soFar = soFar === "" ? name : `${soFar}/${name}`;
      const known = context.units.get(fold(soFar));
      parent = known ?? context.forest.add({ class: "OrganizationalUnit", name, parent: parent.guid }, where);
      context.units.set(fold(soFar), parent);
    }
  }
}

function buildSites(context: BuildContext, spec: TopologySpec): void {
  for (const [index, item] of optionalList(context.problems, "sites", spec.sites ?? [defaultSite]).entries()) {
    const where = `sites[${index}]`;
    const name = requiredText(context.problems, where, item, defaultSite);
    if (name !== "") keep(context, where, name, context.sites, context.forest.add({ class: "ADSite", name }, where));
  }
  if (context.sites.size === 0)
    context.problems.add("sites", `a forest has at least one site. Leave it out for ${defaultSite}.`);
}
