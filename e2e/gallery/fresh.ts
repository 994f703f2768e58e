/// <reference types="chrome" />
import { seededStore } from "../sandbox/seed.ts";
import type { Stage } from "./states.ts";

/** As after the installation, connected: what the state before has left in browser and sandbox is gone. */
export async function makeFresh({ app, sandbox }: Stage): Promise<void> {
  const page = await app.openOptions();
  for (const other of app.context.pages()) if (other !== page) await other.close();
  sandbox.faults.clear();
  await page.evaluate(async () => {
    await chrome.alarms.clearAll();
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  await app.killWorker();
  Object.assign(sandbox.store, seededStore("first"));
  await app.connect();
}
