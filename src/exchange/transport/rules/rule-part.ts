import type { ExchangeRelease } from "../../catalogue/release.js";

/** A condition or an action of transport rules, as the lists of both name it and as a rule's description reads. */
export interface RulePart {
  readonly name: string;
  readonly since?: ExchangeRelease;
  /** The parameters that state it: it is there when the first of them is. */
  readonly parameters: readonly [string, ...string[]];
  /** How it is offered, with what is to be said in it as a link. */
  readonly offered: string;
  /** How it reads in a rule, with the values of its parameters in the holes. */
  readonly reads: string;
}

/** @param offered with `[Property:words]` where something is to be said */
export function part(
  parameters: string,
  name: string,
  offered: string,
  reads: string,
  since?: ExchangeRelease,
): RulePart {
  const [first = "", ...others] = parameters.split(" ");
  const linked = offered.replace(/\[(\w+):([^\]]*)\]/g, '<a id="$1">$2</a>');
  return { name, parameters: [first, ...others], offered: linked, reads, ...(since === undefined ? {} : { since }) };
}
