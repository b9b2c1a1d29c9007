import { type DirectoryObject, getProperty, isReference, reference } from "../../topology/index.js";
import { type Copy, copiesOf } from "../databases/copies.js";
import { activeOn, activeServer } from "../databases/database.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { schema } from "../schema.js";
import { runs } from "../servers/running-services.js";
import { takesPart } from "./members.js";
import { mountObstacle } from "./quorum.js";

/** Active Manager: which copy of a database becomes the active one. */

const isOn = (object: DirectoryObject, property: string): boolean => getProperty(schema, object, property) === true;

/** The copies that aren't active. */
export function passiveCopies(task: Task, database: DirectoryObject): readonly Copy[] {
  const active = activeServer(task, database);
  return copiesOf(task.topology, database).filter(({ server }) => server.guid !== active?.guid);
}

/** Why a copy can't become active even when it is asked for by name; `null` when it can. */
export function obstacle(task: Task, { object, server }: Copy): string | null {
  if (!takesPart(task.topology, server)) return `the server '${server.name}' is stopped`;
  if (mountObstacle(task.topology, server) === "NoQuorum") return "the database availability group has no quorum";
  if (!runs(task.topology, server, "MSExchangeRepl")) {
    return `the Microsoft Exchange Replication service does not run on server '${server.name}'`;
  }
  if (isOn(object, "Suspended")) return `database copy '${object.name}' is suspended`;
  return null;
}

/** Whether the policies of the server and of the copy let Active Manager choose a copy there. */
function isAllowed(task: Task, database: DirectoryObject, { object, server }: Copy): boolean {
  if (isOn(object, "ActivationSuspended")) return false;
  if (isOn(server, "DatabaseCopyActivationDisabledAndMoveNow")) return false;
  const policies = [
    getProperty(schema, server, "DatabaseCopyAutoActivationPolicy"),
    getProperty(schema, object, "AutoActivationPolicy"),
  ];
  if (policies.includes("Blocked")) return false;
  if (policies.includes("IntrasiteOnly") && !isInSiteOf(server, activeServer(task, database))) return false;
  const most = getProperty(schema, server, "MaximumActiveDatabases");
  return typeof most !== "number" || activeOn(task, server).length < most;
}

function isInSiteOf(server: DirectoryObject, other: DirectoryObject | null): boolean {
  const site = getProperty(schema, server, "Site");
  const otherSite = other === null ? null : getProperty(schema, other, "Site");
  return isReference(site) && isReference(otherSite) && site.guid === otherSite.guid;
}

/**
 * The copy that Active Manager chooses: no queue is ever longer than another here, so that the preference decides.
 * `null` when none can be.
 */
export function bestCopy(task: Task, database: DirectoryObject): Copy | null {
  const usable = passiveCopies(task, database).filter(
    (copy) => obstacle(task, copy) === null && isAllowed(task, database, copy),
  );
  return usable[0] ?? null;
}

/** Makes a copy the active one. What clients connect to (RpcClientAccessServer) stays. */
export function activate(task: Task, database: DirectoryObject, { server }: Copy, mounted: boolean): void {
  change(task, database, { properties: { Server: reference(server.guid), Mounted: mounted } });
}
