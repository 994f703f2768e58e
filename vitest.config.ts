import { defineConfig } from "vitest/config";

// Without the plugins of vite.config.ts: unit tests need no extension build.
export default defineConfig({
  test: { include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"], environment: "node" },
});
