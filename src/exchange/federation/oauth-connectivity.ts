import { type DirectoryObject, listObjects } from "../../topology/index.js";
import { DateTime, ticksPerSecond } from "../../values/date-time.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { connectionsOf } from "../connectivity/connections.js";
import { objectStateOf } from "../noun/common-properties.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";

const typeName = "Microsoft.Exchange.Security.OAuth.ValidationResultNode";
const resultType = enumeration("Microsoft.Exchange.Security.OAuth.ResultType", ["Success", "Warning", "Error"]);

/**
 * Whether a service of another organization takes this one's token (2013 and later). List: captured in 2016
 * (test-oauthconnectivity.1, .2); the view is from memory.
 */
export const oauthConnectivity = defineNoun({
  noun: "OAuthConnectivity",
  identity: mailbox.identity,
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    computed("Task", "string", live("Task")),
    computed("Detail", "string", live("Detail")),
    computed("ResultType", resultType.fullName, live("ResultType")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => writtenId(`${typeName}Id`)),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Task", width: 34 },
        { property: "Detail", width: 50 },
        { property: "ResultType", alignment: "left" },
      ],
    },
  ],
});

/** What a test of each service is called: EWS is captured, the others are from memory. */
const tasks: Readonly<Record<string, string>> = {
  ews: "Checking EWS API Call Under Oauth",
  autod: "Checking Autodiscover API Call Under Oauth",
  generic: "Checking Generic API Call Under Oauth",
};

const ticksPerMinute = 60n * ticksPerSecond;
const httpsPort = 443;

/**
 * What was done, line by line (test-oauthconnectivity.2). No configuration was ever loaded here, so that its time is the
 * first of all; the requests are numbered by the source of GUIDs.
 */
function detailOf(task: Task, exception: string | null): string {
  const { context } = task.cmdlet;
  const never = netText(context, new DateTime(0n, "Utc"));
  return [
    `The configuration was last successfully loaded at ${never} UTC. This was ${task.topology.clock / ticksPerMinute} minutes ago.`,
    ...(task.isOn("UseCachedToken")
      ? []
      : ['The token cache is being cleared because "use cached token" was set to false.']),
    "Exchange Outbound Oauth Log:",
    `Client request ID: ${context.newGuid()}`,
    "",
    "Exchange Response Details:",
    `HTTP response message: ${exception === null ? "OK" : ""}`,
    ...(exception === null ? [] : ["Exception:", `System.Net.WebException: ${exception}`]),
    "",
  ].join("\n");
}

/** Why the service does not answer; `null` when it does. */
function failureOf(task: Task, from: DirectoryObject): string | null {
  const address = task.text("TargetUri") ?? "";
  const [, host = address] = /^https?:\/\/([^/:]+)/i.exec(address) ?? [];
  const contact = connectionsOf(task.cmdlet.context).connect(from, host, "HTTPS");
  if (contact.ok) return null;
  return contact.failure === "NameNotResolved"
    ? `The remote name could not be resolved: '${host}'`
    : `Unable to connect to the remote server ---> System.Net.Sockets.SocketException: ${contact.address}:${httpsPort}`;
}

function test(task: Task): void {
  const [from] = listObjects(task.topology, "ExchangeServer");
  if (from === undefined) return;
  const user = task.has("Mailbox")
    ? task.resolve("Mailbox", mailbox.identity, (identity) => task.parameterNotFound(identity))
    : from;
  const exception = failureOf(task, from);
  const values: Readonly<Record<string, Value>> = {
    Task: tasks[(task.text("Service") ?? "").toLowerCase()] ?? "",
    Detail: detailOf(task, exception),
    ResultType: resultType(exception === null ? "Success" : "Error"),
  };
  writeRow(task, oauthConnectivity, user, values);
}

export const oauthConnectivityVerbs: NounVerbs = {
  Test: {
    taskClass: "SystemConfigurationTasks.TestOAuthConnectivity",
    emulated: ["Service", "TargetUri", "Mailbox", "UseCachedToken"],
    // Whoever answers takes every token, and no configuration is loaded.
    accepted: ["AppOnly", "ReloadConfig"],
    process: test,
  },
};
