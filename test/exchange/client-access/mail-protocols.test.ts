// The services of POP3 and IMAP4, and what mail programs are told of them.
import { describe, expect, test } from "vitest";
import {
  imapSettings,
  imapSettingsVerbs,
  popSettings,
  popSettingsVerbs,
} from "../../../src/exchange/client-access/mail-protocol-settings.js";
import { roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const samples = {
  UnencryptedOrTLSBindings: ["10.1.1.1:110", "{10.1.1.1:110}"],
  SSLBindings: ["10.1.1.1:995", "{10.1.1.1:995}"],
  LogFileLocation: ["D:\\Logs", "D:\\Logs"],
} as const;
roundTripsOf({ noun: popSettings, verbs: popSettingsVerbs }, { samples });
roundTripsOf({ noun: imapSettings, verbs: imapSettingsVerbs }, { samples, edition: "Exchange2016" });

describe("Get-PopSettings", () => {
  test("of the server of the session", () => {
    expectSaid(
      startShell(),
      "Get-PopSettings",
      `
UnencryptedOrTLSBindings      SSLBindings                   LoginType                     X509CertificateName
------------------------      -----------                   ---------                     -------------------
{:::110, 0.0.0.0:110}         {:::995, 0.0.0.0:995}         SecureLogin                   HO-EX2010-MB1`,
    );
  });

  test("of another, by name or by the pipeline", () => {
    const shell = startShell();
    type(shell, "Set-PopSettings -Server HO-EX2010-MB2 -LoginType PlainTextLogin");
    expectSaid(
      shell,
      "Get-ClientAccessServer HO* | Get-PopSettings | ft Identity,LoginType,MaxCommandSize,ProxyTargetPort -a",
      `
Identity             LoginType MaxCommandSize ProxyTargetPort
--------             --------- -------------- ---------------
HO-EX2010-MB1\\1    SecureLogin            512             110
HO-EX2010-MB2\\1 PlainTextLogin            512             110`,
    );
  });

  test("has another port behind it since 2013", () => {
    expectSaid(
      startShell({ edition: "Exchange2016" }),
      "(Get-ImapSettings).Banner",
      "The Microsoft Exchange IMAP4 service is ready.",
    );
  });
});

test("a change waits for a restart, and says so", () => {
  expectSaid(
    startShell({ width: 200 }),
    "Set-ImapSettings -LoginType PlainTextLogin",
    "WARNING: Changes to IMAP4 settings will only take effect after all Microsoft Exchange IMAP4 services are restarted on server HO-EX2010-MB1.",
  );
});

test("connection settings have a host and a port", () => {
  expect(said(startShell({ width: 300 }), "Set-PopSettings -ExternalConnectionSettings mail.contoso.com")).toContain(
    'Error: ""mail.contoso.com" isn\'t a connection setting. Write host:port:TLS, host:port:SSL or host:port."',
  );
});

test("Get-CASMailbox -ProtocolSettings collects them from the servers of the mailbox's site", () => {
  const shell = startShell({ width: 160 });
  type(
    shell,
    "Set-PopSettings -ExternalConnectionSettings mail.contoso.com:995:SSL,mail.contoso.com:110:TLS",
    "Set-ImapSettings -Server HO-EX2010-MB2 -InternalConnectionSettings imap.contoso.com:143",
    "Set-ImapSettings -Server BR-EX2010-MB -InternalConnectionSettings imap.branch.contoso.com:143",
    "Set-ReceiveConnector 'HO-EX2010-MB1\\Client HO-EX2010-MB1' -AdvertiseClientSettings $true",
  );
  expectSaid(
    shell,
    "Get-CASMailbox alan.reid -ProtocolSettings | fl *Settings",
    `
ExternalImapSettings : {}
InternalImapSettings : {imap.contoso.com:143}
ExternalPopSettings  : {mail.contoso.com:995:SSL, mail.contoso.com:110:TLS}
InternalPopSettings  : {}
ExternalSmtpSettings : {HO-EX2010-MB1.exchangeserverpro.net:587:TLS}
InternalSmtpSettings : {HO-EX2010-MB1.exchangeserverpro.net:587:TLS}`,
  );
  expectSaid(shell, "Get-CASMailbox alan.reid | % { $_.ExternalPopSettings -eq $null }", "True");
});

test("whether a mailbox has devices may be said, and is counted anew in later releases", () => {
  const shell = startShell({ edition: "Exchange2013" });
  expectSaid(shell, "(Get-CASMailbox alan.reid).HasActiveSyncDevicePartnership", "False");
  const before = startShell();
  type(before, "Set-CASMailbox alan.reid -HasActiveSyncDevicePartnership $true");
  expectSaid(before, "(Get-CASMailbox alan.reid).HasActiveSyncDevicePartnership", "True");
  const later = startShell({ edition: "Exchange2013", topology: before.topology });
  expectSaid(later, "(Get-CASMailbox alan.reid).HasActiveSyncDevicePartnership", "True");
  const counting =
    "(Get-CASMailbox alan.reid -RecalculateHasActiveSyncDevicePartnership).HasActiveSyncDevicePartnership";
  expectSaid(later, counting, "False");
  expectSaid(later, "(Get-CASMailbox alan.reid).HasActiveSyncDevicePartnership", "False");
});
