/** Exchange's cmdlets over an organization: the shell takes its cmdlets and views from here. */
import type { FormatView } from "../formatting/index.js";
import { nouns } from "./nouns.js";

export type { ExchangeRelease } from "./catalogue/release.js";
export { exchangeCmdlets } from "./cmdlets.js";
export { type CoveredParameter, type CoveredProperty, coveredParameters, coveredProperties } from "./coverage.js";
export { type DeclaredText, declaredTexts } from "./noun/exchange-errors.js";
export { releaseTypeName, releaseTypeNamed } from "./noun/exchange-object.js";
export { Organization, organizationKey, organizationOf } from "./organization.js";
export type { RemoteSession } from "./remote-session.js";
export { schema } from "./schema.js";
export { serverCmdlets, serverViews } from "./services/index.js";

/** The default views of the nouns' objects. */
export const exchangeViews: readonly FormatView[] = nouns.flatMap(({ noun }) => noun.views);
