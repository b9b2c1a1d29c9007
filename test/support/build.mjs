// Builds what runs of dist/ when it is missing or older than what it is made of, so that a second `npm start` begins at
// once. The declarations, which need the type check, come with `npm run build`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The time of the last change in a file, or in any file of a folder. */
function lastChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((entry) => lastChange(join(path, entry))));
}

function isBuilt() {
  const files = ["index", "parser", "vitest"].flatMap((name) => ["js", "cjs"].map((end) => `${name}.${end}`));
  const built = [...files, "cli.js"].map((file) => join(root, "dist", file));
  if (!built.every(existsSync)) return false;
  const sources = ["src", "grammar", "package.json", "package-lock.json", "tsconfig.json", "tsup.config.ts"];
  sources.push("test/support/bundle");
  const newest = Math.max(...sources.map((source) => lastChange(join(root, source))));
  return built.every((file) => statSync(file).mtimeMs >= newest);
}

if (!isBuilt()) {
  console.error("Building …");
  const tsup = spawnSync(
    process.execPath,
    [join(root, "node_modules/tsup/dist/cli-default.js"), "--silent", "--no-dts"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
    },
  );
  process.exitCode = tsup.status ?? 1;
}
