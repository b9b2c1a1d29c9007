// AuthConfig, AuthServer and SettingOverride: what organizations have since Exchange 2013.
import { describe, expect, test } from "vitest";
import { authServer, authServerVerbs } from "../../../src/exchange/federation/auth-server.js";
import { settingOverride, settingOverrideVerbs } from "../../../src/exchange/organization/setting-override.js";
import { createShell, topologies } from "../../../src/index.js";
import { roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const start = () => startShell({ edition: "Exchange2016" });
roundTripsOf(
  { noun: authServer, verbs: authServerVerbs },
  {
    edition: "Exchange2016",
    before: ["$null = New-AuthServer ACS -AuthMetadataUrl https://accounts.accesscontrol.windows.net/metadata/json/1"],
    identity: "ACS",
    except: ["Type"],
  },
);
const override =
  '$null = New-SettingOverride -Name DisableIt -Component Security -Section Mode -Parameters @("Enabled=false") -Reason "As support said"';
roundTripsOf(
  { noun: settingOverride, verbs: settingOverrideVerbs },
  {
    edition: "Exchange2016",
    before: [override],
    identity: "DisableIt",
    except: ["Component", "Section"],
    samples: { MinVersion: ["15.1.2375.7", "15.1.2375.7"], MaxVersion: ["15.1.2507.6", "15.1.2507.6"] },
  },
);

describe("AuthConfig", () => {
  test("names the certificate that setup has made; order: facts/types.json", () => {
    const shell = start();
    expectSaid(
      shell,
      "(Get-ExchangeCertificate (Get-AuthConfig).CurrentCertificateThumbprint).Subject",
      "CN=Microsoft Exchange Server Auth Certificate",
    );
    expectSaid(
      shell,
      "(Get-AuthConfig).PSObject.Properties.Name[3..14] -join ' '",
      "CurrentCertificateThumbprint PreviousCertificateThumbprint NextCertificateThumbprint NextCertificateEffectiveDate ServiceName Realm DeploymentId IssuerIdentifier Name AdminDisplayName ExchangeVersion DistinguishedName",
    );
    expectSaid(createShell({ edition: "Exchange2016", topology: topologies.headOffice }), "Get-AuthConfig", "");
  });

  test("a new certificate is named, then published; the old one is kept until it is cleared (documented)", () => {
    const shell = start();
    type(
      shell,
      "$old = (Get-AuthConfig).CurrentCertificateThumbprint",
      "$new = (Get-ExchangeCertificate | ? { $_.Thumbprint -ne $old } | select -First 1).Thumbprint",
      "Set-AuthConfig -NewCertificateThumbprint $new -NewCertificateEffectiveDate (Get-Date)",
    );
    expectSaid(shell, "(Get-AuthConfig).NextCertificateThumbprint -eq $new", "True");
    type(shell, "Set-AuthConfig -PublishCertificate");
    expectSaid(
      shell,
      '$c = Get-AuthConfig; $c.CurrentCertificateThumbprint -eq $new; $c.PreviousCertificateThumbprint -eq $old; "[$($c.NextCertificateThumbprint)]"',
      "True\nTrue\n[]",
    );
    type(shell, "Set-AuthConfig -ClearPreviousCertificate");
    expectSaid(shell, '"[$((Get-AuthConfig).PreviousCertificateThumbprint)]"', "[]");
    expect(said(shell, "Set-AuthConfig -PublishCertificate")).toContain("There is no next certificate to publish.");
  });

  test("its realm is part of who it says it is", () => {
    const shell = start();
    type(shell, "Set-AuthConfig -Realm contoso.com");
    expectSaid(shell, "(Get-AuthConfig).IssuerIdentifier", "00000002-0000-0ff1-ce00-000000000000@contoso.com");
  });
});

test("an override says who made it, and what stands in the directory", () => {
  const shell = start();
  type(shell, override);
  expectSaid(
    shell,
    "Get-SettingOverride | fl Name,ComponentName,SectionName,ModifiedBy,Reason,Parameters,Status,XmlRaw",
    `
Name          : DisableIt
ComponentName : Security
SectionName   : Mode
ModifiedBy    : exchangeserverpro.net/Users/Administrator
Reason        : As support said
Parameters    : {Enabled=false}
Status        : Accepted
XmlRaw        : <S CN="Security" SN="Mode" MB="exchangeserverpro.net/Users/Administrator" R="As support
                said"><P>Enabled=false</P></S>`,
  );
  type(shell, "Remove-SettingOverride DisableIt -Confirm:$false");
  expectSaid(shell, "Get-SettingOverride", "");
});
