import { defineResultType, ResultObject } from "../../cmdlets/result-type.js";
import { type DirectoryObject, getProperty, isList, isRecord, updateObject } from "../../topology/index.js";
import { PSList } from "../../values/collections.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { localTime } from "../../values/local-time.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { objectStateOf } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { computed, fixed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { serverQuery } from "./resolve-server.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ServerComponentStatePresentationObject";
const detailsType = `${typeName}+RequesterDetails`;
const serviceState = enumeration("Microsoft.Exchange.Data.ServiceState", ["Inactive", "Active", "Draining"]);

declareInDirectory({
  noun: "ServerComponentState",
  // Records `componentState`: component, requester, state, and when it was said, in ticks.
  extension: { name: "ExchangeServer", properties: { ComponentStates: { holds: "record", many: true } } },
});

const names = (text: string): readonly string[] => text.split(" ");

/** In the order of get-servercomponentstate.1 (2016); which of them 2013 has is from memory. */
const first = names(
  "ServerWideOffline HubTransport FrontendTransport Monitoring RecoveryActionsEnabled AutoDiscoverProxy ActiveSyncProxy " +
    "EcpProxy EwsProxy ImapProxy OabProxy OwaProxy PopProxy PushNotificationsProxy RpsProxy RwsProxy RpcProxy UMCallRouter " +
    "XropProxy HttpProxyAvailabilityGroup ForwardSyncDaemon ProvisioningRps MapiProxy EdgeTransport HighAvailability " +
    "SharedCache",
);
const later = names(
  "MailboxDeliveryProxy RoutingUpdates RestProxy DefaultProxy Lsass RoutingService E4EProxy CafeLAMv2 LogExportProvider",
);
/** Without Unified Messaging, which 2019 has not, from memory. */
const withoutCalls = [...first, ...later].filter((name) => name !== "UMCallRouter");
function componentsOf(release: ExchangeRelease): readonly string[] {
  if (release === "2013") return first;
  return release === "2019" ? withoutCalls : [...first, ...later];
}

/** Those that wait until somebody turns them on. */
const inactive: readonly string[] = ["ForwardSyncDaemon", "ProvisioningRps"];
/** Those that work on while the server as a whole is offline. */
const independent: readonly string[] = ["ServerWideOffline", "Monitoring", "RecoveryActionsEnabled"];
const requesters = ["HealthAPI", "Maintenance", "Sidelined", "Functional", "Deployment"];

/** Whether parts of a server work, and who says so (2013 and later). Order: 2016. */
export const serverComponentState = defineNoun({
  noun: "ServerComponentState",
  identity: serverQuery,
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    computed("ServerFqdn", "string", live("ServerFqdn")),
    computed("Component", "string", live("Component")),
    computed("State", serviceState.fullName, live("State")),
    computed("ServerWideOfflineIsOffline", "bool", live("ServerWideOfflineIsOffline")),
    computed("RemoteStates", `System.Collections.Generic.List[${detailsType}]`, live("States")),
    computed("LocalStates", `System.Collections.Generic.List[${detailsType}]`, live("States")),
    computed(
      "Identity",
      "Microsoft.Exchange.Data.ObjectId",
      ({ topology, object }) => new ADObjectId(topology, object, "name"),
    ),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      autoSize: true,
      columns: [
        { label: "Server", property: "ServerFqdn" },
        { property: "Component" },
        { property: "State", alignment: "left" },
      ],
    },
  ],
});

defineResultType(detailsType, [
  { name: "Requester", typeName: "string" },
  { name: "State", typeName: serviceState.fullName },
  { name: "Timestamp", typeName: "datetime" },
  { name: "Component", typeName: "string" },
]);

/** What one requester said of a component. */
class RequesterDetails extends ResultObject {
  get type(): DotNetType {
    return typeNamed(detailsType);
  }
}
heapClass("RequesterDetails", RequesterDetails);

const messages = {
  unknownComponent: message({
    text: (component: string) => `The component "${component}" isn't known.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
  unknownRequester: message({
    text: (requester: string) =>
      `The requester "${requester}" isn't valid. Valid requesters are: ${requesters.join(", ")}.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the requesters are documented, the text is not known",
  }),
} as const;

