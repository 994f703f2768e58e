// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { useState } from "preact/hooks";
import { afterEach, expect, test, vi } from "vitest";
import { TextField } from "../form/fields/TextField.tsx";
import { rowOfList } from "../people/person-row.ts";
import { PeopleTable } from "../people/table/PeopleTable.tsx";
import { noPeople } from "../people/table/people-state.ts";
import { Combobox } from "./combobox/Combobox.tsx";
import { useOneLinePaste } from "./one-line-paste.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

afterEach(cleanup);

const nothing = () => undefined;
const field = { error: undefined, isLocked: false, onLeave: nothing };

function Page({ onEdit = nothing }: { onEdit?: (action: object) => void }) {
  useOneLinePaste();
  const [name, setName] = useState("Doe");
  const [phones, setPhones] = useState("");
  const [job, setJob] = useState("");
  const row = rowOfList({ name: "Ada", linkedinUrl: "https://www.linkedin.com/in/ada" } as never, 0);
  return (
    <>
      <TextField {...field} name="name" label="Name" value={name} onChange={setName} />
      <TextField {...field} name="phoneNumbers" label="Phones" value={phones} onChange={setPhones} />
      <TextField {...field} name="location" label="Locked" value="Oslo" isLocked onChange={setName} />
      <label for="job">Job</label>
      <Combobox
        id="job"
        name="jobs"
        label="Jobs"
        text={job}
        isLocked={false}
        hasError={false}
        search={async () => ({ options: [] }) as never}
        keyOf={String}
        draw={String}
        onText={setJob}
        onPick={nothing}
      />
      <PeopleTable label="People" state={{ ...noPeople, rows: [row] }} look="cells" onAction={onEdit} />
      <textarea aria-label="Rows" />
    </>
  );
}

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { exact: true });

/** Pastes over what is selected. */
async function paste(into: string, text: string, [start, end]: [number, number] = [0, 99]) {
  const target = box(into);
  target.focus();
  target.setSelectionRange(start, Math.min(end, target.value.length));
  await userEvent.paste(text);
  return target;
}

test.each([
  ["Jane\nDoe", "Jane Doe"],
  ["Jane \r\n\r\n Doe", "Jane Doe"],
  ["Jane\tDoe", "Jane Doe"],
  ["Jane Doe\r\n", "Jane Doe"],
  ["\n\tJane  Doe\t", "Jane  Doe"],
  [" Jane\nDoe ", " Jane Doe "],
  [" Jane Doe ", " Jane Doe "],
])("%j becomes %j in a text field", async (text, line) => {
  render(<Page />);
  expect((await paste("Name", text)).value).toBe(line);
});

test("it goes where the selection is, and the caret behind it", async () => {
  render(<Page />);
  const name = await paste("Name", "Jane\nvan\n", [0, 0]);
  expect(name.value).toBe("Jane van Doe");
  expect([name.selectionStart, name.selectionEnd]).toEqual([9, 9]);
  await paste("Name", "\nder", [8, 8]);
  expect(name.value).toBe("Jane van der Doe");
  await paste("Name", "\n", [4, 5]);
  expect(name.value).toBe("Jane van der Doe");
  await paste("Name", "de\nla", [5, 12]);
  expect(name.value).toBe("Jane de la Doe");
});

test("in a box of several values a comma stands between them", async () => {
  render(<Page />);
  expect((await paste("Phones", "+47 55 51\nOffice\t+47 55 52\n")).value).toBe(
    "+47 55 51, Office, +47 55 52",
  );
});

test("in a combobox and in a table's cell", async () => {
  const onEdit = vi.fn();
  render(<Page onEdit={onEdit} />);
  expect((await paste("Job", "VP\nEngineering")).value).toBe("VP Engineering");
  await paste("Job title, Ada", "Chief\nof Staff");
  expect(onEdit).toHaveBeenLastCalledWith(expect.objectContaining({ text: "Chief of Staff" }));
});

test("where the browser can undo it, it inserts it", async () => {
  const execCommand = vi.fn(() => true);
  Object.assign(document, { execCommand });
  render(<Page />);
  await paste("Name", "Jane\nDoe");
  Object.assign(document, { execCommand: undefined });
  expect(execCommand.mock.calls).toEqual([["insertText", false, "Jane Doe"]]);
  expect(box("Name").value).toBe("Doe");
});

test("a field that is locked stays, and rows keep their lines", async () => {
  render(<Page />);
  expect((await paste("Locked", "Jane\nDoe")).value).toBe("Oslo");
  expect((await paste("Rows", "Ada\tCFO\nBea")).value).toBe("Ada\tCFO\nBea");
});
