import { fold } from "../fold.js";
import type { DirectoryObject } from "../state.js";
import { type PropertyValue, reference } from "../value.js";
import type { BuildContext } from "./context.js";
import { checkFields, type Given, itemOf, named, optionalList, optionalText, requiredText } from "./reader.js";
import type { AvailabilityGroupSpec, ClientAccessArraySpec, TopologySpec } from "./spec.js";

/** Makes the Client Access arrays. */
export function buildArrays(context: BuildContext, spec: TopologySpec): void {
  for (const [index, item] of optionalList(context.problems, "clientAccessArrays", spec.clientAccessArrays).entries()) {
    buildArray(context, `clientAccessArrays[${index}]`, itemOf<ClientAccessArraySpec>(item));
  }
}

function buildArray(context: BuildContext, where: string, given: Given<ClientAccessArraySpec>): void {
  const { problems, forest } = context;
  checkFields(problems, where, given, ["name", "fqdn", "site"]);
  const fqdn = requiredText(problems, `${where}.fqdn`, given.fqdn, `outlook.${context.domainName}`);
  const siteName = requiredText(problems, `${where}.site`, given.site, "Default-First-Site-Name");
  const site = siteName === "" ? null : named(problems, `${where}.site`, siteName, context.sites, "site");
  const name = optionalText(problems, `${where}.name`, given.name, "outlook") ?? fqdn.split(".")[0] ?? "";
  if (fqdn === "" || name === "" || site === null) return;
  const present = context.arrays.get(site.guid);
  if (present !== undefined) {
    problems.add(
      `${where}.site`,
      `the site ${site.name} has the array ${present} already, and a site has one at most.`,
    );
    return;
  }
  const properties = {
    Fqdn: fqdn,
    Site: reference(site.guid),
    ExchangeLegacyDN: `${context.legacyPrefix}/cn=Configuration/cn=Servers/cn=${fqdn}`,
  };
  forest.add({ class: "ClientAccessArray", name, properties }, where);
  context.arrays.set(site.guid, fqdn);
}

/**
 * Makes the database availability groups and notes who is a member. The servers come afterwards, because it is they
 * that link to their group.
 */
export function buildGroups(context: BuildContext, spec: TopologySpec): void {
  for (const [index, item] of optionalList(context.problems, "availabilityGroups", spec.availabilityGroups).entries()) {
    buildGroup(context, `availabilityGroups[${index}]`, itemOf<AvailabilityGroupSpec>(item));
  }
}

function buildGroup(context: BuildContext, where: string, given: Given<AvailabilityGroupSpec>): void {
  const { problems, forest, domainName } = context;
  checkFields(problems, where, given, ["name", "members", "witnessServer", "witnessDirectory", "ipAddresses"]);
  const name = requiredText(problems, `${where}.name`, given.name, "DAG01");
  const directory = optionalText(
    problems,
    `${where}.witnessDirectory`,
    given.witnessDirectory,
    "C:\\DAGFileShareWitnesses",
  );
  const properties: Record<string, PropertyValue> = {
    WitnessServer: optionalText(problems, `${where}.witnessServer`, given.witnessServer, `FS01.${domainName}`) ?? null,
    WitnessDirectory: directory ?? `C:\\DAGFileShareWitnesses\\${name}.${domainName}`,
    DatabaseAvailabilityGroupIpv4Addresses: texts(context, `${where}.ipAddresses`, given.ipAddresses, "192.168.0.15"),
  };
  if (name === "") return;
  const group = forest.add({ class: "DatabaseAvailabilityGroup", name, properties }, where);
  for (const [index, member] of texts(context, `${where}.members`, given.members, "EX01").entries()) {
    join(context, `${where}.members[${index}]`, member, group);
  }
}

function texts(context: BuildContext, where: string, value: unknown, example: string): string[] {
  return optionalList(context.problems, where, value).map((item, index) =>
    requiredText(context.problems, `${where}[${index}]`, item, example),
  );
}

function join(context: BuildContext, where: string, member: string, group: DirectoryObject): void {
  const present = context.memberships.get(fold(member));
  if (present === undefined) context.memberships.set(fold(member), { member, group, where });
  else context.problems.add(where, `the server ${member} is a member of ${present.group.name} already.`);
}
