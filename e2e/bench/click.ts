import { resolve } from "node:path";
import type { Page } from "playwright";
import { launch } from "../browser/launch.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { type Extension, extensionAt, formFilledAt, openPopup } from "./popups.ts";
import { largestProfile, serve } from "./profile-pages.ts";
import { type Row, sampled } from "./row.ts";

const BLANK = resolve(import.meta.dirname, "blank");

/** From the toolbar click to the frame with the filled form, against a popup with one empty input. */
export async function clickRows(samples: number): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const app = await launch({ sandbox, otherExtensions: [BLANK] });
  await app.connect();
  const profile = largestProfile();
  serve(sandbox, profile);
  const page = await app.visit(profile.url);
  const [ours, blank] = [extensionAt("dist"), extensionAt(BLANK)];

  /** Each click falls on a page that was just loaded, as with every next profile. */
  async function timed(extension: Extension, isCold: boolean): Promise<number> {
    await page.reload();
    if (isCold) await app.killWorker();
    return await clickToForm(page, extension);
  }

  const times = { cold: { ours: [], blank: [] }, warm: { ours: [], blank: [] } } as Times;
  await timed(ours, false);
  await timed(blank, false);
  for (let n = 0; n < samples; n++) {
    for (const worker of ["cold", "warm"] as const) {
      times[worker].ours.push(await timed(ours, worker === "cold"));
      times[worker].blank.push(await timed(blank, worker === "cold"));
    }
  }
  await app.close();
  await sandbox.close();
  return (["cold", "warm"] as const).map((worker) =>
    sampled(
      { part: "Click to form", what: `worker ${worker}, against a blank popup`, unit: "ms" },
      times[worker].ours,
      {
        against: times[worker].blank,
        bar: { atMost: 1.2 },
      },
    ),
  );
}

type Times = Record<"cold" | "warm", Record<"ours" | "blank", number[]>>;

async function clickToForm(page: Page, extension: Extension): Promise<number> {
  const popup = await openPopup(page, extension);
  const filledAt = await formFilledAt(popup);
  await popup.close();
  return filledAt - popup.clickedAt;
}
