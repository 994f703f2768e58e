// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { SaveDraft } from "../model/save.ts";
import { database } from "../storage/database.ts";
import { keepSelection, takeSelection } from "../storage/selection.ts";
import { apiPerson } from "../testing/records.ts";
import { someDraft, someSave } from "../testing/saves.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { answerMessages } from "../testing/worker-messages.ts";
import { noOutcome } from "../worker/queue/plan.ts";
import { LogPage } from "./LogPage.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const workspace = "0123456789abcdef";

beforeEach(() => testBrowser.reset());

function open(text: string) {
  const people = [
    apiPerson({ id: "p2", name: "Nadezhda Quill", publicId: "nadezhda-quill" }),
    apiPerson({ id: "p3", name: "Ned Quill", publicId: null }),
  ];
  const asked = answerMessages({
    "connection.get": async () => ({ state: "connected", keyEnd: "-key", workspace, refused: false }),
    "people.by_name": async () => ({ ok: true, people }),
    "memory.activity_types": async () => ({ ok: true, types: [] }),
    "touch.accept": async () => ({ ok: true, id: "touch-1" }),
  });
  render(<LogPage text={text} />);
  const accepted = () =>
    asked
      .filter(({ type }) => type === "touch.accept")
      .map(({ request }) => (request as { draft: SaveDraft }).draft);
  return { user: userEvent.setup(), accepted };
}

test("nothing is logged before the user has chosen the person and confirmed", async () => {
  const { user, accepted } = open("Free from May");
  const box = await screen.findByRole("combobox", { name: "Person" });
  expect(screen.queryByRole("button", { name: "Log" })).toBeNull();
  await user.type(box, "quill");
  await user.click(await screen.findByRole("option", { name: /Nadezhda Quill/ }));
  const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Text" });
  expect(text.value).toBe("Free from May");
  expect(accepted()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Log" }));
  await waitFor(() => expect(accepted()).toHaveLength(1));
  expect(accepted()[0]).toMatchObject({
    linkedinUrl: "https://www.linkedin.com/in/nadezhda-quill",
    known: { personId: "p2" },
    touch: { activity: { type: "secondary_note", text: "Free from May" } },
  });
});

test("people of the last saves are offered at once, and who has no profile is said to be left out", async () => {
  const save = someSave({ state: "saved", draft: someDraft, outcome: { ...noOutcome, personId: "p1" } });
  await (await database()).put("saves", save as never);
  const { user, accepted } = open("Rang back");
  await user.click(await screen.findByRole("combobox", { name: "Person" }));
  await user.click(await screen.findByRole("option", { name: /Mara Lindqvist/ }));
  await user.click(await screen.findByRole("button", { name: "Log" }));
  await waitFor(() => expect(accepted()[0]?.known?.personId).toBe("p1"));
});

test("who has no LinkedIn profile in Stardex is left out, and that is said", async () => {
  const { user } = open("x");
  await user.type(await screen.findByRole("combobox", { name: "Person" }), "quill");
  expect(await screen.findByText(/without a LinkedIn profile/)).toBeTruthy();
  expect(screen.queryByRole("option", { name: /Ned Quill/ })).toBeNull();
});

test("selected text is there as often as its page is reloaded, and a long one is cut", async () => {
  const id = await keepSelection("y".repeat(50_000));
  expect((await takeSelection(id)).length).toBe(20_000);
  expect(await takeSelection(id)).toBe(await takeSelection(id));
  expect(await takeSelection("no-such")).toBe("");
});
