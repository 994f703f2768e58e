import { seededStore } from "../sandbox/seed.ts";
import type { Stage } from "./states.ts";

/** As after the installation, connected: what the state before has left in browser and sandbox is gone. */
export async function makeFresh({ app, sandbox }: Stage): Promise<void> {
  sandbox.faults.clear();
  await app.makeFresh();
  Object.assign(sandbox.store, seededStore("first"));
  await app.connect();
}
