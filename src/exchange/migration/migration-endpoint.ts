import { getProperty, isReference, listObjects, type NewObject } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import { PSCredential } from "../../values/types/security-types.js";
import { connectionsOf } from "../connectivity/connections.js";
import { localServer } from "../connectivity/test-users.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { live } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { computed, count, fixed, text } from "../properties/property.js";
import { schema } from "../schema.js";
import { batchClass, endpointClass } from "./migration-state.js";

const management = "Microsoft.Exchange.Data.Storage.Management";
const typeName = `${management}.MigrationEndpoint`;
const testType = "Microsoft.Exchange.Management.Migration.TestMigrationServerAvailabilityOutcome";

/** Where mailboxes come from or go to outside the organization. Names documented, order and view from memory. */
export const migrationEndpoint = defineNoun({
  noun: "MigrationEndpoint",
  called: "migration endpoint",
  class: {
    name: endpointClass,
    objectClass: ["top"],
    objectCategory: "Migration-Endpoint",
    container: { below: "organization", path: ["CN=Migration", "CN=Endpoints"] },
  },
  tasks: "Migration.MigrationService.Endpoint",
  identity: { classes: [endpointClass] },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Identity", `${management}.MigrationEndpointId`, ({ object }) => object.name),
    text("EndpointType", { parameter: null }),
    count("MaxConcurrentMigrations", { default: usualMigrations }),
    count("MaxConcurrentIncrementalSyncs", { default: usualSyncs }),
    fixed("ActiveMigrationCount", "System.Nullable[int]", () => 0),
    fixed("ActiveIncrementalSyncCount", "System.Nullable[int]", () => 0),
    text("RemoteServer"),
    text("Username", { parameter: null }),
    text("EmailAddress"),
    computed("Guid", "guid", ({ object }) => new Guid(object.guid)),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity" },
        { property: "EndpointType", alignment: "left" },
        { property: "RemoteServer" },
      ],
    },
  ],
});

/** How many at a time where nothing is said (documented: 20 and 10). */
const usualMigrations = 20;
const usualSyncs = 10;

const messages = {
  unreachable: message({
    text: (server: string) => `The connection to the server '${server}' could not be completed.`,
    exception: "Microsoft.Exchange.Migration.MigrationServerConnectionFailedException",
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of the service",
  }),
  inUse: message({
    text: (endpoint: string, batch: string) =>
      `The migration endpoint "${endpoint}" can't be removed: the migration batch "${batch}" uses it.`,
    exception: "Microsoft.Exchange.Migration.MigrationPermanentException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

/** The server that is asked, by name or, of somebody's address, as Autodiscover would be looked for. */
function serverGiven(task: Task): string {
  const named = task.text("RemoteServer");
  if (named !== null) return named;
  const address = task.text("EmailAddress") ?? "";
  return `autodiscover.${address.slice(address.indexOf("@") + 1)}`;
}

/** Why a server can't be had; `null`: it answers. No server of another organization ever has mailboxes to give. */
function unreachable(task: Task, server: string): string | null {
  const contact = connectionsOf(task.cmdlet.context).connect(localServer(task), server, "HTTPS");
  return contact.ok && contact.certificate === "Valid" ? null : messages.unreachable.text(server);
}

const types = [
  ["ExchangeRemoteMove", "ExchangeRemoteMove"],
  ["PSTImport", "PSTImport"],
  ["PublicFolderToUnifiedGroup", "PublicFolder"],
  ["Compliance", "Compliance"],
] as const;

function make(task: Task): NewObject {
  const server = serverGiven(task);
  if (!task.isOn("SkipVerification") && unreachable(task, server) !== null)
    throw task.failure(messages.unreachable, [server]);
  const type = types.find(([parameter]) => task.isOn(parameter))?.[1] ?? "ExchangeOutlookAnywhere";
  return {
    class: endpointClass,
    name: task.text("Name") ?? "",
    properties: { EndpointType: type, RemoteServer: server, Username: userGiven(task) },
  };
}

const userGiven = (task: Task): string | null => {
  const credential = task.value("Credentials");
  return credential instanceof PSCredential ? credential.userName : null;
};

export const migrationEndpointVerbs: NounVerbs = {
  Get: getVerb(migrationEndpoint, {
    defaultParameterSet: "Identity",
    filters: {
      Type: (task) => {
        const wanted = (task.text("Type") ?? "").toLowerCase();
        return { keep: (each) => String(getProperty(schema, each, "EndpointType")).toLowerCase() === wanted };
      },
    },
    // Settings as an object, which only the console of the web hands over.
    accepted: ["ConnectionSettings", "Diagnostic", "DiagnosticArgument"],
  }),
  New: newVerb(migrationEndpoint, {
    defaultParameterSet: "ExchangeRemoteMove",
    emulated: [...types.map(([parameter]) => parameter), "Autodiscover", "Credentials", "SkipVerification"],
    accepted: ["AcceptUntrustedCertificates"],
    make,
  }),
  Set: setVerb(migrationEndpoint, {
    emulated: ["SkipVerification"],
    setters: { Credentials: (task) => ({ properties: { Username: userGiven(task) } }) },
    check: (task) => {
      const server = task.text("RemoteServer");
      if (server !== null && !task.isOn("SkipVerification") && unreachable(task, server) !== null)
        throw task.failure(messages.unreachable, [server]);
    },
  }),
  Remove: removeVerb(migrationEndpoint, {
    check: (task, endpoint) => {
      const user = listObjects(task.topology, batchClass).find((batch) => {
        const link = getProperty(schema, batch, "SourceEndpoint");
        return isReference(link) && link.guid === endpoint.guid;
      });
      if (user !== undefined) throw task.failure(messages.inUse, [endpoint.name, user.name]);
    },
  }),
};

/** Test-MigrationServerAvailability: whether another organization answers. Names documented. */
export const migrationServerAvailability = defineNoun({
  noun: "MigrationServerAvailability",
  tasks: "Migration",
  typeNames: [testType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Result", "Microsoft.Exchange.Management.Migration.TestMigrationServerAvailabilityResult", live("Result")),
    computed("Message", "string", live("Message")),
    fixed("ConnectionSettings", "Microsoft.Exchange.Migration.ExchangeConnectionSettings", () => null),
    fixed("SupportsCutover", "bool", () => false),
    computed("ErrorDetail", "string", live("ErrorDetail")),
    fixed("Identity", "string", () => ""),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [],
});

export const migrationServerAvailabilityVerbs: NounVerbs = {
  Test: {
    taskClass: taskClassOf(migrationServerAvailability, "Test"),
    emulated: ["RemoteServer", "EmailAddress", "Endpoint", "Autodiscover", ...types.map(([parameter]) => parameter)],
    // Nobody is logged on to: the server is asked whether it answers.
    accepted: ["Credentials", "FilePath"],
    optional: ["Autodiscover", "Credentials"],
    defaultParameterSet: "ExchangeRemoteMove",
    process: (task) => {
      const endpoint = task.has("Endpoint")
        ? task.resolve("Endpoint", migrationEndpoint.identity, (identity) => task.parameterNotFound(identity))
        : null;
      const server =
        endpoint === null ? serverGiven(task) : String(getProperty(schema, endpoint, "RemoteServer") ?? "");
      const failed = unreachable(task, server);
      const subject = endpoint ?? localServer(task);
      task.cmdlet.writeObject(
        migrationServerAvailability.present({
          ...task.source(subject),
          live: new Map([
            ["Result", failed === null ? "Success" : "Failed"],
            ["Message", failed ?? ""],
            ["ErrorDetail", failed ?? ""],
          ]),
        }),
      );
    },
  },
};
