// The session's time zone as Windows names it, and how long the emulated machine has been running.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { shows } from "../support.js";

const rome = ["W. Europe Standard Time (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"];

shows([
  [
    "Get-TimeZone",
    [
      "",
      "Id                         : UTC",
      "HasIanaId                  : True",
      "DisplayName                : (UTC) Coordinated Universal Time",
      "StandardName               : Coordinated Universal Time",
      "DaylightName               : Coordinated Universal Time",
      "BaseUtcOffset              : 00:00:00",
      "SupportsDaylightSavingTime : False",
      "",
    ],
  ],
  [
    "Get-TimeZone 'W. Eur*' | Format-Table Id,DisplayName",
    ["", "Id                      DisplayName", "--                      -----------", ...rome, ""],
  ],
  [
    "Get-TimeZone -Id nope",
    [
      "Get-TimeZone : The time zone ID 'nope' was not found on the local computer.",
      "At line:1 char:1",
      "+ Get-TimeZone -Id nope",
      "+ ~~~~~~~~~~~~~~~~~~~~~",
      "+ CategoryInfo          : ObjectNotFound: (nope:String) [Get-TimeZone], TimeZoneNotFoundException",
      "+ FullyQualifiedErrorId : TimeZoneNotFound,Microsoft.PowerShell.Commands.GetTimeZoneCommand",
    ],
  ],
  [
    'Get-Date -Format s; Start-Sleep 90; "$(Get-Uptime)"; Get-Uptime -Since | Get-Date -Format s',
    ["2013-06-03T09:00:00", "09:01:30", "2013-06-03T00:00:00"],
  ],
]);

test.each([
  ["Europe/Rome", "W. Europe Standard Time 01:00:00 True"],
  ["America/Chicago", "Central Standard Time -06:00:00 True"],
  ["Asia/Kolkata", "India Standard Time 05:30:00 False"],
  ["-03:30", "UTC-03:30 -03:30:00 False"],
  ["Antarctica/Troll", "Antarctica/Troll 00:00:00 True"],
])("the zone of a session in %s", (timeZone, shown) => {
  const shell = createShell({ edition: "PowerShell5", timeZone });
  const line = '$z = Get-TimeZone; "$($z.Id) $($z.BaseUtcOffset) $($z.SupportsDaylightSavingTime)"';
  expect(shell.run(line).text).toBe(`${shown}\n`);
});
