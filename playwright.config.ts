import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/browser",
  globalSetup: "./e2e/browser/require-build.ts",
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // A browser that has just been installed answers late on a busy machine; what hangs hangs longer.
  expect: { timeout: 15_000 },
  reporter: "list",
});
