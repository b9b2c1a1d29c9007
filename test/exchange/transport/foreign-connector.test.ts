// Foreign connectors and those of delivery agents.
import { expect, test } from "vitest";
import {
  deliveryAgentConnector,
  deliveryAgentConnectorVerbs,
  foreignConnector,
  foreignConnectorVerbs,
} from "../../../src/exchange/transport/foreign-connector.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const samples = {
  AddressSpaces: ["'FAX:b;2'", "{FAX:b;2}"],
  SourceTransportServers: ["HO-EX2010-MB2", "{HO-EX2010-MB2}"],
} as const;
const foreign = { noun: foreignConnector, verbs: foreignConnectorVerbs };
const before = ["New-ForeignConnector Fax -AddressSpaces 'FAX:*;1'"];
roundTripsOf(foreign, { before, identity: "Fax", samples });
identitiesOf(foreign, { before, identity: "Fax" });

const agent = { noun: deliveryAgentConnector, verbs: deliveryAgentConnectorVerbs };
const identity = "Text Messaging Delivery Agent Connector";
roundTripsOf(agent, { identity: `'${identity}'`, samples });

test("a new one: its drop directory has its name, its server is the shell's", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "New-ForeignConnector Fax -AddressSpaces 'FAX:*;1'",
    `
Identity                                AddressSpaces                           Enabled
--------                                -------------                           -------
Fax                                     {FAX:*;1}                               True`,
  );
  expectSaid(
    shell,
    "Get-ForeignConnector Fax | fl DropDirectory,SourceTransportServers,IsSmtpConnector",
    "DropDirectory          : Fax\nSourceTransportServers : {HO-EX2010-MB1}\nIsSmtpConnector        : False",
  );
  type(shell, "Remove-ForeignConnector Fax -Confirm:$false");
  expectSaid(shell, "Get-ForeignConnector", "");
});

test("setup makes the connector of text messages", () => {
  expectSaid(
    startShell(),
    "Get-DeliveryAgentConnector | fl Name,DeliveryProtocol,AddressSpaces,MaxConcurrentConnections",
    `
Name                     : ${identity}
DeliveryProtocol         : MOBILE
AddressSpaces            : {MOBILE:*;1}
MaxConcurrentConnections : 5`,
  );
  const shell = startShell();
  type(shell, "New-DeliveryAgentConnector Own -AddressSpaces 'X:*;1' -DeliveryProtocol X");
  expect(said(shell, "New-DeliveryAgentConnector Own -AddressSpaces 'X:*;1' -DeliveryProtocol X")).toContain(
    "already exists",
  );
});
