import { type ServerRole, serverEditions, serverRoles } from "../classes/exchange-server.js";
import { dutiesOf, usualRoles } from "../exchange-release.js";
import { fold } from "../fold.js";
import type { DirectoryObject } from "../state.js";
import { type PropertyValue, type RecordValue, reference } from "../value.js";
import { type BuildContext, keep } from "./context.js";
import {
  checkFields,
  type Given,
  itemOf,
  named,
  oneOf,
  optionalList,
  optionalText,
  requiredText,
  show,
} from "./reader.js";
import type { DomainControllerSpec, ServerSpec, TopologySpec } from "./spec.js";

const computerName = /^[A-Za-z0-9-]{1,15}$/;

/** Makes the domain controllers. */
export function buildDomainControllers(context: BuildContext, spec: TopologySpec, domain: DirectoryObject): void {
  for (const [index, item] of optionalList(
    context.problems,
    "domainControllers",
    spec.domainControllers ?? ["DC01"],
  ).entries()) {
    const where = `domainControllers[${index}]`;
    const given = itemOf<Given<DomainControllerSpec>>(item);
    checkFields(context.problems, where, given, ["name", "site"]);
    const name = computer(context, where, given.name, "DC01");
    const site = siteOf(context, `${where}.site`, given.site);
    if (name === "" || site === null) continue;
    const properties = {
      DnsHostName: `${name}.${context.domainName}`,
      Domain: reference(domain.guid),
      IsDown: context.downHosts.has(fold(name)),
    };
    const object = context.forest.add({ class: "DomainController", name, parent: site.guid, properties }, where);
    context.controllers.set(fold(name), object);
  }
}

/** Makes the Exchange servers. */
export function buildServers(context: BuildContext, spec: TopologySpec): void {
  for (const [index, item] of optionalList(context.problems, "servers", spec.servers).entries()) {
    buildServer(context, `servers[${index}]`, itemOf<Given<ServerSpec>>(item));
  }
}

function buildServer(context: BuildContext, where: string, given: Given<ServerSpec>): void {
  const { problems, forest, domainName, legacyPrefix } = context;
  checkFields(problems, where, given, ["name", "site", "roles", "edition", "version"]);
  const name = computer(context, where, given.name, "EX01");
  const site = siteOf(context, `${where}.site`, given.site);
  const roles = given.roles === undefined ? null : rolesOf(context, `${where}.roles`, given.roles);
  const version = versionOf(context, `${where}.version`, given.version);
  const generation = { major: Number(version.major), minor: Number(version.minor) };
  if (name === "") return;
  const fqdn = `${name}.${domainName}`;
  const dataPath = dataPathOf(generation.major);
  const group = context.memberships.get(fold(name))?.group ?? null;
  const properties: Record<string, PropertyValue> = {
    Fqdn: fqdn,
    Site: site === null ? null : reference(site.guid),
    ServerRole: roles ?? usualRoles(generation),
    Edition: oneOf(problems, `${where}.edition`, given.edition, serverEditions, "Enterprise"),
    AdminDisplayVersion: version,
    ExchangeLegacyDN: `${legacyPrefix}/cn=Configuration/cn=Servers/cn=${name}`,
    DataPath: dataPath,
    DatabaseAvailabilityGroup: group === null ? null : reference(group.guid),
    IsDown: context.downHosts.has(fold(name)),
  };
  const object = forest.add({ class: "ExchangeServer", name, properties }, where);
  const duties = dutiesOf(generation, roles ?? usualRoles(generation));
  keep(context, where, name, context.servers, {
    object,
    fqdn,
    site,
    isMailbox: duties.includes("Mailbox"),
    isClientAccess: duties.includes("ClientAccess"),
    major: generation.major,
    dataPath,
    group,
    databases: 0,
  });
}

/** Makes sure that the members of availability groups are servers with the Mailbox role. */
export function checkMemberships(context: BuildContext): void {
  for (const { member, where } of context.memberships.values()) {
    const server = named(context.problems, where, member, context.servers, "server");
    if (server?.isMailbox === false) context.problems.add(where, `the server ${member} lacks the Mailbox role.`);
  }
}

function computer(context: BuildContext, where: string, value: unknown, example: string): string {
  const name = requiredText(context.problems, `${where}.name`, value, example);
  if (name === "" || computerName.test(name)) return name;
  context.problems.add(
    `${where}.name`,
    `${show(name)} is no name for a computer: up to 15 letters, digits and hyphens.`,
  );
  return "";
}

/** The site of a name; the first one when it is left out. */
function siteOf(context: BuildContext, where: string, value: unknown): DirectoryObject | null {
  const first = context.sites.values().next().value ?? null;
  const name = optionalText(context.problems, where, value, first?.name ?? "Default-First-Site-Name");
  if (name === undefined || name === "") return first;
  return named(context.problems, where, name, context.sites, "site");
}

/** Roles in the order in which Exchange lists them. */
function rolesOf(context: BuildContext, where: string, value: unknown): readonly ServerRole[] {
  const roles = new Set(
    optionalList(context.problems, where, value).map((role, index) =>
      oneOf(context.problems, `${where}[${index}]`, role, serverRoles, "Mailbox"),
    ),
  );
  return serverRoles.filter((role) => roles.has(role));
}

function versionOf(context: BuildContext, where: string, value: unknown): RecordValue {
  const { version } = context;
  const text = optionalText(context.problems, where, value, version) ?? version;
  const parts = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/.exec(text);
  if (parts === null) context.problems.add(where, `${show(text)} is no version. Write it as ${version}.`);
  const [major = 0, minor = 0, build = 0, revision = 0] = (parts ?? []).slice(1).map(Number);
  return { kind: "serverVersion", major, minor, build, revision };
}

/** Where databases are put by default: below the folder of the version; Exchange 2007 (8) has none of its own. */
function dataPathOf(major: number): string {
  const folder = "C:\\Program Files\\Microsoft\\Exchange Server";
  return major >= 14 ? `${folder}\\V${major}\\Mailbox` : `${folder}\\Mailbox`;
}
