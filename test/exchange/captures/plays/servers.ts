import { copied, type Plays, shellOf, valuesAside } from "../play.js";

/** Servers, their services and databases. */
export const servers: Plays = {
  "test-servicehealth.1": { shell: () => shellOf("2013") },
  "get-serverhealth.2": {
    shell: () => shellOf("2016"),
    line: "Get-ServerHealth EX01 -HealthSet monitoring | select -Last 1 | fl",
    // Nothing is unhealthy here; the list begins below the session and the server.
    both: valuesAside("AlertValue", "FirstAlertObservedTime", "ResultId", "WorkItemId"),
    tolerances: [...copied, "omittedLines"],
  },
  "get-serverhealth.4": {
    shell: () => shellOf("2013", { servers: ["Server1"] }),
    // One of the two was not well, and the head's second line is lost.
    told: (text) => text.replace("Unhealthy", "Healthy  ").replace(/ServerComponent *\n/, "ServerComp\n"),
    tolerances: [...copied, "omittedLines"],
  },
  "get-adserversettings.1": { shell: () => shellOf("2013", { domain: "mydomain.com", domainControllers: ["dc2"] }) },
  "test-replicationhealth.1": {
    shell: () =>
      shellOf(
        "2013",
        { servers: ["FABRIKAM-EXCHG1"], availabilityGroups: [{ name: "DAG1", members: ["FABRIKAM-EXCHG1"] }] },
        { width: 170 },
      ),
    tolerances: [...copied, "omittedLines"],
  },
  "get-databaseavailabilitygroup.2": {
    shell: () =>
      shellOf(
        "2019",
        { availabilityGroups: [{ name: "DAG1", members: ["EX01"] }] },
        {
          lines: [
            "Set-DatabaseAvailabilityGroup DAG1 -AutoDagDatabaseCopiesPerDatabase 2 -AutoDagDatabaseCopiesPerVolume 6 -AutoDagDatabasesRootFolderPath D:\\ExchangeDatabases -AutoDagVolumesRootFolderPath D:\\ExchangeVolumes -AutoDagBitlockerEnabled $true",
          ],
        },
      ),
  },
  "get-mailboxdatabasecopystatus.2": {
    shell: () =>
      shellOf("2016", {
        servers: ["D-EMAIL01", "D-EMAIL02"],
        availabilityGroups: [{ name: "DAG1", members: ["D-EMAIL01", "D-EMAIL02"] }],
        databases: [1, 2, 3, 4, 5].map((number) => ({
          name: `DB${number}`,
          server: "D-EMAIL01",
          copies: ["D-EMAIL02"],
        })),
      }),
    // The names in the rows were shortened, and the line of dashes is lost.
    tolerances: [...copied, "dashes", "columnWidths"],
  },
  "get-mailboxdatabase.7": {
    shell: () =>
      shellOf("2016", {
        servers: ["T16MAIL1"],
        databases: [{ name: "Mailbox Database 0123456789", server: "T16MAIL1" }],
      }),
  },
  "get-organizationconfig.1": { shell: () => shellOf("2016", { organization: "mydomain" }) },
  "new-mailboxdatabase.3": {
    shell: () => shellOf("2013", { servers: ["LAB-EX-MB03"] }, { width: 150 }),
    line: "$null = New-MailboxDatabase DB9 -Server LAB-EX-MB03",
  },
  "get-exchangediagnosticinfo.2": {
    shell: () => shellOf("2019", { servers: ["testserver"] }),
    // How much of each resource was used.
    both: (text) => text.replaceAll(/(?<=^Pressure +: )\d+/gm, "n"),
  },
};
