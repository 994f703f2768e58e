import { t } from "../../i18n/words.ts";
import type { Candidacy } from "../../model/records.ts";

/** Where a person stands on a job already. */
export function candidacyWords({ isArchived, stageName }: Candidacy): string {
  if (stageName === null) return t("job_already_on_somewhere");
  return t(isArchived ? "job_already_on_archived" : "job_already_on", stageName);
}
