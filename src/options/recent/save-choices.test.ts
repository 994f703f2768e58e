import { expect, test } from "vitest";
import { type SaveChange, someSave } from "../../testing/saves.ts";
import { choicesOf } from "./save-choices.ts";

test.each<[SaveChange, string[], string[]]>([
  [{ state: "saved" }, [], []],
  [{ state: "sending" }, [], []],
  [{ state: "waiting" }, [], ["try_now", "save_edit"]],
  [{ state: "in_doubt" }, [], ["try_now", "save_edit"]],
  [{ state: "needs_you", problem: { kind: "invalid" } }, ["save_edit", "try_now"], []],
  [{ state: "needs_you", sentAt: 1 }, ["save_is_there", "save_send_again"], ["save_edit"]],
  [{ state: "needs_you", problem: { kind: "possible_match" } }, ["save_as_new"], []],
  [{ state: "needs_you", problem: { kind: "do_not_contact" } }, ["save_anyway"], []],
])("%j can be %j, or %j", (change, main, more) => {
  const choices = choicesOf(someSave(change));
  expect(choices.main.map(({ words }) => words)).toEqual(main);
  expect(choices.more.map(({ words }) => words)).toEqual(more);
});
