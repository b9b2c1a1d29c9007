import { defineApplication } from "../../runtime/application.js";
import type { ApplicationInfo } from "../../runtime/commands.js";
import { notEmulated } from "../../runtime/errors.js";
import { getProperty, isRecord, listObjects } from "../../topology/index.js";
import type { Organization } from "../organization.js";
import { schema } from "../schema.js";

const programName = /^exsetup(?:\.exe)?$/i;

/**
 * ExSetup.exe, of which everybody asks the version: `Get-Command ExSetup | ForEach {$_.FileVersionInfo}` (facts:
 * get-command.1 to .3). It is that of the server which the shell is connected to: `15.01.2507.044`.
 */
export function findExSetup(organization: Organization, name: string): ApplicationInfo | undefined {
  if (!programName.test(name) || organization.release === null) return undefined;
  const { serverName } = organization.session;
  const server = listObjects(organization.current, "ExchangeServer").find((each) => each.name === serverName);
  const version = server === undefined ? null : getProperty(schema, server, "AdminDisplayVersion");
  if (!isRecord(version)) return undefined;
  const { major, minor, build, revision } = version;
  const digits = (part: unknown, count: number): string => String(part).padStart(count, "0");
  return defineApplication({
    name: "ExSetup.exe",
    version: [digits(major, 2), digits(minor, 2), digits(build, 4), digits(revision, 3)].join("."),
    folder: `C:\\Program Files\\Microsoft\\Exchange Server\\V${String(major)}\\bin`,
    resource: { internalName: "ExSetup.exe", product: "Microsoft® Exchange", language: "Language Neutral" },
    run: () => {
      throw notEmulated("ExSetup.exe", "It is there to be asked for its version.");
    },
  });
}
