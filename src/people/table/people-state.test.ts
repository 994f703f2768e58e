import { describe, expect, test } from "vitest";
import { readPaste } from "../paste/read-paste.ts";
import { rowOfPaste } from "../person-row.ts";
import {
  changePeople,
  noPeople,
  type PeopleAction,
  type PeopleState,
  problemOfRow,
  selectedRows,
  shownRows,
} from "./people-state.ts";

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const PASTE = [
  "Name,LinkedIn,E-mail",
  `Ada Ray,${url("ada")},ada@acme.example`,
  `Bo Lund,${url("bo")},`,
  `Cy Mills,https://www.linkedin.com/sales/lead/AC1,`,
  `Di Voss,${url("di")},`,
].join("\n");

const apply = (state: PeopleState, ...actions: PeopleAction[]) => actions.reduce(changePeople, state);
const start = apply(noPeople, { type: "rows_loaded", rows: readPaste(PASTE).people.map(rowOfPaste) });
const names = (rows: readonly { cells: { name: string } }[]) => rows.map(({ cells }) => cells.name);
const toggle = (line: number, isRange = false): PeopleAction => ({
  type: "row_toggled",
  id: `line-${line}`,
  isRange,
});
const edit = (line: number, cell: "name" | "address" | "email", text: string): PeopleAction => ({
  type: "cell_edited",
  id: `line-${line}`,
  cell,
  text,
});
const problems = (state: PeopleState) => state.rows.map((row) => problemOfRow(state, row));

describe("selection", () => {
  test("nothing is ticked for the user", () => {
    expect(selectedRows(start)).toEqual([]);
  });

  test("a range goes from the row ticked last, and passes over rows that cannot be saved", () => {
    expect(names(selectedRows(apply(start, toggle(2), toggle(5, true))))).toEqual([
      "Ada Ray",
      "Bo Lund",
      "Di Voss",
    ]);
  });

  test("a range takes ticks away as well", () => {
    const all = apply(start, { type: "all_shown_selected" });
    expect(names(selectedRows(apply(all, toggle(3), toggle(5, true))))).toEqual(["Ada Ray"]);
  });

  test("by keyboard the range follows the row it began at", () => {
    const state = apply(start, toggle(2), { type: "range_extended", id: "line-3" });
    expect(names(selectedRows(state))).toEqual(["Ada Ray", "Bo Lund"]);
    expect(apply(start, { type: "range_extended", id: "line-3" }).selected.size).toBe(0);
  });

  test("all shown is what the filter shows", () => {
    const filtered = apply(start, { type: "problems_filtered", isOn: true });
    expect(names(shownRows(filtered))).toEqual(["Cy Mills"]);
    expect(selectedRows(apply(filtered, { type: "all_shown_selected" }))).toEqual([]);
  });
});

describe("editing", () => {
  test("a corrected address makes the row one that can be saved", () => {
    expect(problems(start)).toEqual([null, null, "sales_navigator", null]);
    expect(problems(apply(start, edit(4, "address", "linkedin.com/in/cy")))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("a row that no longer can be saved loses its tick", () => {
    const state = apply(start, toggle(2), edit(2, "email", "ada@acme"));
    expect(problems(state)[0]).toBe("email_invalid");
    expect(state.selected.size).toBe(0);
  });

  test("of two rows with one address the first counts", () => {
    expect(problems(apply(start, edit(5, "address", "de.linkedin.com/in/Ada/")))).toEqual([
      null,
      null,
      "sales_navigator",
      "double",
    ]);
  });

  test("what the user wrote outlives another reading of the columns", () => {
    const rows = readPaste(PASTE, { 2: "note" }).people.map(rowOfPaste);
    const state = apply(start, toggle(3), edit(2, "name", "Ada B. Ray"), { type: "rows_read_again", rows });
    expect(state.rows[0]?.cells).toMatchObject({ name: "Ada B. Ray", email: "", note: "ada@acme.example" });
    expect(names(selectedRows(state))).toEqual(["Bo Lund"]);
  });

  test("what is known of a person stays with the address", () => {
    const known = apply(start, {
      type: "standing_found",
      linkedinUrl: url("ada"),
      standing: { state: "known", jobs: [] },
    });
    expect(apply(known, edit(2, "name", "Ada B. Ray")).standings.get(url("ada"))).toEqual({
      state: "known",
      jobs: [],
    });
  });
});
