import type { TestBrowser } from "../browser/launch.ts";
import { browserOf } from "./popups.ts";
import { Target } from "./target.ts";

/** Bytes that our worker holds once its garbage is gone. */
export async function workerHeap(app: TestBrowser): Promise<number> {
  const { session, target } = await workerTarget(app);
  await target.send("HeapProfiler.collectGarbage");
  await target.send("HeapProfiler.collectGarbage");
  const { usedSize } = await target.send<{ usedSize: number }>("Runtime.getHeapUsage");
  await target.detach();
  await session.detach();
  return usedSize;
}

async function workerTarget(app: TestBrowser) {
  const session = await browserOf(app.context).newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.includes(app.extensionId()),
  );
  if (!worker) throw new Error("The worker does not run");
  return { session, target: await Target.attach(session, worker.targetId) };
}
