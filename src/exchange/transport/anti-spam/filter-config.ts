import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs, NounView } from "../../noun/noun.js";
import { defineNoun, type Noun } from "../../noun/noun.js";
import { setVerb } from "../../noun/set-verb.js";
import { bool } from "../../properties/property.js";
import "../transport-settings.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

/** What is particular to the settings of an anti-spam agent. */
export interface FilterConfig {
  readonly noun: string;
  readonly called: string;
  /** The class below msExchMessageHygiene… */
  readonly objectClass: string;
  readonly objectCategory: string;
  /** The name of its one object; left out: the noun's. */
  readonly name?: string;
  readonly properties: () => readonly ExchangeProperty[];
  readonly views?: readonly NounView[];
}

/**
 * The settings of an anti-spam agent: one object of the organization. Names and defaults are documented; the order of the
 * lists is from memory. The agents themselves are not on Hub Transport servers unless somebody installs them, and mail
 * goes here as without them.
 */
export function filterConfig({
  noun,
  called,
  objectClass,
  objectCategory,
  name = noun,
  properties,
}: FilterConfig): Noun {
  return defineNoun({
    noun,
    called,
    singleton: true,
    class: {
      name: noun,
      objectClass: ["top", "msExchAgent", objectClass],
      objectCategory,
      container: { below: "organization", path: ["CN=Transport Settings", "CN=Message Hygiene"] },
    },
    setup: () => [{ class: noun, name }],
    typeNames: configurationTypes(`${configuration}.${noun}`, `${configuration}.MessageHygieneAgentConfig`),
    properties: () => [
      ...properties(),
      bool("Enabled", { default: true }),
      bool("ExternalMailEnabled", { default: true }),
      bool("InternalMailEnabled", { default: false }),
      ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
    ],
    views: [],
  });
}

/** Get and Set: there is one of each. The cmdlets of two take the organization's name, which is no choice here. */
export const filterConfigVerbs = (noun: Noun): NounVerbs => ({
  Get: getVerb(noun, namesOrganization.includes(noun.noun) ? { accepted: ["Identity"] } : {}),
  Set: setVerb(noun),
});

const namesOrganization: readonly string[] = ["SenderFilterConfig", "RecipientFilterConfig"];
