import { message } from "./exchange-errors.js";

/** What is asked of a domain controller that does not answer: it isn't there, is down, or belongs to another forest. */
export const noSuchController = message({
  text: (server: string) =>
    `An Active Directory error 0x51 occurred when trying to check the suitability of server '${server}'. Error: 'Active directory response: The LDAP server is unavailable.'`,
  exception: "Microsoft.Exchange.Data.Directory.SuitabilityDirectoryException",
  category: "NotSpecified",
  certainty: "derived",
  evidence: "text: logs of Exchange's setup in public questions; category from memory",
});
