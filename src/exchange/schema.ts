import { coreSchema, type Schema } from "../topology/index.js";
import { clientAccessServerExtension } from "./client-access/client-access-server-extension.js";
import { mailboxDatabaseExtension } from "./databases/mailbox-database-extension.js";
import { userExtension } from "./recipients/user-extension.js";
import { adSiteExtension } from "./servers/ad-site-extension.js";
import { exchangeServerExtension } from "./servers/exchange-server-extension.js";

/** The classes of the directory with what Exchange's nouns add to them: one line each. */
export const schema: Schema = coreSchema.extend(
  clientAccessServerExtension,
  mailboxDatabaseExtension,
  adSiteExtension,
  exchangeServerExtension,
  userExtension,
);
