import { copied, type Plays, reflowed, shellOf } from "../play.js";

/** Thumbprints and serial numbers. */
const numbers = (text: string): string => text.replaceAll(/\b[0-9A-F]{30,40}\b/g, "{number}");
/** In which order a store has its certificates is not told. */
const rowsInOrder = (text: string): string => {
  const [head = "", ...rows] = text.split("\n").filter((line) => line.trim() !== "");
  return [head, ...rows.map((row) => row.trimEnd()).sort()].join("\n");
};
/** What a page with lists for its errors made of them: the frame of an error, in one line. */
const onLines = (text: string): string => text.replaceAll(/\s{2,}(?=\+ \w+\s*:)/g, "\n    ").replaceAll(/\u00a0/g, " ");

/** Certificates of the servers. */
export const certificates: Plays = {
  "get-exchangecertificate.1": {
    // The certificate between servers was made anew for a domain, and stands last here.
    shell: () =>
      shellOf(
        "2019",
        { domain: "treyresearchworks.local", servers: ["TRE-MAIL"] },
        {
          lines: [
            "$first = Get-ExchangeCertificate | ? { $_.Subject -like '*Auth*' }",
            "$null = New-ExchangeCertificate -SubjectName 'CN=Microsoft Exchange Server Auth Certificate' -DomainName treyresearchworks.local -Services SMTP -Force",
            "Remove-ExchangeCertificate $first.Thumbprint -Confirm:$false",
          ],
        },
      ),
    line: "$c = Get-ExchangeCertificate; $c[-1], $c[0], $c[1] | fl",
    // Who ran it could not see the rules of the keys.
    shown: (text) => text.replaceAll(/^(AccessRules +:).*(?:\n {8,}\S.*)*/gm, "$1"),
    both: numbers,
  },
  "get-exchangecertificate.2": {
    shell: () =>
      shellOf(
        "2019",
        { servers: ["MAIL"] },
        {
          lines: [
            "$null = New-ExchangeCertificate -SubjectName 'CN=.ourdomain.com, O=LLC Company, L=NY, S=New York, C=US' -Services IIS,SMTP,IMAP -Force",
          ],
        },
      ),
    // The subject was cut where it stood in the author's window; a thumbprint has asterisks in place of some digits.
    told: (text) =>
      text
        .replaceAll(/^\S+\*+\S+/gm, "{number}")
        .replaceAll(/, S\.\.\.$/gm, "")
        .replace("CN=mail", "CN=MAIL"),
    shown: (text) => text.replaceAll(/, S=New York, C=US| S=New\.\.\./g, ""),
    both: (text) => rowsInOrder(numbers(text).replaceAll(/^-+ .*\n/gm, "")),
  },
  "get-exchangecertificate.4": {
    shell: () =>
      shellOf(
        "2016",
        {},
        {
          width: 170,
          lines: [
            "$null = New-ExchangeCertificate -SubjectName 'CN=outlook.exchange.info, OU=EXCH, O=EXCHANGE LAB, L=JUNG-GU, S=SEOUL, C=KR' -Services IIS,SMTP -Force",
          ],
        },
      ),
    both: (text) => rowsInOrder(numbers(text)),
  },
  "get-exchangecertificate.3": {
    shell: () => shellOf("2019", { domain: "domain.com", servers: ["EXCH-1"] }),
    // All in one line, some of its blanks lost.
    told: (text) => onLines(text).replace("Fwas", "F was"),
    both: (text) => text.replace(/\s+[AP]M(?=\])/, ""),
    tolerances: reflowed,
  },
  "enable-exchangecertificate.1": {
    shell: () =>
      shellOf(
        "2016",
        {},
        {
          answers: ["Y"],
          lines: ["$made = New-ExchangeCertificate -SubjectName CN=mail -DomainName mail -Services None -Force"],
        },
      ),
    line: "Enable-ExchangeCertificate -Thumbprint $made.Thumbprint -Services SMTP,IIS,IMAP,POP",
    // The page has lost one of the two blanks between choices.
    told: (text) => text.replaceAll(/(?<=[a-z]) (?=\[[A-Z?]\])/gi, "  "),
    both: numbers,
    tolerances: [...copied, "sessionLines"],
  },
  "import-exchangecertificate.1": {
    shell: () =>
      shellOf(
        "2016",
        { domain: "contoso.local", servers: ["EXCHANGE2016"] },
        { files: { "C:\\Cert\\cert.pfx": "no certificate" } },
      ),
    tolerances: reflowed,
  },
};
