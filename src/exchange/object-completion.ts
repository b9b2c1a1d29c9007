import { eachObject } from "../topology/index.js";
import type { DotNetType } from "../values/dotnet-type.js";
import type { ExchangeRelease } from "./catalogue/release.js";
import { exchangeCmdlets } from "./cmdlets.js";
import { isOf, type Noun } from "./noun/noun.js";
import { nouns } from "./nouns.js";
import type { Organization } from "./organization.js";

/** Verbs whose cmdlets give objects of their noun. */
const giving: ReadonlySet<string> = new Set(["Get", "New", "Enable", "Connect"]);

const nounNamed = (name: string): Noun | undefined =>
  nouns.find(({ noun }) => noun.noun.toLowerCase() === name.toLowerCase())?.noun;

function nounOf(cmdletName: string): Noun | undefined {
  return nounNamed(cmdletName.slice(cmdletName.indexOf("-") + 1));
}

/** The type of the objects that a cmdlet gives; `undefined` for those that are not Exchange's, or give none. */
export function outputTypeOf(cmdletName: string, release: ExchangeRelease): DotNetType | undefined {
  const verb = cmdletName.slice(0, cmdletName.indexOf("-"));
  const isExchanges = exchangeCmdlets(release).some(({ name }) => name === cmdletName);
  return giving.has(verb) && isExchanges ? nounOf(cmdletName)?.type(release) : undefined;
}

/** Nouns behind the names of identity types that are named otherwise. */
const identityNouns: Readonly<Record<string, string>> = {
  Database: "MailboxDatabase",
  Server: "ExchangeServer",
  ADSite: "ADSite",
  GeneralRecipient: "Recipient",
  RecipientWithAdUserGroup: "Recipient",
  MailboxOrMailUser: "Mailbox",
  GeneralMailboxOrMailUser: "Mailbox",
  GeneralMailbox: "Mailbox",
  MailboxLocation: "Mailbox",
  MailboxUserContact: "Mailbox",
  Role: "ManagementRole",
  ExtendedOrganizationalUnit: "OrganizationalUnit",
  DynamicGroup: "DynamicDistributionGroup",
  AddressBookMailboxPolicy: "AddressBookPolicy",
};

/** More are not offered. */
const most = 1000;

/**
 * The names of the objects that an identity may mean, in the order of the organization.
 * @param typeName of the parameter: `Microsoft.Exchange.Configuration.Tasks.DatabaseIdParameter`
 * @param isWanted whether a name, or an alias, begins as it was typed
 * @returns `undefined` for parameters that are no identities of objects that are known
 */
export function objectNames(
  { current }: Organization,
  cmdletName: string,
  parameter: string,
  typeName: string,
  isWanted: (name: string) => boolean,
): readonly string[] | undefined {
  const kind = /\.(\w+)IdParameter(?:\[\])?$/.exec(typeName)?.[1];
  if (kind === undefined) return undefined;
  const own = parameter === "Identity" ? nounOf(cmdletName) : undefined;
  const noun = own ?? nounNamed(identityNouns[kind] ?? kind);
  if (noun === undefined) return undefined;
  const names: string[] = [];
  for (const className of noun.identity.classes) {
    for (const object of eachObject(current, className)) {
      if (names.length >= most) return names;
      if (!isOf(noun, object)) continue;
      const alias = object.properties.Alias;
      if (isWanted(object.name) || (typeof alias === "string" && isWanted(alias))) names.push(object.name);
    }
  }
  return [...new Set(names)];
}
