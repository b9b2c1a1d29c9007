import { type DirectoryObject, getProperty, matchesName, valuesOf } from "../../topology/index.js";
import { parseIPAddress } from "../../values/simple-value-parsing.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { filterGiven } from "../noun/filter-failure.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { priorityList } from "../noun/priority-list.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { parseFilter } from "../opath/filter.js";
import { accountNameOf } from "../permissions/account-names.js";
import { writeRow } from "../permissions/permission-rows.js";
import { bool, choice, computed, int, list, text, texts } from "../properties/property.js";
import { choiceKind } from "../properties/scalar-kinds.js";
import { fitsFilter, isFilterable } from "../recipients/filters/recipient-filter.js";
import { groupsAbove } from "../recipients/groups/membership-links.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { holderOf } from "../transport/mail-flow/recipients.js";
import { recipientKind } from "../transport/rule-kinds.js";
import { ipRangeKind } from "../transport/transport-kinds.js";
import { parseIPRange } from "../transport/types/ip-range.js";
import { enumeration } from "../types/enumeration.js";

const namespace = "Microsoft.Exchange.Data.ClientAccessRules";
const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADClientAccessRule";
const resultType = `${namespace}.ClientAccessRulesEvaluationResult`;
const actions = enumeration(`${namespace}.ClientAccessRulesAction`, ["AllowAccess", "DenyAccess"]);
const scopes = enumeration(`${namespace}.ClientAccessRulesScope`, ["Users", "All"]);
const protocols = enumeration(`${namespace}.ClientAccessProtocol`, [
  "ExchangeActiveSync",
  "ExchangeAdminCenter",
  "ExchangeWebServices",
  "IMAP4",
  "OfflineAddressBook",
  "OutlookAnywhere",
  "OutlookWebApp",
  "POP3",
  "PowerShellWebServices",
  "RemotePowerShell",
  "REST",
]);
const authentications = enumeration(`${namespace}.ClientAccessAuthenticationMethod`, [
  "AdfsAuthentication",
  "BasicAuthentication",
  "CertificateBasedAuthentication",
  "NonBasicAuthentication",
  "OAuthAuthentication",
]);

const both = (name: string): readonly [string, string] => [`AnyOf${name}`, `ExceptAnyOf${name}`];
const [ranges, exceptRanges] = both("ClientIPAddressesOrRanges");
const [ports, exceptPorts] = both("SourceTcpPortNumbers");
const [methods, exceptMethods] = both("AuthenticationTypes");
const [protocolsOf, exceptProtocols] = both("Protocols");

/**
 * Who may connect how and from where, since 2013 (documented for administration in 2019). Names are those of the
 * parameters; order and view from memory. Rules are tried by Test-ClientAccessRule; connections here do not ask them.
 */
export const clientAccessRule = defineNoun({
  noun: "ClientAccessRule",
  called: "client access rule",
  class: {
    name: "ClientAccessRule",
    objectClass: ["top", "msExchClientAccessRule"],
    objectCategory: "ms-Exch-Client-Access-Rule",
    container: { below: "organization", path: ["CN=Client Access Rules"] },
  },
  typeNames: configurationTypes(typeName),
  certainty: "memory",
  properties: () => [
    int("Priority", { default: 1, parameter: null }),
    bool("Enabled", { default: true }),
    choice("Action", actions, { default: "DenyAccess" }),
    list(ranges, ipRangeKind),
    list(exceptRanges, ipRangeKind),
    texts(ports, { until: "2013" }),
    texts(exceptPorts, { until: "2013" }),
    list("UserIsMemberOf", recipientKind, { until: "2013" }),
    list("ExceptUserIsMemberOf", recipientKind, { until: "2013" }),
    texts("UsernameMatchesAnyOfPatterns"),
    texts("ExceptUsernameMatchesAnyOfPatterns"),
    text("UserRecipientFilter"),
    list(methods, choiceKind(authentications), { until: "2016" }),
    list(exceptMethods, choiceKind(authentications), { until: "2016" }),
    list(protocolsOf, choiceKind(protocols)),
    list(exceptProtocols, choiceKind(protocols), { until: "2016" }),
    choice("Scope", scopes, { default: "Users", since: "2016" }),
    ...configurationTail(objectVersions.exchange2013, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "Priority", width: 8, alignment: "left" },
        { property: "Enabled", width: 7, alignment: "left" },
        { property: "Action", width: 11, alignment: "left" },
      ],
    },
  ],
});

