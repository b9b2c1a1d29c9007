import { netText } from "../../values/text.js";
import { type Noun, type NounVerbs, variantOf } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { casTransaction, portOf, runTransaction } from "./cas-transaction.js";
import type { Protocol } from "./connections.js";
import { testAccessServers } from "./test-users.js";

/** The tests of POP3 and IMAP4. Names of the scenarios: the reference; the connection that is usual is TLS (documented). */

type ConnectionType = "Plaintext" | "Ssl" | "Tls";

interface MailTest {
  readonly noun: string;
  readonly scenario: string;
  readonly plain: Protocol;
  readonly secured: Protocol;
}

const pop: MailTest = {
  noun: "PopConnectivity",
  scenario: "Test POP3 Connectivity",
  plain: "POP3",
  secured: "POP3S",
};
const imap: MailTest = {
  noun: "ImapConnectivity",
  scenario: "Test IMAP4 Connectivity",
  plain: "IMAP4",
  secured: "IMAP4S",
};

const connectionTypes: readonly ConnectionType[] = ["Plaintext", "Ssl", "Tls"];

/** -ConnectionType; TLS begins on the plain port. */
function connectionOf(task: Task): ConnectionType {
  const given = task.has("ConnectionType") ? netText(task.cmdlet.context, task.value("ConnectionType")) : "Tls";
  return connectionTypes.find((each) => each === given) ?? "Tls";
}

const testing =
  ({ scenario, plain, secured }: MailTest) =>
  (task: Task): void => {
    const connection = connectionOf(task);
    const protocol = connection === "Ssl" ? secured : plain;
    const given = task.value("PortClientAccessServer");
    const port = typeof given === "number" && given !== 0 ? given : portOf(protocol);
    testAccessServers(task, (server, user) => {
      const isUsual = port === portOf(plain) || port === portOf(secured);
      runTransaction(task, {
        server,
        user,
        scenarios: [{ name: scenario, description: scenario }],
        host: fqdnOf(server).toLowerCase(),
        protocol,
        trustsAny: true,
        port,
        connection,
        ...(isUsual ? {} : { obstacle: `Nothing answers at port ${port}.` }),
      });
    });
  };

const verbs = (test: MailTest): NounVerbs => ({
  Test: {
    taskClass: `Microsoft.Exchange.Monitoring.Test${test.noun}`,
    emulated: ["ClientAccessServer", "MailboxServer", "ConnectionType", "PortClientAccessServer", "MailboxCredential"],
    // Certificates of these services are not looked at; nothing is slow here, and no monitoring listens.
    accepted: [
      "TrustAnySSLCertificate",
      "LightMode",
      "MonitoringContext",
      "PerConnectionTimeout",
      "ResetTestAccountCredentials",
      "Timeout",
    ],
    process: testing(test),
  },
});

const variant = ({ noun }: MailTest): Noun => variantOf(casTransaction, { noun, views: [] });

export const popConnectivity = variant(pop);
export const popConnectivityVerbs = verbs(pop);
export const imapConnectivity = variant(imap);
export const imapConnectivityVerbs = verbs(imap);
