import type { Noun } from "../../exchange/noun/noun.js";
import { nouns } from "../../exchange/nouns.js";

const byName = new Map<string, Noun>();

/** The noun of a cmdlet, however it is spelled; `undefined`: no cmdlet of it has behaviour, or it is not Exchange's. */
export function nounNamed(name: string): Noun | undefined {
  if (byName.size === 0) for (const { noun } of nouns) byName.set(noun.noun.toLowerCase(), noun);
  return byName.get(name.toLowerCase());
}

/** Classes of which one noun makes the objects, and many others show something more of them. */
const makers: Readonly<Record<string, string>> = {
  User: "Mailbox",
  ExchangeServer: "ExchangeServer",
  MailboxDatabase: "MailboxDatabase",
};

/** The noun whose objects a noun's cmdlets are about: servers are shown by several, and mailboxes by many. */
export function homeNoun(name: string): string {
  const noun = nounNamed(name);
  if (noun === undefined) return name;
  const [first = "", ...others] = noun.identity.classes;
  if (noun.noun === "MailUser" || others.length > 0) return noun.noun;
  return Object.hasOwn(makers, first) ? (makers[first] ?? name) : noun.noun;
}

/** The property that a column of a noun's view shows, by what stands above the column; small letters. */
export function propertyOf(nounName: string, label: string): string {
  const views = nounNamed(nounName)?.views ?? [];
  for (const view of views) {
    if (view.kind !== "table") continue;
    for (const column of view.columns) {
      if (column.label?.toLowerCase() === label && "property" in column && typeof column.property === "string")
        return column.property.toLowerCase();
    }
  }
  return label;
}

/** Whether an object lies below a server, whose name its identity begins with: `EX01\owa (Default Web Site)`. */
export const isBelowServer = (nounName: string): boolean => nounNamed(nounName)?.identity.owner === "ExchangeServer";
