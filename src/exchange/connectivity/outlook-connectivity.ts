import { notEmulated } from "../../runtime/errors.js";
import { type DirectoryObject, findByIndex, getProperty } from "../../topology/index.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { accessServerFor } from "../databases/access-server.js";
import { linked } from "../databases/copies.js";
import { isUp } from "../databases/database-status.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer } from "../servers/resolve-server.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { millisecondsText, portOf, stepTicks, transactionResult } from "./cas-transaction.js";
import { connectionsOf, type Protocol } from "./connections.js";
import { certificateFailure, connectionFailure, socketFailure, unavailable } from "./failures.js";
import { probeView, runProbe } from "./outlook-probe.js";
import { localServer, siteOf, testUserOn } from "./test-users.js";
import { directoriesOn, partsOfUrl, urlOf } from "./virtual-directories.js";

const typeName = "Microsoft.Exchange.Monitoring.OutlookConnectivityOutcome";
const text = (name: string) => computed(name, "string", live(name));

/** What one step of a test came to that connects as Outlook does. Names of the steps, view and list are from memory. */
export const outlookConnectivity = defineNoun({
  noun: "OutlookConnectivity",
  identity: mailbox.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    text("ClientAccessServer"),
    text("ServiceEndpoint"),
    text("Scenario"),
    text("ScenarioDescription"),
    computed("Result", transactionResult.fullName, live("Result")),
    computed("Latency", enhancedTimeSpanName, live("Latency")),
    text("LatencyInMillisecondsString"),
    text("Error"),
    text("UserName"),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    probeView,
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "ClientAccessServer", width: 20 },
        { property: "ServiceEndpoint", width: 40 },
        { property: "Scenario", width: 35 },
        { property: "Result", width: 7 },
        { property: "LatencyInMillisecondsString", label: "Latency\n(MS)", width: 7, alignment: "right" },
      ],
    },
  ],
});

const steps = {
  autodiscover: "Autodiscover: Web service request.",
  proxy: "RpcProxy::VerifyRpcProxy.",
  referral: "RFRI::GetReferral.",
  details: "NSPI::GetProfileDetails.",
  connect: "Mailbox::Connect.",
  logon: "Mailbox::Logon.",
  webServices: "Exchange Web Services: request.",
} as const;

/** What is tested: by Autodiscover's settings, or by what the parameters say. */
interface Plan {
  readonly usesAutodiscover: boolean;
  /** Null: what Autodiscover says. */
  readonly server: string | null;
  /** False: not by HTTPS. Null: the proxy that Autodiscover names. */
  readonly proxy: string | null | false;
}

const noAnswer = "The Autodiscover service couldn't be contacted.";

/** One run of the steps; after the first that fails nothing more is tried. */
class Run {
  private isOver = false;

  constructor(
    private readonly task: Task,
    private readonly user: DirectoryObject,
  ) {}

  /** @param failure `null` when the step goes well */
  step(scenario: string, endpoint: string, failure: () => string | null): void {
    if (this.isOver) return;
    const error = failure();
    this.isOver = error !== null;
    const values: Readonly<Record<string, Value>> = {
      ClientAccessServer: fqdnOf(localServer(this.task)),
      ServiceEndpoint: endpoint,
      Scenario: scenario,
      ScenarioDescription: scenario,
      Result: transactionResult(error === null ? "Success" : "Failure"),
      Latency: new EnhancedTimeSpan(error === null ? stepTicks : 0n),
      LatencyInMillisecondsString: error === null ? millisecondsText(stepTicks) : "",
      Error: error ?? "",
      UserName: this.user.name,
    };
    writeRow(this.task, outlookConnectivity, this.user, values);
  }
}

/** Why a name does not answer; `null` when it does. */
function unreachable(task: Task, name: string, by: Protocol): string | null {
  const contact = connectionsOf(task.cmdlet.context).connect(localServer(task), name, by);
  if (!contact.ok) {
    return by === "HTTPS"
      ? connectionFailure(contact, name, portOf(by))
      : socketFailure(contact.failure, contact.address, portOf(by));
  }
  return contact.certificate === "Valid" || task.isOn("TrustAnySslCert") ? null : certificateFailure;
}

/** Of the mailbox, or with -Archive of its archive. */
function mailboxFailure(task: Task, user: DirectoryObject): string | null {
  const database = linked(
    task.topology,
    getProperty(schema, user, task.isOn("Archive") ? "ArchiveDatabase" : "Database"),
  );
  return database !== null && isUp(task.topology, database) ? null : unavailable;
}

function run(task: Task, user: DirectoryObject, { usesAutodiscover, server, proxy }: Plan): void {
  const rows = new Run(task, user);
  const found = usesAutodiscover ? connectionsOf(task.cmdlet.context).autodiscover(localServer(task), user) : null;
  if (usesAutodiscover) {
    rows.step(steps.autodiscover, found?.at ?? "", () =>
      found === null ? noAnswer : unreachable(task, found.at, "HTTPS"),
    );
  }
  const endpoint = server ?? found?.server ?? "";
  const through = proxy ?? found?.proxy ?? "";
  if (through !== false) {
    const isOff = "Outlook Anywhere is not enabled for the mailbox.";
    rows.step(steps.proxy, through, () => (through === "" ? isOff : unreachable(task, through, "HTTPS")));
  }
  // Behind a proxy it is the proxy's server that serves RPC, whatever the name says.
  rows.step(steps.referral, endpoint, () => (through === false ? unreachable(task, endpoint, "RPC") : null));
  rows.step(steps.details, endpoint, () => null);
  rows.step(steps.connect, endpoint, () => null);
  rows.step(steps.logon, endpoint, () => mailboxFailure(task, user));
}

