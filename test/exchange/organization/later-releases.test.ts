// What Exchange 2013 and later added to the settings of servers, transport and the organization.
import { describe, expect, test } from "vitest";
import {
  authenticationPolicy,
  authenticationPolicyVerbs,
} from "../../../src/exchange/organization/authentication-policy.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const edition = "Exchange2019";
const shell2019 = () => startShell({ edition });
const policy = { noun: authenticationPolicy, verbs: authenticationPolicyVerbs };
const before = ["$null = New-AuthenticationPolicy 'Block legacy'"];
roundTripsOf(policy, { edition, before, identity: "'Block legacy'" });
identitiesOf(policy, { edition, before, identity: "'Block legacy'" });

test("a default authentication policy is a link, which goes with what it leads to", () => {
  const shell = shell2019();
  const shown = "Get-OrganizationConfig | fl DefaultAuthenticationPolicy,OabShadowDistributionOldestFileAgeLimit";
  type(
    shell,
    "$null = New-AuthenticationPolicy Legacy -BlockLegacyAuthImap",
    "Set-OrganizationConfig -DefaultAuthenticationPolicy Legacy -OabShadowDistributionOldestFileAgeLimit 05:00:00",
  );
  expectSaid(
    shell,
    shown,
    `

DefaultAuthenticationPolicy             : Legacy
OabShadowDistributionOldestFileAgeLimit : 05:00:00`,
  );
  type(shell, "Remove-AuthenticationPolicy Legacy -Confirm:$false");
  expect(said(shell, "(Get-OrganizationConfig).DefaultAuthenticationPolicy")).toBe("");
});

describe("one parameter, one property", () => {
  test.each([
    ["Set-ExchangeServer HO-EX2010-MB1 -RingLevel 0", "(Get-ExchangeServer HO-EX2010-MB1).RingLevel", "0"],
    [
      "Set-MailboxDatabase MB-HO-01 -MetaCacheDatabaseMaxCapacityInBytes 1000",
      "(Get-MailboxDatabase MB-HO-01).MetaCacheDatabaseMaxCapacityInBytes",
      "1000",
    ],
    [
      "Add-AvailabilityAddressSpace -ForestName fabrikam.com -AccessMethod InternalProxy -TargetAutodiscoverEpr https://autodiscover.fabrikam.com/a",
      "(Get-AvailabilityAddressSpace fabrikam.com).TargetAutodiscoverEpr.ToString()",
      "https://autodiscover.fabrikam.com/a",
    ],
    [
      "New-SendConnector Cloud -AddressSpaces * -ConnectorType OnPremises",
      "Set-SendConnector Cloud -ConnectorType Partner; (Get-SendConnector Cloud).ConnectorType",
      "Partner",
    ],
    [
      "New-ThrottlingPolicy Tight",
      "Set-ThrottlingPolicy Tight -EwsCostThreshold 12; (Get-ThrottlingPolicy Tight).EwsCostThreshold.ToString()",
      "12",
    ],
    ["Set-TransportConfig -MaxSendSize 20MB -Force", "(Get-TransportConfig).MaxSendSize.Value.ToMB()", "20"],
  ])("%s", (line, shown, value) => {
    const shell = shell2019();
    type(shell, `$null = ${line}`);
    expect(said(shell, shown)).toBe(value);
  });
});

test("-Array of a Client Access server leads to an array of 2010, of which an organization of 2019 has none", () => {
  const mixed = startShell({ edition });
  const older = startShell();
  type(older, "$null = New-ClientAccessArray -Name outlook -Fqdn outlook.exchangeserverpro.net -Site HeadOffice");
  const together = startShell({ edition, topology: older.topology });
  type(together, "Set-ClientAccessServer HO-EX2010-MB1 -Array outlook -WarningAction SilentlyContinue");
  expect(said(together, "(Get-ClientAccessService HO-EX2010-MB1).ClientAccessArray.Name")).toBe("outlook");
  type(together, "Set-ClientAccessService HO-EX2010-MB1 -Array $null");
  expect(said(together, "(Get-ClientAccessService HO-EX2010-MB1).ClientAccessArray")).toBe("");
  expect(
    mixed.run("Set-ClientAccessService HO-EX2010-MB1 -Array outlook").errors.map(({ message }) => message),
  ).toEqual([
    'Couldn\'t find object "outlook". Please make sure that it was spelled correctly or specify a different object.',
  ]);
});

