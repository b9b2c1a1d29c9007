import { emptyDirectory, type FileSystem, splitPath, withNode } from "../cmdlets/management/file-system.js";
import { type ExchangeRelease, startScript } from "../exchange/index.js";

const folders: Readonly<Record<ExchangeRelease, string>> = {
  "2010": "V14",
  "2013": "V15",
  "2016": "V15",
  "2019": "V15",
};

/** Where Exchange is installed on the server: `C:\Program Files\Microsoft\Exchange Server\V14`. */
export const exchangeFolder = (release: ExchangeRelease): string =>
  `C:\\Program Files\\Microsoft\\Exchange Server\\${folders[release]}`;

const within = ["bin", "scripts", "Logging", "Mailbox", "TransportRoles"];

/** The folders that Exchange has on its server, and the script with which its shell starts; its other files are not here. */
export function addExchangeFolders(files: FileSystem, release: ExchangeRelease, now: bigint): void {
  const folder = exchangeFolder(release);
  const base = splitPath(folder);
  for (const name of within) files.root = withNode(files.root, [...base, name], emptyDirectory(name, now), now);
  const name = "RemoteExchange.ps1";
  const script = {
    kind: "file",
    name,
    text: startScript(release),
    created: now,
    written: now,
    isPreset: true,
  } as const;
  files.root = withNode(files.root, [...base, "bin", name], script, now);
}
