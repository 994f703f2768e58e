import type { Page } from "playwright";
import { words } from "./words.ts";

/** The status or alert of the popup that contains these words. */
export function saying(popup: Page, key: Parameters<typeof words>[0]) {
  return popup
    .getByRole("status")
    .or(popup.getByRole("alert"))
    .filter({ hasText: words(key) });
}

/** That Stardex has the save. By the whole word: "Saved on this computer" comes before it. */
export function savedIn(popup: Page) {
  return popup.getByRole("status").filter({ has: popup.getByText(words("saved_title"), { exact: true }) });
}

/** The fields and buttons of the form, found by their labels. */
export function formOf(popup: Page) {
  const field = (key: Parameters<typeof words>[0]) => popup.getByLabel(words(key), { exact: true });
  const combobox = (key: Parameters<typeof words>[0]) =>
    popup.getByRole("combobox", { name: words(key), exact: true });
  return {
    /** Any text field by its label. */
    field,
    name: field("field_name"),
    jobTitle: field("field_job_title"),
    company: field("field_company"),
    location: field("field_location"),
    jobBox: combobox("field_job"),
    clientBox: combobox("field_client"),
    listBox: combobox("field_list"),
    /** The options of the open list; not those of a job's stages. */
    options: popup.getByRole("listbox").getByRole("option"),
    /** The one that Enter takes. None while the search is under way. */
    activeOption: popup.locator("[role=option][aria-selected=true]"),
    chosenJobs: popup.getByRole("list", { name: words("job_chosen") }).getByRole("listitem"),
    stageOf: (job: string) => popup.getByRole("combobox", { name: `${words("job_stage")} ${job}` }),
    role: (key: "role_candidate" | "role_client_contact" | "role_both") =>
      popup.getByRole("radio", { name: words(key), exact: true }),
    more: popup.getByRole("button", { name: words("more"), exact: true }),
    save: popup.getByRole("button", { name: words("save"), exact: true }),
  };
}
