import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Threads start faster than processes; nothing here depends on process-wide state.
    pool: "threads",
    testTimeout: 20_000,
    hookTimeout: 110_000,
  },
});
