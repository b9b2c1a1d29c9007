import { notEmulatedCommand } from "../cmdlets/not-emulated.js";
import type { CmdletInfo } from "../runtime/commands.js";
import { catalogueNames } from "./catalogue/names.generated.js";
import { type ExchangeRelease, inRelease } from "./catalogue/release.js";
import { snapIn } from "./noun/exchange-cmdlet.js";

/** Names by lower case, with the mask of their releases; read at the first question. */
let known: ReadonlyMap<string, readonly [name: string, mask: number]> | null = null;

function knownNames(): ReadonlyMap<string, readonly [string, number]> {
  if (known === null) {
    const names = new Map<string, readonly [string, number]>();
    for (const line of catalogueNames.split("\n")) {
      const [noun = "", mask = "", verbs = ""] = line.split(" ");
      for (const verb of verbs.split(","))
        names.set(`${verb}-${noun}`.toLowerCase(), [`${verb}-${noun}`, Number(mask)]);
    }
    known = names;
  }
  return known;
}

/** A cmdlet of the release that has no behaviour here; `undefined` for a name that the release does not have. */
export function findNotEmulatedCmdlet(name: string, release: ExchangeRelease): CmdletInfo | undefined {
  const found = knownNames().get(name.toLowerCase());
  if (found === undefined || !inRelease(found[1], release)) return undefined;
  return notEmulatedCommand(found[0], snapIn);
}
