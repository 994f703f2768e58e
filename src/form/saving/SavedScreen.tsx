import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { recordUrl } from "../../settings/record-link.ts";
import { settings } from "../../settings/settings.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { CheckIcon } from "../../ui/icons.tsx";
import { type SavedView, savedView } from "./saved-view.ts";
import { useAutoClose } from "./use-auto-close.ts";
import "./saved-screen.css";

interface Props {
  record: SaveRecord;
  /** Re-opens the form on the saved person. */
  onChange: () => void;
  onClose: () => void;
}

/** The person is in Stardex. Enter or Esc goes on to the next profile, or nothing: it closes by itself. */
export function SavedScreen({ record, onChange, onClose }: Props) {
  const done = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => done.current?.focus(), []);
  const personId = record.outcome?.personId ?? null;
  const view = savedView(record);
  const { isClosing, stay } = useAutoClose(view.remarks.length === 0, onClose);
  return (
    <div class="saved">
      <div class="saved-what" role="status">
        <h2>
          <CheckIcon size={18} /> {view.title}
        </h2>
        <p class="saved-person">{view.person}</p>
        <SavedRows view={view} />
        {view.remarks.map((words) => (
          <p key={words} class="saved-remark">
            {words}
          </p>
        ))}
        {view.isBeingEnriched && <p class="quiet">{t("saved_enriched")}</p>}
      </div>
      <div
        class="actions"
        data-region
        onPointerEnter={stay}
        onFocusIn={(event) => event.target !== done.current && stay()}
      >
        {personId !== null && (
          <div class="saved-buttons">
            <button type="button" class="button" onClick={onChange}>
              {t("saved_change")}
            </button>
            <RecordButton personId={personId} />
          </div>
        )}
        <button
          ref={done}
          type="button"
          data-region-start
          class={`button primary ${isClosing ? "closing" : ""}`}
          onClick={onClose}
        >
          {t("done")}
        </button>
      </div>
    </div>
  );
}

function SavedRows({ view }: { view: SavedView }) {
  if (view.rows.length === 0) return null;
  return (
    <ul class="saved-rows">
      {view.rows.map(({ name, client, place }) => (
        <li key={`${name} ${client}`}>
          <span dir="auto">
            <strong>{name}</strong>
            {client !== null && ` · ${client}`}
          </span>
          {place && (
            <span class="quiet" dir="auto">
              {place}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The person's record, where the settings say where it is; else its id to be copied. */
function RecordButton({ personId }: { personId: string }) {
  const template = useRecordLink();
  if (template === null) return null;
  const url = recordUrl(template, personId);
  if (url === null) {
    return (
      <CopyButton look="link-button" text={personId} label={t("saved_copy_id")} done={t("saved_copied")} />
    );
  }
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
