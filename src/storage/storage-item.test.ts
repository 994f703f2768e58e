import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { testBrowser } from "../testing/test-browser.ts";
import { StoredValueError, storageItem } from "./storage-item.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const schema = z.object({ version: z.literal(1), text: z.string() });
const item = storageItem("note", schema, null);

beforeEach(() => testBrowser.reset());

test("what is set is got, what is removed is the fallback", async () => {
  expect(await item.get()).toBeNull();
  await item.set({ version: 1, text: "a" });
  expect(await item.get()).toEqual({ version: 1, text: "a" });
  await item.remove();
  expect(await item.get()).toBeNull();
});

test("a stored value of another format is an error that names its item", async () => {
  testBrowser.put("note", { version: 0, words: "a" });
  await expect(item.get()).rejects.toEqual(new StoredValueError("note"));
});

test("a watcher sees every readable change of its item until it is stopped", async () => {
  const seen: unknown[] = [];
  const stop = item.watch((value) => seen.push(value?.text ?? null));
  await item.set({ version: 1, text: "a" });
  await storageItem("other", schema, null).set({ version: 1, text: "b" });
  await storageItem("note", z.object({ version: z.literal(2) }), null).set({ version: 2 });
  await item.remove();
  stop();
  await item.set({ version: 1, text: "c" });
  expect(seen).toEqual(["a", null]);
});
