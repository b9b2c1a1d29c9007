import { copied, type Plays, plusSigns, shellOf } from "../play.js";

/** Where lines break, and how many blanks stand between words, does not matter. */
const blanksAside = (text: string): string => text.replaceAll(/\s+/g, "");
/** The time of an error, where it was broken. */
const timeAside = (text: string): string => text.replaceAll(/(?<=TimeStamp=)[\s\S]*?(?=\])/g, "t");
const inOneLine = (text: string): string => blanksAside(timeAside(text));

/** The second of two lists, whose values are another database's. */
const namesOfSecond = (text: string): string => {
  const names = text.split("\n").flatMap((line) => /^([A-Z]\w*) *:(?: |$)/.exec(line.trimEnd())?.[1] ?? []);
  return names.slice(names.lastIndexOf("RunspaceId")).join("\n");
};

/** Moves of mailboxes and databases, and copies. */
export const moves: Plays = {
  "new-moverequest.3": {
    shell: () =>
      shellOf(
        "2019",
        {
          domain: "wxyz.net",
          servers: ["EX2019A"],
          databases: [{ name: "DB01", server: "EX2019A" }],
          mailboxes: [{ name: "Clark_Kent", alias: "clark_kent" }],
        },
        { answers: ["admin", "secret"], lines: ["$RemoteCredentials = Get-Credential"] },
      ),
    line: "New-MoveRequest -Identity 'clark_kent' -Remote -Remotehostname 'exchang1.xyz.net' -RemoteCredential $RemoteCredentials -TargetDeliverydomain 'wxyz.net'",
    // The page made other quotes and put blanks into addresses; a line begins with the hyphen of its first word.
    told: (text) => plusSigns(text).replaceAll(/[‘’]/g, "'").replace("clark_kent@contoso  .net", "clark_kent"),
    both: inOneLine,
  },
  "move-activemailboxdatabase.1": {
    shell: () =>
      shellOf(
        "2019",
        {
          servers: ["Exch01", "Exch02"],
          availabilityGroups: [{ name: "DAG1", members: ["Exch01", "Exch02"] }],
          databases: [{ name: "DB02", server: "Exch02", copies: ["Exch01"] }],
        },
        {
          lines: [
            "'Exch01', 'Exch02', 'Exch01' | % { $null = Move-ActiveMailboxDatabase DB02 -ActivateOnServer $_ -Confirm:$false }",
          ],
        },
      ),
    line: "Move-ActiveMailboxDatabase DB02 -ActivateOnServer Exch02 -Confirm:$false",
    both: (text) => inOneLine(text).toLowerCase(),
  },
  "new-mailboxdatabase.1": {
    // In a window of about seventy columns.
    shell: () =>
      shellOf(
        "2010",
        { servers: ["EX2"] },
        { files: { "D:\\Recovery\\D_\\Data\\EX201\\Mailbox Database EX2 01.edb": "database" } },
      ),
    both: blanksAside,
  },
  "get-mailboxdatabasecopystatus.4": {
    shell: () =>
      shellOf("2016", {
        servers: ["EXC01", "EXC02"],
        availabilityGroups: [{ name: "DAG1", members: ["EXC01", "EXC02"] }],
        databases: [{ name: "MB03", server: "EXC02", copies: ["EXC01"] }],
      }),
    line: "Get-MailboxDatabaseCopyStatus MB03\\EXC02 | fl",
    // The other copy had failed. A long value goes on below with a word that looks like a name.
    told: (text) => text.replaceAll(/^Configured:.*$/gm, ""),
    both: namesOfSecond,
    tolerances: copied,
  },
  "new-moverequest.1": {
    shell: () =>
      shellOf(
        "2016",
        {
          servers: ["N1TSTSRV01020"],
          databases: [
            { name: "DB01", server: "N1TSTSRV01020" },
            { name: "DB02", server: "N1TSTSRV01020" },
          ],
          mailboxes: [{ name: "Alan Reid", database: "DB01" }],
        },
        {
          lines: [
            "New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null",
            "Stop-Service MSExchangeIS -Force",
            "Remove-MoveRequest alan.reid -Confirm:$false",
            "Start-Service MSExchangeIS",
          ],
        },
      ),
    line: "New-MoveRequest alan.reid -TargetDatabase DB02",
    // The last line of the frame is cut off.
    shown: (text) => text.replace(/\n *\+ PSComputerName.*/, ""),
    both: (text) => inOneLine(text.replace(/(?<=RequestId=)[^,]*/, "id")),
  },
  "get-moverequeststatistics.1": {
    shell: () =>
      shellOf(
        "2016",
        {
          databases: [
            { name: "DB01", server: "EX01" },
            { name: "DB02", server: "EX01" },
          ],
          mailboxes: [{ name: "Alan Reid", database: "DB01" }],
        },
        { lines: ["New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null"] },
      ),
    line: "Get-MoveRequestStatistics alan.reid -IncludeReport | fl",
    // Names are masked, and the report is cut: all 103 properties, in their order.
    both: (text) =>
      text
        .split("\n")
        .flatMap((line) => /^([A-Z]\w*) *:/.exec(line)?.[1] ?? [])
        .join("\n"),
  },
};