/** The rule that decides, as Test-ClientAccessRule shows it; from memory. */
const evaluation = defineNoun({
  noun: "the outcome of Test-ClientAccessRule",
  identity: { classes: ["ClientAccessRule"] },
  typeNames: [resultType],
  properties: () => [
    computed("Identity", "string", ({ object }) => object.name),
    computed("Name", "string", ({ object }) => object.name),
    computed("Action", actions.fullName, ({ object }) => actions(String(getProperty(schema, object, "Action")))),
  ],
  views: [
    {
      kind: "table",
      name: resultType,
      typeNames: [resultType],
      columns: [{ property: "Identity" }, { property: "Name" }, { property: "Action" }],
    },
  ],
});

/** Numbered from 1, as they are asked. */
const order = priorityList("ClientAccessRule", 1);

/** Refuses a filter that cannot be read, or that asks for what recipients have not. */
function checkFilter(task: Task): void {
  if (task.text("UserRecipientFilter") !== null) filterGiven(task, "UserRecipientFilter", undefined, isFilterable);
}

/** A connection that a rule is tried with. */
interface Attempt {
  readonly user: DirectoryObject;
  readonly account: string;
  readonly address: string;
  readonly port: string;
  readonly protocol: string;
  readonly method: string;
}

const lower = (value: unknown): string => String(value).toLowerCase();

/** Whether an attempt is of a list of a rule; `null` where the rule says nothing of it. */
function isAmong(rule: DirectoryObject, property: string, fits: (item: string) => boolean): boolean | null {
  const items = valuesOf(getProperty(schema, rule, property)).map(String);
  return items.length === 0 ? null : items.some(fits);
}

function outcomes(task: Task, rule: DirectoryObject, attempt: Attempt, prefix: "" | "Except"): readonly boolean[] {
  const address = parseIPAddress(attempt.address);
  const groups = new Set(groupsAbove(task.topology, attempt.user).map(({ guid }) => guid));
  const all = [
    isAmong(rule, prefix + ranges, (range) => address !== null && parseIPRange(range).contains(address)),
    isAmong(rule, prefix + ports, (port) => port === attempt.port),
    isAmong(rule, prefix + methods, (method) => lower(method) === lower(attempt.method)),
    isAmong(rule, prefix + protocolsOf, (protocol) => lower(protocol) === lower(attempt.protocol)),
    isAmong(rule, `${prefix}UsernameMatchesAnyOfPatterns`, (pattern) => matchesName(pattern, attempt.account)),
    isAmong(rule, `${prefix}UserIsMemberOf`, (group) => groups.has(holderOf(task.topology, group)?.guid ?? "")),
  ];
  return all.filter((fits) => fits !== null);
}

/** All conditions fit, and no exception does. */
function applies(task: Task, rule: DirectoryObject, attempt: Attempt): boolean {
  const filter = getProperty(schema, rule, "UserRecipientFilter");
  const { context } = task.cmdlet;
  return (
    getProperty(schema, rule, "Enabled") === true &&
    (typeof filter !== "string" ||
      filter === "" ||
      fitsFilter(context, parseFilter(filter), task.topology, attempt.user)) &&
    outcomes(task, rule, attempt, "").every((fits) => fits) &&
    !outcomes(task, rule, attempt, "Except").some((fits) => fits)
  );
}

/** The first rule that fits a connection; without one, it is allowed and nothing is shown (documented). */
function test(task: Task): void {
  const user = task.resolve("User", mailbox.identity, (identity) => task.notFound(identity));
  const attempt: Attempt = {
    user,
    account: accountNameOf(task.topology, user),
    address: task.text("RemoteAddress") ?? "",
    port: task.text("RemotePort") ?? "",
    protocol: task.text("Protocol") ?? "",
    method: task.text("AuthenticationType") ?? "",
  };
  const rule = order.all(task).find((each) => applies(task, each, attempt));
  if (rule !== undefined) writeRow(task, evaluation, rule, {});
}

export const clientAccessRuleVerbs: NounVerbs = {
  Get: getVerb(clientAccessRule, { arrange: (_task, rules) => order.sorted(rules) }),
  New: newVerb(clientAccessRule, {
    emulated: ["Priority"],
    make: (task) => {
      checkFilter(task);
      return {
        class: "ClientAccessRule",
        name: task.text("Name") ?? "",
        properties: { Priority: order.wanted(task, order.all(task).length + 1) },
      };
    },
    after: order.place,
  }),
  Set: setVerb(clientAccessRule, {
    check: checkFilter,
    setters: {
      Priority: (task) => ({ properties: { Priority: order.wanted(task, order.all(task).length) } }),
    },
    after: (task, rule) => {
      if (task.has("Priority")) order.place(task, rule);
    },
  }),
  Remove: removeVerb(clientAccessRule, { after: order.close }),
  Test: {
    taskClass: "SystemConfigurationTasks.TestClientAccessRule",
    emulated: ["AuthenticationType", "Protocol", "RemoteAddress", "RemotePort", "User"],
    // Rules say nothing of claims.
    accepted: ["OAuthClaims"],
    process: test,
  },
};
