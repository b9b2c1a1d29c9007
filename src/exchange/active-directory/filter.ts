import type { DateTime } from "../../values/date-time.js";
import { offsetOfLocal } from "../../values/local-time.js";
import type { ValueContext } from "../../values/value-context.js";

/**
 * A search of the directory, as LDAP knows it: what -Filter says in the module's words and -LDAPFilter in LDAP's own
 * becomes the same.
 */
export type DirectoryFilter =
  | { readonly kind: "all" }
  | { readonly kind: "and" | "or"; readonly operands: readonly DirectoryFilter[] }
  | { readonly kind: "not"; readonly operand: DirectoryFilter }
  | { readonly kind: "present"; readonly attribute: string }
  | {
      readonly kind: "compare";
      readonly attribute: string;
      readonly operator: Comparison;
      readonly value: string;
      /** Of a point in time that came as one: ticks of UTC. */
      readonly ticks?: bigint;
    };

/** `like` has patterns with `*`; `allBits` and `anyBit` test a number; `inChain` goes through groups in groups. */
export type Comparison = "eq" | "like" | "ge" | "le" | "gt" | "lt" | "allBits" | "anyBit" | "inChain";

/** What is wrong with a filter, and where: `position` counts from 1. */
export class DirectoryFilterError extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/** How deep a filter may nest. */
export const deepestFilter = 100;

/** A point in time as the directory keeps it: ticks of UTC. */
export const universalTicks = (context: ValueContext, { kind, ticks }: DateTime): bigint =>
  kind === "Utc" ? ticks : ticks - offsetOfLocal(context, ticks);
