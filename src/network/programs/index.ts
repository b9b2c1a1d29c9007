import type { Organization } from "../../exchange/organization.js";
import type { ApplicationInfo } from "../../runtime/commands.js";
import { dnscmd } from "./dnscmd.js";
import { localHost } from "./here.js";
import { hostname } from "./hostname.js";
import { iisreset } from "./iisreset.js";
import { ipconfig } from "./ipconfig.js";
import { findProgramKnownByName } from "./known-by-name.js";
import { net } from "./net.js";
import { nslookup } from "./nslookup.js";
import { ping } from "./ping.js";
import { tracert } from "./tracert.js";
import { whoami } from "./whoami.js";

const programs: readonly ApplicationInfo[] = [
  dnscmd,
  hostname,
  iisreset,
  ipconfig,
  net,
  nslookup,
  ping,
  tracert,
  whoami,
];

const byName = new Map(
  programs.flatMap((program) => {
    const name = program.name.toLowerCase();
    return [name, name.slice(0, name.lastIndexOf("."))].map((key) => [key, program] as const);
  }),
);

/** A program of the machine that the console is open on, with or without `.exe`. */
export function findProgram(organization: Organization, name: string): ApplicationInfo | undefined {
  const found = byName.get(name.toLowerCase()) ?? findProgramKnownByName(name);
  return found === undefined || localHost(organization) === null ? undefined : found;
}
