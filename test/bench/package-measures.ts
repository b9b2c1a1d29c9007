// What it costs to have the package: its size, its import, its first lines.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { figure, type Measure, type Row, sampleOf } from "./harness.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const door = new URL("../../dist/index.js", import.meta.url).href;
const article = fileURLToPath(new URL("../../docs/transcripts/cas-array-article.txt", import.meta.url));
const coldRuns = 9;

export const packageMeasures: readonly Measure[] = [
  {
    name: "import",
    run: () => [
      { name: "import of the built package, cold", sample: sampleOf(cold(importOnly)), unit: "ms", goal: 100 },
    ],
  },
  {
    name: "article",
    run: () => {
      const sample = sampleOf(cold(replayArticle));
      return [{ name: "create a shell, replay the article, cold, after import", sample, unit: "ms", goal: 50 }];
    },
  },
  { name: "size", run: async () => [await sizeOf("index", 150), await sizeOf("parser")] },
];

const importOnly = `
const started = performance.now();
await import(${JSON.stringify(door)});
console.log(performance.now() - started);
`;

const replayArticle = `
import { readFileSync } from "node:fs";
import { createShell, replay, topologies } from ${JSON.stringify(door)};
const text = readFileSync(${JSON.stringify(article)}, "utf8");
const started = performance.now();
const { same } = replay(text, { shell: createShell({ topology: topologies.headOffice }) });
const took = performance.now() - started;
if (!same) throw new Error("The article does not replay.");
console.log(took);
`;

/**
 * Runs a program in new processes; what each prints is its time.
 * @throws when the program fails
 */
function cold(program: string): number[] {
  return Array.from({ length: coldRuns }, () => {
    const args = ["--input-type=module", "--eval", program];
    return Number(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  });
}

/** A door of the package as an application bundles it: one minified file, compressed as servers do. */
async function sizeOf(name: string, goal?: number): Promise<Row> {
  const { outputFiles } = await build({
    entryPoints: [`${root}dist/${name}.js`],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const kilobytes = (bytes: { length: number }): number => bytes.length / 1000;
  return {
    name: `ems-emulator/${name} bundled and minified, gzip`,
    sample: figure(kilobytes(gzipSync(code, { level: 9 }))),
    unit: "KB",
    ...(goal === undefined ? {} : { goal }),
    note: `brotli ${kilobytes(brotliCompressSync(code)).toFixed(1)}, plain ${kilobytes(code).toFixed(0)}`,
  };
}
