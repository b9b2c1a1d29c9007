import { expect } from "vitest";
import { buildTopology, createShell, type EditionName, type Shell } from "../../../src/index.js";

const versions: Readonly<Record<string, string>> = {
  Exchange2010: "14.3.123.4",
  Exchange2013: "15.0.1497.2",
  Exchange2016: "15.1.2375.7",
  Exchange2019: "15.2.986.5",
};

const common = [
  "Send-MailMessage -From alan.reid@contoso.com -To sarah.jones@contoso.com -Subject test -SmtpServer EX01",
  "$null = New-SendConnector Out -AddressSpaces *",
  "$null = New-DynamicDistributionGroup All -IncludedRecipients MailboxUsers",
  "$null = New-TransportRule R -SubjectContainsWords x -PrependSubject y",
  "$null = New-MoveRequest 'Sarah Jones' -TargetDatabase DB02",
];
const of2010 = [
  "$null = New-PublicFolderDatabase PF -Server EX01",
  "Mount-Database PF",
  "$null = New-PublicFolder Sales",
  "$null = Enable-OutlookAnywhere -Server EX01 -ExternalHostname mail.contoso.com -ClientAuthenticationMethod Basic -SSLOffloading $false",
];

/** An organization that has an object of each noun. */
function makeShell(edition: EditionName): Shell {
  const topology = buildTopology({
    domain: "contoso.com",
    servers: ["EX01", "EX02"].map((name) => ({ name, version: versions[edition] ?? "" })),
    availabilityGroups: [{ name: "DAG1", members: ["EX01", "EX02"], ipAddresses: ["10.0.0.9"] }],
    databases: [
      { name: "DB01", server: "EX01", copies: ["EX02"] },
      { name: "DB02", server: "EX01" },
    ],
    mailboxes: [
      { name: "Alan Reid", database: "DB01" },
      { name: "Sarah Jones", database: "DB01" },
    ],
    clientAccessArrays:
      edition === "Exchange2010" ? [{ name: "cas", fqdn: "cas.contoso.com", site: "Default-First-Site-Name" }] : [],
  });
  const shell = createShell({ edition, topology });
  for (const line of [...common, ...(edition === "Exchange2010" ? of2010 : [])])
    expect([line, ...shell.run(line).errors.map(({ message }) => message)]).toEqual([line]);
  return shell;
}

const shells = new Map<EditionName, Shell>();

/** A shell in that organization, made once for each edition; nothing that is typed in it may change it. */
export function shellWithAll(edition: EditionName, width: number): Shell {
  const shell = shells.get(edition) ?? makeShell(edition);
  shells.set(edition, shell);
  shell.width = width;
  return shell;
}
