import type { DirectoryObject } from "../../topology/index.js";
import { type Noun, type NounVerbs, variantOf } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { casTransaction, runTransaction, type Scenario, type Transaction } from "./cas-transaction.js";
import { connectionsOf } from "./connections.js";
import {
  accessServers,
  credentialUser,
  localServer,
  serversIn,
  siteOf,
  siteOfMailbox,
  type TestUser,
  testAccessServers,
  usersFor,
} from "./test-users.js";
import { directoriesOn, partsOfUrl, urlOf } from "./virtual-directories.js";

/**
 * The tests of web services: they open the URL of a virtual directory of the Client Access server, whoever answers there,
 * and log on as a test user. Names of the scenarios: the reference (Test-ActiveSyncConnectivity, Test-EcpConnectivity,
 * Test-PowerShellConnectivity); those of Web Services: a book on Exchange 2007; descriptions from memory.
 */

interface WebTest {
  readonly noun: string;
  /** The class of the virtual directories. */
  readonly directory: string;
  readonly scenarios: readonly Scenario[];
  /** With -LightMode, where it does something. */
  readonly lightScenarios?: readonly Scenario[];
}

const step = (name: string, description: string): Scenario => ({ name, description });

const activeSync: WebTest = {
  noun: "ActiveSyncConnectivity",
  directory: "ActiveSyncVirtualDirectory",
  scenarios: [
    step("Options", "Issue an HTTP OPTIONS command to retrieve the Exchange ActiveSync protocol version."),
    step("FolderSync", "Issue a FolderSync command to retrieve the folder hierarchy."),
    step("First Sync", "Initialize the sync partnership for the test folder."),
    step("GetItemEstimate", "Issue a GetItemEstimate command to retrieve the number of items waiting to sync."),
    step("Sync Data", "Sync all existing data in the test folder."),
    step("Ping", "Issue a DirectPush Ping command for the test folder."),
    step("Sync Test Item", "Sync Test Item"),
  ],
};

const logon = step("Logon", "Sign in to the service and verify the response page.");

const outlookWebApp: WebTest = { noun: "OwaConnectivity", directory: "OwaVirtualDirectory", scenarios: [logon] };
const controlPanel: WebTest = { noun: "EcpConnectivity", directory: "EcpVirtualDirectory", scenarios: [logon] };
const remoteShell: WebTest = {
  noun: "PowerShellConnectivity",
  directory: "PowerShellVirtualDirectory",
  scenarios: [step("Logon User", "Logon user by using Windows Remote Management.")],
};
const webServices: WebTest = {
  noun: "WebServicesConnectivity",
  directory: "WebServicesVirtualDirectory",
  scenarios: ["GetFolder", "SyncFolderItems", "CreateItem", "SyncFolderItems", "DeleteItem", "SyncFolderItems"].map(
    (name) => step(name, name),
  ),
  lightScenarios: [step("ConvertId", "ConvertId")],
};

const common = (task: Task, { scenarios, lightScenarios }: WebTest) => ({
  scenarios: task.isOn("LightMode") ? (lightScenarios ?? scenarios) : scenarios,
  trustsAny: task.isOn("TrustAnySSLCertificate"),
});

/** A test of a URL, or what keeps it from being one. */
function transactionFor(
  task: Task,
  test: WebTest,
  server: DirectoryObject,
  user: TestUser,
  url: string | null,
): Transaction {
  const parts = url === null ? null : partsOfUrl(url);
  const about = { ...common(task, test), server, user };
  if (url === null || parts === null) {
    return { ...about, host: "", protocol: "HTTPS", obstacle: "The virtual directory doesn't have a URL to test." };
  }
  const { host, isSecure } = parts;
  const isPlain = !isSecure && test !== remoteShell && !task.isOn("AllowUnsecureAccess");
  return {
    ...about,
    host,
    url,
    protocol: isSecure ? "HTTPS" : "HTTP",
    ...(isPlain ? { obstacle: "The URL isn't secure. Use AllowUnsecureAccess to test it all the same." } : {}),
  };
}

/** The virtual directories to test on a server: the one of -VirtualDirectoryName, or all. */
function directories(task: Task, { directory }: WebTest, server: DirectoryObject): readonly DirectoryObject[] {
  const all = directoriesOn(task, server, directory);
  const wanted = task.text("VirtualDirectoryName")?.toLowerCase();
  return wanted === undefined
    ? all
    : all.filter(({ name }) => name.toLowerCase() === wanted || name.toLowerCase().startsWith(`${wanted} (`));
}

