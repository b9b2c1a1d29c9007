// What mailboxes do by themselves: automatic replies, meeting requests.
import { describe, expect, test } from "vitest";
import {
  autoReplyConfiguration,
  autoReplyConfigurationVerbs,
} from "../../../src/exchange/mailboxes/auto-reply-configuration.js";
import { calendarProcessing, calendarProcessingVerbs } from "../../../src/exchange/mailboxes/calendar-processing.js";
import { roundTripsOf, type Sample } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

roundTripsOf({ noun: autoReplyConfiguration, verbs: autoReplyConfigurationVerbs }, { identity: "alan.reid" });
const people: Sample = [
  "alan.reid,sarah.jones",
  "{exchangeserverpro.net/Head Office/Alan Reid, exchangeserverpro.net/Head Office/Sarah Jones}",
];
roundTripsOf(
  { noun: calendarProcessing, verbs: calendarProcessingVerbs },
  {
    identity: "boardroom",
    samples: { ResourceDelegates: people, RequestOutOfPolicy: people, BookInPolicy: people, RequestInPolicy: people },
  },
);

describe("MailboxAutoReplyConfiguration", () => {
  test("as it is in the beginning: a list", () => {
    expectSaid(
      startShell(),
      "Get-MailboxAutoReplyConfiguration alan.reid",
      `
RunspaceId       : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AutoReplyState   : Disabled
EndTime          : 6/4/2013 10:00:00 AM
ExternalAudience : All
ExternalMessage  :
InternalMessage  :
StartTime        : 6/3/2013 10:00:00 AM
MailboxOwnerId   : exchangeserverpro.net/Head Office/Alan Reid
Identity         : exchangeserverpro.net/Head Office/Alan Reid
IsValid          : True`,
    );
  });

  test("the end can't be before the beginning", () => {
    const shell = startShell({ width: 200 });
    expect(
      said(
        shell,
        "Set-MailboxAutoReplyConfiguration alan.reid -AutoReplyState Scheduled -StartTime '6/10/2013' -EndTime '6/9/2013'",
      ),
    ).toContain("The end of the automatic replies must be later than their beginning.");
    type(
      shell,
      "Get-Mailbox -Database MB-HO-01 | Set-MailboxAutoReplyConfiguration -AutoReplyState Scheduled -StartTime '6/10/2013' -EndTime '6/12/2013' -InternalMessage Away",
    );
    expectSaid(
      shell,
      "(Get-Mailbox | Get-MailboxAutoReplyConfiguration | ? { $_.AutoReplyState -eq 'Scheduled' }).Count",
      "3",
    );
  });
});

test("CalendarProcessing: a room that accepts, with its delegate", () => {
  const shell = startShell();
  type(
    shell,
    "Get-Mailbox -RecipientTypeDetails RoomMailbox | Set-CalendarProcessing -AutomateProcessing AutoAccept -ResourceDelegates 'Emma Carlisle'",
  );
  expectSaid(
    shell,
    "Get-CalendarProcessing boardroom | fl Identity,AutomateProcessing,BookingWindowInDays,MaximumDurationInMinutes,AllowConflicts,ResourceDelegates,AllBookInPolicy",
    `
Identity                 : exchangeserverpro.net/Head Office/Board Room
AutomateProcessing       : AutoAccept
BookingWindowInDays      : 180
MaximumDurationInMinutes : 1440
AllowConflicts           : False
ResourceDelegates        : {exchangeserverpro.net/Head Office/Emma Carlisle}
AllBookInPolicy          : True`,
  );
});
