/** Exchange's cmdlets over an organization: the shell takes its cmdlets and views from here. */
import type { FormatView } from "../formatting/index.js";
import type { CmdletInfo } from "../runtime/commands.js";
import type { ExchangeRelease } from "./catalogue/release.js";
import { isIn } from "./noun/exchange-object.js";
import { nouns } from "./nouns.js";
import { serverCmdlets as serviceCmdlets } from "./services/index.js";
import { sendMailMessage } from "./transport/send-mail-message.js";

export {
  activeDirectoryCmdlet,
  activeDirectoryCmdlets,
  activeDirectoryModule,
  findActiveDirectoryCmdlet,
} from "./active-directory/module.js";
export type { CommandLog } from "./auditing/command-log.js";
export type { ExchangeRelease } from "./catalogue/release.js";
export { exchangeCmdletSource, exchangeCmdlets } from "./cmdlets.js";
export { connectionsKey } from "./connectivity/connections.js";
export { type CoveredParameter, type CoveredProperty, coveredParameters, coveredProperties } from "./coverage.js";
export { type DeclaredText, declaredTexts } from "./noun/exchange-errors.js";
export { releaseTypeName, releaseTypeNamed } from "./noun/exchange-object.js";
export { objectNames, outputTypeOf } from "./object-completion.js";
export { Organization, organizationKey, organizationOf } from "./organization.js";
export { allowedPart } from "./permissions/roles/allowed-part.js";
export { accountIn } from "./permissions/roles/session-rights.js";
export type { RemoteSession } from "./remote-session.js";
export { schema } from "./schema.js";
export { findExSetup } from "./servers/exsetup-program.js";
export { serverViews } from "./services/index.js";
export {
  findImported,
  findManagementShellCommand,
  firstConnection,
  importedCommands,
  initialPSSessions,
  type PSSessions,
  type PSSessionsState,
  proxyKey,
  proxyOfKey,
  psSessionsKey,
  remotingOf,
  sessionCmdlets,
  sessionViews,
  startScript,
} from "./sessions/index.js";

/** Cmdlets that every edition has and that reach into the emulated organization: services, processes, mail. */
export const serverCmdlets: readonly CmdletInfo[] = [...serviceCmdlets, sendMailMessage];

let everyView: readonly FormatView[] | undefined;

/** The views that sessions of any release may have. */
export function everyExchangeView(): readonly FormatView[] {
  everyView ??= nouns.flatMap(({ noun }) => noun.views);
  return everyView;
}

const viewsByRelease = new Map<ExchangeRelease, readonly FormatView[]>();

/** The default views of the nouns' objects, as a release has them. */
export function exchangeViews(release: ExchangeRelease): readonly FormatView[] {
  let views = viewsByRelease.get(release);
  if (views === undefined) {
    views = nouns.flatMap(({ noun }) => noun.views.filter((view) => isIn(view, release)));
    viewsByRelease.set(release, views);
  }
  return views;
}
