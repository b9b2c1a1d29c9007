import { type DirectoryObject, getProperty, isBackEnd, listObjects } from "../../topology/index.js";
import { parseUri } from "../../values/simple-value-parsing.js";
import type { Value } from "../../values/value.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed } from "../properties/property.js";
import { schema } from "../schema.js";
import { hasRole, isSince2013 } from "../servers/roles.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.IntraOrganizationConfiguration";

/**
 * Where this organization's own services are found, for a connector on the other side (2013 and later). List: captured
 * in 2019 (get-intraorganizationconfiguration.1), whose empty online half is this side's.
 */
export const intraOrganizationConfiguration = defineNoun({
  noun: "IntraOrganizationConfiguration",
  identity: { classes: ["ExchangeOrganization"] },
  singleton: true,
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    computed("OnlineDiscoveryEndpoint", "uri", () => null),
    computed("OnlineTargetAddress", "string", () => null),
    computed("OnPremiseTargetAddresses", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () =>
      multiValuedProperty([]),
    ),
    computed("OnPremiseDiscoveryEndpoint", "uri", live("OnPremiseDiscoveryEndpoint")),
    computed("OnPremiseWebServiceEndpoint", "uri", live("OnPremiseWebServiceEndpoint")),
    computed("DeploymentIsCompleteIOCReady", "bool", live("DeploymentIsCompleteIOCReady")),
    computed("HasNonIOCReadyExchangeCASServerVersions", "bool", live("HasNonIOCReadyExchangeCASServerVersions")),
    computed(
      "HasNonIOCReadyExchangeMailboxServerVersions",
      "bool",
      live("HasNonIOCReadyExchangeMailboxServerVersions"),
    ),
  ],
  views: [],
});

function show(task: Task): void {
  const servers = listObjects(task.topology, "ExchangeServer");
  const isOld = (role: string): boolean => servers.some((server) => hasRole(server, role) && !isSince2013(server));
  const [services] = listObjects(task.topology, "WebServicesVirtualDirectory")
    .filter((directory) => !isBackEnd(directory))
    .flatMap(externalUrl);
  const [organization] = listObjects(task.topology, "ExchangeOrganization");
  if (organization === undefined) return;
  const address = (text: string | null): Value =>
    text === null ? null : parseUri(task.cmdlet.context, text, "RelativeOrAbsolute");
  const values = new Map<string, Value>([
    ["OnPremiseDiscoveryEndpoint", address(services === undefined ? null : discoveryOn(services))],
    ["OnPremiseWebServiceEndpoint", address(services ?? null)],
    ["DeploymentIsCompleteIOCReady", !isOld("ClientAccess") && !isOld("Mailbox")],
    ["HasNonIOCReadyExchangeCASServerVersions", isOld("ClientAccess")],
    ["HasNonIOCReadyExchangeMailboxServerVersions", isOld("Mailbox")],
  ]);
  task.cmdlet.writeObject(intraOrganizationConfiguration.present({ ...task.source(organization), live: values }));
}

function externalUrl(directory: DirectoryObject): readonly string[] {
  const url = getProperty(schema, directory, "ExternalUrl");
  return typeof url === "string" && url !== "" ? [url] : [];
}

/** Autodiscover answers where the web services do. */
function discoveryOn(url: string): string {
  const [origin = url] = /^https?:\/\/[^/]+/i.exec(url) ?? [];
  return `${origin}/autodiscover/autodiscover.svc`;
}

export const intraOrganizationConfigurationVerbs: NounVerbs = {
  Get: {
    taskClass: "SystemConfigurationTasks.GetIntraOrganizationConfiguration",
    emulated: [],
    accepted: [],
    process: show,
  },
};
