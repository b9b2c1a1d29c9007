import { buildTopology, createShell, type EditionName } from "../../../../src/index.js";
import { type Plays, plusSigns } from "../play.js";

/** Where lines break, and how many blanks stand between words, does not matter. */
const blanksAside = (text: string): string => text.replaceAll(/\s+/g, "");

/** The shell of an organization whose servers are all down; it asks for another, and nobody names one. */
const alone = (edition: EditionName, version: string, domain: string) =>
  createShell({
    edition,
    answers: [""],
    topology: buildTopology({
      domain,
      sites: ["Default-First-Site-Name", "Leeds"],
      servers: [
        { name: "ex01", version },
        { name: "ex02", site: "Leeds", version },
      ],
      network: { hosts: ["ex01", "ex02"].map((name) => ({ name, isDown: true })) },
    }),
  });

/** How shells begin. */
export const sessions: Plays = {
  "new-pssession.1": {
    shell: () => alone("Exchange2019", "15.2.221.12", "contoso.com"),
    line: ". $exbin\\RemoteExchange.ps1; Connect-ExchangeServer -auto",
    // Only up to where the error's position was cut off; names are taken out, and what stood in angle brackets is lost.
    told: (text) =>
      text
        .slice(0, text.indexOf("At line:1"))
        .replace("Help **", "Help *<string>*")
        .replace("Help  or  -?", "Help <cmdlet name> or <cmdlet name> -?")
        .replace("command:  |", "command: <command> |")
        .replace("Connecting to [[[REDACTED]]]", "Connecting to ex01.contoso.com")
        .replace(":[[[REDACTED]]]", ":[ex01.contoso.com]")
        .replace("[[[REDACTED]]]", "ex01.contoso.com"),
    shown: (text) => text.slice(0, text.indexOf("At line:1")),
    both: blanksAside,
  },
  "new-pssession.2": {
    // On PowerShell 4.0, as the width of the line that it shows tells.
    shell: () => alone("Exchange2013", "15.0.847.32", "contoso.in"),
    line: "Connect-ExchangeServer -auto",
    // The page has lost the marks below the line; the search of the directory failed too, which it does not here.
    told: (text) =>
      plusSigns(text)
        .replace(/^- *\s+```\s+```\s+/m, `+ ${"~".repeat(80)}\n`)
        .replace(/^Exception calling "FindAll"[\s\S]*COMException *\n/m, "")
        .replace("    + New-PSSession", "+ New-PSSession"),
    shown: (text) => text.slice(text.indexOf("New-PSSession"), text.indexOf("VERBOSE: Connecting to ex02")),
    both: blanksAside,
  },
  "import-pssession.1": {
    shell: () =>
      createShell({
        edition: "Exchange2010",
        topology: buildTopology({ domain: "contoso.com", servers: [{ name: "EX01", version: "14.3.123.4" }] }),
      }),
    // All that the user of the session might run.
    line: "$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex01/PowerShell/; Import-PSSession $session -CommandName Get-ExchangeDiagnosticInfo -AllowClobber",
    both: (text) => text.replace(/tmp_[0-9a-f-]+/, "tmp_"),
  },
};
