// @vitest-environment jsdom
/** What becomes of a save, as the form says it: at once, in words, and never at the price of what was typed. */
import { render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "../../../e2e/sandbox/faults.ts";
import type { InProcessSandbox } from "../../../e2e/sandbox/in-process.ts";
import { settings } from "../../settings/settings.ts";
import { type OpenForm, openForm, prepareForms } from "../../testing/open-form.tsx";
import { someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { SaveNotice } from "./SaveNotice.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

const MARA = "sdui-with-experience";
const ALWAYS = Number.POSITIVE_INFINITY;

const press = ({ user }: OpenForm) => user.keyboard("{Control>}{Enter}{/Control}");
const refuse =
  (path: string | RegExp, fault: Fault, times = ALWAYS) =>
  ({ faults }: InProcessSandbox) =>
    void faults.add({ method: "POST", path, fault, times });
const status = (code: number, message?: string): Fault => ({
  kind: "status",
  status: code,
  envelope: "A",
  ...(message && { message }),
});

async function open(page: string, prepare?: (sandbox: InProcessSandbox) => void) {
  const form = await openForm(page, prepare && { prepare });
  await screen.findByText(/New to Stardex|Maybe in Stardex|In Stardex$/);
  return form;
}

describe("refused", () => {
  test("the field is opened, marked and in focus; the corrected save arrives", async () => {
    const form = await open(MARA);
    refuse("/v1/persons", status(400, "body/external_source_id must match pattern"), 1)(form.sandbox);
    await press(form);
    const id = await screen.findByLabelText("ID in another system");
    await waitFor(() => expect(document.activeElement).toBe(id));
    expect(id.getAttribute("aria-invalid")).toBe("true");
    screen.getByText("Stardex says: body/external_source_id must match pattern");
    await form.user.type(id, "HR-1042");
    await press(form);
    await screen.findByText("Mara Lindqvist added.");
    expect(form.writes().at(-1)?.body).toMatchObject({ external_source_id: "HR-1042" });
  });

  test("a save that waits for its correction is in the next form, and what was typed stays when it is given up", async () => {
    const form = await open(MARA);
    refuse("/v1/persons", status(400, "body/location must be known"))(form.sandbox);
    await form.user.clear(form.field("Location"));
    await form.user.type(form.field("Location"), "Atlantis");
    await press(form);
    await screen.findByText(/Stardex says/);
    const again = await openForm(MARA, { worker: form.worker });
    await waitFor(() => expect(again.field("Location").value).toBe("Atlantis"));
    await again.user.click(await screen.findByRole("button", { name: "Discard this save" }));
    await again.user.click(screen.getByRole("button", { name: "Discard for good" }));
    await waitFor(() => screen.getByRole("button", { name: "Save to Stardex" }));
    await waitFor(async () => {
      const third = await openForm(MARA, { worker: form.worker });
      await waitFor(() => expect(third.field("Location").value).toBe("Atlantis"));
    });
  });

  test("a refusal that is about no field leaves all that was typed", async () => {
    const form = await open(MARA);
    form.sandbox.faults.add({ path: "/v1/persons", times: 1, fault: status(403) });
    await press(form);
    await screen.findByText("This API key isn’t allowed to do that");
    expect(form.field("Name").value).toBe("Mara Lindqvist");
  });
});

describe("saved", () => {
  test("Enter closes, and Change takes the person up again: the correction alone is sent", async () => {
    const form = await open(MARA);
    await form.user.click(form.button("More"));
    await form.user.type(await screen.findByLabelText("Note"), "Met in Basel.");
    await press(form);
    await screen.findByText("Mara Lindqvist added.");
    expect(document.activeElement).toBe(form.button("Done"));
    await form.user.click(form.button("Change"));
    await screen.findByText("In Stardex");
    screen.getByText("Change a field, add a job or write a note.");
    await form.user.clear(form.field("Job title"));
    await form.user.type(form.field("Job title"), "Chief Supply Chain Officer{Enter}");
    await screen.findByText("Mara Lindqvist was updated.");
    expect(form.writes().map(({ method, body }) => [method, body])).toEqual([
      ["POST", expect.objectContaining({ notes: "Met in Basel." })],
      ["PATCH", { enrich_record: true, current_job_title: "Chief Supply Chain Officer" }],
    ]);
    await form.user.keyboard("{Enter}");
    expect(form.onClose).toHaveBeenCalled();
  });

  test("it closes by itself, unless the user turns to it", async () => {
    const form = await open(MARA);
    await press(form);
    await screen.findByText("Mara Lindqvist added.");
    await waitFor(() => expect(form.onClose).toHaveBeenCalledTimes(1), { timeout: 3000 });
    const second = await openForm("classic", { worker: form.worker });
    await screen.findByText("New to Stardex");
    await press(second);
    await screen.findByText("Gwendolyn Farrow added.");
    second.button("Change").focus();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(second.onClose).not.toHaveBeenCalled();
  });

  test("where the settings say so it stays", async () => {
    const form = await open(MARA);
    await settings.change({ closeAfterSave: false });
    await press(form);
    await screen.findByText("Mara Lindqvist added.");
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(form.onClose).not.toHaveBeenCalled();
  });

  test.each([
    ["https://stardex.example/people/{id}", true],
    ["javascript:alert({id})", false],
  ])("the record’s link %s is used: %s", async (recordLink, isUsed) => {
    const form = await open(MARA);
    testBrowser.put("settings", { version: 1, recordLink });
    await press(form);
    await screen.findByText("Mara Lindqvist added.");
    const person = form.sandbox.store.persons.at(-1);
    if (!isUsed) {
      await screen.findByRole("button", { name: "Copy Stardex ID" });
      return expect(screen.queryByRole("link")).toBeNull();
    }
    const link = await screen.findByRole<HTMLAnchorElement>("link", { name: "Open in Stardex" });
    expect(link.href).toBe(recordLink.replace("{id}", person?.id ?? ""));
  });
});

test("within a second it is said to be kept, and Enter closes", async () => {
  const form = await open(MARA);
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  refuse("/v1/persons", { kind: "hold", until }, 1)(form.sandbox);
  await press(form);
  await screen.findByText("Saved on this computer, sending…", undefined, { timeout: 1500 });
  form.button("Done");
  await form.user.click(form.field("Name"));
  await form.user.keyboard("{Enter}");
  expect(form.onClose).toHaveBeenCalled();
  answer();
  await screen.findByText("Mara Lindqvist added.");
});

test("a step whose answer was lost is asked about: nothing is sent again unasked", async () => {
  const record = someSave({
    state: "needs_you",
    sentAt: 0,
    steps: [
      { kind: "person", jobId: null, done: true },
      { kind: "task", done: false },
    ],
  });
  const [settle, again] = [vi.fn(), vi.fn()];
  render(
    <SaveNotice
      save={{ phase: "needs_user", problem: null, record }}
      isSlow={false}
      onTryNow={again}
      onSettle={settle}
      onDiscard={vi.fn()}
    />,
  );
  screen.getByText("Check in Stardex whether the task arrived.");
  await userEvent.click(screen.getByRole("button", { name: "It arrived" }));
  expect(settle).toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Send again" }));
  expect(again).toHaveBeenCalled();
});

test("why it waits is told without alarm, and it can be tried now", async () => {
  const form = await open(MARA);
  refuse("/v1/persons", status(429), 1)(form.sandbox);
  await press(form);
  await screen.findByText("Saved on this computer");
  screen.getByText(/It is sent automatically/);
  expect(screen.queryByRole("alert")).toBeNull();
  form.button("Done");
  form.button("Try now");
});
