import { canonicalIdentity, identityProperty } from "../../noun/common-properties.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import type { NounView } from "../../noun/noun.js";
import { defineNoun, type Noun } from "../../noun/noun.js";
import { computed, fixed } from "../../properties/property.js";
import { mailbox } from "../../recipients/mailbox.js";
import { ADObjectId } from "../../types/ad-object-id.js";

/** The namespaces of what a mailbox keeps about itself. */
export const storage = "Microsoft.Exchange.Data.Storage";
export const storageManagement = `${storage}.Management`;

/** What is particular to settings that lie in the mailbox itself. */
export interface StoreConfiguration {
  readonly noun: string;
  readonly called: string;
  /** Class of the objects, in full. */
  readonly typeName: string;
  /** What comes before the owner and the identity. */
  readonly properties: () => readonly ExchangeProperty[];
  readonly views?: readonly NounView[];
}

/** A noun for settings that a mailbox keeps in itself: found by the mailbox, shown with its owner. */
export function storeConfiguration({ noun, called, typeName, properties, views = [] }: StoreConfiguration): Noun {
  return defineNoun({
    noun,
    called,
    class: "User",
    tasks: "StoreTasks",
    identity: mailbox.identity,
    typeNames: [
      typeName,
      `${storageManagement}.XsoMailboxConfigurationObject`,
      "Microsoft.Exchange.Data.ConfigurableObject",
    ],
    properties: () => [
      ...properties(),
      computed(
        "MailboxOwnerId",
        "Microsoft.Exchange.Data.Directory.ADObjectId",
        ({ topology, object }) => new ADObjectId(topology, object, "canonical"),
      ),
      identityProperty("canonical"),
      fixed("IsValid", "bool", () => true),
      fixed("ObjectState", "string", () => "Changed", { since: "2013" }),
    ],
    views,
    displayIdentity: canonicalIdentity,
  });
}
