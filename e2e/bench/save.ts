import { resolve } from "node:path";
import { launch } from "../browser/launch.ts";
import { isTo } from "../sandbox/request-log.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { type Extension, extensionAt, formFilledAt, openPopup } from "./popups.ts";
import { profileNumber, serve } from "./profile-pages.ts";
import { type Row, sampled } from "./row.ts";
import type { Target } from "./target.ts";

const FORWARDER = resolve(import.meta.dirname, "forwarder");

/** What an opened popup still asks its worker for is over by then, ms. */
const QUIET = 400;

/** From the click on Save to the request's arrival, against a worker that only forwards. */
export async function saveRows(samples: number): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const app = await launch({ sandbox, otherExtensions: [FORWARDER] });
  await app.connect();
  const page = await app.context.newPage();
  const [ours, forwarder] = [extensionAt("dist"), extensionAt(FORWARDER)];
  let person = 0;

  async function timed(extension: Extension, isCold: boolean): Promise<number> {
    const profile = profileNumber(++person);
    serve(sandbox, profile);
    await page.goto(profile.url);
    const popup = await openPopup(page, extension);
    await formFilledAt(popup);
    await new Promise((settled) => setTimeout(settled, QUIET));
    if (isCold) await stopWorkers(popup.target);
    sandbox.log.clear();
    const clickedAt = await clickSave(popup.target);
    const request = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", "/v1/persons"));
    await popup.close();
    return request.at - clickedAt;
  }

  const times = { cold: { ours: [], other: [] }, warm: { ours: [], other: [] } } as Times;
  await timed(ours, false);
  await timed(forwarder, false);
  for (let n = 0; n < samples; n++) {
    for (const worker of ["cold", "warm"] as const) {
      times[worker].ours.push(await timed(ours, worker === "cold"));
      times[worker].other.push(await timed(forwarder, worker === "cold"));
    }
  }
  await app.close();
  await sandbox.close();
  return (["cold", "warm"] as const).map((worker) =>
    sampled(
      { part: "Save to wire", what: `worker ${worker}, against one that forwards`, unit: "ms" },
      times[worker].ours,
      {
        against: times[worker].other,
        bar: { atMost: 2 },
      },
    ),
  );
}

type Times = Record<"cold" | "warm", Record<"ours" | "other", number[]>>;

/** Stops every worker from the popup, which another page would close by taking the focus. */
async function stopWorkers(popup: Target): Promise<void> {
  const stopped = popup.event<{ versions: { runningStatus: string }[] }>(
    "ServiceWorker.workerVersionUpdated",
    ({ versions }) => versions.some(({ runningStatus }) => runningStatus === "stopped"),
  );
  await popup.send("ServiceWorker.enable");
  await popup.send("ServiceWorker.stopAllWorkers");
  await stopped;
}

/** A real mouse click on the popup's Save; epoch ms of it. */
async function clickSave(popup: Target): Promise<number> {
  const { x, y } = await popup.evaluate<{ x: number; y: number }>(`(() => {
    const button = document.querySelector("button[type=submit]");
    globalThis.savedAt = new Promise((resolve) => {
      button.addEventListener("click", (event) => resolve(Date.now() - performance.now() + event.timeStamp));
    });
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`);
  for (const type of ["mousePressed", "mouseReleased"])
    await popup.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  return await popup.evaluate<number>("savedAt");
}
