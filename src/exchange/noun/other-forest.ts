import { message } from "./exchange-errors.js";

/** What is asked of a domain controller of another forest: there is none here that answers. */
export const noSuchController = message({
  text: (server: string) =>
    `An Active Directory error 0x51 occurred when trying to check the suitability of server '${server}'. Error: 'Active directory response: The LDAP server is unavailable.'`,
  exception: "Microsoft.Exchange.Data.Directory.SuitabilityDirectoryException",
  category: "NotSpecified",
  certainty: "memory",
  evidence: "remembered of -DomainController; category from memory",
});
