import { clientAccessArray, clientAccessArrayVerbs } from "./client-access/client-access-array.js";
import type { Noun, Verb, VerbBehaviour } from "./noun/noun.js";

/** A noun with what its verbs do. */
export interface RegisteredNoun {
  readonly noun: Noun;
  readonly verbs: Readonly<Partial<Record<Verb, VerbBehaviour>>>;
}

/** The nouns that have behaviour: one line each. */
export const nouns: readonly RegisteredNoun[] = [{ noun: clientAccessArray, verbs: clientAccessArrayVerbs }];
