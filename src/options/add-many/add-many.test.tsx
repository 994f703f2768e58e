// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "../../storage/database.ts";
import { someDraft } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { answerMessages } from "../../testing/worker-messages.ts";
import { AddMany } from "./AddMany.tsx";
import { Tray } from "./Tray.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const workspace = "0123456789abcdef";
const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;

let asked: ReturnType<typeof answerMessages>;

beforeEach(() => {
  testBrowser.reset();
  asked = answerMessages({
    "jobs.remembered": async () => ({ pinned: [], recent: [], last: null }),
    "batch.start": async () => ({ ok: true, id: "b1" }),
    "tray.remove": async () => ({ ok: true }),
  });
});

const sentOf = (type: string) => asked.filter((message) => message.type === type);
const tick = (name: string) => screen.getByRole("checkbox", { name: `Select ${name}` });

/** As the browser hands over what was copied. */
function paste(data: Record<string, string>): void {
  const box = screen.getByRole("textbox");
  fireEvent.paste(box, { clipboardData: { getData: (type: string) => data[type] ?? "" } });
}

describe("Add many", () => {
  test("what is pasted is read at once, and says what became of every line", () => {
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": `Longlist\nAda Ray ${url("ada")}\nBo Lund ${url("bo")}\nA. Ray ${url("ada")}` });
    expect(screen.getByText(/2 people found\. 1 line of somebody listed twice was merged\./)).toBeTruthy();
    expect(screen.getByText("1 line names nobody")).toBeTruthy();
    expect(screen.getByText("Longlist")).toBeTruthy();
  });

  test("links behind the words come along", () => {
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": "Ada Ray", "text/html": `<a href="${url("ada")}">Ada Ray</a>` });
    expect(screen.getByDisplayValue("linkedin.com/in/ada")).toBeTruthy();
  });

  test("nobody found is said, and what was pasted stays", () => {
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": "Ada Ray, CFO" });
    expect(screen.getByText("Nobody found")).toBeTruthy();
    expect(screen.getByDisplayValue("Ada Ray, CFO")).toBeTruthy();
  });

  test("the user says what a column holds; what was corrected stays", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": `Ada Ray\tBlue Harbor\t${url("ada")}\nBo Lund\tRed Stone\t${url("bo")}` });
    await user.type(screen.getByRole("textbox", { name: "Name, Ada Ray" }), "mond");
    const column = screen.getByRole("combobox", { name: "Blue Harbor" });
    expect((column as HTMLSelectElement).value).toBe("unknown");
    await user.selectOptions(column, "company");
    expect(screen.getByDisplayValue("Red Stone")).toBeTruthy();
    expect(screen.getByDisplayValue("Ada Raymond")).toBeTruthy();
  });

  test("only what is ticked is saved, under the key it was chosen with, and leaves the table", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": `Ada Ray\t${url("ada")}\nBo Lund\t${url("bo")}` });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save 0 people" }).disabled).toBe(true);
    await user.click(tick("Bo Lund"));
    expect(screen.getByText("1 person, 1 enrichment, about 1 minute")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save 1 person" }));
    expect(await screen.findByText("0 selected")).toBeTruthy();
    expect(screen.queryByDisplayValue("Bo Lund")).toBeNull();
    expect(sentOf("batch.start")).toMatchObject([
      { request: { workspace, drafts: [{ name: "Bo Lund", linkedinUrl: url("bo"), accepted: [] }] } },
    ]);
  });

  test("starting over asks first", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": `Ada Ray ${url("ada")}` });
    await user.click(screen.getByRole("button", { name: "Start over" }));
    expect(screen.getByDisplayValue("Ada Ray")).toBeTruthy();
    const question = screen.getByRole("alertdialog");
    await user.click(within(question).getByRole("button", { name: "Start over" }));
    expect(screen.queryByDisplayValue("Ada Ray")).toBeNull();
  });
});

test("the tray shows who was collected, and takes out who is sent", async () => {
  const db = await database();
  for (const name of ["Ada Ray", "Bo Lund"]) {
    const linkedinUrl = url(name.slice(0, 2).toLowerCase());
    await db.put("tray", { workspace, linkedinUrl, addedAt: 1, draft: { ...someDraft, name, linkedinUrl } });
  }
  const user = userEvent.setup();
  render(<Tray workspace={workspace} />);
  expect(await screen.findByRole("heading", { name: "2 people in the tray" })).toBeTruthy();
  await user.click(tick("Ada Ray"));
  await user.click(screen.getByRole("button", { name: "Save 1 person" }));
  await vi.waitFor(() => expect(sentOf("tray.remove")).toHaveLength(1));
  expect(sentOf("tray.remove")).toMatchObject([{ request: { linkedinUrls: [url("ad")] } }]);
  expect(sentOf("batch.start")).toMatchObject([{ request: { drafts: [{ name: "Ada Ray" }] } }]);
});
