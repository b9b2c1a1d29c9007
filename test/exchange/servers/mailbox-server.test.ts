// MailboxServer, TransportServer and TransportService: settings of a server's roles.
import { describe, expect, test } from "vitest";
import { mailboxServer, mailboxServerVerbs } from "../../../src/exchange/servers/mailbox-server.js";
import { transportServer, transportServerVerbs } from "../../../src/exchange/servers/transport-server.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const identity = "BR-EX2010-MB";
roundTripsOf(
  { noun: mailboxServer, verbs: mailboxServerVerbs },
  {
    identity,
    samples: Object.fromEntries(
      ["SharingPolicySchedule", "CalendarRepairSchedule", "ManagedFolderAssistantSchedule"].map((name) => [
        name,
        [
          "'Sun.1:00 AM-Sun.3:00 AM','Monday.22:00-Monday.23:15'",
          "{Sun.1:00 AM-Sun.3:00 AM, Mon.10:00 PM-Mon.11:15 PM}",
        ],
      ]),
    ),
  },
);
roundTripsOf({ noun: transportServer, verbs: transportServerVerbs }, { identity });
identitiesOf({ noun: mailboxServer, verbs: mailboxServerVerbs }, { identity });
identitiesOf({ noun: transportServer, verbs: transportServerVerbs }, { identity });

describe("a server's roles", () => {
  test("defaults of a Mailbox server", () => {
    expectSaid(
      startShell(),
      "Get-MailboxServer BR-EX2010-MB | fl Calendar*Log*,*MountDial,*AutoActivation*,MaximumActive*,*WindowX,*EndWindow",
      `
CalendarRepairLogEnabled               : True
CalendarRepairLogSubjectLoggingEnabled : True
CalendarRepairLogPath                  : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Logging\\Calendar Repair Assista
                                         nt
CalendarRepairLogFileAgeLimit          : 10.00:00:00
CalendarRepairLogDirectorySizeLimit    : 500 MB (524,288,000 bytes)
AutoDatabaseMountDial                  : GoodAvailability
DatabaseCopyAutoActivationPolicy       : Unrestricted
MaximumActiveDatabases                 :
CalendarRepairIntervalEndWindow        : 30`,
    );
  });

  test("the log of message tracking is one, whichever cmdlet sets it", () => {
    const shell = startShell();
    type(shell, "Set-TransportServer HO-EX2010-MB1 -MessageTrackingLogMaxAge 10.00:00:00");
    expectSaid(shell, "(Get-MailboxServer HO-EX2010-MB1).MessageTrackingLogMaxAge.Days", "10");
    expectSaid(shell, "(Get-MailboxServer HO-EX2010-MB2).MessageTrackingLogMaxAge.Days", "30");
  });

  test("2013 and later have settings of their own, and another name", () => {
    const shell = startShell({ edition: "Exchange2016" });
    type(
      shell,
      "Set-MailboxServer BR-EX2010-MB -MigrationLogMaxAge 90.00:00:00 -MaximumPreferredActiveDatabases 4",
      "Set-TransportService BR-EX2010-MB -QueueLogMaxAge 3.00:00:00",
    );
    expectSaid(
      shell,
      "Get-MailboxServer BR-EX2010-MB | fl MigrationLogMaxAge,MaximumPref*,CalendarRepairIntervalEndWindow,*WorkCycle",
      `
MigrationLogMaxAge              : 90.00:00:00
MaximumPreferredActiveDatabases : 4
CalendarRepairIntervalEndWindow : 7`,
    );
    expectSaid(shell, "(Get-TransportService BR-EX2010-MB).QueueLogMaxAge.Days", "3");
  });

  test("Get-TransportServer", () => {
    expectSaid(
      startShell(),
      "Get-TransportServer | ft -auto",
      `
Name          MessageTrackingLogEnabled AntispamAgentsEnabled
----          ------------------------- ---------------------
HO-EX2010-MB1 True                      False
HO-EX2010-MB2 True                      False
BR-EX2010-MB  True                      False`,
    );
    expect(startShell().run("Get-TransportServer NOSRV").errors).toHaveLength(1);
  });
});
