// The thread's code with the library in one file of JavaScript: threads that compiled the sources themselves would spend
// longer on them than on the cases.
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const source = new URL("worker.ts", import.meta.url);
const target = new URL("../../node_modules/.cache/conformance/worker.mjs", import.meta.url);

/** Builds the file anew from the sources as they are, and says where it is. */
export function buildWorker(): URL {
  buildSync({
    entryPoints: [fileURLToPath(source)],
    outfile: fileURLToPath(target),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    // Recorded files are read from beside the source.
    define: { "import.meta.url": JSON.stringify(source.href) },
    logLevel: "error",
  });
  return target;
}
