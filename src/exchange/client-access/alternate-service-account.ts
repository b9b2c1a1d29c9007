import { isRecord, type PropertyValue, valuesOf } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { netText } from "../../values/text.js";
import { PSCredential } from "../../values/types/security-types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { stored } from "../noun/read.js";
import type { Setter } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";

/**
 * The account that the Client Access servers of an array share, so that Kerberos works with the array's name. The
 * latest two stay (documented). Passwords are not kept: what is secret has no place in a model.
 */

export const alternateAccountAttribute = "AlternateServiceAccounts";

interface Account {
  readonly user: string;
  /** Ticks of UTC. */
  readonly since: bigint;
}

function accountsIn(value: PropertyValue): readonly Account[] {
  return valuesOf(value).flatMap((each) =>
    isRecord(each) && typeof each.since === "bigint" ? [{ user: String(each.user), since: each.since }] : [],
  );
}

/** `Latest: 8/2/2010 3:48:38 PM, CONTOSO\\ASA$`, and the one before; from memory. `$null` where it was not asked for. */
export function alternateAccounts(source: Source, context: ValueContext): Value {
  if (source.live?.get("AlternateServiceAccounts") !== true) return null;
  const [latest, previous] = accountsIn(stored(source, alternateAccountAttribute));
  const shown = (account: Account | undefined): string =>
    account === undefined ? "<Not set>" : `${netText(context, new DateTime(account.since, "Local"))}, ${account.user}`;
  return `Latest: ${shown(latest)}\nPrevious: ${shown(previous)}`;
}

const kept = 2;

/** The credentials that are given, the latest first, before those that were there. */
export const setAlternateAccounts: Setter = (task, value, object) => {
  const given = toItems(value).flatMap((each) => (each instanceof PSCredential ? [each.userName] : []));
  const before = accountsIn(object.properties[alternateAccountAttribute] ?? null);
  const since = task.topology.clock;
  const accounts = [...given.map((user) => ({ user, since })), ...before].slice(0, kept);
  return {
    properties: { [alternateAccountAttribute]: accounts.map((account) => ({ kind: "alternateAccount", ...account })) },
  };
};

export const removeAlternateAccounts: Setter = (_task, value) =>
  value === true ? { properties: { [alternateAccountAttribute]: [] } } : {};
