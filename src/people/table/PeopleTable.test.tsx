// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { useReducer } from "preact/hooks";
import { afterEach, expect, test, vi } from "vitest";
import { readPaste } from "../paste/read-paste.ts";
import { rowOfPaste } from "../person-row.ts";
import { PeopleTable } from "./PeopleTable.tsx";
import { changePeople, noPeople, selectedRows } from "./people-state.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

afterEach(cleanup);

const url = (n: number) => `https://www.linkedin.com/in/person-${n}`;
const pasted = (count: number) =>
  [
    "Name\tTitle\tLinkedIn",
    ...Array.from({ length: count }, (_, n) => `Person No${n}x\tCFO\t${url(n)}`),
  ].join("\n");

function Table({ text }: { text: string }) {
  const rows = readPaste(text).people.map(rowOfPaste);
  const [state, onAction] = useReducer(changePeople, changePeople(noPeople, { type: "rows_loaded", rows }));
  return (
    <>
      <PeopleTable label="People" state={state} look="cells" onAction={onAction} />
      <output>{selectedRows(state).length}</output>
    </>
  );
}

const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name: `Select ${name}` });
const count = () => Number(screen.getByRole("status").textContent);

test("rows are ticked by click, a range by shift-click", async () => {
  const user = userEvent.setup();
  render(<Table text={pasted(8)} />);
  expect(count()).toBe(0);
  await user.click(box("Person No1x"));
  await user.keyboard("{Shift>}");
  await user.click(box("Person No5x"));
  await user.keyboard("{/Shift}");
  expect(count()).toBe(5);
  expect(box("Person No3x").checked).toBe(true);
  expect(box("Person No6x").checked).toBe(false);
});

test("by keyboard: one tab stop a column, arrows between rows, space and shift", async () => {
  const user = userEvent.setup();
  render(<Table text={pasted(60)} />);
  await user.tab();
  expect(document.activeElement).toBe(box("Person No0x"));
  await user.keyboard("{ArrowDown} ");
  await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  expect(count()).toBe(3);
  await user.keyboard("{End}");
  expect(document.activeElement).toBe(box("Person No59x"));
  await user.keyboard("{Home}{Tab}");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name, Person No0x" }));
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name, Person No1x" }));
});

test("a row that cannot be saved says why, cannot be ticked, and can be corrected", async () => {
  const user = userEvent.setup();
  render(<Table text={"Name\tLinkedIn\nAda Ray\thttps://www.linkedin.com/sales/lead/AC1"} />);
  expect(screen.getByText("Sales Navigator")).toBeTruthy();
  await user.click(box("Ada Ray"));
  expect(count()).toBe(0);
  expect(screen.getByText(/Open the LinkedIn profile from there/)).toBeTruthy();
  const address = screen.getByRole("textbox", { name: "LinkedIn address, Ada Ray" });
  await user.clear(address);
  await user.type(address, "linkedin.com/in/ada");
  await user.click(box("Ada Ray"));
  expect(count()).toBe(1);
});

test("of a thousand rows those in view are drawn, and a scroll draws the others", async () => {
  render(<Table text={pasted(1000)} />);
  const table = screen.getByRole("table", { name: "People" });
  expect(table.getAttribute("aria-rowcount")).toBe("1001");
  expect(within(table).getAllByRole("checkbox").length).toBeLessThan(60);
  const scrolled = table.parentElement as HTMLElement;
  scrolled.scrollTop = 900 * 40;
  fireEvent.scroll(scrolled);
  expect(await screen.findByRole("checkbox", { name: "Select Person No905x" })).toBeTruthy();
  expect(screen.queryByRole("checkbox", { name: "Select Person No0x" })).toBeNull();
});

test("a thousand rows make no more elements than sixty", () => {
  const [sixty, thousand] = [60, 1000].map((rows) => {
    const { container } = render(<Table text={pasted(rows)} />);
    const { length } = container.querySelectorAll("*");
    cleanup();
    return length;
  });
  expect(sixty).toBeGreaterThan(100);
  expect(thousand).toBe(sixty);
});
