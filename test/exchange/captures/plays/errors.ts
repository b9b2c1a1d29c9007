import { buildTopology, createShell, type Shell } from "../../../../src/index.js";
import { type Plays, plusSigns, reflowed, shellOf, typed, unquoted } from "../play.js";

const two = { databases: [{ name: "DB01", server: "EX01" }], mailboxes: ["Alan Reid", "Sarah Jones"] } as const;
/** A plain console beside a server. */
const plainShell = (domain: string, ...lines: readonly string[]): Shell =>
  typed(
    createShell({
      edition: "PowerShell5",
      topology: buildTopology({ domain, servers: [{ name: "EX01", version: "15.1.225.42" }] }),
    }),
    lines,
  );
/** Where lines break, and how many blanks stand between words, does not matter. */
const blanksAside = (text: string): string => text.replaceAll(/\s+/g, "");
/** The message alone, without the frame below it. */
const messageOf = (text: string): string => text.replace(/\n {4}\+ CategoryInfo[\s\S]*/, "");

/** What the server gave to one request, and where lines break. */
const inOneLine = (text: string): string =>
  blanksAside(text.replaceAll(/(?<=TimeStamp=)[\s\S]*?(?=\])/g, "t").replaceAll(/(?<=RequestId=)[^,]*/g, "id"));
