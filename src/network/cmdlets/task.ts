import { cmdletError } from "../../cmdlets/error-record.js";
import { namesOf } from "../../cmdlets/session/scopes.js";
import { organizationOf } from "../../exchange/organization.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { Topology } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { type ErrorCategory, type ErrorRecord, type PSArray, WildcardPattern } from "../../values/index.js";
import { LabError } from "../lab-error.js";
import { settle } from "../settle.js";

/** What the lab's cmdlets share: reading the organization settled, changing it, and saying what is refused. */

export const labSource = "EmsEmulator.Lab";

/** The type behind the comma of error ids. */
export function labTypeName(command: string): string {
  return `EmsEmulator.Lab.${command.replace("-Lab", "Lab")}Command`;
}

/** The organization as it is now, with what has happened by itself. */
export function settledTopology(cmdlet: CmdletRuntime): Topology {
  const organization = organizationOf(cmdlet.context);
  organization.current = settle(organization.current);
  return organization.current;
}

const categories: Readonly<Record<LabError["id"], ErrorCategory>> = {
  NotFound: "ObjectNotFound",
  NameTaken: "ResourceExists",
  AddressTaken: "ResourceExists",
  InvalidArgument: "InvalidArgument",
  NotAllowed: "InvalidOperation",
};

/** The error record of a change that is refused. */
export function labFailure({ id, message, target }: LabError): ErrorRecord {
  const exception = id === "InvalidArgument" ? "ArgumentException" : "InvalidOperationException";
  return cmdletError({ id, category: categories[id], exception, message, target });
}

/** Does something; what the lab refuses is written as the cmdlet's error. `false` then. */
export function guarded(cmdlet: CmdletRuntime, body: () => void): boolean {
  try {
    body();
    return true;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    cmdlet.writeError(labFailure(error));
    return false;
  }
}

/** Changes the organization, and lets happen what follows. `false` when it is refused. */
export function change(cmdlet: CmdletRuntime, make: (topology: Topology) => Topology): boolean {
  return guarded(cmdlet, () => {
    const organization = organizationOf(cmdlet.context);
    organization.current = settle(make(organization.current));
  });
}

/**
 * Those of some things that names mean, `*` among them; in the order of the things. Without names: all.
 * A name without wildcards that means nothing is an error.
 */
export function named<T extends { readonly name: string }>(
  cmdlet: CmdletRuntime,
  kind: string,
  things: readonly T[],
  names: PSArray | undefined,
): readonly T[] {
  if (names === undefined) return things;
  const chosen = new Set<T>();
  for (const name of namesOf(cmdlet, names)) {
    const pattern = new WildcardPattern(name, true);
    const found = things.filter((thing) => pattern.isMatch(thing.name));
    for (const thing of found) chosen.add(thing);
    if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
      cmdlet.writeError(labFailure(new LabError("NotFound", `There is no ${kind} "${name}".`, name)));
    }
  }
  return things.filter((thing) => chosen.has(thing));
}

/** Local time of a point in time; null for none. */
export function localTime(cmdlet: CmdletRuntime, ticks: bigint | null): DateTime | null {
  return ticks === null ? null : new DateTime(ticks + cmdlet.context.utcOffset(ticks), "Local");
}

/** The declaration of a parameter that takes one of some words, case aside. */
export function oneOf(values: readonly string[]) {
  return { type: "string", validate: [{ kind: "ValidateSet", values, ignoreCase: true, errorMessage: null }] } as const;
}

/** The word that a text means, case aside. */
export function wordOf<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find((value) => value.toLowerCase() === text?.toLowerCase());
}

/** An object with those of some fields that are given. */
export function given<T extends Readonly<Record<string, unknown>>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
