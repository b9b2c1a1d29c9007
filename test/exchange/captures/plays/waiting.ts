import { copied, type Plays, plusSigns, reflowed, shellOf, unquoted, valuesAside } from "../play.js";
const one = { databases: [{ name: "DB01", server: "EX01" }], mailboxes: ["Alan Reid"] } as const;
void unquoted;
export const waiting: Plays = {
  "new-moverequest.3": {
    shell: () => shellOf("2019", { domain: "wxyz.net", servers: ["EX2019A"], databases: [{ name: "DB01", server: "EX2019A" }], mailboxes: [{ name: "Clark_Kent", alias: "clark_kent" }] }, { answers: ["x", "y"], lines: ["$RemoteCredentials = Get-Credential"] }),
    line: "New-MoveRequest -Identity 'clark_kent' -Remote -Remotehostname 'exchang1.xyz.net' -RemoteCredential $RemoteCredentials -TargetDeliverydomain 'wxyz.net'",
    tolerances: reflowed, told: plusSigns },
  "move-activemailboxdatabase.1": { shell: () => shellOf("2019", { servers: ["exch01", "exch02"], availabilityGroups: [{ name: "D", members: ["exch01", "exch02"] }], databases: [{ name: "DB02", server: "exch01", copies: ["exch02"] }] }, { lines: ["1..3 | % { $null = Move-ActiveMailboxDatabase DB02 -ActivateOnServer ('exch02','exch01')[($_+1)%2] -Confirm:$false }"] }), line: "Move-ActiveMailboxDatabase DB02 -ActivateOnServer exch01 -Confirm:$false", tolerances: reflowed },
  "new-mailboxdatabase.1": { shell: () => shellOf("2010", { servers: ["EX2"] }, { files: { "D:\\Recovery\\D_\\Data\\EX201\\Mailbox Database EX2 01.edb": "x" }, width: 80 }) },
  "get-mailboxdatabasecopystatus.3": { shell: () => shellOf("2013", { domain: "1ct.net", domainControllers: ["1CTLAB-AD01"] }), line: "Get-MailboxDatabaseCopyStatus -Server 1CTLAB-DR-EX", tolerances: reflowed },
  "get-mailboxdatabasecopystatus.4": { shell: () => shellOf("2016", { servers: ["EXC01", "EXC02"], availabilityGroups: [{ name: "DAG1", members: ["EXC01", "EXC02"] }], databases: [{ name: "MB03", server: "EXC02", copies: ["EXC01"] }] }), line: "Get-MailboxDatabaseCopyStatus MB03\\EXC02 | fl", tolerances: [...copied, "columnWidths"] },
  "get-moverequeststatistics.1": { shell: () => shellOf("2016", { ...one, databases: [{ name: "DB01", server: "EX01" }, { name: "DB02", server: "EX01" }] }, { lines: ["$null = New-MoveRequest alan.reid -TargetDatabase DB02"] }), line: "Get-MoveRequestStatistics alan.reid -IncludeReport | fl", tolerances: [...copied, "columnWidths"] },
  "set-clientaccessserver.1": { shell: () => shellOf("2016", { servers: ["ex2016"] }), tolerances: reflowed },
  "set-federationtrust.1": { shell: () => shellOf("2010") },
  "get-mailbox.11": { shell: () => shellOf("2016", one) },
};
void valuesAside;
