import { plural } from "../../i18n/plurals.ts";
import { relativeTime } from "../../i18n/time.ts";
import { t, type WordKey } from "../../i18n/words.ts";
import type { Batch, BatchPart } from "../../model/batch.ts";
import { send } from "../../protocol/send.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { batchTitle, type CountedBatch } from "./BatchList.tsx";

/** In the order of the bar; what waits is the bar's empty rest. */
const PARTS = [
  { part: "added", words: "batch_added" },
  { part: "known", words: "batch_known" },
  { part: "held", words: "batch_held" },
  { part: "failed", words: "batch_failed" },
  { part: "waiting", words: "batch_waiting" },
] as const satisfies readonly { part: BatchPart; words: WordKey }[];

/** How far one batch is, and what the user can do with it. */
export function BatchProgress({ batch, counts, recentUrl }: CountedBatch & { recentUrl: string }) {
  const done = counts.added + counts.known;
  const seen = PARTS.filter(({ part }) => counts[part] > 0);
  return (
    <div class="batch">
      <div class="batch-head">
        <strong dir="auto">{batchTitle(batch)}</strong>
        <span class="quiet">{relativeTime(batch.createdAt, Date.now())}</span>
        <span class="batch-state" role="status">
          {t(stateWords[batch.state])}
        </span>
      </div>
      <div
        class="batch-bar"
        role="progressbar"
        aria-label={plural("batch_progress", batch.total, done)}
        aria-valuemin={0}
        aria-valuemax={batch.total}
        aria-valuenow={batch.total - counts.waiting}
      >
        {PARTS.map(({ part }) => (
          <span key={part} class={`batch-${part}`} style={{ flexGrow: counts[part] }} />
        ))}
      </div>
      <dl class="batch-counts">
        {seen.map(({ part, words }) => (
          <div key={part} class={`batch-count batch-${part}`}>
            <dt>{t(words)}</dt>
            <dd>{counts[part]}</dd>
          </div>
        ))}
      </dl>
      <BatchButtons batch={batch} counts={counts} recentUrl={recentUrl} />
    </div>
  );
}

const stateWords = {
  running: "batch_running",
  paused: "batch_paused",
  stopped: "batch_stopped",
  ended: "batch_finished",
} as const satisfies Record<Batch["state"], WordKey>;

function BatchButtons({ batch, counts, recentUrl }: CountedBatch & { recentUrl: string }) {
  const { id, state } = batch;
  const change = (to: "running" | "paused" | "stopped") =>
    void send("batch.change", { id, to }).catch(() => undefined);
  const isUnderway = state === "running" || state === "paused";
  return (
    <div class="batch-buttons">
      {isUnderway && (
        <>
          <button
            type="button"
            class="button"
            onClick={() => change(state === "paused" ? "running" : "paused")}
          >
            {t(state === "paused" ? "batch_resume" : "batch_pause")}
          </button>
          <AskFirst
            label={t("batch_stop")}
            question={plural("batch_stop_ask", counts.waiting)}
            onConfirm={() => change("stopped")}
          />
        </>
      )}
      {counts.held + counts.failed > 0 && (
        <a href={recentUrl} target="_blank" rel="noreferrer">
          {t("batch_look")}
        </a>
      )}
      {!isUnderway && counts.waiting === 0 && (
        <button
          type="button"
          class="link-button"
          onClick={() => void send("batch.forget", { id }).catch(() => undefined)}
        >
          {t("batch_forget")}
        </button>
      )}
    </div>
  );
}
