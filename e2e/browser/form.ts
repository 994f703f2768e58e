import type { Page } from "playwright";
import { words } from "./words.ts";

/** What the popup says, in a status or an alert, that begins with these words of ours. */
export function saying(popup: Page, key: Parameters<typeof words>[0]) {
  return popup
    .getByRole("status")
    .or(popup.getByRole("alert"))
    .filter({ hasText: words(key) });
}

/** The popup's form by what a person reads on it. */
export function formOf(popup: Page) {
  return {
    name: popup.getByLabel(words("field_name"), { exact: true }),
    jobTitle: popup.getByLabel(words("field_job_title"), { exact: true }),
    company: popup.getByLabel(words("field_company"), { exact: true }),
    location: popup.getByLabel(words("field_location"), { exact: true }),
    save: popup.getByRole("button", { name: words("save"), exact: true }),
  };
}