/** What is behind the first container in the name of an object of the configuration. */
const cutName = /,CN=Administrative Groups[\s\S]*?(?=')/;
/** A shell of 2016 beside a server of 2010. */
const withOlder = (domain: string, server: string, organization = "First Organization"): Shell =>
  createShell({
    edition: "Exchange2016",
    topology: buildTopology({
      domain,
      organization,
      release: "2016",
      servers: [{ name: server }, { name: "ex2010", version: "14.3.123.4" }],
    }),
  });

/** Errors of Exchange's cmdlets. */
export const errors: Plays = {
  "set-remotemailbox.1": {
    shell: () => shellOf("2016", { domain: "DOMAIN.LOCAL", domainControllers: ["AD1"], servers: ["EXCHANGE1"] }),
    // The author put variables where names had been.
    line: "Set-RemoteMailbox '$USER' -ExchangeGuid (New-Guid)",
    both: (text) => text.replace(/PSComputerName.*/, (found) => found.toLowerCase()),
    tolerances: reflowed,
  },
  "test-mapiconnectivity.1": {
    shell: () => shellOf("2016", { domain: "domain.com", ...two }, { width: 200 }),
    line: "Test-MAPIConnectivity -Database XXXXX",
    // Once for each server; the names are masked.
    told: (text) =>
      text
        .split("\n\n")[1]
        ?.replace("AD4XXX", "DC01")
        .replace("Server=XXXXX", "Server=EX01")
        .replace("XXXXX.domain", "ex01.domain") ?? "",
    both: blanksAside,
  },
  "remove-mailboxdatabase.1": {
    shell: () => shellOf("2013", two),
    line: "Remove-MailboxDatabase DB01 -Confirm:$false",
    // What stood in angle brackets has lost them, and the lower part of the frame is cut off.
    told: (text) =>
      plusSigns(text)
        .replace("(Database ID :", "(DB01:")
        .replaceAll(/(?:Database|Mailbox|MailboxPlan) ID\b/g, "<$&>")
        .replace("New-MoveRequest Parameters", "New-MoveRequest <parameters>"),
    shown: (text) => text.replace(/\n {4}\+ Fully[\s\S]*/, ""),
    both: blanksAside,
  },
  "update-mailboxdatabasecopy.1": {
    shell: () => shellOf("2016", { domain: "domain.com", domainControllers: ["dc01"], servers: ["exch02"] }),
    shown: messageOf,
    tolerances: reflowed,
  },
  "get-mailboxpermission.1": {
    shell: () => plainShell("contoso.com"),
    told: (text) => plusSigns(text).replace("-  ~", "+ ~"),
    both: blanksAside,
  },
  "get-externalinoutlook.1": {
    shell: () => shellOf("2016"),
    told: (text) => text.replace(/^- *\n+```\n/m, "+ ~~~~~~~~~~~~~~~~~~~~~\n    ").replace("-  Get-", "+ Get-"),
    tolerances: reflowed,
  },
  "get-exchangeserver.4": {
    // A console of PowerShell 2.0 without Exchange: the same of a name of this length that nobody knows; its mark was turned round.
    shell: () => shellOf("2010", {}, { width: 80 }),
    line: "Get-ExchangeSurfer",
    told: (text) => text.replaceAll("Get-ExchangeServer", "Get-ExchangeSurfer").replace(">>>>", "<<<<"),
  },
  "get-distributiongroupmember.1": {
    shell: () => shellOf("2010", { domain: "Contoso.com", domainControllers: ["Europe"] }),
    line: "Get-DistributionGroupMember '<object name>'",
    // All in one line.
    told: (text) => unquoted(text).replaceAll(" + ", "\n    + ").replaceAll(" : ", ": "),
    both: (text) => text.replaceAll(/ +: /g, ": "),
    tolerances: reflowed,
  },
  "get-publicfolderclientpermission.1": {
    shell: () =>
      shellOf("2013", two, { lines: ["$null = New-Mailbox -PublicFolder PF1", "$null = New-PublicFolder Sales"] }),
    line: "Get-PublicFolderClientPermission \\Sales -User alan.reid",
    told: (text) =>
      text
        .replace("user1.", "Alan Reid.")
        .replace("\n+ PS", "\n    + PS")
        .replace(/(?<=PSComputerName +: ).*/, "ex01.contoso.com")
        .replace(/\[Server=.*?,RequestId=.*?,/, "[Server=EX01,RequestId=00000000-0000-0000-0000-000000000000,"),
    both: (text) => text.replaceAll(/\d+\/\d+\/\d+\s+\d+:\d+:\d+ A\s*M/g, "{date}"),
    tolerances: reflowed,
  },
  "enable-exchangecertificate.2": {
    // A request that waits to be signed has no certificate to go with its key.
    shell: () =>
      shellOf(
        "2016",
        {},
        {
          lines: [
            "$null = New-ExchangeCertificate -GenerateRequest -SubjectName CN=x",
            "$t = (Get-ExchangeCertificate | ? { $_.Subject -eq 'CN=x' }).Thumbprint",
          ],
        },
      ),
    line: "Enable-ExchangeCertificate -Thumbprint $t -Services SMTP,IMAP,IIS",
    // All in one line; the server's name is in angle brackets and capitals.
    told: (text) =>
      text
        .replace(/SERVERNAME/, "EX01")
        .replace("<SERVER-NAME>", "EX01")
        .replace(/<servername.*>/, "ex01.contoso.com"),
    both: (text) => blanksAside(text.replace(/thumbprint +(?:X+|[0-9A-F]{40})/, "thumbprint x")),
  },
  "set-clientaccessserver.1": {
    shell: () => withOlder("domainname.edu", "ex2016"),
    // The author cut the name of the server, and left the warning of the older cmdlet's end out.
    told: (text) => plusSigns(text).replace("EX2010", "ex2010"),
    both: (text) => inOneLine(text.replace(/WARNING[\s\S]*?(?=You can't)/, "").replace(cutName, ",…")),
  },
  "set-clientaccessservice.1": {
    shell: () => withOlder("domainname.edu", "MAIL01", "Fabrikam"),
    line: "Set-ClientAccessService ex2010 -AutoDiscoverServiceInternalUri $null",
    // The author changed the names of the servers below the text, and left the domain out.
    both: (text) => inOneLine(text.replace(cutName, ",…").replace(/ *\+ PSComputerName.*/, "")),
  },
  "get-mailboxdatabasecopystatus.3": {
    shell: () => shellOf("2013", { domain: "1ct.net", domainControllers: ["1CTLAB-AD01"], servers: ["1CTLAB-DR-EX"] }),
    line: "Get-MailboxDatabaseCopyStatus -Server 1CTLAB-DR-EX",
    shown: messageOf,
    tolerances: reflowed,
  },
  "get-mailbox.21": {
    shell: () =>
      shellOf(
        "2010",
        { databases: [{ name: "DB01", server: "EX01" }] },
        {
          lines: [
            "Import-Module ActiveDirectory",
            "$null = New-Mailbox -Arbitration 'SystemMailbox{1f05a927-9daf-4003-9bf7-036822f96290}' -UserPrincipalName system@contoso.com",
            "Get-ADUser -Filter 'Name -like \"SystemMailbox*\"' | Set-ADUser -Clear homeMDB",
          ],
        },
      ),
    // The table above it is not told, nor where the mailbox is.
    told: (text) => unquoted(text).replace("object SystemMailbox", "object contoso.com/Users/SystemMailbox"),
    shown: (text) => text.slice(text.indexOf("WARNING")),
    both: blanksAside,
  },
};
