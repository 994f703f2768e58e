import { useEffect, useRef } from "preact/hooks";
import type { SaveRecord } from "../save.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { t } from "../ui/words.ts";
import { StatusScreen } from "./StatusScreen.tsx";

/** The person is in Stardex. Enter or Esc goes on to the next profile. */
export function SavedScreen({ name, record }: { name: string; record: SaveRecord }) {
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const personId = record.outcome?.personId;
  return (
    <StatusScreen symbol="check" tone="good" title={t("saved_title")} body={savedWords(name.trim(), record)}>
      <button ref={done} type="button" class="button primary" onClick={() => window.close()}>
        {t("done")}
      </button>
      {personId != null && <CopyButton text={personId} label={t("saved_copy_id")} done={t("saved_copied")} />}
    </StatusScreen>
  );
}

/** A job that Stardex did not put her on must not sound like one it did. */
function savedWords(name: string, { draft, outcome }: SaveRecord): string {
  if (!draft.job) return t("saved_body", name);
  if (outcome?.candidateId != null) return t("saved_on_job", name, draft.job.name);
  return t("saved_job_unknown", name, draft.job.name);
}
