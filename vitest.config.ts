import { defineConfig } from "vitest/config";
import { nativeSources } from "./test/support/native-sources.js";

export default defineConfig({
  plugins: [nativeSources()],
  test: {
    // The library keeps no state that a test could leave behind, so a worker loads it once for all of its files.
    isolate: false,
    include: ["test/**/*.test.ts"],
    // Threads start faster than processes; nothing here depends on process-wide state.
    pool: "threads",
    // All cores: nothing waits for the main thread, which only reports.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 110_000,
  },
});
