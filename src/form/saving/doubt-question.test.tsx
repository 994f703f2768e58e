// @vitest-environment jsdom
/** What a save waits for: one question in one place, however the user came there, and no answer on a bare Enter. */
import { screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "../../../e2e/sandbox/faults.ts";
import type { InProcessSandbox } from "../../../e2e/sandbox/in-process.ts";
import { type OpenForm, openForm, prepareForms } from "../../testing/open-form.tsx";
import { addCompany } from "../../testing/sandbox-records.ts";
import { testBrowser } from "../../testing/test-browser.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

const MARA = "sdui-with-experience";
/** The employer, Copperfield, is marked. */
const OTTOLINE = "zero-width-company";
/** The employer, Estuary Ferries, is a client. */
const DAGNY = "grouped-roles";
const ALWAYS = Number.POSITIVE_INFINITY;

const press = ({ user }: OpenForm) => user.keyboard("{Control>}{Enter}{/Control}");
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

describe("a doubt", () => {
  const company = (name: string) => screen.findByRole("alert", { name: new RegExp(name) });

  test("do not contact: a question in red; Enter goes to the safe answer and sends nothing", async () => {
    const form = await open(OTTOLINE);
    const question = await company("Copperfield is marked “do not contact”");
    expect(question.className).toContain("bad");
    expect(question.textContent).toContain("In dispute · until Jun 30, 2027 · ask Ines Maro");
    await form.user.click(form.field("Name"));
    await form.user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(form.button("Don’t save")));
    expect(form.writes()).toEqual([]);
    await form.user.keyboard("{Enter}");
    await waitFor(() => expect(form.onClose).toHaveBeenCalled());
    expect(form.writes()).toEqual([]);
  });

  test("Save anyway is the lesser button, and saves at that click", async () => {
    const form = await open(OTTOLINE);
    await company("Copperfield");
    expect(form.button("Save anyway").className).toBe("link-button");
    await form.user.click(form.button("Save anyway"));
    await screen.findByText("Ottoline Grieve added.");
  });

  test("a client’s employee is asked about, and only as a candidate", async () => {
    const form = await open(DAGNY);
    await company("Estuary Ferries is a client of your firm");
    await form.user.click(screen.getByRole("radio", { name: "Client contact" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Save anyway" })).toBeNull());
  });

  test("where the organization’s policy blocks there is no way around", async () => {
    const form = await openForm(OTTOLINE, {
      prepare: () => {
        testBrowser.state.policy = { doNotContactBlocks: true };
      },
    });
    await company("Copperfield");
    await waitFor(() => expect(screen.queryByRole("button", { name: "Save anyway" })).toBeNull());
    form.button("Don’t save");
  });

  test("a company of a like name is asked about in words of its own, and can be passed under the policy", async () => {
    const form = await openForm(MARA, {
      prepare: ({ store }) => {
        testBrowser.state.policy = { doNotContactBlocks: true };
        addCompany(store, "Brightwater", { do_not_contact: true });
      },
    });
    const question = await company("Brightwater is marked “do not contact”");
    expect(question.textContent).toMatch(/Is it one company or group with .?Brightwater Foods.?\?/);
    screen.getByText("Similar name is off-limits: check");
    await form.user.click(form.button("Save anyway"));
    await screen.findByText(/added\./);
  });

  test.each([
    ["possible match", "open-dialog", "Is this the same person?"],
    ["do not contact", OTTOLINE, "Copperfield is marked “do not contact”"],
    ["client’s employee", DAGNY, "Estuary Ferries is a client of your firm: check off-limits"],
  ])(
    "%s: Enter before the answers comes back with the same question, nothing sent",
    async (_, page, words) => {
      let answer = () => {};
      const until = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const form = await openForm(page, {
        prepare: ({ faults }) =>
          faults.add({ path: /search$/, times: ALWAYS, fault: { kind: "hold", until } }),
      });
      await form.user.click(form.field("Name"));
      await form.user.keyboard("{Enter}");
      await screen.findByRole("button", { name: /Saving…|Checking…|Done/ });
      answer();
      const question = await screen.findByRole("alert", { name: words });
      within(question).getByText("Nothing was sent yet.");
      await form.user.keyboard("{Enter}");
      expect(form.writes()).toEqual([]);
    },
  );

  test("what the user answers then is sent, once", async () => {
    const form = await openForm("open-dialog", {
      prepare: ({ faults }) => faults.add({ path: "/v1/persons/search", fault: { kind: "delay", ms: 300 } }),
    });
    await press(form);
    await screen.findByText("Nothing was sent yet.");
    await form.user.click(await screen.findByRole("button", { name: "Save as a new person" }));
    await screen.findByText("Ysolde Ferreira added.");
    expect(form.writes().map(({ method }) => method)).toEqual(["POST"]);
  });

  test("an employer that could not be checked is said at its field, and the save goes with that", async () => {
    const form = await open(MARA, ({ faults }) =>
      faults.add({ path: /companies/, times: ALWAYS, fault: status(500) }),
    );
    await screen.findByText("Off-limits not checked");
    await press(form);
    await screen.findByText("Mara Lindqvist added.");
  });
});
