import { type DirectoryObject, findByIndex, listObjects, type Topology } from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { hasRole } from "../servers/roles.js";

/** The servers that move mail, in the order in which they were installed. */
export function hubServers(topology: Topology): readonly DirectoryObject[] {
  return listObjects(topology, "ExchangeServer").filter((server) => hasRole(server, "HubTransport"));
}

/** The server on which the session runs, when it moves mail. */
export function localHubServer(task: Task): DirectoryObject | undefined {
  const found = findByIndex(task.topology, "ExchangeServer", "name", task.session.serverName);
  return found.find((server) => hasRole(server, "HubTransport"));
}
