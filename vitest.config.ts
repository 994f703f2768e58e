import { defineConfig } from "vitest/config";

// Without the plugins of vite.config.ts: unit tests need no extension build.
export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
    environment: "node",
    setupFiles: ["src/testing/fresh-database.ts"],
    // Vitest leaves one core to itself, of two that is half.
    maxWorkers: "100%",
    // Thousands of cases on a busy machine take their time; what hangs hangs longer.
    testTimeout: 60_000,
    // The first hook of a file loads all that it tests.
    hookTimeout: 60_000,
  },
});
