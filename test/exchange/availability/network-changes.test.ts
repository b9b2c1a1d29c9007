// Networks of a group, servers that are lost, and where a copy is seeded from.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const start = () => {
  const shell = startShell({ width: 400 });
  type(
    shell,
    "$null = New-DatabaseAvailabilityGroup DAG1 -WitnessServer HO-DC -WitnessDirectory C:\\w -WarningAction SilentlyContinue",
    "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB1",
    "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2",
  );
  return shell;
};
const first = (shell: ReturnType<typeof startShell>, line: string): string => said(shell, line).split("\n")[0] ?? "";
const networks = "Get-DatabaseAvailabilityGroupNetwork DAG1 | % { $_.Identity.ToString() }";

test("a network that was removed comes back when the cluster is asked again", () => {
  const shell = start();
  expectSaid(shell, networks, "DAG1\\DAGNetwork01");
  type(shell, "Remove-DatabaseAvailabilityGroupNetwork DAG1\\DAGNetwork01 -Confirm:$false");
  expectSaid(shell, networks, "");
  expectSaid(
    shell,
    "Set-DatabaseAvailabilityGroup DAG1 -DiscoverNetworks",
    "WARNING: The command completed successfully but no settings of 'DAG1' have been modified.",
  );
  expectSaid(shell, networks, "DAG1\\DAGNetwork01");
});

test("a group without members has no cluster, and so no networks", () => {
  const shell = startShell({ width: 400 });
  type(shell, "$null = New-DatabaseAvailabilityGroup DAG2 -WitnessServer HO-DC -WarningAction SilentlyContinue");
  expectSaid(shell, "Get-DatabaseAvailabilityGroupNetwork DAG2", "");
  expect(first(shell, "New-DatabaseAvailabilityGroupNetwork DAG2 -Name Net1 -Subnets 10.1.0.0/16")).toBe(
    'The database availability group "DAG2" has no members, so that there is no cluster that could have networks. Add a server with Add-DatabaseAvailabilityGroupServer first.',
  );
  expect(first(shell, "Get-DatabaseAvailabilityGroupNetwork DAG3")).toBe(
    "The operation couldn't be performed because object 'DAG3' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
  );
});

test("a server that is lost leaves a group in the configuration only", () => {
  const shell = start();
  type(shell, "Stop-LabHost HO-EX2010-MB2");
  const line = "Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2 -Confirm:$false";
  expect(first(shell, line)).toBe(
    "The server \"HO-EX2010-MB2\" couldn't be contacted. If it is lost for good, use the ConfigurationOnly parameter to remove it from the group's configuration.",
  );
  type(shell, `${line} -ConfigurationOnly`);
  expectSaid(shell, "(Get-DatabaseAvailabilityGroup DAG1).Servers | % { $_.Name }", "HO-EX2010-MB1");
});

test("a copy is seeded from a server that has the database, over a network of its group", () => {
  const shell = start();
  type(
    shell,
    "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer HO-EX2010-MB2",
    "Suspend-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -Confirm:$false",
  );
  const seed = "Update-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -DeleteExistingFiles -Confirm:$false";
  for (const server of ["HO-EX2010-MB2", "BR-EX2010-MB"])
    expect(first(shell, `${seed} -SourceServer ${server}`)).toBe(
      `The copy "MB-HO-01\\HO-EX2010-MB2" can't be seeded from the server "${server}": it has no other copy of the database.`,
    );
  expect(first(shell, `${seed} -Network DAG1\\Nothing`)).toBe(
    'Couldn\'t find object "DAG1\\Nothing". Please make sure that it was spelled correctly or specify a different object.',
  );
  type(shell, `${seed} -SourceServer HO-EX2010-MB1 -Network DAG1\\DAGNetwork01`);
  expectSaid(shell, "(Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2).Status.ToString()", "Healthy");
});
