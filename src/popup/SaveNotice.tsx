import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { SaveRecord } from "../save.ts";
import { Notice } from "../ui/Notice.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { problemTitle } from "../ui/problem-words.ts";
import { t } from "../ui/words.ts";
import type { SaveState } from "./save-state.ts";

interface Props {
  save: SaveState;
  onTryNow: () => void;
  onDiscard: () => void;
}

/** What became of the press on Save, right above the button that was pressed. */
export function SaveNotice({ save, onTryNow, onDiscard }: Props) {
  switch (save.phase) {
    case "underway":
      return <UnderwayNotice record={save.record} onTryNow={onTryNow} />;
    case "needs_user":
      return <NeedsUserNotice save={save} onDiscard={onDiscard} />;
    case "worker_gone":
      return (
        <Notice tone="bad" role="alert" title={t("worker_gone_title")}>
          {t("worker_gone_body")}
        </Notice>
      );
    case "worker_silent":
      return (
        <Notice tone="bad" role="alert" title={t("worker_silent_title")}>
          {t("worker_silent_body")}
        </Notice>
      );
    default:
      return null;
  }
}

type NeedsUser = Extract<SaveState, { phase: "needs_user" }>;

function NeedsUserNotice({ save, onDiscard }: { save: NeedsUser; onDiscard: () => void }) {
  const { problem, record } = save;
  const isAboutKey = problem?.kind === "unauthorised" || problem?.kind === "not_connected";
  const buttons = (
    <div class="notice-buttons">
      {isAboutKey && <SettingsButton />}
      {record && <DiscardButton onDiscard={onDiscard} />}
    </div>
  );
  if (record?.unanswered) {
    return (
      <Notice tone="bad" role="alert" title={t("in_doubt_title")}>
        {t("unanswered_next")}
        {buttons}
      </Notice>
    );
  }
  return problem && <ProblemNotice problem={problem}>{buttons}</ProblemNotice>;
}

/** Forgets a stored save; asks first, in place. */
function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <button type="button" class="button" onClick={() => (asked ? onDiscard() : setAsked(true))}>
      {t(asked ? "save_discard_sure" : "save_discard")}
    </button>
  );
}

/** Nothing is said while all goes well: the button already says "Saving…". */
function UnderwayNotice({ record, onTryNow }: { record: SaveRecord | null; onTryNow: () => void }) {
  if (record?.state === "in_doubt") {
    return (
      <Notice
        tone="warn"
        role="status"
        title={record.problem ? problemTitle(record.problem) : t("in_doubt_title")}
      >
        {t("in_doubt_next")}
        <TryNowButton onTryNow={onTryNow} />
      </Notice>
    );
  }
  if (!record?.problem || record.state === "sending") return null;
  const isAboutKey = record.problem.kind === "unauthorised";
  return (
    <Notice tone="warn" role="alert" title={problemTitle(record.problem)}>
      {t(isAboutKey ? "waiting_for_key" : "waiting_next")}
      {isAboutKey ? (
        <div class="notice-buttons">
          <SettingsButton />
        </div>
      ) : (
        <TryNowButton onTryNow={onTryNow} />
      )}
    </Notice>
  );
}

function TryNowButton({ onTryNow }: { onTryNow: () => void }) {
  return (
    <div class="notice-buttons">
      <button type="button" class="button" onClick={onTryNow}>
        {t("try_now")}
      </button>
    </div>
  );
}

function SettingsButton() {
  return (
    <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
      {t("open_settings")}
    </button>
  );
}
