import type { ParameterDeclarations } from "../binding/declaration.js";
import { defineCmdlet } from "../binding/define-cmdlet.js";
import type { CmdletInfo } from "../runtime/commands.js";
import { notEmulated } from "../runtime/errors.js";
import type { CatalogueCmdlet } from "./catalogue/catalogue-cmdlet.js";
import type { ExchangeRelease } from "./catalogue/release.js";
import { synopsisOf } from "./catalogue/synopsis.js";
import { remoteCommandOf, snapIn } from "./noun/remote-command.js";
import { declarationsOf } from "./parameters/declarations.js";
import { usualDefaultSet } from "./parameters/default-set.js";

/**
 * A cmdlet of the catalogue that has no behaviour: it completes, helps and binds as every other, with the real errors of
 * wrong use; used rightly it answers NotEmulated.
 * @param others cmdlets of the same noun that have behaviour
 */
export function missingCmdlet(entry: CatalogueCmdlet, release: ExchangeRelease, others: readonly string[]): CmdletInfo {
  const { name } = entry;
  let declarations: ParameterDeclarations | null = null;
  return defineCmdlet({
    name,
    typeName: name,
    source: snapIn,
    synopsis: `${synopsisOf(entry.verb, entry.noun)} The emulator knows its parameters and does not run it.`,
    get parameters() {
      declarations ??= declarationsOf(entry, release, () => "missing");
      return declarations;
    },
    get defaultParameterSet() {
      return usualDefaultSet(entry);
    },
    supportsShouldProcess: entry.supportsShouldProcess,
    remote: remoteCommandOf(release),
    create: () => ({
      process() {
        throw notEmulated(`the command ${name}`, insteadOf(others));
      },
    }),
  });
}

function insteadOf(others: readonly string[]): string {
  if (others.length === 0) return "No cmdlet of this noun has behaviour yet; Get-Help shows its parameters.";
  return `Of this noun it runs ${others.join(", ")}.`;
}
