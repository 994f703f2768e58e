import { startSandbox } from "./sandbox/start-sandbox.ts";
import { launch } from "./browser/launch.ts";
const sandbox = await startSandbox();
sandbox.pages.serve("https://www.linkedin.com/in/a/", "<title>AAA</title><p>hi");
const t0 = Date.now();
const app = await launch({ sandbox, extensionDir: "/tmp/stub/dist" });
console.log("launched", Date.now() - t0);
await app.connect(); console.log("connected", Date.now() - t0);
const p1 = await app.visit("https://www.linkedin.com/in/a/");
const p2 = await app.visit("https://de.linkedin.com/in/a?x=1");
for (let i = 0; i < 5; i++) {
  const popup = await app.clickToolbar(i % 2 ? p1 : p2);
  await popup.getByText(/AAA/).waitFor({timeout: 3000});
  console.log(await popup.textContent("body"), Date.now() - t0);
  const c = popup.waitForEvent("close"); await popup.close(); await c;
}
await app.killWorker(); console.log("killed", Date.now() - t0);
await app.connect(); console.log("again", Date.now() - t0, sandbox.log.entries);
await app.close(); await sandbox.close(); console.log("closed", Date.now() - t0);
