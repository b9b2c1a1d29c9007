import type { DirectoryObject } from "../../topology/index.js";
import { named, quoted } from "./commands.js";
import type { Finding, Rule } from "./finding.js";
import type { Database, Survey } from "./survey.js";

/** RpcClientAccessServer of the databases. */

type Words = (databases: string, accessServer: string, wanted: string | null) => string;

/** Databases of a rule, those with the same name and the same mend in one finding. */
function together(
  chosen: readonly { readonly database: Database; readonly wanted: string | null }[],
  words: Words,
): ReturnType<Rule["find"]> {
  const groups = new Map<string, { readonly names: string[]; readonly held: string; readonly wanted: string | null }>();
  for (const { database, wanted } of chosen) {
    const key = `${database.accessServer.toLowerCase()}|${wanted ?? ""}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { names: [database.name], held: database.accessServer, wanted });
    else known.names.push(database.name);
  }
  return [...groups.values()].map(({ names, held, wanted }): Omit<Finding, "rule" | "severity"> => {
    const line = (name: string): string =>
      `Set-MailboxDatabase ${quoted(name)} -RpcClientAccessServer ${quoted(wanted ?? "")}`;
    return {
      objects: names,
      message: words(named(names), held, wanted),
      commands: wanted === null ? [] : names.map(line),
    };
  });
}

/** The name that the databases of a site should have; null when the site has no Client Access server. */
function accessNameFor(survey: Survey, site: DirectoryObject | null): string | null {
  return survey.arrayIn(site)?.fqdn ?? survey.serversIn(site)[0]?.fqdn ?? null;
}

const databaseNamesServer: Rule = {
  name: "DatabaseNamesServer",
  severity: "Warning",
  find: (survey) => {
    const chosen = survey.databases.flatMap((database) => {
      const wanted = survey.arrayIn(database.home)?.fqdn ?? null;
      return wanted === null || survey.arrayNamed(database.accessServer) !== null ? [] : [{ database, wanted }];
    });
    return together(
      chosen,
      (databases, held, wanted) =>
        `New profiles of mailboxes in ${databases} get the name ${held}, although the site has the array ${wanted}.`,
    );
  },
};

const databaseNamesOtherArray: Rule = {
  name: "DatabaseNamesOtherArray",
  severity: "Warning",
  find: (survey) => {
    const chosen = survey.databases.flatMap((database) => {
      const array = survey.arrayNamed(database.accessServer);
      const isNear = [database.home, database.active].some((site) => site?.guid === array?.site.guid);
      return array === null || isNear ? [] : [{ database, wanted: accessNameFor(survey, database.home) }];
    });
    return together(
      chosen,
      (databases, held) =>
        `${databases}: the clients are sent to ${held}, the array of another site than that of the databases.`,
    );
  },
};

const databaseNamesNobody: Rule = {
  name: "DatabaseNamesNobody",
  severity: "Error",
  find: (survey) => {
    const chosen = survey.databases.flatMap((database) => {
      if (survey.arrayIn(database.home) !== null || survey.arrayNamed(database.accessServer) !== null) return [];
      const isThere = survey.network.hostNamed(database.accessServer)?.hasRole("ClientAccess") === true;
      return isThere ? [] : [{ database, wanted: accessNameFor(survey, database.home) }];
    });
    return together(
      chosen,
      (databases, held) =>
        `${databases}: the clients are sent to ${held}, which is no Client Access server and no array.`,
    );
  },
};

export const databaseRules = [databaseNamesServer, databaseNamesOtherArray, databaseNamesNobody];
