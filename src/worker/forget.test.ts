/** What is under way when everything is forgotten writes nothing afterwards. */
import { beforeEach, expect, test, vi } from "vitest";
import { database } from "../storage/database.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { clearStorage } from "./forget.ts";
import { createRequests } from "./requests.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

beforeEach(() => testBrowser.reset());

test("nothing is left, in any place", async () => {
  const db = await database();
  for (const name of ["connection", "worker"] as const) await db.put(name, { some: "thing" }, "x");
  testBrowser.put("jobs:w", { name: "CFO" });
  await clearStorage();
  for (const name of db.objectStoreNames) expect(await db.count(name)).toBe(0);
  expect(testBrowser.item("jobs:w")).toBeUndefined();
});

test("requests under way are given up, and what rested on them is over before all is cleared", async () => {
  const order: string[] = [];
  const requests = createRequests(
    (_url, init) =>
      new Promise((_answer, reject) => {
        const signal = init?.signal;
        if (signal?.aborted) reject(signal.reason);
        signal?.addEventListener("abort", () => reject(signal.reason));
      }),
  );
  const lookUp = requests.track(
    requests.fetch("https://api.stardex.ai/").catch(async () => {
      await Promise.resolve();
      order.push("the look-up wrote");
    }),
  );
  await requests.withoutAny(async () => {
    order.push("cleared");
    await expect(requests.fetch("https://api.stardex.ai/", {})).rejects.toThrow();
  });
  await lookUp;
  expect(order).toEqual(["the look-up wrote", "cleared"]);
});

test("afterwards requests go out again", async () => {
  const fetch = vi.fn(async () => Response.json({}));
  const requests = createRequests(fetch);
  await requests.withoutAny(async () => undefined);
  expect((await requests.fetch("https://api.stardex.ai/")).ok).toBe(true);
});
