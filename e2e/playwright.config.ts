import { defineConfig } from "@playwright/test";

export default defineConfig({
  // `npm test` runs the first, `npm run test:nightly` both: the folder alone decides.
  projects: [
    { name: "daily", testDir: "specs" },
    { name: "nightly", testDir: "nightly" },
  ],
  outputDir: "../test-results/browser",
  globalSetup: "./browser/chromium/require-build.ts",
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // A browser that has just been installed answers late on a busy machine; what hangs hangs longer.
  expect: { timeout: 15_000 },
  reporter: "list",
});
