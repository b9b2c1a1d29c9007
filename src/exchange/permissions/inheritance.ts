import { enumeration } from "../types/enumeration.js";

/** How an entry of an access list goes on to what is below. .NET's own enumeration, with its numbers. */
export const inheritanceType = enumeration("System.DirectoryServices.ActiveDirectorySecurityInheritance", [
  "None",
  "All",
  "Descendents",
  "SelfAndChildren",
  "Children",
]);
