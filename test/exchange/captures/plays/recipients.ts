import { copied, type Plays, shellOf } from "../play.js";

const two = { databases: [{ name: "DB01", server: "EX01" }], mailboxes: ["Alan Reid", "Sarah Jones"] } as const;

/** Mailboxes and who may do what with them. */
export const recipients: Plays = {
  "get-mailbox.5": {
    shell: () => shellOf("2016", two),
    line: "Get-Mailbox alan.reid | fl DeliverToMailboxAndForward,ForwardingSmtpAddress,ForwardingAddress",
  },
  "get-mailbox.10": {
    shell: () => shellOf("2016", { ...two, systemMailboxes: true }),
    // The page has eaten the asterisks; how many there were follows from how many servers and databases.
    line: "Get-Mailbox -Monitoring | fl *forward*",
    both: (text) => [...new Set(text.split("\n").map((line) => line.trim()))].join("\n"),
    tolerances: [...copied, "sessionLines"],
  },
  "get-mailbox.19": {
    shell: () =>
      shellOf(
        "2010",
        {
          servers: ["MBX"],
          databases: [{ name: "DB01", server: "MBX" }],
          mailboxes: [{ name: "TestUser1", alias: "TestUser1" }],
        },
        { width: 80 },
      ),
  },
  "get-mailboxfolderpermission.1": {
    shell: () =>
      shellOf(
        "2013",
        { ...two, mailboxes: [{ name: "Andrea.Fiorentin" }, { name: "Paolo Verdi" }] },
        {
          lines: [
            "Set-MailboxFolderPermission Andrea.Fiorentin:\\Calendar -User Default -AccessRights AvailabilityOnly",
            "$null = Add-MailboxFolderPermission Andrea.Fiorentin:\\Calendar -User 'Paolo Verdi' -AccessRights Reviewer",
          ],
        },
      ),
    // The mailbox was Italian, and the third row was typed in, with tabs.
    line: "Get-MailboxFolderPermission -Identity Andrea.Fiorentin:\\Calendar",
    told: (text) => text.replaceAll("Calendario", "Calendar  ").replace("\t\t  ", "          "),
  },
  "get-mailboxfolderstatistics.1": {
    shell: () => shellOf("2019", { ...two, domain: "domain.ru" }, { width: 220 }),
    line: "Get-MailboxFolderStatistics -identity alan.reid@domain.ru -folderscope recoverableitems |ft -a identity, foldersize, FolderAndSubfolderSize, ItemsInFolderAndSubfolders, DeletedItemsInFolderAndSubfolders, DeletedItemsInFolder, ItemsInFolder",
    // Sizes and counts are another mailbox's, and so are the widths that follow from them; nothing is logged here of calendars.
    told: (text) =>
      text
        .replace(/^.*Calendar Logging.*\n/m, "")
        .replace(/( 0 B \(0 bytes\) +0 B \(0 bytes\) +0)$/m, "$1 0 0 0")
        .replaceAll("******@", "alan.reid@"),
    both: (text) =>
      text
        .replaceAll(/[\d.]+ (?:B|KB|MB|GB) \([\d,]+ bytes\)/g, "{size}")
        .replaceAll(/ +\d+(?= |$)/gm, " {count}")
        .replaceAll(/ {2,}/g, " ")
        .replaceAll(/-{2,}/g, "--"),
  },
  "get-mailboxstatistics.2": {
    shell: () => shellOf("2010", { ...two, mailboxes: ["Adam Baker"] }),
    // The last column was cut off; how much Adam Baker has follows from his mailbox's GUID.
    line: "Get-MailboxStatistics -Database DB01",
    shown: (text) => text.replaceAll(/(?<=^.{57}).*/gm, ""),
    both: (text) => text.replace(/(?<=^Adam Baker +)\d+ */m, "n ").replaceAll(/\{[0-9a-f]{8}/g, "{n"),
  },
  "add-mailboxpermission.2": {
    shell: () => shellOf("2019", { ...two, domain: "alpineskihouse.com" }, { answers: ["FullAccess", ""] }),
    line: "Add-MailboxPermission -Identity alan.reid -User sarah.jones",
    // Exchange Online names a mailbox by its GUID, and a user of another directory by his SID.
    both: (text) => text.replace(/^\S{17}\.\.\. \S{17}\.\.\. /m, "{mailbox}            {user}               "),
  },
  "add-adpermission.2": {
    shell: () => shellOf("2010", { ...two, domain: "local.intranet", mailboxes: ["amartins", "Alan Reid"] }),
    line: "Add-ADPermission 'Alan Reid' -User amartins -ExtendedRights Send-As",
    // The row was made anonymous and does not line up.
    told: (text) =>
      text.replace(/^local\.intranet\/U\.\.\. LOCAL\\amartins +/m, "local.intranet/Us... LOCAL\\amartins       "),
  },
  "search-mailbox.1": {
    shell: () => shellOf("2013", two, { width: 300 }),
    // What failed below the warning was the store's.
    line: "$null = Search-Mailbox alan.reid -SearchQuery x -EstimateResultOnly",
    told: (text) => `${text.split("\n")[0]?.replace("> ", "")}\n`,
  },
  "get-offlineaddressbook.1": {
    shell: () =>
      shellOf(
        "2013",
        {
          domain: "mydomain.com",
          servers: ["ex"],
          domainControllers: ["dc"],
          systemMailboxes: true,
          databases: [{ name: "DB01", server: "ex" }],
        },
        { lines: ["Update-OfflineAddressBook 'Default Offline Address Book'"] },
      ),
    // How many recipients; and which web site of the server it is, which no parameter names.
    told: (text) => text.replace("1693", "0").replace("{ex\\OAB (Exchange Back End)}", "{}"),
  },
};
