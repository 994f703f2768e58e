// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { announce } from "../../storage/changes.ts";
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
  vi.restoreAllMocks();
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

describe("pasted rows that are not sent", () => {
  const PASTE = `Ada Ray\tBlue Harbor\t${url("ada")}\nBo Lund\tRed Stone\t${url("bo")}\nCy Mills\tGray Oak\t${url("cy")}`;
  const kept = async (name = "paste") => (await database()).get("tables", [workspace, name]);
  const isAsked = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));

  /** As a tab that is closed and opened again. */
  function reopen(key: string | null = workspace) {
    cleanup();
    return render(<AddMany workspace={key} />);
  }

  test("are there again when the tab was closed: cells, columns and ticks, and the page says so", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": PASTE });
    await user.selectOptions(screen.getByRole("combobox", { name: "Blue Harbor" }), "company");
    await user.type(screen.getByRole("textbox", { name: "Name, Ada Ray" }), "mond");
    await user.click(tick("Bo Lund"));
    await vi.waitFor(async () => expect(await kept("paste_rows")).toBeTruthy());
    expect(isAsked()).toBe(false);

    reopen();
    expect(await screen.findByText(/^Not sent yet\. Last changed: /)).toBeTruthy();
    expect(screen.getByDisplayValue("Ada Raymond")).toBeTruthy();
    expect(screen.getByDisplayValue("Red Stone")).toBeTruthy();
    expect((tick("Bo Lund") as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText("1 selected")).toBeTruthy();
  });

  test("are kept in the box, too, before they are read", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    await user.type(screen.getByRole("textbox"), "Ada Ray, CFO");
    await vi.waitFor(async () => expect((await kept())?.content).toMatchObject({ text: "Ada Ray, CFO" }));
    reopen();
    expect(await screen.findByDisplayValue("Ada Ray, CFO")).toBeTruthy();
    await user.clear(screen.getByRole("textbox"));
    await vi.waitFor(async () => expect(await kept()).toBeUndefined());
  });

  test("come back without those that were sent, whatever is said of the columns then", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": PASTE });
    await user.click(tick("Bo Lund"));
    await user.click(screen.getByRole("button", { name: "Save 1 person" }));
    expect(await screen.findByText("0 selected")).toBeTruthy();
    await vi.waitFor(async () => expect((await kept())?.content).toMatchObject({ sent: ["line-2"] }));
    reopen();
    expect(await screen.findByDisplayValue("Ada Ray")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Blue Harbor" }), "company");
    expect(screen.queryByDisplayValue("Bo Lund")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Select all 2 shown" }));
    await user.click(screen.getByRole("button", { name: "Save 2 people" }));
    await vi.waitFor(async () => expect(await kept()).toBeUndefined());
    expect(sentOf("batch.start")).toMatchObject([
      { request: { drafts: [{ name: "Bo Lund" }] } },
      { request: { drafts: [{ name: "Ada Ray" }, { name: "Cy Mills" }] } },
    ]);
  });

  test("come back with what was chosen for all of them, in view; it goes with the last row", async () => {
    const user = userEvent.setup();
    const typeNote = async () => {
      await user.click(screen.getByRole("button", { name: "More" }));
      await user.type(screen.getByLabelText("Note for all"), "Spring longlist");
      await vi.waitFor(async () =>
        expect((await kept("paste_choices"))?.content).toMatchObject({ note: "Spring longlist" }),
      );
    };
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": PASTE });
    await typeNote();
    reopen();
    expect(await screen.findByDisplayValue("Spring longlist")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Select all 3 shown" }));
    await user.click(screen.getByRole("button", { name: "Save 3 people" }));
    await vi.waitFor(async () => expect(await kept("paste_choices")).toBeUndefined());
    expect(sentOf("batch.start")).toMatchObject([
      { request: { drafts: [{ note: "Spring longlist" }, { note: "Spring longlist" }, {}] } },
    ]);
  });

  test("are gone after Start over", async () => {
    const user = userEvent.setup();
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": PASTE });
    await user.type(screen.getByRole("textbox", { name: "Name, Ada Ray" }), "mond");
    await vi.waitFor(async () => expect(await kept()).toBeTruthy());
    await user.click(screen.getByRole("button", { name: "Start over" }));
    await user.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Start over" }));
    await vi.waitFor(async () => {
      expect(await kept()).toBeUndefined();
      expect(await kept("paste_rows")).toBeUndefined();
    });
  });

  test("are no other firm’s, and there again under their own key", async () => {
    const view = render(<AddMany workspace={workspace} />);
    paste({ "text/plain": PASTE });
    await vi.waitFor(async () => expect(await kept()).toBeTruthy());
    view.rerender(<AddMany workspace="fedcba9876543210" />);
    await vi.waitFor(() => expect(screen.queryByDisplayValue("Ada Ray")).toBeNull());
    view.rerender(<AddMany workspace={workspace} />);
    expect(await screen.findByDisplayValue("Ada Ray")).toBeTruthy();
  });

  test("that were pasted before there was a key are kept once there is one", async () => {
    const view = render(<AddMany workspace={null} />);
    paste({ "text/plain": PASTE });
    await vi.waitFor(() => expect(isAsked()).toBe(true));
    view.rerender(<AddMany workspace={workspace} />);
    await vi.waitFor(async () => expect(await kept()).toBeTruthy());
    expect(screen.getByDisplayValue("Ada Ray")).toBeTruthy();
  });

  test("that cannot be kept say so, and the tab asks before it closes", async () => {
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    render(<AddMany workspace={workspace} />);
    paste({ "text/plain": PASTE });
    expect(await screen.findByText("No room to keep this: save before closing.")).toBeTruthy();
    await vi.waitFor(() => expect(isAsked()).toBe(true));
  });

  test("go after 30 days", async () => {
    const content = { text: PASTE, isRead: true, chosen: {}, sent: [] };
    const editedAt = Date.now() - 31 * 24 * 3_600_000;
    await (await database()).put("tables", { workspace, name: "paste", editedAt, content });
    render(<AddMany workspace={workspace} />);
    await vi.waitFor(async () => expect(await kept()).toBeUndefined());
    expect(screen.queryByDisplayValue("Ada Ray")).toBeNull();
  });
});

