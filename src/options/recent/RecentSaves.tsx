import { useRef, useState } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { send } from "../../protocol/send.ts";
import { GettingStartedLink } from "../GettingStartedLink.tsx";
import { type SaveActions, SaveRow } from "./SaveRow.tsx";
import { useNow } from "./use-now.ts";

const PAGE = 20;

interface Props {
  saves: SaveRecord[];
  recordLink: string;
}

/** The last saves, newest first, with what became of each. */
export function RecentSaves({ saves, recordLink }: Props) {
  const [onlyNeedy, setOnlyNeedy] = useState(false);
  const [length, setLength] = useState(PAGE);
  const [news, setNews] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();

  const needy = saves.filter(({ state }) => state === "needs_you");
  const listed = onlyNeedy && needy.length > 0 ? needy : saves;

  async function act(call: Promise<{ ok: boolean }>, done: WordKey) {
    // The button that was pressed may go with its save.
    heading.current?.focus({ preventScroll: true });
    setNews("");
    const { ok } = await call.catch(() => ({ ok: false }));
    setNews(t(ok ? done : "save_not_possible"));
  }

  const actions: SaveActions = {
    retry: ({ id }, draft) => void act(send("save.retry", { id, ...(draft && { draft }) }), "save_tried"),
    settle: ({ id }) => void act(send("save.settle", { id }), "save_settled"),
    discard: ({ id, state }) =>
      void act(send("save.discard", { id }), state === "saved" ? "save_removed" : "save_discarded"),
  };

  return (
    <section id="recent" class="card recent" aria-labelledby="recent-title">
      <div class="row">
        <h2 id="recent-title" ref={heading} tabIndex={-1}>
          {t("recent_title")}
        </h2>
        {needy.length > 0 && (
          <Filter all={saves.length} needy={needy.length} onlyNeedy={onlyNeedy} onChange={setOnlyNeedy} />
        )}
      </div>
      <p class="news" role="status">
        {news}
      </p>
      {saves.length === 0 && <Empty />}
      <ul class="saves">
        {listed.slice(0, length).map((save) => (
          <SaveRow key={save.id} save={save} now={now} recordLink={recordLink} actions={actions} />
        ))}
      </ul>
      {listed.length > length && (
        <button type="button" class="button" onClick={() => setLength(length + PAGE)}>
          {t("recent_more")}
        </button>
      )}
    </section>
  );
}

interface FilterProps {
  all: number;
  needy: number;
  onlyNeedy: boolean;
  onChange: (onlyNeedy: boolean) => void;
}

function Filter({ all, needy, onlyNeedy, onChange }: FilterProps) {
  const choices = [
    { words: t("recent_filter_all", all), value: false },
    { words: t("recent_filter_needy", needy), value: true },
  ];
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t("recent_filter_label")}</legend>
      {choices.map(({ words, value }) => (
        <label key={words}>
          <input
            type="radio"
            name="recent-filter"
            class="visually-hidden"
            checked={value === onlyNeedy}
            onChange={() => onChange(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Empty() {
  return (
    <div class="empty">
      <p>
        <strong>{t("recent_empty_title")}</strong>
      </p>
      <p class="quiet">{t("recent_empty_body")}</p>
      <GettingStartedLink />
    </div>
  );
}
