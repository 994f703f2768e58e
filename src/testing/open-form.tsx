/** The person's form as the popup shows it over an invented page, with the real worker behind it. */
import { cleanup, render, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { inventedPages } from "../../e2e/sandbox/linkedin-pages.ts";
import { PersonForm } from "../form/PersonForm.tsx";
import { formFromProfile, type InitialForm } from "../form/values/initial-form.ts";
import { readProfile } from "../linkedin/read-profile.ts";
import type { FormPart } from "../settings/settings-schema.ts";
import { connectedWorker } from "./page-worker.ts";

type Worker = Awaited<ReturnType<typeof connectedWorker>>;

export type OpenForm = Awaited<ReturnType<typeof openForm>>;

/** What jsdom lacks. To be called before each test. */
export function prepareForms(): void {
  cleanup();
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run, 0));
  vi.stubGlobal("cancelIdleCallback", clearTimeout);
}

const forms = new Map<string, InitialForm>();

/** The form of the invented page, as its reading fills it. */
export function formOfPage(name: string): InitialForm {
  const form = forms.get(name) ?? readForm(name);
  forms.set(name, form);
  return form;
}

function readForm(name: string): InitialForm {
  const page = inventedPages().find((one) => one.name === name);
  if (!page) throw new Error(`e2e/linkedin-pages has no ${name}`);
  const reading = readProfile(new DOMParser().parseFromString(page.html, "text/html"), page.url);
  if (reading.result !== "profile") throw new Error(`${name} reads as ${reading.result}`);
  return formFromProfile(reading);
}

interface Options {
  hidden?: FormPart[];
  /** Of an earlier form of this test: its sandbox and what is stored stay. */
  worker?: Worker;
  /** Before the form asks anything. */
  prepare?: (sandbox: Worker["sandbox"]) => void;
}

/** Opens the form as a new popup would; an earlier one is closed. */
export async function openForm(page: string | InitialForm, { hidden = [], worker, prepare }: Options = {}) {
  cleanup();
  const { sandbox, workspace } = worker ?? (await connectedWorker());
  prepare?.(sandbox);
  const initial = typeof page === "string" ? formOfPage(page) : page;
  const onClose = vi.fn();
  const onGoToExperience = vi.fn();
  const draw = (form: InitialForm) => (
    <PersonForm
      initial={form}
      workspace={workspace}
      hidden={hidden}
      onClose={onClose}
      onGoToExperience={onGoToExperience}
    />
  );
  const view = render(draw(initial));
  const user = userEvent.setup();
  const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true });
  const box = (name: string) => screen.getByRole<HTMLInputElement>("combobox", { name });
  return {
    user,
    sandbox,
    worker: { sandbox, workspace },
    onClose,
    onGoToExperience,
    field,
    jobBox: () => box("Job"),
    clientBox: () => box("Client"),
    listBox: () => box("List"),
    button: (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name }),
    /** What the line about the person in Stardex says. */
    matchLine: () =>
      within(screen.getByRole("region", { name: "In Stardex?" })).getAllByRole("status")[0] as HTMLElement,
    chosenJobs: () => within(screen.getByRole("list", { name: "Chosen jobs" })).queryAllByRole("listitem"),
    options: () => within(screen.getByRole("listbox")).queryAllByRole("option"),
    /** The one that Enter takes; options of a job's stages are no part of it. */
    activeOption: () => {
      const list = screen.queryByRole("listbox");
      return list && within(list).queryByRole("option", { selected: true });
    },
    readAgain: (form: InitialForm) => view.rerender(draw(form)),
    /** The calls that change something. */
    writes: () =>
      sandbox.log.entries
        .filter(({ method, path }) => method !== "GET" && !path.endsWith("/search"))
        .map(({ method, path, body }) => ({ method, path, body })),
  };
}
