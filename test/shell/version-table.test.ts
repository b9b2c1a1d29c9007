// `$PSVersionTable` of each edition: of 7 as the engine shows it (but for system and platform), of the others as
// consoles of Windows Server 2019, 2012 R2 and 2008 R2 show it in published captures.
import { expect, test } from "vitest";
import { createShell, type EditionName } from "../../src/index.js";

const rows: readonly (readonly [edition: EditionName, shown: readonly string[]])[] = [
  [
    "PowerShell7",
    [
      "PSVersion                      7.6.5",
      "PSEdition                      Core",
      "GitCommitId                    7.6.5",
      "OS                             Microsoft Windows 10.0.20348",
      "Platform                       Win32NT",
      "PSCompatibleVersions           {1.0, 2.0, 3.0, 4.0…}",
      "PSRemotingProtocolVersion      2.4",
      "SerializationVersion           1.1.0.1",
      "WSManStackVersion              3.0",
    ],
  ],
  [
    "PowerShell5",
    [
      "PSVersion                      5.1.17763.1",
      "PSEdition                      Desktop",
      "PSCompatibleVersions           {1.0, 2.0, 3.0, 4.0...}",
      "BuildVersion                   10.0.17763.1",
      "CLRVersion                     4.0.30319.42000",
      "WSManStackVersion              3.0",
      "PSRemotingProtocolVersion      2.3",
      "SerializationVersion           1.1.0.1",
    ],
  ],
  [
    "Exchange2013",
    [
      "PSVersion                      4.0",
      "WSManStackVersion              3.0",
      "SerializationVersion           1.1.0.1",
      "CLRVersion                     4.0.30319.42000",
      "BuildVersion                   6.3.9600.17400",
      "PSCompatibleVersions           {1.0, 2.0, 3.0, 4.0}",
      "PSRemotingProtocolVersion      2.2",
    ],
  ],
  [
    "Exchange2010",
    [
      "CLRVersion                     2.0.50727.5420",
      "BuildVersion                   6.1.7601.17514",
      "PSVersion                      2.0",
      "WSManStackVersion              2.0",
      "PSCompatibleVersions           {1.0, 2.0}",
      "SerializationVersion           1.1.0.1",
      "PSRemotingProtocolVersion      2.1",
    ],
  ],
];

test.each(rows)("%s", (edition, entries) => {
  const lines = ["", "Name                           Value", "----                           -----", ...entries];
  // Before 7, the console fills the lines of a table and ends it with one more empty line.
  const isOld = edition !== "PowerShell7";
  const shown = lines.map((line) => (isOld && line !== "" ? line.padEnd(119) : line)).join("\n");
  expect(createShell({ edition }).run("$PSVersionTable").text).toBe(`${shown}\n\n${isOld ? "\n" : ""}`);
});
