// The snap-ins of an Exchange server: names as scripts add them.
import { expect, test } from "vitest";
import { shown } from "../support.js";

const list = [
  "",
  "",
  "Name        : Microsoft.Exchange.Management.PowerShell.E2010",
  "PSVersion   : 1.0",
  "Description : Admin Tasks for the Exchange Server",
  "",
  "Name        : Microsoft.Exchange.Management.PowerShell.Setup",
  "PSVersion   : 1.0",
  "Description : Setup Tasks for the Exchange Server",
  "",
  "Name        : Microsoft.Exchange.Management.PowerShell.Support",
  "PSVersion   : 1.0",
  "Description : Support Tasks for the Exchange Server",
  "",
  "",
  "",
];

test("those that are registered, and the one that is added", () => {
  expect(
    shown("Get-PSSnapin -Registered | Format-List Name, PSVersion, Description", { edition: "Exchange2010" }),
  ).toEqual(list);
  expect(shown("Get-PSSnapin -Registered", { edition: "PowerShell5" })).toEqual([]);
  expect(
    shown("(Add-PSSnapin *.E2010 -PassThru).Name; @(Get-PSSnapin *exchange*).Count", { edition: "Exchange2010" }),
  ).toEqual(["Microsoft.Exchange.Management.PowerShell.E2010", "1"]);
});
