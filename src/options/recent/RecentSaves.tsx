import { useRef, useState } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import type { Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { GettingStartedLink } from "../GettingStartedLink.tsx";
import { byDay } from "./days.ts";
import { QueueNotice } from "./QueueNotice.tsx";
import { RecentFilters } from "./RecentFilters.tsx";
import { RowGuard } from "./RowGuard.tsx";
import { type SaveActions, SaveRow } from "./SaveRow.tsx";
import { noFilter, queryOf } from "./saves-list.ts";
import { useNow } from "./use-now.ts";
import { type QueueState, useSaves } from "./use-saves.ts";
import "./recent.css";

interface Props {
  connection: Connection;
  queue: QueueState;
  recordLink: string;
}

/** The last saves under the day they were made, newest first, with what became of each. */
export function RecentSaves({ connection, queue, recordLink }: Props) {
  const [filter, setFilter] = useState(noFilter);
  const [news, setNews] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();
  const workspace = connection.state === "connected" ? connection.workspace : null;
  const { list, hasFailed, showMore } = useSaves(workspace === null ? null : queryOf(workspace, filter));

  async function act(call: Promise<{ ok: boolean }>, done: WordKey) {
    // The button that was clicked may go with its save.
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
      <h2 id="recent-title" ref={heading} tabIndex={-1}>
        {t("recent_title")}
      </h2>
      <p class="news" role="status">
        {news}
      </p>
      {workspace !== null && <QueueNotice connection={connection} queue={queue} workspace={workspace} />}
      {queue.total > 0 && (
        <RecentFilters
          filter={filter}
          saves={list?.saves ?? []}
          needsYou={queue.needsYou}
          onChange={setFilter}
        />
      )}
      {hasFailed && (
        <p class="hint-line error" role="alert">
          {t("recent_failed")}
        </p>
      )}
      {list?.saves.length === 0 && (queue.total > 0 ? <NoMatch /> : <Empty />)}
      {byDay(list?.saves ?? [], now).map(({ key, words, saves }) => (
        <section key={key} class="day" aria-label={words}>
          <h3 class="day-name">{words}</h3>
          <ul class="saves">
            {saves.map((save) => (
              <RowGuard key={save.id}>
                <SaveRow save={save} now={now} recordLink={recordLink} actions={actions} />
              </RowGuard>
            ))}
          </ul>
        </section>
      ))}
      {list?.next != null && (
        <button type="button" class="button more" onClick={() => void showMore()}>
          {t("recent_more")}
        </button>
      )}
    </section>
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

function NoMatch() {
  return (
    <p class="empty quiet" role="status">
      {t("recent_no_match")}
    </p>
  );
}
