import type { Noun } from "../../exchange/noun/noun.js";
import { snapIn } from "../../exchange/noun/remote-command.js";
import { entriesOfRole } from "../../exchange/permissions/roles/entries-of-role.js";
import { keptEntry } from "../../exchange/permissions/roles/role-entry.js";
import { schema } from "../../exchange/schema.js";
import { BringIn, type ExportedObject, type ExportedValue, withOwnMarks } from "../../imports/index.js";
import type { EditionName } from "../../shell/edition-names.js";
import { editionNamed } from "../../shell/editions.js";
import { Session } from "../../shell/session.js";
import { createShell, type Shell } from "../../shell/shell.js";
import { type DirectoryObject, findByName, type Topology, updateObject } from "../../topology/index.js";
import { withAlerts } from "./alerts.js";
import { withContent } from "./content.js";
import { hasDescription, isDescribed } from "./draft.js";
import { isBelowServer, nounNamed } from "./nouns.js";
import { inShownOrder } from "./order.js";
import type { Doubt, SeenObject, Sightings } from "./seen.js";
import { shownObjects } from "./shown-objects.js";

/** An organization in which objects are as they were seen, and what of them could not be brought about. */
export interface BroughtAbout {
  readonly topology: Topology;
  readonly doubts: readonly Doubt[];
}

/**
 * Brings objects into an organization as they were seen: those that are missing are made by the cmdlets that would, or
 * put into the directory where no cmdlet makes them; what they show is written into the directory where it holds it,
 * and set by cmdlets where it does not.
 */
export function bringAbout(
  start: Topology,
  edition: EditionName,
  { objects: seen, complete, memberships, roleEntries, alerts, components }: WhatIsSeen,
): BroughtAbout {
  const objects = seen.filter(({ isMade, noun }) => !isMade && nounNamed(noun) !== undefined);
  const made = withMissing(start, edition, objects);
  const written = withProperties(made.topology, edition, objects, complete);
  const filled = withRoleEntries(withAlerts(withContent(written, objects), alerts), edition, roleEntries);
  const set = withSettings(filled, edition, objects, { memberships, components });
  const doubts = made.doubts.filter(({ object }) => !set.present.has(object)).map(({ doubt }) => doubt);
  return { topology: set.topology, doubts: [...doubts, ...set.doubts] };
}

type WhatIsSeen = Pick<Sightings, "objects" | "complete" | "memberships" | "roleEntries" | "alerts" | "components">;

interface MadeDoubt {
  readonly object: SeenObject;
  readonly doubt: Doubt;
}

/** Makes what is missing by the cmdlets that would; what they refuse is put into the directory as it is. */
function withMissing(
  topology: Topology,
  edition: EditionName,
  objects: readonly SeenObject[],
): { readonly topology: Topology; readonly doubts: readonly MadeDoubt[] } {
  const missing = objects.filter((object) => !hasDescription(object) && object.name !== "");
  const doubts: MadeDoubt[] = [];
  let shell = missing.length === 0 ? undefined : createShell({ topology, edition });
  for (const object of missing) {
    if (shell === undefined || exists(shell, object)) continue;
    const { line, noun, name } = object;
    const { errors, status } = shell.run(`New-${noun} ${argumentsOf(shell, object)} -Confirm:$false`);
    const [error] = errors;
    if (error === undefined && status === "completed") continue;
    const why = error?.message ?? "what else it needs is not told.";
    doubts.push({ object, doubt: { line, message: `${noun} '${name}' could not be made: ${why}` } });
    shell = createShell({ topology: withPlaced(shell.topology, edition, object), edition });
  }
  return { topology: shell?.topology ?? topology, doubts };
}

/** One object put into the directory. */
function withPlaced(topology: Topology, edition: EditionName, object: SeenObject): Topology {
  const noun = nounNamed(object.noun);
  if (noun === undefined) return topology;
  const session = new Session(editionNamed(edition), { topology });
  const { serverName } = session.organization.session;
  new BringIn(session).objects(noun, [exportedOf(noun, object, serverName)], false);
  return session.organization.current;
}