/** -WSTestType: the web services of the local server, by their URL for inside or outside. */
function runWebServices(task: Task, user: DirectoryObject): void {
  const rows = new Run(task, user);
  const local = localServer(task);
  if (task.isOn("GetDefaultsFromAutodiscover")) {
    const found = connectionsOf(task.cmdlet.context).autodiscover(local, user);
    rows.step(steps.autodiscover, found?.at ?? "", () =>
      found === null ? noAnswer : unreachable(task, found.at, "HTTPS"),
    );
  }
  const [directory] = directoriesOn(task, local, "WebServicesVirtualDirectory");
  const side = word(task, "WSTestType") === "External" ? "ExternalUrl" : "InternalUrl";
  const url = directory === undefined ? null : urlOf(directory, side);
  const host = url === null ? null : (partsOfUrl(url)?.host ?? null);
  rows.step(steps.webServices, url ?? "", () =>
    host === null ? "The virtual directory doesn't have a URL to test." : unreachable(task, host, "HTTPS"),
  );
  rows.step(steps.logon, url ?? "", () => mailboxFailure(task, user));
}

/** Whose mailbox is tested: that of -Identity, or the test user's of the local site. */
function userOf(task: Task): DirectoryObject | null {
  if (task.has("Identity")) {
    return task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  }
  return testUserOn(task, localServer(task))?.user ?? null;
}

const word = (task: Task, parameter: string): string => netText(task.cmdlet.context, task.value(parameter));

/** The server of -RpcTestType: the local one, or the array of its site. */
function endpointOf(task: Task): string {
  const local = localServer(task);
  if (task.has("RpcClientAccessServer")) {
    return fqdnOf(resolveServer(task, "RpcClientAccessServer", "ClientAccess"));
  }
  if (word(task, "RpcTestType") === "Server") return fqdnOf(local);
  const [array] = findByIndex(task.topology, "ClientAccessArray", "site", siteOf(local) ?? "");
  const fqdn = array === undefined ? null : getProperty(schema, array, "Fqdn");
  return typeof fqdn === "string" ? fqdn : (accessServerFor(task.topology, local) ?? fqdnOf(local));
}

/** The proxy of -RpcProxyTestType: the local server, or the external name of Outlook Anywhere on it. */
function proxyOf(task: Task): string | false {
  if (!task.has("RpcProxyTestType")) return false;
  const local = localServer(task);
  if (word(task, "RpcProxyTestType") === "Internal") return fqdnOf(local).toLowerCase();
  const [directory] = directoriesOn(task, local, "RpcHttpVirtualDirectory");
  const name = directory === undefined ? null : getProperty(schema, directory, "ExternalHostname");
  return typeof name === "string" ? name : "";
}

function planOf(task: Task): Plan {
  if (task.has("Protocol")) {
    const protocol = (task.text("Protocol") ?? "").toUpperCase();
    if (protocol !== "HTTP" && protocol !== "TCP") {
      throw notEmulated(`the protocol ${protocol} of Test-OutlookConnectivity`, "HTTP and TCP are emulated.");
    }
    return { usesAutodiscover: true, server: null, proxy: protocol === "TCP" ? false : null };
  }
  if (task.has("RpcTestType")) return { usesAutodiscover: false, server: endpointOf(task), proxy: proxyOf(task) };
  const isGiven = task.has("RpcClientAccessServer");
  const server = isGiven ? fqdnOf(resolveServer(task, "RpcClientAccessServer", "ClientAccess")) : null;
  const proxy = task.has("RpcProxyServer") ? fqdnOf(resolveServer(task, "RpcProxyServer")).toLowerCase() : null;
  return { usesAutodiscover: task.isOn("GetDefaultsFromAutodiscover"), server, proxy };
}

export const outlookConnectivityVerbs: NounVerbs = {
  Test: {
    taskClass: "Microsoft.Exchange.Monitoring.TestOutlookConnectivity",
    emulated: [
      "Identity",
      "Protocol",
      "GetDefaultsFromAutodiscover",
      "RpcTestType",
      "RpcClientAccessServer",
      "RpcProxyTestType",
      "RpcProxyServer",
      "TrustAnySslCert",
      "ProbeIdentity",
      "RunFromServerId",
      "MailboxId",
      "WSTestType",
      "Archive",
    ],
    // All ways of signing in work here, nothing is slow, and no monitoring listens.
    accepted: [
      "MailboxCredential",
      "MonitoringContext",
      "RpcAuthenticationType",
      "RpcProxyAuthenticationType",
      "TotalTimeoutInMinutes",
      "Credential",
      "Hostname",
      "TimeOutSeconds",
    ],
    process(task) {
      if (task.has("ProbeIdentity")) return runProbe(task);
      if (task.has("WSTestType")) {
        const user = userOf(task);
        if (user !== null) runWebServices(task, user);
        return;
      }
      const plan = planOf(task);
      const user = userOf(task);
      if (user !== null) run(task, user, plan);
    },
  },
};
