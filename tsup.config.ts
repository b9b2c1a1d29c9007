import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Options } from "tsup";

const library = { index: "src/index.ts", parser: "src/parser.ts", vitest: "src/vitest/index.ts" };

/** What the type check leaves: declarations file by file, of which the package's doors are put together. */
const declarations = Object.fromEntries(
  Object.entries(library).map(([name, file]) => {
    return [name, `.cache/declarations/${file.replace(/\.ts$/, ".d.ts")}`];
  }),
);

const mainDoorFromOutside: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "main-door-from-outside",
  setup(build) {
    build.onResolve({ filter: /^\.\.\/index\.js$/ }, ({ importer }) => {
      return /[\\/]src[\\/]vitest[\\/]/.test(importer) ? { path: "./index.cjs", external: true } : undefined;
    });
  },
};

/**
 * What Chevrotain brings along and nothing here uses: its lexer, which reads regular expressions (tokens here are read
 * by the parser's modes), and lodash, of which it needs a few lines.
 */
const leanChevrotain: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "lean-chevrotain",
  setup(build) {
    const lodash = fileURLToPath(new URL("test/support/bundle/lodash.js", import.meta.url));
    build.onResolve({ filter: /^lodash-es$/ }, () => ({ path: lodash, sideEffects: false }));
    build.onLoad({ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/]scan[\\/]lexer_public\.js$/ }, () => ({
      contents: "export class Lexer {}\nLexer.NA = /NOT_APPLICABLE/;\nexport const LexerDefinitionErrorType = {};",
    }));
  },
};

const shared: Options = {
  outDir: "dist",
  target: "es2022",
  platform: "neutral",
  // No message holds the name of a class; errors that leave the library set theirs.
  minify: true,
  esbuildPlugins: [leanChevrotain],
  esbuildOptions(options) {
    options.mainFields = ["module", "main"];
  },
};

// The builds run side by side, so none of them can clean for the others.
rmSync("dist", { recursive: true, force: true });

/** With `--no-dts` what runs, without the declarations: they need the type check, which takes longer than the rest. */
export default defineConfig(({ dts }) => [
  {
    ...shared,
    entry: { ...library, cli: "src/cli/main.ts", "shell-worker": "src/cli/shell-worker.ts" },
    format: "esm",
    // The doors share chunks, so that an object made by one is known to the other.
    splitting: true,
    external: [/^node:/],
    onSuccess: writeNotices,
  },
  // CommonJS has no shared chunks; what the matchers need of the main door, they take from its file.
  { ...shared, entry: library, format: "cjs", esbuildPlugins: [leanChevrotain, mainDoorFromOutside] },
  ...(dts === false
    ? []
    : [{ ...shared, entry: declarations, format: ["esm" as const, "cjs" as const], dts: { only: true } }]),
]);

/** What is bundled stays under its own licence; the texts go with the package. */
async function writeNotices(): Promise<void> {
  const bundled = ["chevrotain", "@chevrotain/gast", "@chevrotain/types", "@chevrotain/utils", "immer"];
  const notices = bundled.map((name) => {
    const folder = `node_modules/${name}`;
    const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as { version: string };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version}\n\n${file === undefined ? "" : readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
  });
  writeFileSync("dist/THIRD-PARTY-LICENSES.txt", notices.join(`\n${"-".repeat(80)}\n\n`));
}
