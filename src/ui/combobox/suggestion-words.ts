import { problemTitle } from "../../i18n/problem-words.ts";
import { t } from "../../i18n/words.ts";
import type { Problem } from "../../model/problem.ts";
import type { Found } from "./suggestions.ts";

/** What is said below the options. */
export function noteOf<T>(isSearching: boolean, found: Found<T> | null): string {
  if (isSearching) return t("suggestions_searching");
  if (!found) return "";
  return found.problem ? failureWords(found.problem) : (found.note ?? "");
}

/** Without a key that counts nothing can be saved: then nobody is told otherwise. */
function failureWords(problem: Problem): string {
  const isKeyless = problem.kind === "unauthorized" || problem.kind === "not_connected";
  return isKeyless ? problemTitle(problem) : t("suggestions_failed", problemTitle(problem));
}
