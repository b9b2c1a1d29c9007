// FrontendTransportService and MailboxTransportService: what moves mail beside Transport since Exchange 2013.
import { describe, expect, test } from "vitest";
import {
  frontendTransportService,
  frontendTransportServiceVerbs,
  mailboxTransportService,
  mailboxTransportServiceVerbs,
} from "../../../src/exchange/servers/transport-services-2013.js";
import { buildTopology, createShell } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const frontend = { noun: frontendTransportService, verbs: frontendTransportServiceVerbs };
const mailbox = { noun: mailboxTransportService, verbs: mailboxTransportServiceVerbs };
const there = { identity: "BR-EX2010-MB", edition: "Exchange2016" } as const;
roundTripsOf(frontend, there);
roundTripsOf(mailbox, there);
identitiesOf(frontend, there);
identitiesOf(mailbox, there);

describe("the services of a server", () => {
  const shell = startShell({ edition: "Exchange2016" });

  test("have settings of their own under the same names", () => {
    type(
      shell,
      "Get-FrontendTransportService BR-EX2010-MB | Set-FrontendTransportService -ConnectivityLogEnabled $false",
    );
    expectSaid(
      shell,
      "'Frontend','Mailbox' | % { $s = & \"Get-${_}TransportService\" BR-EX2010-MB; $s | fl Identity,ConnectivityLogEnabled,ConnectivityLogPath }",
      `
Identity               : BR-EX2010-MB\\Frontend
ConnectivityLogEnabled : False
ConnectivityLogPath    : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\FrontEnd\\Connectivity





Identity               : BR-EX2010-MB\\Mailbox
ConnectivityLogEnabled : True
ConnectivityLogPath    : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Mailbox\\Connectivity`,
    );
    expect(said(shell, "(Get-TransportService BR-EX2010-MB).ConnectivityLogEnabled")).toBe("True");
  });

  test("servers of 2010 have none, and one of 2013 those of its roles", () => {
    const topology = buildTopology({
      domain: "contoso.com",
      release: "2013",
      servers: [
        { name: "CAS", roles: ["ClientAccess"] },
        { name: "MBX", roles: ["Mailbox"] },
        { name: "EX10", version: "14.3.123.4" },
      ],
    });
    const mixed = createShell({ edition: "Exchange2013", topology });
    expectSaid(mixed, "(Get-FrontendTransportService).Name; (Get-MailboxTransportService).Name", "CAS\nMBX");
    expectSaid(mixed, "(Get-TransportService).Name -join ' '", "MBX EX10");
  });
});
