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
  expect(said(shell, "New-MessageClassification X -DisplayName Y -SenderDescription Z -Locale de-DE")).toContain(
    "NotEmulated",
  );
});
