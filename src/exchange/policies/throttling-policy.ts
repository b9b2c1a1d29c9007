import { type DirectoryObject, getProperty, guidNamed, listObjects } from "../../topology/index.js";
import { netText } from "../../values/text.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, choice, computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { isSince2013 } from "../servers/roles.js";
import { enumeration } from "../types/enumeration.js";
import { limitRows } from "./throttling-rows.js";
import { firstUserOf } from "./users-of.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.ThrottlingPolicy`;

const scope = enumeration(`${directory}.ThrottlingPolicyScopeType`, ["Regular", "Organization", "Global"]);
const isDefault = (policy: DirectoryObject): boolean =>
  getProperty(schema, policy, "ThrottlingPolicyScope") === "Global";

const messages = {
  defaultStays: message({
    text: (name: string) => `The default throttling policy "${name}" can't be removed.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ThrottlingPolicy), the text is not known",
  }),
  inUse: message({
    text: (name: string, user: string) =>
      `The throttling policy "${name}" can't be removed: it is associated with "${user}". Give the user another one first.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ThrottlingPolicy), the text is not known",
  }),
  oneGlobal: message({
    text: () => "There is one policy of the scope Global, which setup makes; no other can be made.",
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (New-ThrottlingPolicy), the text is not known",
  }),
} as const;

/** How much of the servers a user may take. Captured of 2013 (facts/captures.jsonl, get-throttlingpolicy.2). */
export const throttlingPolicy = defineNoun({
  noun: "ThrottlingPolicy",
  called: "throttling policy",
  class: {
    name: "ThrottlingPolicy",
    objectClass: ["top", "msExchGenericPolicy", "msExchThrottlingPolicy"],
    objectCategory: "ms-Exch-Throttling-Policy",
    container: { below: "organization", path: ["CN=Global Settings"] },
  },
  setup: (topology) => {
    const isLater = listObjects(topology, "ExchangeServer").some(isSince2013);
    const suffix = guidNamed(topology.ids.seed, "the name of the default throttling policy");
    return [
      {
        class: "ThrottlingPolicy",
        name: `${isLater ? "Global" : "Default"}ThrottlingPolicy_${suffix}`,
        properties: { ThrottlingPolicyScope: "Global" },
      },
    ];
  },
  typeNames: configurationTypes(typeName),
  certainty: "captured",
  properties: () => [
    computed("IsDefault", "bool", ({ object }) => isDefault(object), { until: "2010", certainty: "memory" }),
    choice("ThrottlingPolicyScope", scope, { default: "Regular", since: "2013" }),
    bool("IsServiceAccount", { default: false, since: "2013" }),
    ...limitRows(),
    computed("IsLegacyDefault", "bool", () => false, { since: "2013" }),
    fixed("Diagnostics", "string", () => null, { since: "2013" }),
    ...configurationTail(
      ({ release }) => (release === "2010" ? objectVersions.exchange2010 : objectVersions.exchange2013),
      { name: true, identity: "name", objectState: "Changed" },
    ),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/views.md: get-throttlingpolicy.1
      columns: [{ property: "Name" }, { property: "ThrottlingPolicyScope" }, { property: "IsServiceAccount" }],
      since: "2013",
    },
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // From memory.
      columns: [{ property: "Name" }, { property: "IsDefault" }],
      until: "2010",
    },
  ],
});

function refuseRemoval(task: Task, policy: DirectoryObject): void {
  if (isDefault(policy)) throw task.failure(messages.defaultStays, [policy.name], task.id(policy));
  const user = firstUserOf(task.topology, "ThrottlingPolicy", policy);
  if (user !== null) throw task.failure(messages.inUse, [policy.name, user.name], task.id(policy));
}

export const throttlingPolicyVerbs: NounVerbs = {
  Get: getVerb(throttlingPolicy, {
    filters: {
      ThrottlingPolicyScope: (task) => {
        const wanted = netText(task.cmdlet.context, task.value("ThrottlingPolicyScope"));
        return { keep: (policy) => getProperty(schema, policy, "ThrottlingPolicyScope") === wanted };
      },
    },
    live: { Explicit: () => new Map([["Explicit", true]]) },
    // What it would add is about how busy the servers are.
    accepted: ["Diagnostics"],
  }),
  New: newVerb(throttlingPolicy, {
    make: (task, given) => {
      if (given.ThrottlingPolicyScope === "Global") throw task.failure(messages.oneGlobal, []);
      return { class: "ThrottlingPolicy", name: task.text("Name") ?? "" };
    },
  }),
  Set: setVerb(throttlingPolicy, { accepted: ["Force"] }),
  Remove: removeVerb(throttlingPolicy, { check: refuseRemoval, accepted: ["Force"] }),
};
