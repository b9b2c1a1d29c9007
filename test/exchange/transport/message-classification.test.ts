// Message classifications: what setup makes, their names with and without the folder.
import { expect, test } from "vitest";
import {
  messageClassification,
  messageClassificationVerbs,
} from "../../../src/exchange/transport/message-classification.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const noun = { noun: messageClassification, verbs: messageClassificationVerbs };
roundTripsOf(noun, { identity: "ExPartnerMail" });
identitiesOf(noun, { identity: "ExPartnerMail", forms: ["Default\\ExPartnerMail", "'default\\expartnermail'"] });

test("those of setup, a new one, and one that goes", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-MessageClassification Apollo -DisplayName 'Project Apollo' -SenderDescription 'Of the project'",
    "Remove-MessageClassification Default\\ExOrarMail -Confirm:$false",
  );
  expectSaid(
    shell,
    "Get-MessageClassification",
    `
Identity                                               Locale     DisplayName
--------                                               ------     -----------
Default\\ExACPrivileged                                            A/C Privileged
Default\\ExAttachmentRemoved                                       Attachment Removed
Default\\ExCompanyConfidential                                     Company Confidential
Default\\ExCompanyInternal                                         Company Internal
Default\\ExPartnerMail                                             Partner Mail
Default\\Apollo                                                    Project Apollo`,
  );
});

test("a classification in a language of its own", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-MessageClassification ExPartnerMail -Locale de-DE -DisplayName Partnerpost -SenderDescription 'An Partner'",
    "Set-MessageClassification de-DE\\ExPartnerMail -RecipientDescription 'Vom Partner'",
  );
  expectSaid(
    shell,
    "Get-MessageClassification ExPartnerMail -IncludeLocales",
    `
Identity                                               Locale     DisplayName
--------                                               ------     -----------
Default\\ExPartnerMail                                             Partner Mail
de-DE\\ExPartnerMail                                    de-DE      Partnerpost`,
  );
  expectSaid(shell, "Get-MessageClassification ExPartnerMail | % { $_.IsDefault }", "True");
  expectSaid(shell, "(Get-MessageClassification de-DE\\ExPartnerMail).RecipientDescription", "Vom Partner");
  expectSaid(shell, "@(Get-MessageClassification).Count", "6");
  // A rule means the one for all.
  type(shell, "$null = New-TransportRule T -HasClassification ExPartnerMail -DeleteMessage $true");
  expect(said(shell, "New-MessageClassification X -DisplayName Y -SenderDescription Z -Locale de-DE")).toContain(
    "object 'Default\\X' couldn't be found on",
  );
  type(shell, "Remove-MessageClassification ExPartnerMail -Confirm:$false");
  expectSaid(shell, "@(Get-MessageClassification -IncludeLocales | ? { $_.Locale }).Count", "0");
});
