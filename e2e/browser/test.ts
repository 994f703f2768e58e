import { test as base } from "@playwright/test";
import { type Sandbox, type SandboxOptions, startSandbox } from "../sandbox/start-sandbox.ts";
import { launch, type TestBrowser } from "./launch.ts";

interface Fixtures {
  /** `test.use({ sandboxOptions })` changes how the sandbox starts. */
  sandboxOptions: SandboxOptions;
  /** Stardex and LinkedIn for this test alone. */
  sandbox: Sandbox;
  /** Chromium with the built extension, not connected to Stardex. */
  browserApp: TestBrowser;
  /** The same, connected to the sandbox with its key. */
  connectedApp: TestBrowser;
}

/** Playwright's test with the sandbox and a real browser. Every test has its own of both. */
export const test = base.extend<Fixtures>({
  sandboxOptions: [{}, { option: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    const sandbox = await startSandbox(sandboxOptions);
    await use(sandbox);
    await sandbox.close();
  },
  browserApp: async ({ sandbox }, use) => {
    const app = await launch({ sandbox, headless: !process.env.STARDEX_HEADED });
    await use(app);
    await app.close();
  },
  connectedApp: async ({ browserApp, sandbox }, use) => {
    await browserApp.connect();
    sandbox.log.clear();
    await use(browserApp);
  },
});

export { expect } from "@playwright/test";
