import { type DirectoryObject, findByIndex } from "../../topology/index.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { isUp } from "../databases/database-status.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type NounView } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { unexpectedError } from "../noun/unexpected-error.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { runs } from "../servers/running-services.js";
import { enumeration } from "../types/enumeration.js";
import { localServer } from "./test-users.js";

// What the type is called is not known.
const typeName = "Microsoft.Exchange.Monitoring.ProbeOutcome";
const resultType = enumeration("Microsoft.Exchange.Monitoring.ProbeResult", ["Succeeded", "Failed"]);

/** What a probe of Managed Availability came to that was run by hand (2013 and later). */
const outcome = defineNoun({
  noun: "OutlookConnectivityProbe",
  identity: serverQuery,
  typeNames: [typeName],
  properties: () => [
    computed("MonitorIdentity", "string", live("MonitorIdentity")),
    computed("StartTime", "datetime", live("StartTime")),
    computed("EndTime", "datetime", live("EndTime")),
    computed("Result", resultType.fullName, live("Result")),
    computed("Error", "string", live("Error")),
    computed("Exception", "string", live("Exception")),
  ],
  views: [],
});

/** Its view: test-outlookconnectivity.2 (2016). */
export const probeView: NounView = {
  kind: "table",
  name: typeName,
  typeNames: [typeName],
  since: "2013",
  columns: [
    { property: "MonitorIdentity", width: 56 },
    { property: "StartTime", width: 22, alignment: "left" },
    { property: "EndTime", width: 22, alignment: "left" },
    { property: "Result", width: 11, alignment: "left" },
    { property: "Error", width: 9 },
    { property: "Exception" },
  ],
};

/** Health sets whose probes connect as Outlook does, and how their probes' names begin (documented). */
const families: Readonly<
  Record<string, { readonly set: string; readonly touchPoint: string; readonly service: string }>
> = {
  OutlookRpc: { set: "Outlook.Protocol", touchPoint: "Outlook", service: "MSExchangeRPC" },
  OutlookMapiHttp: { set: "OutlookMapiHttp.Protocol", touchPoint: "OutlookMapiHttp", service: "W3SVC" },
};
const kinds = ["SelfTestProbe", "DeepTestProbe", "CtpProbe"] as const;

const messages = {
  unknownProbe: message({
    text: () => "Sequence contains no elements",
    exception: "System.InvalidOperationException",
    id: "System.InvalidOperationException",
    taskClass: "Microsoft.Exchange.Management.Tasks.TestOutlookConnectivity",
    category: "NotSpecified",
    certainty: "captured",
    evidence:
      "facts/captures.jsonl, test-outlookconnectivity.1; that it is said of a probe that isn't there is derived",
  }),
} as const;

interface Probe {
  readonly identity: string;
  readonly kind: (typeof kinds)[number];
  readonly service: string;
}

/** `OutlookMapiHttpSelfTestProbe`, also behind its health set: `OutlookMapiHttp.Protocol\OutlookMapiHttpSelfTestProbe`. */
function probeNamed(task: Task): Probe {
  const typed = task.text("ProbeIdentity") ?? "";
  const wanted = typed.slice(typed.lastIndexOf("\\") + 1).toLowerCase();
  for (const [prefix, { set, touchPoint, service }] of Object.entries(families)) {
    for (const kind of kinds) {
      if (`${prefix}${kind}`.toLowerCase() !== wanted) continue;
      return { identity: `${kind === "CtpProbe" ? touchPoint : set}\\${prefix}${kind}`, kind, service };
    }
  }
  throw unexpectedError(task, messages.unknownProbe);
}

/** A probe gives itself so long (test-outlookconnectivity.2). */
const lasting = 10n * ticksPerSecond;

/** Runs one probe: what the server itself answers, and for all but the self test a database that is there. */
export function runProbe(task: Task): void {
  const probe = probeNamed(task);
  const server = task.has("RunFromServerId") ? resolveServer(task, "RunFromServerId") : localServer(task);
  if (task.has("MailboxId")) task.resolve("MailboxId", mailbox.identity, (identity) => task.notFound(identity));
  const error = failureOn(task, server, probe);
  const { context } = task.cmdlet;
  const { clock } = task.topology;
  const values: Readonly<Record<string, Value>> = {
    MonitorIdentity: probe.identity,
    StartTime: localTime(context, clock),
    EndTime: localTime(context, clock + lasting),
    Result: resultType(error === null ? "Succeeded" : "Failed"),
    Error: error ?? "",
    Exception: "",
  };
  writeRow(task, outcome, server, values);
}

function failureOn(task: Task, server: DirectoryObject, { kind, service }: Probe): string | null {
  if (!runs(task.topology, server, service)) return `The service ${service} doesn't run.`;
  const databases = findByIndex(task.topology, "MailboxDatabase", "server", server.guid);
  const isServed = kind === "SelfTestProbe" || databases.some((database) => isUp(task.topology, database));
  return isServed ? null : "No mailbox database is mounted on the server.";
}
