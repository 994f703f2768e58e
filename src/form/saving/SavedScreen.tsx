import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { StatusScreen } from "../../popup/StatusScreen.tsx";
import { recordUrl } from "../../settings/record-link.ts";
import { settings } from "../../settings/settings.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { savedTitle, savedWords } from "./saved-words.ts";

interface Props {
  record: SaveRecord;
  /** Re-opens the form on the saved person. */
  onChange: () => void;
}

/** The person is in Stardex. Enter or Esc goes on to the next profile. */
export function SavedScreen({ record, onChange }: Props) {
  const done = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => done.current?.focus(), []);
  const personId = record.outcome?.personId ?? null;
  return (
    <StatusScreen symbol="check" tone="good" title={savedTitle(record)} body={savedWords(record)}>
      <button ref={done} type="button" class="button primary" onClick={() => window.close()}>
        {t("done")}
      </button>
      {personId !== null && (
        <>
          <button type="button" class="button" onClick={onChange}>
            {t("saved_change")}
          </button>
          <RecordButton personId={personId} />
        </>
      )}
    </StatusScreen>
  );
}

/** Her record, where the settings say where it is; else its id to be copied. */
function RecordButton({ personId }: { personId: string }) {
  const template = useRecordLink();
  if (template === null) return null;
  const url = recordUrl(template, personId);
  if (url === null) return <CopyButton text={personId} label={t("saved_copy_id")} done={t("saved_copied")} />;
  return (
    <a class="button" href={url} target="_blank" rel="noreferrer">
      {t("saved_open")}
    </a>
  );
}

/** Null until it is read. */
function useRecordLink(): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    settings.get().then(
      ({ recordLink }) => setLink(recordLink),
      () => setLink(""),
    );
  }, []);
  return link;
}
