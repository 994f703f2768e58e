import { expect, test } from "vitest";
import type { SaveRecord } from "../../model/save.ts";
import { someSave } from "../../testing/saves.ts";
import { noFilter, queryOf, withChanges } from "./saves-list.ts";

const workspace = "0123456789abcdef";
const query = queryOf(workspace, noFilter);
const saveAt = (order: number, change: object = {}): SaveRecord =>
  someSave({ id: `s${order}`, order, ...change });
const changed = (...saves: SaveRecord[]) => new Map(saves.map((save) => [save.id, save]));
const orders = (saves: SaveRecord[]) => saves.map(({ order }) => order);

test("a new save comes on top, a changed one stays in its place, one that is gone leaves", () => {
  const list = { saves: [saveAt(3), saveAt(2), saveAt(1)], next: null };
  expect(orders(withChanges(list, changed(saveAt(4)), query).saves)).toEqual([4, 3, 2, 1]);
  const { saves } = withChanges(list, changed(saveAt(2, { attempts: 7 })), query);
  expect(saves.map((save) => [save.order, "attempts" in save && save.attempts])).toEqual([
    [3, 0],
    [2, 7],
    [1, 0],
  ]);
  expect(orders(withChanges(list, new Map([["s2", null]]), query).saves)).toEqual([3, 1]);
});

test("what the filter does not ask for is not shown, and goes when it changes so", () => {
  const filtered = queryOf(workspace, { ...noFilter, states: "needs_you" });
  const list = { saves: [saveAt(1, { state: "needs_you" })], next: null };
  expect(withChanges(list, changed(saveAt(2)), filtered).saves).toHaveLength(1);
  expect(withChanges(list, changed(saveAt(1)), filtered).saves).toEqual([]);
});

test("a save of another key, or of a page that was not read yet, is not shown", () => {
  const list = { saves: [saveAt(60), saveAt(51)], next: 51 };
  expect(orders(withChanges(list, changed(saveAt(70, { workspace: "other" })), query).saves)).toEqual([
    60, 51,
  ]);
  expect(orders(withChanges(list, changed(saveAt(20)), query).saves)).toEqual([60, 51]);
});

test("a search of blanks is none", () => {
  expect(queryOf(workspace, { ...noFilter, search: "  " })).toEqual(query);
  expect(queryOf(workspace, { search: " mara ", jobId: "j", states: "open" })).toEqual({
    workspace,
    limit: 50,
    states: ["waiting", "sending", "in_doubt"],
    search: "mara",
    jobId: "j",
  });
});
