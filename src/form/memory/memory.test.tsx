// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Activity } from "../../model/activity.ts";
import type { CustomField } from "../../model/custom-field.ts";
import type { SaveDraft } from "../../model/save.ts";
import { apiPerson } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { RoundLine } from "../round/RoundLine.tsx";
import { emptyRound, RoundContext } from "../round/round.ts";
import { CompanyPeople } from "./CompanyPeople.tsx";
import { FirmFields } from "./FirmFields.tsx";
import type { FieldInputs } from "./field-inputs.ts";
import { StageMove } from "./StageMove.tsx";
import { Timeline } from "./Timeline.tsx";
import type { LogState } from "./touch/log-state.ts";
import { TouchLine } from "./touch/TouchLine.tsx";
import { touchAcceptor } from "./touch/touch-draft.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

type Message = { type: string; request: Record<string, unknown> };

const accept = touchAcceptor(
  { linkedinUrl: "https://www.linkedin.com/in/ida-norlund", personId: "p1", name: "Ida Norlund" },
  "w",
);

/** What the worker answers, by the message's type. */
let answers: Record<string, unknown>;
let sent: Message[];

beforeEach(() => {
  testBrowser.reset();
  sent = [];
  answers = {
    "memory.activity_types": { ok: true, types: [{ key: "reference_check", name: "Reference check" }] },
    "touch.accept": { ok: true, id: "save-1" },
    "save.undo": { ok: true },
  };
  testBrowser.state.sendMessage = async (message) => {
    sent.push(message as Message);
    return { answer: answers[(message as Message).type] };
  };
});
afterEach(cleanup);

/** The drafts handed to the queue. */
function accepted(): SaveDraft[] {
  return sent.filter(({ type }) => type === "touch.accept").map(({ request }) => request.draft as SaveDraft);
}

function activity(part: Partial<Activity>): Activity {
  return {
    id: null,
    type: "call_note",
    text: "Will think about it",
    subject: null,
    createdAt: "2026-03-12T09:00:00Z",
    authorName: "Jane Smith",
    jobName: "CFO Acme",
    clientCompanyName: "Acme",
    ...part,
  };
}

/** With the activity where the form keeps it. */
function Line(props: Partial<ComponentProps<typeof TouchLine>>) {
  const [log, setLog] = useState<LogState | null>(null);
  return (
    <TouchLine
      personName="Ida Norlund"
      last={activity({})}
      values={{ first_name: "Ida", job: "CFO Acme", client: null }}
      snippets={[{ name: "Intro", text: "Dear {first_name}, about {job} at {client}" }]}
      me={{ id: "m1", name: "Jane Smith" }}
      isLocked={false}
      accept={accept}
      log={log}
      error={undefined}
      onLog={setLog}
      {...props}
    />
  );
}

function renderLine(props: Partial<ComponentProps<typeof TouchLine>> = {}) {
  render(<Line {...props} />);
}

