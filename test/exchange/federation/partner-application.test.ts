// Applications that sign in with tokens, and how Outlook Web App signs and encrypts: both since 2013.
import { test } from "vitest";
import { partnerApplication, partnerApplicationVerbs } from "../../../src/exchange/federation/partner-application.js";
import { smimeConfig, smimeConfigVerbs } from "../../../src/exchange/organization/smime-config.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell } from "../support.js";

const application = { noun: partnerApplication, verbs: partnerApplicationVerbs };
const before = ["$null = New-PartnerApplication SharePoint -AuthMetadataUrl https://sp.contoso.com/metadata"];
const account = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"] as const;
for (const edition of ["Exchange2013", "Exchange2019"] as const)
  roundTripsOf(application, { edition, before, identity: "SharePoint", samples: { LinkedAccount: account } });
identitiesOf(application, { edition: "Exchange2016", before, identity: "SharePoint" });

test("the application that setup makes (values: HealthChecker's GetPartnerApplication.xml, recorded of 2019)", () =>
  expectSaid(
    startShell({ edition: "Exchange2019" }),
    "Get-PartnerApplication | fl Enabled,ApplicationIdentifier,CertificateStrings,AuthMetadataUrl,UseAuthServer,AcceptSecurityIdentifierInformation,AccountType,Name,ObjectCategory,ObjectClass",
    `
Enabled                             : True
ApplicationIdentifier               : 00000002-0000-0ff1-ce00-000000000000
CertificateStrings                  : {}
AuthMetadataUrl                     :
UseAuthServer                       : True
AcceptSecurityIdentifierInformation : False
AccountType                         : OrganizationalAccount
Name                                : Exchange Online
ObjectCategory                      : exchangeserverpro.net/Configuration/Schema/ms-Exch-Auth-Partner-Application
ObjectClass                         : {top, msExchAuthPartnerApplication}`,
  ));

roundTripsOf({ noun: smimeConfig, verbs: smimeConfigVerbs }, { edition: "Exchange2016" });

test("the certificates of issuers are bytes", () =>
  expectSaid(
    startShell({ edition: "Exchange2016" }),
    "Set-SmimeConfig -SMIMECertificateIssuingCA ([byte[]](1,2,3)); (Get-SmimeConfig).SMIMECertificateIssuingCA",
    "AQID",
  ));
