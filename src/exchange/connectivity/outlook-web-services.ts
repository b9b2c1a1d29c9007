import type { DirectoryObject } from "../../topology/index.js";
import { getProperty } from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import type { Value } from "../../values/value.js";
import { linked } from "../databases/copies.js";
import { isUp } from "../databases/database-status.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed } from "../properties/property.js";
import { addressesIn, primaryOf } from "../recipients/addresses.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer } from "../servers/resolve-server.js";
import { enumeration } from "../types/enumeration.js";
import { portOf, stepTicks } from "./cas-transaction.js";
import { type Contact, connectionsOf } from "./connections.js";
import { connectionFailure } from "./failures.js";
import { localServer, serversIn, siteOfMailbox, testUserOn } from "./test-users.js";
import { directoriesOn, partsOfUrl, urlOf } from "./virtual-directories.js";
import { testWebServices, webServicesOutcome } from "./web-services-outcome.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.OutlookWebServicesTestResult";
const level = enumeration("Microsoft.Exchange.Management.SystemConfigurationTasks.ResultType", [
  "Information",
  "Success",
  "Warning",
  "Error",
]);

/** What a step of the test has to say, as Exchange 2007 and 2010 do it: numbers and words are from memory. */
export const outlookWebServices = defineNoun({
  noun: "OutlookWebServices",
  identity: mailbox.identity,
  typeNames: [typeName],
  properties: () => [
    computed("Id", "int", live("Id")),
    computed("Type", level.fullName, live("Type")),
    computed("Message", "string", live("Message")),
  ],
  views: [
    {
      kind: "list",
      name: typeName,
      typeNames: [typeName],
      entries: [{ items: ["RunspaceId", "Id", "Type", "Message"].map((property) => ({ property })) }],
    },
    ...webServicesOutcome.views,
  ],
});

const ticksPerMillisecond = 10_000n;
const elapsed = `The elapsed time was ${stepTicks / ticksPerMillisecond} milliseconds.`;

/** A service that Autodiscover tells of. */
interface Service {
  readonly short: "AS" | "UM";
  readonly reached: number;
  readonly failed: number;
}

const services: readonly Service[] = [
  { short: "AS", reached: 1024, failed: 1025 },
  { short: "UM", reached: 1026, failed: 1027 },
];
/** The same numbers for what is asked of a server directly. */
const direct = 100;

/** What the test says, an object for each sentence. */
class Report {
  private readonly said = new Set<string>();

  constructor(
    private readonly task: Task,
    private readonly user: DirectoryObject,
  ) {}

  say(id: number, type: "Information" | "Success" | "Error", message: string): void {
    const values: Readonly<Record<string, Value>> = { Id: id, Type: level(type), Message: message };
    writeRow(this.task, outlookWebServices, this.user, values);
  }

  /** An error that several services may run into. */
  saySoOnce(id: number, message: string): void {
    if (this.said.has(message)) return;
    this.said.add(message);
    this.say(id, "Error", message);
  }
}

/** Opens a URL; what is wrong is said once. A certificate that the server issued itself is none of it (from memory). */
function open(task: Task, report: Report, url: string): boolean {
  const parts = partsOfUrl(url);
  if (parts === null) return false;
  const contact = connectionsOf(task.cmdlet.context).connect(localServer(task), parts.host, "HTTPS");
  if (!contact.ok) {
    report.saySoOnce(1013, `When contacting ${url} received the error ${failureText(contact, parts.host)}`);
    return false;
  }
  switch (contact.certificate) {
    case "Valid":
    case "SelfSigned":
      return true;
    case "WrongName":
      report.saySoOnce(
        1104,
        `The certificate for the URL ${url} is incorrect. For SSL to work, the certificate needs to have a subject of ${parts.host}, but the subject found is ${fqdnOf(contact.server)}. Consider correcting service discovery, or installing a correct SSL certificate.`,
      );
      return true;
    case "Expired":
    case "None":
      report.saySoOnce(
        1113,
        `When contacting ${url} received the error The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.`,
      );
      return false;
  }
}

/** Without the type before it. */
const failureText = (contact: Extract<Contact, { readonly ok: false }>, host: string): string =>
  connectionFailure(contact, host, portOf("HTTPS")).replace(/^\[[^\]]+\]: /, "");

