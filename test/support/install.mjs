// Installs the development dependencies when they are missing or do not match the lock file.
// Plain JavaScript without imports of ours: it runs on a fresh clone, before anything is there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the lock file wants of this machine: package path → version; optional ones may be left out by npm. */
function wanted() {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
  return Object.entries(packages).filter(([path, entry]) => path !== "" && !entry.optional);
}

function isInstalled() {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const installed = new Map(Object.entries(JSON.parse(readFileSync(record, "utf8")).packages));
  return wanted().every(([path, entry]) => installed.get(path)?.version === entry.version);
}

if (!isInstalled()) {
  console.error("Installing what package-lock.json names …");
  // npm is a script on Windows, which only a shell starts.
  const npm = spawnSync("npm ci --no-audit --no-fund --loglevel=error", {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: true,
  });
  if (npm.status !== 0) {
    console.error("npm ci failed; nothing was run.");
    process.exit(npm.status ?? 1);
  }
}
