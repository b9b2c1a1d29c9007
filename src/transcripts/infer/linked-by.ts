import type { Noun } from "../../exchange/noun/noun.js";
import { isCut } from "./words.js";

/** Classes of objects that an organization is described with, by the noun that makes them. */
const linked: Readonly<Record<string, string>> = {
  ExchangeServer: "ExchangeServer",
  MailboxDatabase: "MailboxDatabase",
};

/** Servers and databases that properties of an object lead to, by the noun's own table: `{EX01, EX02}`. */
export function linkedBy(
  noun: Noun,
  properties: ReadonlyMap<string, string>,
): readonly { readonly of: string; readonly name: string }[] {
  return noun.properties.flatMap(({ name, column }) => {
    const [target = "", ...others] = column?.kind.classes ?? [];
    const text = properties.get(name.toLowerCase()) ?? "";
    const isLink = others.length === 0 && Object.hasOwn(linked, target);
    if (!isLink || text === "" || isCut(text.replace(/\}$/, ""))) return [];
    const names = text.replace(/^\{|\}$/g, "").split(", ");
    return names
      .map((each) => each.slice(each.lastIndexOf("/") + 1))
      .filter((each) => /^[\w.-]+$/.test(each))
      .map((each) => ({ of: linked[target] ?? target, name: each }));
  });
}