test("a configuration of availability groups is never found: nothing makes one", () => {
  const shell = shell2019();
  type(
    shell,
    "$null = New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -DagConfiguration $null -WarningAction SilentlyContinue",
  );
  expect(
    shell.run("Set-DatabaseAvailabilityGroup DAG1 -DagConfiguration x").errors.map(({ message }) => message),
  ).toEqual([
    'Couldn\'t find object "x". Please make sure that it was spelled correctly or specify a different object.',
  ]);
});

describe("certificates of 2013 go through files", () => {
  const shell = () => startShell({ edition: "Exchange2013" });
  test("out and in again", () => {
    const session = shell();
    type(
      session,
      "$c = New-ExchangeCertificate -FriendlyName Web -PrivateKeyExportable $true -Services IIS",
      "Export-ExchangeCertificate $c.Thumbprint -FileName '\\\\files\\certs\\web.pfx' -BinaryEncoded",
      "Remove-ExchangeCertificate $c.Thumbprint -Confirm:$false",
    );
    expect(said(session, "(Import-ExchangeCertificate -FileName '\\\\files\\certs\\web.pfx').FriendlyName")).toBe(
      "Web",
    );
    expect(
      session
        .run("Import-ExchangeCertificate -FileName '\\\\files\\certs\\x.pfx'")
        .errors.map(({ message }) => message),
    ).toEqual(['The file "\\\\files\\certs\\x.pfx" couldn\'t be read.']);
  });

  test("a request", () => {
    const session = shell();
    expect(
      said(
        session,
        "New-ExchangeCertificate -GenerateRequest -SubjectName 'CN=mail.contoso.com' -RequestFile C:\\r.txt",
      ),
    ).toBe("");
    expect(said(session, "(Get-Content C:\\r.txt)[0]")).toBe("-----BEGIN NEW CERTIFICATE REQUEST-----");
  });
});

describe("Get-MessageTrackingLog", () => {
  const sent = () => {
    const shell = shell2019();
    type(
      shell,
      "Send-MailMessage -From alan.reid@exchangeserverpro.net -To sarah.jones@exchangeserverpro.net -Subject Hello -SmtpServer HO-EX2010-MB1",
      "$all = Get-MessageTrackingLog",
    );
    return shell;
  };
  test.each([
    ["-Source SMTP", "$all | ? { $_.Source -eq 'SMTP' }"],
    ["-NetworkMessageId $all[0].NetworkMessageId", "$all"],
    ["-NetworkMessageId 6a2c0e6e-6c0f-4a2b-9d7e-000000000000", "@()"],
    ["-TransportTrafficType Email", "$all"],
    ["-TransportTrafficType Hygiene", "@()"],
  ])("%s", (parameter, same) => {
    const shell = sent();
    expect(said(shell, "$all.Count -gt 1")).toBe("True");
    const ids = (events: string): string => said(shell, `(${events} | % { "$($_.EventId)/$($_.Source)" }) -join ' '`);
    expect(ids(`Get-MessageTrackingLog ${parameter}`)).toBe(ids(same));
  });
});

test("Test-WebServicesConnectivity tests a mailbox by the server that is named", () =>
  expectSaid(
    shell2019(),
    "Test-WebServicesConnectivity -Identity 'Alan Reid' -AutoDiscoverServer BR-EX2010-MB -TrustAnySSLCertificate | group ClientAccessServer,Result | ft Count,Name -auto",
    `
Count Name
----- ----
    6 BR-EX2010-MB.exchangeserverpro.net, Success`,
  ));
