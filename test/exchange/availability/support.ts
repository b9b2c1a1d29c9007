import type { Shell, ShellOptions } from "../../../src/index.js";
import { startShell, type } from "../support.js";

/** The article's organization with the group DAG1 of all three servers, and copies of two databases. */
export function shellWithGroup(options: ShellOptions = {}): Shell {
  const shell = startShell(options);
  type(
    shell,
    "New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -DatabaseAvailabilityGroupIpAddresses 10.0.0.5 -WarningAction SilentlyContinue | Out-Null",
    "Get-ExchangeServer | % { Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer $_.Name }",
    "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer HO-EX2010-MB2",
    "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer BR-EX2010-MB",
    "Add-MailboxDatabaseCopy MB-BR-01 -MailboxServer HO-EX2010-MB1",
  );
  return shell;
}
