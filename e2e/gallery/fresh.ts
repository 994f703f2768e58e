import { seededStore } from "../sandbox/seed.ts";
import type { Stage } from "./stage.ts";

/** As after the installation, connected: nothing of the last state is left in browser or sandbox. */
export async function makeFresh({ app, sandbox }: Stage): Promise<void> {
  sandbox.faults.clear();
  await app.makeFresh();
  Object.assign(sandbox.store, seededStore("first"));
  await app.connect();
}
