import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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

/** From the click on Save to the request's arrival: ours, and one that only writes first, against a worker that only forwards. */
export async function saveRows(samples: number): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const writerFolder = await makeWriter();
  const app = await launch({ sandbox, otherExtensions: [FORWARDER, writerFolder] });
  await app.connect();
  const page = await app.context.newPage();
  const [ours, forwarder, writer] = [extensionAt("dist"), extensionAt(FORWARDER), extensionAt(writerFolder)];
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

  const times: Times = { cold: newTimes(), warm: newTimes() };
  for (const extension of [ours, forwarder, writer]) await timed(extension, false);
  for (let n = 0; n < samples; n++) {
    for (const worker of ["cold", "warm"] as const) {
      times[worker].ours.push(await timed(ours, worker === "cold"));
      times[worker].forwarder.push(await timed(forwarder, worker === "cold"));
      times[worker].writer.push(await timed(writer, worker === "cold"));
    }
  }
  await app.close();
  await sandbox.close();
  await rm(writerFolder, { recursive: true, force: true });
  return (["cold", "warm"] as const).flatMap((worker) => {
    const { ours, writer, forwarder: against } = times[worker];
    const what = (which: string) => `${which} ${worker}, against one that forwards`;
    const figure = { part: "Save to wire", unit: "ms" as const };
    return [
      sampled({ ...figure, what: what("worker") }, ours, { against, bar: { atMost: 2 } }),
      sampled({ ...figure, what: what("two strict writes alone, worker") }, writer, { against }),
    ];
  });
}

type Times = Record<"cold" | "warm", Record<"ours" | "forwarder" | "writer", number[]>>;

function newTimes(): Times["cold"] {
  return { ours: [], forwarder: [], writer: [] };
}

/** The forwarder, with the worker that writes. */
async function makeWriter(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stardex-writer-"));
  await cp(FORWARDER, folder, { recursive: true });
  await cp(join(FORWARDER, "writer.js"), join(folder, "worker.js"));
  return folder;
}

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
