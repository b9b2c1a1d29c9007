// What mailboxes keep about themselves: calendar, messages, region, spelling, junk.
import { describe, test } from "vitest";
import {
  calendarConfiguration,
  calendarConfigurationVerbs,
} from "../../../src/exchange/mailboxes/configuration/calendar-configuration.js";
import {
  junkEmailConfiguration,
  junkEmailConfigurationVerbs,
} from "../../../src/exchange/mailboxes/configuration/junk-email-configuration.js";
import {
  messageConfiguration,
  messageConfigurationVerbs,
} from "../../../src/exchange/mailboxes/configuration/message-configuration.js";
import {
  regionalConfiguration,
  regionalConfigurationVerbs,
} from "../../../src/exchange/mailboxes/configuration/regional-configuration.js";
import {
  spellingConfiguration,
  spellingConfigurationVerbs,
} from "../../../src/exchange/mailboxes/configuration/spelling-configuration.js";
import { roundTripsOf, type Sample } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const identity = "alan.reid";
const zone: Sample = ["'gmt standard time'", "GMT Standard Time"];
roundTripsOf(
  { noun: calendarConfiguration, verbs: calendarConfigurationVerbs },
  {
    identity,
    samples: {
      WorkingHoursTimeZone: zone,
      WorkingHoursStartTime: ["07:30:00", "07:30:00"],
      WorkingHoursEndTime: ["18:15:00", "18:15:00"],
      WorkDays: ["Monday,Tuesday,Saturday", "Monday, Tuesday, Saturday"],
    },
  },
);
roundTripsOf({ noun: messageConfiguration, verbs: messageConfigurationVerbs }, { identity });
roundTripsOf({ noun: spellingConfiguration, verbs: spellingConfigurationVerbs }, { identity });
roundTripsOf({ noun: junkEmailConfiguration, verbs: junkEmailConfigurationVerbs }, { identity });
roundTripsOf(
  { noun: regionalConfiguration, verbs: regionalConfigurationVerbs },
  {
    identity,
    samples: {
      TimeZone: zone,
      Language: ["de-DE", "de-DE"],
      DateFormat: ["yyyy-MM-dd", "yyyy-MM-dd"],
      TimeFormat: ["HH:mm", "HH:mm"],
    },
  },
);

describe("MailboxCalendarConfiguration", () => {
  test("as it is in the beginning: a list", () => {
    expectSaid(
      startShell(),
      "Get-MailboxCalendarConfiguration alan.reid",
      `
RunspaceId            : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
WorkDays              : Weekdays
WorkingHoursStartTime : 08:00:00
WorkingHoursEndTime   : 17:00:00
WorkingHoursTimeZone  : Pacific Standard Time
WeekStartDay          : Sunday
ShowWeekNumbers       : False
FirstWeekOfYear       : FirstDay
TimeIncrement         : ThirtyMinutes
RemindersEnabled      : True
ReminderSoundEnabled  : True
DefaultReminderTime   : 00:15:00
MailboxOwnerId        : exchangeserverpro.net/Head Office/Alan Reid
Identity              : exchangeserverpro.net/Head Office/Alan Reid
IsValid               : True`,
    );
  });

  test("refuses times that are none, and zones that nobody knows", () => {
    const shell = startShell({ width: 200 });
    const error = (line: string, text: string, exception: string) =>
      expectSaid(
        shell,
        `${line} 2>&1 | % { "$($_.Exception.Message) $($_.CategoryInfo.Reason)" }`,
        `${text} ${exception}`,
      );
    error(
      "Set-MailboxCalendarConfiguration alan.reid -WorkingHoursEndTime 07:00:00",
      "The end of the working hours must be later than their beginning.",
      "DataValidationException",
    );
    error(
      "Set-MailboxCalendarConfiguration alan.reid -WorkingHoursEndTime 2.00:00:00",
      "WorkingHoursEndTime must be a time of day, from 00:00:00 up to 1.00:00:00.",
      "DataValidationException",
    );
    error(
      "Set-MailboxCalendarConfiguration alan.reid -WorkingHoursTimeZone Nowhere",
      `"Nowhere" isn't the id of a time zone. Write it as Windows does, such as "GMT Standard Time".`,
      "ArgumentException",
    );
  });
});

describe("MailboxRegionalConfiguration", () => {
  test("a table; a new language brings its formats; a mailbox that nobody opened has none", () => {
    const shell = startShell();
    type(
      shell,
      "Set-MailboxRegionalConfiguration sarah.jones -Language de-DE -TimeZone 'W. Europe Standard Time'",
      "$null = New-Mailbox new.one -UserPrincipalName new.one@exchangeserverpro.net -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)",
    );
    expectSaid(
      shell,
      "Get-Mailbox -ResultSize Unlimited | ? { 'Alan Reid','Sarah Jones','new.one' -contains $_.Name } | Get-MailboxRegionalConfiguration",
      `
Identity             Language        DateFormat TimeFormat TimeZone
--------             --------        ---------- ---------- --------
exchangeserverpro... en-US           M/d/yyyy   h:mm tt    Pacific Standard Time
exchangeserverpro... de-DE           dd.MM.yyyy HH:mm      W. Europe Standard Time
exchangeserverpro...`,
    );
    expectSaid(
      shell,
      "'alan.reid','sarah.jones' | % { (Get-MailboxRegionalConfiguration $_ -VerifyDefaultFolderNameLanguage).DefaultFolderNameMatchingUserLanguage }",
      "True\nFalse",
    );
  });

  test("a format must be one of the language's", () => {
    expectSaid(
      startShell({ width: 200 }),
      "Set-MailboxRegionalConfiguration alan.reid -DateFormat dd/MM/yyyy",
      `
DateFormat "dd/MM/yyyy" isn't valid for current language setting "en-US". Valid formats include "M/d/yyyy, M/d/yy, MM/dd/yy, MM/dd/yyyy, yy/MM/dd, yyyy-MM-dd, dd-MMM-yy".
    + CategoryInfo          : InvalidData: (0:Int32) [Set-MailboxRegionalConfiguration], DataValidationException
    + FullyQualifiedErrorId : EBE4791E,Microsoft.Exchange.Management.StoreTasks.SetMailboxRegionalConfiguration`,
    );
  });
});

test("MailboxJunkEmailConfiguration: not before someone has opened the mailbox", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-Mailbox new.one -UserPrincipalName new.one@exchangeserverpro.net -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)",
    "Set-MailboxJunkEmailConfiguration alan.reid -BlockedSendersAndDomains @{Add='spam.com','x@y.com'}",
  );
  expectSaid(
    shell,
    "(Get-MailboxJunkEmailConfiguration alan.reid).BlockedSendersAndDomains -join ' '",
    "spam.com x@y.com",
  );
  expectSaid(
    shell,
    "Set-MailboxJunkEmailConfiguration new.one -Enabled $false 2>&1 | % { $_.Exception.Message }",
    "The Junk Email configuration couldn't be set. The user needs to sign in to Outlook Web App before they can modify their Safe Senders and Recipients or Blocked Senders lists.",
  );
});
