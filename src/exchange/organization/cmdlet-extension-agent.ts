import { getProperty } from "../../topology/index.js";
import { changeVerb, disableVerb } from "../noun/change-verb.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, int, text } from "../properties/property.js";
import { schema } from "../schema.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.CmdletExtensionAgent";

/** Those that setup makes: priority, and whether it is on (documented, "Understanding Cmdlet Extension Agents"). */
const agents: readonly (readonly [name: string, priority: number, enabled: boolean, isSystem: boolean])[] = [
  ["Admin Audit Log Agent", 255, true, true],
  ["Scripting Agent", 6, false, false],
  ["Mailbox Resources Management Agent", 5, true, false],
  ["OAB Resources Management Agent", 4, true, false],
  ["Rus Agent", 3, true, true],
  ["Provisioning Policy Agent", 2, true, true],
  ["Query Base DN Agent", 1, true, true],
];

/** What extends the cmdlets on the server. Order of the list from memory. */
export const cmdletExtensionAgent = defineNoun({
  noun: "CmdletExtensionAgent",
  called: "cmdlet extension agent",
  class: {
    name: "CmdletExtensionAgent",
    objectClass: ["top", "msExchCmdletExtensionAgent"],
    objectCategory: "ms-Exch-Cmdlet-Extension-Agent",
    container: { below: "organization", path: ["CN=Global Settings", "CN=CmdletExtensionAgent Settings"] },
  },
  setup: () =>
    agents.map(([name, priority, enabled, isSystem]) => ({
      class: "CmdletExtensionAgent",
      name,
      properties: {
        ...(enabled ? {} : { Enabled: false }),
        ...(isSystem ? { IsSystem: true } : {}),
        Priority: priority,
        ClassFactory: `Microsoft.Exchange.ProvisioningAgent.${name.replaceAll(" ", "")}ClassFactory`,
      },
    })),
  typeNames: configurationTypes(typeName),
  properties: () => [
    text("Assembly", { default: "Microsoft.Exchange.ProvisioningAgent.dll", parameter: null }),
    text("ClassFactory", { parameter: null }),
    bool("Enabled", { default: true, parameter: null }),
    int("Priority"),
    bool("IsSystem", { default: false, parameter: null }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Enabled" }, { property: "Priority", alignment: "left" }],
    },
  ],
});

const messages = {
  system: message({
    text: (name: string) => `The cmdlet extension agent "${name}" is a system agent and can't be disabled.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const priority = (value: unknown): number => (typeof value === "number" ? value : 0);

export const cmdletExtensionAgentVerbs: NounVerbs = {
  Get: getVerb(cmdletExtensionAgent, {
    defaultParameterSet: "Identity",
    filters: {
      Enabled: (task) => {
        const wanted = task.isOn("Enabled");
        return { keep: (agent) => (getProperty(schema, agent, "Enabled") === true) === wanted };
      },
      Assembly: (task) => {
        const wanted = (task.text("Assembly") ?? "").toLowerCase();
        return { keep: (agent) => String(getProperty(schema, agent, "Assembly")).toLowerCase() === wanted };
      },
    },
  }),
  Set: setVerb(cmdletExtensionAgent, {
    setters: { Priority: (task) => ({ properties: { Priority: priority(Number(task.text("Priority"))) } }) },
  }),
  Enable: changeVerb(cmdletExtensionAgent, "Enable", { change: () => ({ properties: { Enabled: true } }) }, () => {}),
  Disable: disableVerb(cmdletExtensionAgent, {
    change: (task, agent) => {
      if (getProperty(schema, agent, "IsSystem") === true) throw task.failure(messages.system, [agent.name]);
      return { properties: { Enabled: false } };
    },
  }),
};