/** Each service of a server under its URL. */
function testServices(task: Task, report: Report, label: string, server: DirectoryObject, offset: number): void {
  for (const { short, reached, failed } of services) {
    const url = offset === 0 ? serviceUrl(task, server) : `https://${fqdnOf(server).toLowerCase()}/EWS/Exchange.asmx`;
    if (url === null) continue;
    const isReached = open(task, report, url);
    const verb = isReached ? "Successfully contacted" : "Error contacting";
    report.say(
      (isReached ? reached : failed) + offset,
      isReached ? "Success" : "Error",
      `[${label}] ${verb} the ${short} service at ${url}. ${isReached ? elapsed : "The elapsed time was 0 milliseconds."}`,
    );
  }
}

function serviceUrl(task: Task, server: DirectoryObject): string | null {
  const [directory] = directoriesOn(task, server, "WebServicesVirtualDirectory");
  return directory === undefined ? null : urlOf(directory, "InternalUrl");
}

/** The mailbox to test: that of -Identity, or the test user's. */
function userOf(task: Task): DirectoryObject | null {
  if (task.value("Identity") instanceof IdParameter) {
    return task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  }
  return testUserOn(task, localServer(task))?.user ?? null;
}

/** The steps since Exchange 2013 (captured: test-outlookwebservices.1, translated). */
const scenarios = [
  "AutoDiscover: Outlook Provider",
  "Exchange Web Services",
  "Availability Service",
  "Offline Address Book",
];

function test(task: Task): void {
  const user = userOf(task);
  if (user === null) return;
  const asked = serverAsked(task);
  if (task.info.release === "2010") testOneByOne(task, user, asked);
  else testWebServices(task, user, fqdnOf(asked).toLowerCase(), scenarios, task.isOn("TrustAnySSLCertificate"));
}

/** The server of -ClientAccessServer or -AutoDiscoverServer, or the local one. */
function serverAsked(task: Task): DirectoryObject {
  const parameter = ["ClientAccessServer", "AutoDiscoverServer"].find((each) => task.has(each));
  return parameter === undefined ? localServer(task) : resolveServer(task, parameter, "ClientAccess");
}

/** As Exchange 2007 and 2010 do it. */
function testOneByOne(task: Task, user: DirectoryObject, asked: DirectoryObject): void {
  const report = new Report(task, user);
  const point = getProperty(schema, asked, "AutoDiscoverServiceInternalUri");
  const uri =
    typeof point === "string" ? point : `https://${fqdnOf(asked).toLowerCase()}/Autodiscover/Autodiscover.xml`;
  report.say(
    1019,
    "Information",
    `A valid Autodiscover service connection point was found. The Autodiscover URL on this object is ${uri}.`,
  );
  const [near] = serversIn(task, siteOfMailbox(task, user), "ClientAccess");
  if (!open(task, report, uri) || near === undefined) {
    report.say(1023, "Error", "The Autodiscover service couldn't be contacted.");
  } else {
    report.say(1006, "Information", `Contacted the Autodiscover service at ${uri}.`);
    for (const [id, short] of [
      [1016, "AS"],
      [1015, "OAB"],
      [1014, "UM"],
    ] as const) {
      report.say(
        id,
        "Information",
        `[EXCH] The ${short} is configured for this user in the Autodiscover response received from ${uri}.`,
      );
    }
    report.say(1022, "Success", "Autodiscover was tested successfully.");
    testServices(task, report, "EXCH", near, 0);
  }
  testServices(task, report, "Server", asked, direct);
  testTargets(task, report);
}

/** -TargetAddress: those whose free and busy times are asked for. */
function testTargets(task: Task, report: Report): void {
  for (const identity of toItems(task.value("TargetAddress"))) {
    if (!(identity instanceof IdParameter)) continue;
    const target = task.single(task.matches(identity, mailbox.identity), identity.text, (name) => task.notFound(name));
    const address = primaryOf(addressesIn(target));
    const database = linked(task.topology, getProperty(schema, target, "Database"));
    if (database !== null && isUp(task.topology, database))
      report.say(1024, "Success", `[EXCH] The availability of ${address} was received.`);
    else report.say(1025, "Error", `[EXCH] The availability of ${address} couldn't be received: ${targetIsDown}`);
  }
}

const targetIsDown = "the mailbox is not available.";

export const outlookWebServicesVerbs: NounVerbs = {
  Test: {
    taskClass: "SystemConfigurationTasks.TestOutlookWebServices",
    emulated: ["Identity", "TargetAddress", "ClientAccessServer", "AutoDiscoverServer", "TrustAnySSLCertificate"],
    // No monitoring listens, and passwords are not asked for.
    accepted: ["MonitoringContext", "MailboxCredential"],
    defaultParameterSet: "ClientAccessServer",
    process: test,
  },
};
