import type { DirectoryObject } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { defineNoun } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { portOf, stepTicks, transactionResult } from "./cas-transaction.js";
import { connectionsOf } from "./connections.js";
import { certificateFailure, connectionFailure } from "./failures.js";
import { localServer } from "./test-users.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.WebServicesTestOutcome";
const text = (name: string) => computed(name, "string", live(name));

/**
 * What one step of a test of web services came to, since Exchange 2013. Columns: test-outlookwebservices.1; the list is
 * from memory.
 */
export const webServicesOutcome = defineNoun({
  noun: "WebServicesOutcome",
  identity: mailbox.identity,
  typeNames: [typeName],
  properties: () => [
    text("Source"),
    text("ServiceEndpoint"),
    text("Scenario"),
    text("ScenarioDescription"),
    computed("Result", transactionResult.fullName, live("Result")),
    computed("Latency", "int", live("Latency")),
    text("Error"),
    text("Verbose"),
    fixed("MonitoringEventId", "int", () => 1),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Source", width: 35 },
        { property: "ServiceEndpoint", width: 35 },
        { property: "Scenario", width: 30 },
        { property: "Result", width: 7 },
        { property: "Latency", label: "Latency\n(MS)", width: 7, alignment: "right" },
      ],
    },
  ],
});

const ticksPerMillisecond = 10_000n;

/** Opens a host by HTTPS, and writes a row for each scenario. */
export function testWebServices(
  task: Task,
  user: DirectoryObject,
  host: string,
  scenarios: readonly string[],
  trustsAny: boolean,
): void {
  const contact = connectionsOf(task.cmdlet.context).connect(localServer(task), host, "HTTPS");
  const failure = !contact.ok
    ? connectionFailure(contact, host, portOf("HTTPS"))
    : trustsAny || contact.certificate === "Valid"
      ? null
      : certificateFailure;
  for (const [index, scenario] of scenarios.entries()) {
    const isDone = failure === null;
    const values: Readonly<Record<string, Value>> = {
      Source: fqdnOf(localServer(task)),
      ServiceEndpoint: host,
      Scenario: scenario,
      ScenarioDescription: scenario,
      Result: transactionResult(isDone ? "Success" : index === 0 ? "Failure" : "Skipped"),
      Latency: isDone ? Number(stepTicks / ticksPerMillisecond) : 0,
      Error: index === 0 ? (failure ?? "") : "",
      Verbose: "",
    };
    writeRow(task, webServicesOutcome, user, values);
  }
}
