import { enumeration } from "../types/enumeration.js";
import { type Entry, keptText } from "./entry.js";

const namespace = "Microsoft.ActiveDirectory.Management";

export const groupCategory = enumeration(`${namespace}.ADGroupCategory`, ["Distribution", "Security"]);
export const groupScope = enumeration(`${namespace}.ADGroupScope`, ["DomainLocal", "Global", "Universal"]);

/** Role groups are universal security groups. */
const typeOf = (entry: Entry): string => keptText(entry, "GroupType") || "Universal, SecurityEnabled";

const scopeName = (type: string): string => groupScope.members.find((scope) => type.includes(scope)) ?? "DomainLocal";

export const groupScopeOf = (entry: Entry) => groupScope(scopeName(typeOf(entry)));
export const groupCategoryOf = (entry: Entry) =>
  groupCategory(typeOf(entry).includes("SecurityEnabled") ? "Security" : "Distribution");

/** Bits of groupType. */
const scopeBits: Readonly<Record<string, number>> = { Global: 2, DomainLocal: 4, Universal: 8 };
const securityBit = -0x80000000;

/** The number that the directory keeps: -2147483640 of a universal security group. */
export function groupTypeNumber(entry: Entry): number {
  const type = typeOf(entry);
  return (scopeBits[scopeName(type)] ?? 0) + (type.includes("SecurityEnabled") ? securityBit : 0);
}

/** How Exchange's nouns write a type down: `Universal, SecurityEnabled`. */
export const groupTypeText = (scope: string, category: string): string =>
  category === "Security" ? `${scope}, SecurityEnabled` : scope;