test("what is written into the tray’s cells is there again, and goes with the person", async () => {
  const db = await database();
  const entry = { workspace, linkedinUrl: url("ad"), addedAt: 1 };
  const draft = { ...someDraft, name: "Ada Ray", linkedinUrl: url("ad") };
  await db.put("tray", { ...entry, draft });
  const user = userEvent.setup();
  render(<Tray workspace={workspace} />);
  await user.type(await screen.findByRole("textbox", { name: "Name, Ada Ray" }), "mond");
  await user.click(tick("Ada Raymond"));
  await vi.waitFor(async () =>
    expect(await db.get("tables", [workspace, "tray_rows"])).toMatchObject({
      content: { edits: { [url("ad")]: { name: "Ada Raymond" } }, selected: [url("ad")] },
    }),
  );

  cleanup();
  render(<Tray workspace={workspace} />);
  expect(await screen.findByDisplayValue("Ada Raymond")).toBeTruthy();
  // Somebody else is collected meanwhile: what was written stays.
  await db.put("tray", {
    ...entry,
    linkedinUrl: url("bo"),
    draft: { ...draft, name: "Bo Lund", linkedinUrl: url("bo") },
  });
  announce({ kind: "tray" });
  expect(await screen.findByDisplayValue("Bo Lund")).toBeTruthy();
  expect(screen.getByDisplayValue("Ada Raymond")).toBeTruthy();

  await user.click(screen.getByRole("button", { name: "Save 1 person" }));
  await vi.waitFor(async () => expect(await db.get("tables", [workspace, "tray_rows"])).toBeUndefined());
  expect(sentOf("batch.start")).toMatchObject([{ request: { drafts: [{ name: "Ada Raymond" }] } }]);
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
