import { quoted, renamed } from "./commands.js";
import type { Rule } from "./finding.js";

/** Client Access arrays themselves: where they are missing, and how they are called. */

const siteWithoutArray: Rule = {
  name: "SiteWithoutArray",
  severity: "Warning",
  find: (survey) =>
    survey.accessSites
      .filter(({ site }) => survey.arrayIn(site) === null)
      .map(({ site, servers }) => ({
        objects: [site.name],
        message:
          servers.length === 1
            ? `The site ${site.name} has a Client Access server, ${servers[0]?.name ?? ""}, and no Client Access array. Profiles that are made now keep the server's name when another server takes its place.`
            : `The site ${site.name} has ${servers.length} Client Access servers and no Client Access array. Each database names one of them for its clients.`,
        commands: [`New-ClientAccessArray -Fqdn ${survey.freeName("outlook", site)} -Site ${quoted(site.name)}`],
      })),
};

const arrayWithoutServers: Rule = {
  name: "ArrayWithoutServers",
  severity: "Warning",
  find: (survey) =>
    survey.arrays
      .filter(({ servers }) => servers.length === 0)
      .map(({ name, site }) => ({
        objects: [name],
        message: `The array ${name} has no members: there is no Client Access server of Exchange 2010 in the site ${site.name}.`,
        commands: [`Remove-ClientAccessArray ${quoted(name)} -Confirm:$false`],
      })),
};

const arrayNameIsServerName: Rule = {
  name: "ArrayNameIsServerName",
  severity: "Error",
  find: (survey) =>
    survey.arrays
      .filter(({ fqdn }) => survey.network.hostNamed(fqdn) !== null)
      .map((array) => ({
        objects: [array.name],
        message: `The array ${array.name} has the name of a server, ${array.fqdn}. Its name cannot lead to another server when this one is down or goes.`,
        commands: renamed(survey, array),
      })),
};

const arrayNameIsWebName: Rule = {
  name: "ArrayNameIsWebName",
  severity: "Warning",
  find: (survey) =>
    survey.arrays
      .filter(({ fqdn }) => survey.webNames.has(fqdn.toLowerCase()) && survey.network.hostNamed(fqdn) === null)
      .map((array) => ({
        objects: [array.name],
        message: `${array.fqdn} is the name of the array ${array.name} and the host name of web services, too. Clients outside that can resolve it try RPC there and wait for a time-out before they use HTTPS.`,
        commands: renamed(survey, array),
      })),
};

const arrayNameResolvesOutside: Rule = {
  name: "ArrayNameResolvesOutside",
  severity: "Warning",
  find: (survey) =>
    survey.arrays
      .filter(({ fqdn }) => survey.names.ask("Outside", fqdn).status === "Found")
      .map((array) => ({
        objects: [array.name],
        message: `${array.fqdn}, the name of the array ${array.name}, resolves outside. Outlook outside tries RPC there and waits for a time-out before it uses HTTPS.`,
        commands: survey.webNames.has(array.fqdn.toLowerCase())
          ? renamed(survey, array)
          : [`Remove-LabDnsRecord ${quoted(array.fqdn)} -View Outside`],
      })),
};

export const arrayRules = [
  siteWithoutArray,
  arrayWithoutServers,
  arrayNameIsServerName,
  arrayNameIsWebName,
  arrayNameResolvesOutside,
];
