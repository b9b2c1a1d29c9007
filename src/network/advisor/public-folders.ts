import { folderPath, systemRoot } from "../../exchange/public-folders/hierarchy.js";
import { type DirectoryObject, getObject, listObjects } from "../../topology/index.js";
import { guidField, guidsField } from "../fields.js";
import { listed, named, quoted } from "./commands.js";
import type { Rule } from "./finding.js";
import type { Survey } from "./survey.js";

/** Public folders: clients connect to the server of a replica, which nothing stands in for. */

/** A second public folder database beside one, and the lines that make it; null when no server could hold it. */
function another(
  survey: Survey,
  databases: readonly DirectoryObject[],
  first: DirectoryObject,
): { readonly name: string; readonly commands: readonly string[] } | null {
  const other = databases.find((each) => each.guid !== first.guid);
  if (other !== undefined) return { name: other.name, commands: [] };
  const { hosts, host } = survey.network;
  const own = host(guidField(first, "Server"));
  const candidates = hosts.filter((each) => each !== own && each.major === own?.major && each.hasRole("Mailbox"));
  const server = candidates.find(({ site }) => site?.guid === own?.site?.guid) ?? candidates[0];
  if (server === undefined) return null;
  const taken = new Set(
    [...databases, ...listObjects(survey.topology, "MailboxDatabase")].map((each) => each.name.toLowerCase()),
  );
  let name = `PF-${server.name}`;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `PF-${server.name}-${number}`;
  return {
    name,
    commands: [
      `New-PublicFolderDatabase ${quoted(name)} -Server ${quoted(server.name)}`,
      `Mount-Database ${quoted(name)}`,
    ],
  };
}

const publicFolderWithOneReplica: Rule = {
  name: "PublicFolderWithOneReplica",
  severity: "Warning",
  find: (survey) => {
    const databases = listObjects(survey.topology, "PublicFolderDatabase");
    const byDatabase = new Map<string, string[]>();
    for (const folder of listObjects(survey.topology, "PublicFolder")) {
      const [only, ...more] = guidsField(folder, "Replicas");
      if (only === undefined || more.length > 0) continue;
      const path = folderPath(survey.topology, folder);
      if (path.startsWith(`\\${systemRoot}`)) continue;
      const known = byDatabase.get(only);
      if (known === undefined) byDatabase.set(only, [path]);
      else known.push(path);
    }
    return [...byDatabase].flatMap(([guid, paths]) => {
      const database = getObject(survey.topology, guid);
      if (database === null) return [];
      const server = survey.network.host(guidField(database, "Server"))?.name ?? "";
      const second = another(survey, databases, database);
      const line = (path: string): string =>
        `Set-PublicFolder ${quoted(path)} -Replicas ${listed([database.name, second?.name ?? ""])}`;
      return [
        {
          objects: paths,
          message: `${named(paths)}: the only replica is in ${database.name} on ${server}. Outlook connects straight to that server; when it is down Outlook hangs on these folders, array or not.`,
          commands: second === null ? [] : [...second.commands, ...paths.map(line)],
        },
      ];
    });
  },
};

export const publicFolderRules = [publicFolderWithOneReplica];
