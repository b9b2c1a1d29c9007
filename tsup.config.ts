import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const library = { index: "src/index.ts", parser: "src/parser.ts", vitest: "src/vitest/index.ts" };

const mainDoorFromOutside: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "main-door-from-outside",
  setup(build) {
    build.onResolve({ filter: /^\.\.\/index\.js$/ }, ({ importer }) => {
      return /[\\/]src[\\/]vitest[\\/]/.test(importer) ? { path: "./index.cjs", external: true } : undefined;
    });
  },
};

const shared: Options = {
  outDir: "dist",
  target: "es2022",
  platform: "neutral",
  // Only blanks and syntax: the names of classes show in messages and traces.
  minifyWhitespace: true,
  minifySyntax: true,
  esbuildOptions(options) {
    options.mainFields = ["module", "main"];
  },
};

// The three builds run side by side, so none of them can clean for the others.
rmSync("dist", { recursive: true, force: true });

export default defineConfig([
  {
    ...shared,
    entry: { ...library, cli: "src/cli/main.ts" },
    format: "esm",
    // The doors share chunks, so that an object made by one is known to the other.
    splitting: true,
    external: [/^node:/],
    onSuccess: writeNotices,
  },
  // CommonJS has no shared chunks; what the matchers need of the main door, they take from its file.
  { ...shared, entry: library, format: "cjs", esbuildPlugins: [mainDoorFromOutside] },
  { ...shared, entry: library, format: ["esm", "cjs"], dts: { only: true } },
]);

/** What is bundled stays under its own licence; the texts go with the package. */
async function writeNotices(): Promise<void> {
  const bundled = ["chevrotain", "@chevrotain/cst-dts-gen", "@chevrotain/gast", "@chevrotain/regexp-to-ast"];
  const notices = [...bundled, "@chevrotain/types", "@chevrotain/utils", "lodash-es", "immer"].map((name) => {
    const folder = `node_modules/${name}`;
    const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as { version: string };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version}\n\n${file === undefined ? "" : readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
  });
  writeFileSync("dist/THIRD-PARTY-LICENSES.txt", notices.join(`\n${"-".repeat(80)}\n\n`));
}