/** Writes what is seen into the directory, where it holds it. */
function withProperties(
  topology: Topology,
  edition: EditionName,
  objects: readonly SeenObject[],
  complete: ReadonlySet<string>,
): Topology {
  const session = new Session(editionNamed(edition), { topology });
  const bringIn = new BringIn(session);
  const found = new Map<ExportedObject, DirectoryObject>();
  const server = session.organization.session.serverName;
  const nouns = new Set(objects.map(({ noun }) => noun));
  for (const nounName of nouns) {
    const noun = nounNamed(nounName);
    if (noun === undefined) continue;
    const own = objects.filter((object) => object.noun === nounName);
    const exported = new Map(own.map((object) => [object, exportedOf(noun, object, server)]));
    const isExclusive = complete.has(nounName) && !hasDescription({ noun: nounName });
    const brought = bringIn.objects(noun, [...exported.values()], isExclusive);
    for (const [object, home] of exported) {
      const directoryObject = brought.get(home);
      if (directoryObject === undefined) continue;
      found.set(home, directoryObject);
      for (const by of new Set(object.shownBy.values())) {
        const shownBy = nounNamed(by);
        if (shownBy === undefined || shownBy === noun) continue;
        const part = [...object.properties].filter(([property]) => object.shownBy.get(property) === by);
        found.set({ ...home, noun: shownBy, properties: new Map(part.map(exportedValue)) }, directoryObject);
      }
    }
  }
  // Links lead to other objects, so all of them have to be there.
  for (const [object, { guid }] of found) bringIn.properties(object, guid);
  const homes = new Map([...found].filter(([{ noun }]) => nouns.has(noun.noun)));
  const hasMarks = [...homes.keys()].some(({ properties }) =>
    ["guid", "whenchanged"].some((mark) => properties.has(mark)),
  );
  const ordered = inShownOrder(
    session.organization.current,
    [...homes.values()].map(({ guid }) => guid),
  );
  return hasMarks ? withOwnMarks(session.engine, ordered, homes) : ordered;
}

/** A seen object as a file that was exported would hold it. */
function exportedOf(noun: Noun, { name, properties, shownBy }: SeenObject, server: string): ExportedObject {
  const own = [...properties].filter(([property]) => nounNamed(shownBy.get(property) ?? "") === noun);
  const texts = new Map(own.map(exportedValue));
  const [, last = name] = isBelowServer(noun.noun) ? (/\\(.+)$/.exec(name) ?? []) : [];
  if (!texts.has("name")) texts.set(...exportedValue(["name", last]));
  if (name.includes("\\") && !texts.has("identity")) texts.set(...exportedValue(["identity", name]));
  if (!texts.has("server") && !name.includes("\\")) texts.set(...exportedValue(["server", server]));
  return { file: "", noun, properties: texts, lost: [] };
}

function exportedValue([property, text]: readonly [string, string]): [string, ExportedValue] {
  const isList = /^\{.*\}$/s.test(text);
  const inner = isList ? text.slice(1, -1) : text;
  const texts = inner === "" ? [] : isList ? inner.split(", ") : [text];
  return [property, { name: property, texts, isList, value: isList ? null : text }];
}

/** Sets by cmdlets what the directory does not hold as it is shown. */
function withSettings(
  topology: Topology,
  edition: EditionName,
  objects: readonly SeenObject[],
  { memberships, components }: Pick<Sightings, "memberships" | "components">,
): BroughtAbout & { readonly present: ReadonlySet<SeenObject> } {
  const shell = createShell({ topology, edition });
  for (const { group, member } of memberships)
    shell.run(
      `Add-RoleGroupMember ${quoted(group)} -Member ${quoted(member)} -BypassSecurityGroupManagerCheck -Confirm:$false`,
    );
  for (const { server, component, requester, state } of components)
    shell.run(
      `Set-ServerComponentState ${quoted(server)} -Component ${component} -Requester ${requester} -State ${state}`,
    );
  for (const { noun, name, properties } of objects) {
    const mounted = noun === "MailboxDatabase" ? properties.get("mounted") : undefined;
    if (mounted === "True") shell.run(`Mount-Database ${quoted(name)}`);
    if (mounted === "False") shell.run(`Dismount-Database ${quoted(name)} -Confirm:$false`);
  }
  const present = new Set<SeenObject>();
  const doubts = objects.flatMap((object): Doubt[] => {
    const { line, noun, name } = object;
    if (object.properties.size === 0 && hasDescription(object)) return [];
    if (!exists(shell, object)) return [];
    present.add(object);
    const differing = differingIn(shell, object);
    for (const { property, by, text } of differing)
      shell.run(`Set-${by} ${identityArgument(name)} -${property} ${literal(text)} -Confirm:$false`);
    const left = differing.length === 0 ? [] : differingIn(shell, object);
    return left.map(({ property, text }) => ({
      line,
      message: `${noun} '${name}' shows ${property} '${text}', which could not be set.`,
    }));
  });
  return { topology: shell.topology, doubts, present };
}