describe("the touch line", () => {
  it("says the last touch, and nothing where the answer does not tell", () => {
    renderLine();
    expect(screen.getByText(/^Call, Jane Smith, Mar 12(, \d+)?, on CFO Acme$/)).toBeTruthy();
    cleanup();
    renderLine({ last: null });
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("logs a message with a snippet and a reminder by keyboard alone", async () => {
    const user = userEvent.setup();
    renderLine();
    await user.tab();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "What happened" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Insert snippet" }), "Intro");
    expect(screen.getByText("Not known here and left out: client")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Remind me" }), "In a week");
    expect(screen.getByText(/for Jane Smith/)).toBeTruthy();
    await user.click(screen.getByRole("textbox", { name: "Text" }));
    await user.keyboard("{Control>}{Enter}{/Control}");

    await waitFor(() => expect(accepted()).toHaveLength(1));
    const [draft] = accepted();
    expect(draft?.touch?.activity).toEqual({
      type: "linkedin_message",
      typeName: null,
      text: "Dear Ida, about CFO Acme at",
    });
    expect(draft?.task).toMatchObject({ text: "Follow up with Ida Norlund", ownerIds: ["m1"] });
    expect(draft?.known).toMatchObject({ personId: "p1", update: {} });
    // The focus is where it was, and the panel closed.
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Log activity" }));
    expect(screen.queryByRole("textbox", { name: "Text" })).toBeNull();
  });

  it("offers the team's own types", async () => {
    const user = userEvent.setup();
    renderLine();
    await user.click(screen.getByRole("button", { name: "Log activity" }));
    await screen.findByRole("option", { name: "Reference check" });
    await user.selectOptions(screen.getByRole("combobox", { name: "What happened" }), "Reference check");
    await user.click(screen.getByRole("button", { name: "Log" }));
    await waitFor(() =>
      expect(accepted()[0]?.touch?.activity).toEqual({
        type: "reference_check",
        typeName: "Reference check",
        text: "Reference check",
      }),
    );
  });

  it("never sends a placeholder in its braces", async () => {
    const user = userEvent.setup();
    renderLine({ snippets: [{ name: "Typo", text: "Dear {firstname}" }] });
    await user.click(screen.getByRole("button", { name: "Log activity" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Insert snippet" }), "Typo");
    await user.click(screen.getByRole("button", { name: "Log" }));
    expect(screen.getByText(/\{firstname\}/, { selector: "p" })).toBeTruthy();
    expect(accepted()).toEqual([]);
  });

  it("keeps what was typed when it could not be stored", async () => {
    const user = userEvent.setup();
    answers["touch.accept"] = { ok: false, problem: { kind: "storage_full" } };
    renderLine();
    await user.click(screen.getByRole("button", { name: "Log activity" }));
    await user.type(screen.getByRole("textbox", { name: "Text" }), "Spoke to her");
    await user.click(screen.getByRole("button", { name: "Log" }));
    await waitFor(() => expect(document.querySelector(".log-said .bad")).not.toBeNull());
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text" }).value).toBe("Spoke to her");
  });
});

describe("a snippet in the panel", () => {
  function Round({ firstName }: { firstName: string }) {
    const [round, change] = useState(emptyRound);
    return (
      <RoundContext.Provider value={{ round, change }}>
        <RoundLine />
        <Line
          key={firstName}
          values={{ first_name: firstName, job: null, client: null }}
          snippets={[{ name: "Intro", text: "Dear {first_name}" }]}
        />
      </RoundContext.Provider>
    );
  }
  const text = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text" }).value;

  it("stays with what was done, filled in for the next person; text and reminder do not", async () => {
    const user = userEvent.setup();
    const view = render(<Round firstName="Ida" />);
    await user.click(screen.getByRole("button", { name: "Log activity" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Insert snippet" }), "Intro");
    await user.selectOptions(screen.getByRole("combobox", { name: "What happened" }), "call_note");
    await user.type(screen.getByRole("textbox", { name: "Text" }), ", we met in Oslo");
    await user.selectOptions(screen.getByRole("combobox", { name: "Remind me" }), "In a week");
    expect(screen.getByText("Stays: Intro")).toBeTruthy();

    view.rerender(<Round firstName="Bo" />);
    await user.click(screen.getByRole("button", { name: "Log activity" }));
    expect(text()).toBe("Dear Bo");
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "What happened" }).value).toBe(
      "call_note",
    );
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Remind me" }).value).toBe("none");
    expect(accepted()).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Clear", description: /^Stays: / }));
    view.rerender(<Round firstName="Cy" />);
    await user.click(screen.getByRole("button", { name: "Log activity" }));
    expect(text()).toBe("");
  });
});

describe("the timeline", () => {
  it("shows ten, more by a click, and a long text in full on demand, never as markup", async () => {
    const user = userEvent.setup();
    const long = `<img src=x onerror=alert(1)> ${"long ".repeat(60)}`;
    const activities = [activity({ text: long }), ...Array.from({ length: 14 }, () => activity({}))];
    answers["memory.timeline"] = { ok: true, activities };
    render(<Timeline personId="p1" version={0} />);
    const list = await screen.findByRole("list");
    expect(within(list).getAllByRole("listitem")).toHaveLength(10);
    await user.click(within(list).getByRole("button", { name: "Show all" }));
    expect(within(list).getByText((_text, element) => element?.textContent === long)).toBeTruthy();
    expect(document.querySelector("img")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show 5 more" }));
    expect(within(list).getAllByRole("listitem")).toHaveLength(15);
  });

  it.each([
    ["hidden by the firm", { ok: true, activities: null }, /doesn’t share this timeline/],
    ["empty", { ok: true, activities: [] }, /Nothing on the timeline yet/],
    ["not asked for", { ok: false, problem: { kind: "rate_limited" } }, /rate limit nearly used up/],
    ["not answered", { ok: false, problem: { kind: "offline" } }, /Couldn’t load the timeline/],
  ])("says that it is %s", async (_name, answer, words) => {
    answers["memory.timeline"] = answer;
    render(<Timeline personId="p1" version={0} />);
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

it("the timeline is neither shown nor asked for where the firm turned it off", async () => {
  testBrowser.state.policy = { teamMemory: false };
  render(<Timeline personId="p1" version={0} />);
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.body.textContent).toBe("");
  expect(sent).toEqual([]);
});

describe("the stage", () => {
  beforeEach(() => {
    answers["jobs.stages"] = {
      ok: true,
      isOpen: true,
      stages: [
        { id: "s1", name: "Identified" },
        { id: "s2", name: "Contacted" },
      ],
      lastStageId: null,
    };
    render(
      <StageMove
        jobId="j1"
        jobName="CFO Acme"
        candidateId="c1"
        stageName="Identified"
        isLocked={false}
        accept={accept}
      />,
    );
  });

  it("moves by one click on another one, held back for the time it can be undone", async () => {
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "CFO Acme: stage Identified, change" }));
    await user.click(await screen.findByRole("button", { name: "Contacted" }));
    await screen.findByRole("button", { name: "CFO Acme: stage Contacted, change" });
    expect(accepted()[0]?.touch?.move).toEqual({
      jobId: "j1",
      jobName: "CFO Acme",
      candidateId: "c1",
      stage: { id: "s2", name: "Contacted" },
    });
    expect(sent.find(({ type }) => type === "touch.accept")?.request.graceSeconds).toBe(5);

    await user.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByRole("button", { name: "CFO Acme: stage Identified, change" });
    expect(sent.at(-1)).toEqual({ type: "save.undo", request: { id: "save-1" } });
  });

  it("says that it is too late to undo what is sent", async () => {
    const user = userEvent.setup();
    answers["save.undo"] = { ok: false };
    await user.click(screen.getByRole("button", { name: /^CFO Acme/ }));
    await user.click(await screen.findByRole("button", { name: "Contacted" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText(/Too late to undo/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /stage Contacted/ })).toBeTruthy();
  });
});

describe("the firm's fields", () => {
  const tags: CustomField = {
    id: "f1",
    name: "Tags",
    kind: "multi",
    jobId: null,
    options: [
      { id: "o1", name: "Shipping" },
      { id: "o2", name: "Energy" },
    ],
  };
  const years: CustomField = { id: "f2", name: "Years in post", kind: "integer", jobId: null, options: [] };

  function renderFields(inputs: FieldInputs = {}, isChecked = false) {
    const changes: FieldInputs[] = [];
    function Host() {
      const [now, setNow] = useState(inputs);
      return (
        <FirmFields
          workspace="w"
          jobId={null}
          inputs={now}
          isLocked={false}
          isChecked={isChecked}
          onChange={(next) => {
            changes.push(next);
            setNow(next);
          }}
        />
      );
    }
    render(<Host />);
    return changes;
  }

  it("takes tags by typing, only those that exist", async () => {
    const user = userEvent.setup();
    answers["memory.fields"] = { ok: true, fields: [years, tags] };
    const changes = renderFields();
    await user.type(await screen.findByRole("combobox", { name: "Tags" }), "ship");
    await user.click(await screen.findByRole("option", { name: "Shipping" }));
    expect(changes.at(-1)).toEqual({
      f1: { name: "Tags", kind: "multi", text: "", options: [{ id: "o1", name: "Shipping" }] },
    });
    await user.click(screen.getByRole("button", { name: "Remove Shipping" }));
    expect(changes.at(-1)).toEqual({});
  });

  const shipping = { id: "o1", name: "Shipping" };
  const energy = { id: "o2", name: "Energy" };
  const tagged = (options: { id: string; name: string }[], text = "") => ({
    f1: { name: "Tags", kind: "multi" as const, text, options },
  });

  it("takes the highlighted tag when the user goes on before the list has it", async () => {
    const user = userEvent.setup();
    answers["memory.fields"] = { ok: true, fields: [tags] };
    const changes = renderFields();
    await user.type(await screen.findByRole("combobox", { name: "Tags" }), "ship");
    await user.tab();
    await waitFor(() => expect(changes.at(-1)).toEqual(tagged([shipping])));
  });

  it("keeps words that are no tag, and says so at Save", async () => {
    const user = userEvent.setup();
    answers["memory.fields"] = { ok: true, fields: [tags] };
    const changes = renderFields({}, true);
    const box = await screen.findByRole<HTMLInputElement>("combobox", { name: "Tags" });
    await user.type(box, "nuclear");
    await screen.findByText("Nothing fits. New ones are added in Stardex.");
    await user.tab();
    expect(box.value).toBe("nuclear");
    expect(changes.at(-1)).toEqual(tagged([], "nuclear"));
    expect(screen.getByText("Pick one from the list, or clear the box.")).toBeTruthy();
  });

  it("marks the last tag at Backspace, takes it at the second, and gives it back at Ctrl+Z", async () => {
    const user = userEvent.setup();
    answers["memory.fields"] = { ok: true, fields: [tags] };
    const changes = renderFields(tagged([shipping, energy]));
    await user.click(await screen.findByRole("combobox", { name: "Tags" }));
    // A key that is held down repeats.
    await user.keyboard("{Backspace>3/}");
    expect(changes).toEqual([]);
    expect(screen.getByText("Last one selected. Press Backspace again to remove it.")).toBeTruthy();
    await user.keyboard("{Backspace}");
    expect(changes.at(-1)).toEqual(tagged([shipping]));
    await user.keyboard("{Control>}z{/Control}");
    expect(changes.at(-1)).toEqual(tagged([shipping, energy]));
    await user.click(screen.getByRole("button", { name: "Remove Energy" }));
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Tags" }));
  });

  it("asks for what the firm requires once Save was tried", async () => {
    testBrowser.state.policy = { requiredFields: ["Years in Post"] };
    answers["memory.fields"] = { ok: true, fields: [years, tags] };
    renderFields({}, true);
    const box = await screen.findByRole("textbox", { name: "Years in post" });
    expect(box.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("Your firm requires this")).toBeTruthy();
  });

  it("is not there, and says nothing, without the right to read the definitions", async () => {
    answers["memory.fields"] = { ok: false, problem: { kind: "forbidden" } };
    renderFields();
    await waitFor(() => expect(sent.some(({ type }) => type === "memory.fields")).toBe(true));
    expect(document.body.textContent).toBe("");
  });
});

describe("the people of a company that is off-limits", () => {
  it("are asked for when somebody wants to know, and counted", async () => {
    const user = userEvent.setup();
    const people = [apiPerson({ name: "Ottilie Brandvold", currentJobTitle: "Finance Director" })];
    answers["people.at_company"] = { ok: true, people, isComplete: true };
    render(<CompanyPeople companyId="c1" />);
    expect(sent).toEqual([]);
    await user.click(screen.getByRole("button", { name: "People there in Stardex" }));
    expect(await screen.findByRole("button", { name: "1 person there in Stardex" })).toBeTruthy();
    expect(screen.getByText("Ottilie Brandvold · Finance Director")).toBeTruthy();
  });

  it("with the rate limit nearly used are not asked for, and that is said", async () => {
    const user = userEvent.setup();
    answers["people.at_company"] = { ok: false, problem: { kind: "rate_limited" } };
    render(<CompanyPeople companyId="c1" />);
    await user.click(screen.getByRole("button", { name: "People there in Stardex" }));
    expect(await screen.findByText(/rate limit nearly used up/)).toBeTruthy();
  });
});
