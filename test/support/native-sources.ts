// Lets tests load the library as JavaScript that Node imports by itself: a worker has its thousand modules in a second,
// where vitest, which transforms and evaluates each on its own, needs ten.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Plugin } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compiled = join(root, "node_modules/.cache/sources");
const folders = ["src", "grammar"];

/**
 * Compiles the sources file by file and sends what imports them from outside to the compiled ones. Not when vitest
 * watches: it follows changes only in what it transforms itself.
 */
export function nativeSources(): Plugin {
  let active = false;
  return {
    name: "native-sources",
    enforce: "pre",
    configResolved({ test }) {
      active = test?.watch !== true;
      if (active) compileSources();
    },
    resolveId(source, importer) {
      if (!active || importer === undefined || !source.startsWith(".")) return undefined;
      const path = relative(root, resolve(dirname(importer), source));
      if (!folders.includes(path.split(sep)[0] ?? "")) return undefined;
      return { id: join(compiled, path), external: true };
    },
  };
}

function compileSources(): void {
  rmSync(compiled, { recursive: true, force: true });
  buildSync({
    entryPoints: folders.flatMap((folder) => sourcesIn(join(root, folder))),
    outbase: root,
    outdir: compiled,
    format: "esm",
    target: "es2022",
    sourcemap: "linked",
  });
  writeFileSync(join(compiled, "package.json"), '{ "type": "module" }\n');
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ parentPath, name }) => join(parentPath, name));
}