/** By -URL, or by the virtual directories of Client Access servers. */
const testing =
  (test: WebTest) =>
  (task: Task): void => {
    const given = task.text("URL") ?? task.text("ConnectionUri");
    if (given !== null) {
      testUrl(task, test, given);
      return;
    }
    if (task.isOn("UseAutodiscoverForClientAccessServer")) {
      testWhereAutodiscoverLeads(task, test);
      return;
    }
    const isExternal = task.text("TestType") === "External";
    testAccessServers(task, (server, user) => {
      for (const directory of directories(task, test, server)) {
        const url = urlOf(directory, isExternal ? "ExternalUrl" : "InternalUrl");
        const transaction = transactionFor(task, test, server, user, url);
        runTransaction(task, {
          ...transaction,
          directory: directory.name,
          urlType: isExternal ? "External" : "Internal",
        });
      }
    });
  };

/** The server is the one that Autodiscover finds for the user: that of the mailbox's site. */
function testWhereAutodiscoverLeads(task: Task, test: WebTest): void {
  const local = localServer(task);
  const user = credentialUser(task) ?? usersFor(task, siteOf(local))[0];
  if (user === undefined) return;
  const found = connectionsOf(task.cmdlet.context).autodiscover(local, user.user);
  const [server] = serversIn(task, siteOfMailbox(task, user.user), "ClientAccess");
  if (found === null || server === undefined) {
    const about = { ...common(task, test), server: server ?? local, user };
    runTransaction(task, { ...about, host: "", protocol: "HTTPS", obstacle: noAutodiscover });
    return;
  }
  for (const directory of directories(task, test, server)) {
    const transaction = transactionFor(task, test, server, user, urlOf(directory, "InternalUrl"));
    runTransaction(task, { ...transaction, directory: directory.name, urlType: "Internal" });
  }
}

const noAutodiscover = "The Autodiscover service couldn't be contacted.";

function testUrl(task: Task, test: WebTest, url: string): void {
  const [server] = accessServers(task);
  if (server === undefined) return;
  const user = credentialUser(task) ?? usersFor(task, siteOf(server))[0];
  if (user !== undefined) runTransaction(task, transactionFor(task, test, server, user, url));
}

const usual = ["ClientAccessServer", "MailboxServer", "TrustAnySSLCertificate"];
/** Nothing is slow here, passwords are not asked for, and no monitoring listens. */
const usualAccepted = ["LightMode", "MonitoringContext", "ResetTestAccountCredentials", "Timeout"];

const defaultSets = new Map([
  [activeSync, "Default"],
  [controlPanel, "Default"],
  [webServices, "ClientAccessServer"],
]);

const verbs = (test: WebTest, emulated: readonly string[], accepted: readonly string[]): NounVerbs => ({
  Test: {
    taskClass: `Microsoft.Exchange.Monitoring.Test${test.noun}`,
    emulated: [...usual, ...emulated],
    accepted,
    // Two parameters of one set cannot have the same position, as the reference has it of two of the tests.
    ...(test === activeSync ? { named: ["URL"] } : test === webServices ? { named: ["Identity"] } : {}),
    // Its sets are not told apart by what is mandatory in the reference: both with an Autodiscover server demand one.
    ...(test === webServices ? { optionalIn: { AutoDiscoverServer: { sets: ["ClientAccessServer"] } } } : {}),
    defaultParameterSet: defaultSets.get(test) ?? "Identity",
    process: testing(test),
  },
});

const variant = ({ noun }: WebTest): Noun => variantOf(casTransaction, { noun, views: [] });

export const activeSyncConnectivity = casTransaction;
export const activeSyncConnectivityVerbs = verbs(
  activeSync,
  ["URL", "MailboxCredential", "AllowUnsecureAccess", "UseAutodiscoverForClientAccessServer"],
  [...usualAccepted, "MonitoringInstance"],
);
export const owaConnectivity = variant(outlookWebApp);
export const owaConnectivityVerbs = verbs(
  outlookWebApp,
  ["URL", "MailboxCredential", "AllowUnsecureAccess", "TestType", "VirtualDirectoryName"],
  [...usualAccepted, "RSTEndpoint"],
);
export const ecpConnectivity = variant(controlPanel);
export const ecpConnectivityVerbs = verbs(
  controlPanel,
  ["TestType", "VirtualDirectoryName"],
  [...usualAccepted, "RSTEndpoint"],
);
export const powerShellConnectivity = variant(remoteShell);
export const powerShellConnectivityVerbs = verbs(
  remoteShell,
  ["ConnectionUri", "TestCredential", "TestType", "VirtualDirectoryName"],
  ["MonitoringContext", "ResetTestAccountCredentials", "Authentication"],
);
export const webServicesConnectivity = variant(webServices);
export const webServicesConnectivityVerbs = verbs(
  webServices,
  [
    "Identity",
    "AutoDiscoverServer",
    "MailboxCredential",
    "AllowUnsecureAccess",
    "LightMode",
    "UseAutodiscoverForClientAccessServer",
  ],
  usualAccepted.filter((name) => name !== "LightMode"),
);
