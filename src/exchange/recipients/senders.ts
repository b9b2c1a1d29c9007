import {
  type DirectoryObject,
  getObject,
  isList,
  isReference,
  type ObjectChange,
  type PropertyValue,
  type Reference,
} from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { attributeOf } from "./recipient-types.js";

/** From whom a recipient takes messages is kept in two lists, persons and groups; a third property is both of them. */
const lists = ["AcceptMessagesOnlyFrom", "RejectMessagesFrom"] as const;

const isGroup = (object: DirectoryObject | undefined): boolean => /Group$/.test(object?.class ?? "");

/** A change of one of the properties as a change of all that say the same (documented: ...FromSendersOrMembers). */
export function withSenders(task: Task, object: DirectoryObject, change: ObjectChange): ObjectChange {
  const changed = change.properties ?? {};
  const parts = lists.flatMap((persons) => {
    const [groups, both] = [`${persons}DLMembers`, `${persons}SendersOrMembers`];
    const given = changed[both];
    if (given !== undefined) {
      const links = linksIn(given);
      const inGroups = (link: Reference): boolean => isGroup(getObject(task.topology, link.guid) ?? undefined);
      return [
        [persons, links.filter((link) => !inGroups(link))],
        [groups, links.filter(inGroups)],
      ] as const;
    }
    if (changed[persons] === undefined && changed[groups] === undefined) return [];
    const now = (name: string): readonly Reference[] => linksIn(changed[name] ?? attributeOf(object, name));
    const all = new Map([...now(persons), ...now(groups)].map((link) => [link.guid, link]));
    return [[both, [...all.values()]]] as const;
  });
  return parts.length === 0 ? change : { ...change, properties: { ...changed, ...Object.fromEntries(parts) } };
}

function linksIn(value: PropertyValue): readonly Reference[] {
  return isList(value) ? value.filter(isReference) : [];
}