/** Gives roles that setup of another release made the cmdlets that they are found by. */
function withRoleEntries(topology: Topology, edition: EditionName, entries: Sightings["roleEntries"]): Topology {
  const { exchange } = editionNamed(edition);
  return entries.reduce((current, { role: name, entry }) => {
    const [role] = findByName(current, ["ManagementRole"], name);
    const isKnown = role === undefined || exchange === null || entriesOfRole(current, role, exchange).length > 0;
    if (isKnown) return current;
    const kept = keptEntry({ type: "Cmdlet", name: entry, snapIn, parameters: [] });
    const result = updateObject(schema, current, role.guid, { properties: { RoleEntries: [kept] } });
    return result.ok ? result.topology : current;
  }, topology);
}

interface Difference {
  readonly property: string;
  readonly by: string;
  readonly text: string;
}

/** The seen properties that an object does not show, the marks of its place and time apart. */
function differingIn(shell: Shell, object: SeenObject): readonly Difference[] {
  const groups = new Map<string, Difference[]>();
  for (const [property, text] of object.properties) {
    const by = object.shownBy.get(property) ?? object.noun;
    if (isDescribed(object, property) || marks.has(property) || !isReadable(by)) continue;
    groups.set(by, [...(groups.get(by) ?? []), { property, by, text }]);
  }
  return [...groups].flatMap(([by, told]) => {
    const names = told.map(({ property }) => property).join(", ");
    const command = `Get-${by} ${identityArgument(object.name)} | Format-List ${names} | Out-String -Width 4000`;
    const shown = shownObjects(shell.run(command).text)[0]?.properties;
    return told.filter(({ property, text }) => (shown?.get(property) ?? "") !== text);
  });
}

const marks: ReadonlySet<string> = new Set([
  "runspaceid",
  "guid",
  "id",
  "identity",
  "whenchanged",
  "whencreated",
  "whenchangedutc",
  "whencreatedutc",
]);

/** Whether Get- shows objects of the noun by their identity. */
const isReadable = (nounName: string): boolean => nounNamed(nounName) !== undefined;

function exists(shell: Shell, { noun, name }: SeenObject): boolean {
  return shell.run(`Get-${noun} ${identityArgument(name)}`).output.length > 0;
}

/** The seen properties that the cmdlet which makes the object takes. */
function argumentsOf(shell: Shell, { noun, name, properties }: SeenObject): string {
  const typed = `New-${noun} -`;
  const known = new Set(shell.complete(typed, typed.length).matches.map(({ text }) => text.slice(1).toLowerCase()));
  const given = [...properties].filter(([property]) => property !== "name" && known.has(property));
  const assignee = properties.get("roleassigneename");
  const parameter = assigneeParameters[properties.get("roleassigneetype") ?? ""];
  if (assignee !== undefined && parameter !== undefined) given.push([parameter, assignee]);
  const named = nounNamed(noun)?.singleton === true ? [] : [`-Name ${quoted(name)}`];
  return [...named, ...given.map(([property, text]) => `-${property} ${literal(text)}`)].join(" ");
}

/** What gives a role to whom. */
const assigneeParameters: Readonly<Record<string, string | undefined>> = {
  RoleGroup: "SecurityGroup",
  SecurityGroup: "SecurityGroup",
  RoleAssignmentPolicy: "Policy",
  User: "User",
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identityArgument = (name: string): string => (name === "" ? "" : quoted(name));

/** A shown value as it would be typed. */
function literal(text: string): string {
  if (text === "") return "$null";
  if (text === "True" || text === "False") return `$${text}`;
  if (!text.startsWith("{") || !text.endsWith("}")) return quoted(text);
  const elements = text.slice(1, -1);
  return elements === "" ? "$null" : elements.split(", ").map(quoted).join(",");
}
