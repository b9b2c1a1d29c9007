// RemoteDomain: a noun that is a table and nothing else.
import { describe, test } from "vitest";
import { remoteDomain, remoteDomainVerbs } from "../../../src/exchange/transport/remote-domain.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell } from "../support.js";

const noun = { noun: remoteDomain, verbs: remoteDomainVerbs };
roundTripsOf(noun, { identity: "Default" });
identitiesOf(noun, { identity: "Default" });

describe("the domain that setup makes", () => {
  test("stands for all domains", () => {
    expectSaid(
      startShell(),
      "Get-RemoteDomain",
      `
Name                                    DomainName                              AllowedOOFType
----                                    ----------                              --------------
Default                                 *                                       External`,
    );
  });

  // facts/captures.jsonl, get-remotedomain.1
  test("as a list, of 2019", () => {
    expectSaid(
      startShell({ edition: "Exchange2019" }),
      "Get-RemoteDomain | fl DomainName,AllowedOOFType,AutoReplyEnabled,AutoForwardEnabled",
      `
DomainName         : *
AllowedOOFType     : External
AutoReplyEnabled   : False
AutoForwardEnabled : False`,
    );
  });
});
