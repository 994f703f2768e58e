import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { test as base } from "@playwright/test";
import { type Sandbox, type SandboxOptions, startSandbox } from "../sandbox/start-sandbox.ts";
import { launch, type TestBrowser } from "./launch.ts";

interface WorkerFixtures {
  /** The port of every sandbox of this worker process; Chromium is told at its start. */
  port: number;
  /** One Chromium for test after test: to start one takes longer than most tests. */
  sharedBrowser: TestBrowser;
}

interface Fixtures {
  /** `test.use({ sandboxOptions })` changes how the sandbox starts. */
  sandboxOptions: SandboxOptions;
  /** Stardex and LinkedIn for this test alone. */
  sandbox: Sandbox;
  /** Chromium with the built extension, which remembers nothing of other tests; not connected to Stardex. */
  browserApp: TestBrowser;
  /** The same, connected to the sandbox with its key. */
  connectedApp: TestBrowser;
  /** A Chromium of its own, into which the extension has just been installed. */
  installedApp: TestBrowser;
}

const headless = !process.env.STARDEX_HEADED;

/** Playwright's test with the sandbox and a real browser, both as new for every test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  port: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      await use(await freePort());
    },
    { scope: "worker" },
  ],
  sharedBrowser: [
    async ({ port }, use) => {
      const app = await launch({ sandbox: { port }, headless });
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  sandboxOptions: [{}, { option: true }],
  sandbox: async ({ sandboxOptions, port }, use) => {
    const sandbox = await startSandbox({ ...sandboxOptions, port });
    await use(sandbox);
    await sandbox.close();
  },
  // Cleared while its own sandbox still answers: nothing of it may reach the next one.
  browserApp: async ({ sandbox: _answering, sharedBrowser }, use) => {
    await use(sharedBrowser);
    await sharedBrowser.makeFresh();
  },
  connectedApp: async ({ browserApp, sandbox }, use) => {
    await browserApp.connect();
    sandbox.log.clear();
    await use(browserApp);
  },
  installedApp: async ({ sandbox }, use) => {
    const app = await launch({ sandbox, headless });
    await use(app);
    await app.close();
  },
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export { expect } from "./expect.ts";
