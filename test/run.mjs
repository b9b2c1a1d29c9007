// npm test: everything that a change is held to, from a fresh clone on. Ends with one line: N passed, N failed.
// Plain JavaScript without imports of ours: what it checks may be missing or broken.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = `${root}node_modules/.cache/vitest-results.json`;

/** Runs a tool of node_modules, or a script, with our Node; its output comes whole, when it has ended. */
function run(name, script, ...args) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [`${root}${script}`, ...args], {
      cwd: root,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const passed = code === 0;
      console.log(`${passed ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
      if (output.trim() !== "" && (!passed || name === "tests")) console.log(output.trimEnd());
      resolve(passed);
    });
  });
}

const tsc = "node_modules/typescript/bin/tsc";

async function main() {
  if (!(await run("install", "test/support/install.mjs"))) return { passed: 0, failed: 1 };
  // Two at a time. The type check leaves the declarations that the build puts together for the package.
  const [library, lint] = await Promise.all([
    run("typecheck, library", tsc, "-b", "src/vitest"),
    run("lint", "node_modules/@biomejs/biome/bin/biome", "check", "--colors=off", "."),
  ]);
  const build = library && (await run("build", "node_modules/tsup/dist/cli-default.js", "--silent"));
  const [others, tests] = await Promise.all([run("typecheck, tests and faces", tsc, "-b", "test"), runTests()]);
  const counts = { passed: 0, failed: 0 };
  for (const passed of [library, lint, build, others]) counts[passed ? "passed" : "failed"]++;
  return { passed: counts.passed + tests.passed, failed: counts.failed + tests.failed };
}

async function runTests() {
  mkdirSync(`${root}node_modules/.cache`, { recursive: true });
  rmSync(results, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const passed = await run("tests", "node_modules/vitest/vitest.mjs", "run", ...reporters);
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, "utf8"));
  // A file that does not load, or an error outside of a test, fails the run without a failed test.
  return { passed: numPassedTests, failed: passed ? numFailedTests : Math.max(1, numFailedTests) };
}

const { passed, failed } = await main();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
