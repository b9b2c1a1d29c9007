import type { CatalogueCmdlet } from "../catalogue/catalogue-cmdlet.js";

/**
 * The parameter set that counts when nothing decides. The facts don't say which it is: as a rule the one that asks for
 * an identity, and otherwise the first.
 */
export function usualDefaultSet({ sets }: CatalogueCmdlet): string | undefined {
  return sets.find((set) => set === "Identity" || set === "Default") ?? sets[0];
}