const setting = sentence({
  text: (component: string, server: string) => `Setting the state of component "${component}" on server "${server}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

interface Said {
  readonly kind: "componentState";
  readonly component: string;
  readonly requester: string;
  readonly state: string;
  readonly time: bigint;
}

function saidOf(server: DirectoryObject): readonly Said[] {
  const stored = getProperty(schema, server, "ComponentStates");
  return (isList(stored) ? stored : []).flatMap((each) =>
    isRecord(each)
      ? [
          {
            kind: "componentState" as const,
            component: String(each.component),
            requester: String(each.requester),
            state: String(each.state),
            time: typeof each.time === "bigint" ? each.time : 0n,
          },
        ]
      : [],
  );
}

/** A component works when everybody who said something said that it does. */
export function componentStateOf(server: DirectoryObject, component: string): string {
  const said = saidOf(server).filter((each) => each.component === component);
  const own = said.find(({ state }) => state !== "Active")?.state;
  if (own !== undefined) return own;
  if (said.length === 0 && inactive.includes(component)) return "Inactive";
  const isOffline = !independent.includes(component) && componentStateOf(server, "ServerWideOffline") !== "Active";
  return isOffline ? "Inactive" : "Active";
}

function detailsOf(task: Task, server: DirectoryObject, component: string): Value {
  const items = saidOf(server)
    .filter((each) => each.component === component)
    .map((each) => {
      const details = new RequesterDetails();
      details.setField("Requester", each.requester);
      details.setField("State", serviceState(each.state));
      details.setField("Timestamp", localTime(task.cmdlet.context, each.time));
      details.setField("Component", each.component);
      return details;
    });
  return new PSList(typeNamed("System.Collections.ArrayList"), items);
}

/** The component that a parameter names, as Exchange spells it. */
function componentNamed(task: Task): string {
  const wanted = task.text("Component") ?? "";
  const found = componentsOf(task.info.release).find((each) => each.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) throw task.failure(messages.unknownComponent, [wanted]);
  return found;
}

const serverOf = (task: Task): DirectoryObject =>
  task.resolve("Identity", serverQuery, (identity) => task.notFound(identity));

function show(task: Task, server: DirectoryObject, component: string): void {
  const fqdn = getProperty(schema, server, "Fqdn");
  const values = new Map<string, Value>([
    ["ServerFqdn", typeof fqdn === "string" ? fqdn : server.name],
    ["Component", component],
    ["State", serviceState(componentStateOf(server, component))],
    ["ServerWideOfflineIsOffline", componentStateOf(server, "ServerWideOffline") !== "Active"],
    ["States", detailsOf(task, server, component)],
  ]);
  task.cmdlet.writeObject(serverComponentState.present({ ...task.source(server), live: values }));
}

function set(task: Task): void {
  const server = serverOf(task);
  const component = componentNamed(task);
  const asked = task.text("Requester") ?? "";
  const requester = requesters.find((each) => each.toLowerCase() === asked.toLowerCase());
  if (requester === undefined) throw task.failure(messages.unknownRequester, [asked]);
  const state = task.text("State") ?? "Active";
  task.requireWrite(server);
  if (!task.shouldProcess(setting.text(component, server.name))) return;
  const others = saidOf(server).filter((each) => each.component !== component || each.requester !== requester);
  const said: Said = { kind: "componentState", component, requester, state, time: task.topology.clock };
  const result = updateObject(schema, task.topology, server.guid, {
    properties: { ComponentStates: [...others, said].map((each) => ({ ...each })) },
  });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

export const serverComponentStateVerbs: NounVerbs = {
  Get: {
    taskClass: "SystemConfigurationTasks.GetServerComponentState",
    emulated: ["Identity", "Component"],
    accepted: [],
    process: (task) => {
      const server = serverOf(task);
      const components = task.has("Component") ? [componentNamed(task)] : componentsOf(task.info.release);
      for (const component of components) show(task, server, component);
    },
  },
  Set: {
    taskClass: "SystemConfigurationTasks.SetServerComponentState",
    emulated: ["Identity", "Component", "Requester", "State"],
    // What the directory says and what the server itself says are the same here.
    accepted: ["LocalOnly", "RemoteOnly", "TimeoutInSeconds"],
    process: set,
  },
};
