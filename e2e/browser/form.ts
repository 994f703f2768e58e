import type { Page } from "playwright";
import { words } from "./words.ts";

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
