import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { createShell, type EditionName, importOrganization, type Topology, toJSON } from "../index.js";
import type { OrganizationCommand } from "./arguments.js";
import { organizationOf } from "./infer-organization.js";
import { organizationFile, organizationNamed } from "./organization-file.js";
import { showProgress, writeOut } from "./standard-streams.js";
import { readTextFile } from "./text-file.js";

/** What `ems org` was asked to do. */
export interface OrganizationRun {
  readonly what: OrganizationCommand;
  readonly files: readonly string[];
  readonly org: string | undefined;
  readonly out: string | undefined;
  readonly edition: EditionName | undefined;
}

/** Makes, shows, writes, imports or infers an organization. */
export function runOrganizationCommand({
  what,
  files,
  org = "headOffice",
  out,
  edition: asked,
}: OrganizationRun): number {
  switch (what) {
    case "new":
      give(asFile(files[0] === undefined ? organizationNamed(org) : organizationFile(files[0])), out);
      return 0;
    case "show":
      give(summaryOf(organizationNamed(org)), out);
      return 0;
    case "export":
      give(asFile(organizationNamed(org)), out);
      return 0;
    case "import": {
      const texts = Object.fromEntries(files.map((file) => [file, readTextFile(file)]));
      showProgress(`Importing ${files.length} ${files.length === 1 ? "file" : "files"} …`);
      const { topology, counts, doubts, edition } = importOrganization(texts);
      showProgress("");
      for (const { file, message } of doubts)
        process.stderr.write(`${file === "" ? "" : `${basename(file)}: `}${message}\n`);
      const brought = Object.entries(counts).map(([noun, count]) => `${count} ${noun}`);
      process.stderr.write(`Imported for --edition ${edition}: ${brought.join(", ") || "nothing"}\n`);
      give(asFile(topology), out);
      return brought.length > 0 ? 0 : 1;
    }
    case "infer": {
      const topology = organizationOf(files, asked);
      if (topology !== undefined) give(asFile(topology), out);
      return topology === undefined ? 1 : 0;
    }
  }
}

function give(text: string, out: string | undefined): void {
  if (out === undefined) writeOut(text);
  else writeFileSync(out, text);
}

function asFile(topology: Topology): string {
  return `${JSON.stringify(toJSON(topology), null, 1)}\n`;
}

/** What an administrator would look at first. */
const questions: readonly string[] = [
  "Get-ADSite | ft -auto Name",
  "Get-ExchangeServer | ft -auto Name, Site, ServerRole, AdminDisplayVersion",
  "Get-DatabaseAvailabilityGroup | ft -auto Name, Servers",
  "Get-ClientAccessArray | ft -auto Name, Site, Fqdn",
  "Get-MailboxDatabase | ft -auto Name, Server, Recovery, RpcClientAccessServer",
  "Get-AcceptedDomain | ft -auto Name, DomainName, DomainType",
  "Get-Recipient -ResultSize Unlimited | Group-Object RecipientTypeDetails -NoElement | ft -auto Count, Name",
];

function summaryOf(topology: Topology): string {
  const shell = createShell({ topology, width: 160 });
  return questions
    .map((question) => shell.run(question).text.trimEnd())
    .join("\n")
    .trimStart()
    .concat("\n");
}
