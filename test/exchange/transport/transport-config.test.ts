// TransportConfig: one object, the settings of the whole transport.
import { expect, test } from "vitest";
import { transportConfig, transportConfigVerbs } from "../../../src/exchange/transport/transport-config.js";
import { roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

roundTripsOf(
  { noun: transportConfig, verbs: transportConfigVerbs },
  {
    samples: {
      ExternalDsnDefaultLanguage: ["en-US", "en-US"],
      InternalDsnDefaultLanguage: ["en-US", "en-US"],
      ExternalDsnReportingAuthority: ["fabrikam.com", "fabrikam.com"],
      InternalDsnReportingAuthority: ["fabrikam.com", "fabrikam.com"],
      InternalSMTPServers: ["10.1.1.1,10.2.0.0/16", "{10.1.1.1, 10.2.0.0/16}"],
    },
  },
);

test("the limits, as a capture shows them", () => {
  const shell = startShell();
  type(shell, "Set-TransportConfig -MaxSendSize 15MB -MaxReceiveSize 15MB");
  // facts/captures.jsonl, get-transportconfig.1
  expectSaid(
    shell,
    "get-transportconfig | ft maxsendsize, maxreceivesize",
    `
MaxSendSize                                                 MaxReceiveSize
-----------                                                 --------------
15 MB (15,728,640 bytes)                                    15 MB (15,728,640 bytes)`,
  );
});

test("the list ends before what all objects have; nothing to change is a warning", () => {
  const shell = startShell();
  const lines = said(shell, "Get-TransportConfig").split("\n");
  expect(lines[0]).toBe("ClearCategories                     : True");
  expect(lines.at(-1)).toBe("Xexch50Enabled                      : True");
  expectSaid(
    shell,
    "Set-TransportConfig -MaxSendSize 10MB",
    "WARNING: The command completed successfully but no settings of 'Transport Settings' have been modified.",
  );
});
