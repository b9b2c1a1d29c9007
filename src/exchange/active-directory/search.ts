import {
  childrenOf,
  type DirectoryObject,
  eachObject,
  findByDistinguishedName,
  getObject,
  usedClasses,
} from "../../topology/index.js";
import { getProperty } from "../../values/member-access/index.js";
import { PSCustomObject } from "../../values/objects.js";
import { DotNetObject, type Value } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";
import { enumeration } from "../types/enumeration.js";
import type { DirectoryTask } from "./directory-task.js";
import { isConfiguration, isInDirectory } from "./entry.js";
import { directoryFailures } from "./failures.js";
import { type DirectoryFilter, DirectoryFilterError } from "./filter.js";
import { type EntityKind, isOfKind } from "./kinds.js";
import { parseLdapFilter } from "./ldap-filter.js";
import { fits } from "./match.js";
import { parsePowerShellFilter } from "./powershell-filter.js";

export const searchScope = enumeration("Microsoft.ActiveDirectory.Management.ADSearchScope", [
  "Base",
  "OneLevel",
  "Subtree",
]);

/** The filter that -Filter or -LDAPFilter says. */
function filterOf(task: DirectoryTask): DirectoryFilter {
  const ldap = task.text("LDAPFilter");
  const text = ldap ?? task.text("Filter") ?? "*";
  try {
    return ldap === null ? parsePowerShellFilter(text, variablesOf(task)) : parseLdapFilter(ldap);
  } catch (error) {
    if (!(error instanceof DirectoryFilterError)) throw error;
    if (ldap !== null || error.position === 0) throw task.failure(directoryFailures.searchRefused, []);
    if (error.position < 0) throw task.failure(directoryFailures.noVariable, [error.message]);
    throw task.failure(directoryFailures.badFilter, [text, error.message, String(error.position)]);
  }
}

function variablesOf(task: DirectoryTask) {
  const { context } = task.cmdlet;
  return {
    context,
    variable: (name: string) => context.getVariable(name),
    property: (value: Value, name: string): Value => {
      // The module looks at .NET's properties only (remembered).
      if (value instanceof PSCustomObject || !(value instanceof DotNetObject || typeof value === "string"))
        throw new DirectoryFilterError(
          `Property: '${name}' not found in object of type: '${value instanceof PSCustomObject ? "System.Management.Automation.PSCustomObject" : (typeOf(value)?.fullName ?? "")}'.`,
          -1,
        );
      return getProperty(context, value, name) ?? null;
    },
  };
}

/** Where a search begins. */
function baseOf(task: DirectoryTask, kind: EntityKind): DirectoryObject | null {
  const text = task.text("SearchBase");
  if (text === null || text === "") return kind.inConfiguration === true ? null : task.domain;
  const found = findByDistinguishedName(task.topology, text);
  if (found === null) throw task.failure(directoryFailures.baseNotFound, [], null);
  return found;
}

/** What -Filter or -LDAPFilter finds below -SearchBase, in the order in which it was made. */
export function* search(task: DirectoryTask, kind: EntityKind): Generator<DirectoryObject> {
  const filter = filterOf(task);
  const base = baseOf(task, kind);
  const isIn = scopeOf(task, base);
  for (const object of objectsOf(task, kind, base)) {
    task.cmdlet.context.countStep();
    if (isIn(object) && fits(task.cmdlet.context, filter, task.entry(object))) yield object;
  }
}

function* objectsOf(task: DirectoryTask, kind: EntityKind, base: DirectoryObject | null): Generator<DirectoryObject> {
  const { topology } = task;
  if (base !== null && task.text("SearchScope") === "Base") {
    if (isOfKind(kind, base)) yield base;
    return;
  }
  if (base !== null && task.text("SearchScope") === "OneLevel") {
    for (const child of childrenOf(topology, base.guid)) if (isOfKind(kind, child)) yield child;
    return;
  }
  const classes = kind.classes ?? usedClasses(topology).filter(isInDirectory);
  if (classes.length === 1) {
    yield* eachObject(topology, classes[0] ?? "");
    return;
  }
  const all = classes.flatMap((name) => [...eachObject(topology, name)]);
  yield* all.sort((a, b) => a.usnCreated - b.usnCreated);
}

/** Whether an object lies in what is searched. The configuration is a partition of its own. */
function scopeOf({ topology }: DirectoryTask, base: DirectoryObject | null): (object: DirectoryObject) => boolean {
  if (base === null) return () => true;
  const withConfiguration = isConfiguration(topology, base);
  // Of the places that objects lie in, each is looked at once.
  const known = new Map<string, boolean>([[base.guid, true]]);
  const isBelow = (guid: string | null): boolean => {
    if (guid === null) return false;
    let answer = known.get(guid);
    if (answer === undefined) {
      const object = getObject(topology, guid);
      answer = object !== null && (withConfiguration || object.class !== "Configuration") && isBelow(object.parent);
      known.set(guid, answer);
    }
    return answer;
  };
  return (object) =>
    object.guid === base.guid || ((withConfiguration || object.class !== "Configuration") && isBelow(object.parent));
}
