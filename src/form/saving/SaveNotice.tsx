import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { problemTitle } from "../../i18n/problem-words.ts";
import { stepWords } from "../../i18n/step-words.ts";
import { t } from "../../i18n/words.ts";
import { isUnanswered, type SaveRecord } from "../../model/save.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import type { SaveState } from "./save-state.ts";

interface Props {
  save: SaveState;
  /** It has been on its way for longer than a moment. */
  isSlow: boolean;
  onTryNow: () => void;
  /** "It arrived": the step whose answer was lost counts as done. */
  onSettle: () => void;
  onDiscard: () => void;
}

/** What became of the save, right above the button that was clicked. */
export function SaveNotice({ save, isSlow, onTryNow, onSettle, onDiscard }: Props) {
  switch (save.phase) {
    case "underway":
      return <UnderwayNotice record={save.record} isSlow={isSlow} onTryNow={onTryNow} />;
    case "needs_user":
      return <NeedsUserNotice save={save} onSendAgain={onTryNow} onSettle={onSettle} onDiscard={onDiscard} />;
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

interface NeedsUserProps {
  save: Extract<SaveState, { phase: "needs_user" }>;
  onSendAgain: () => void;
  onSettle: () => void;
  onDiscard: () => void;
}

function NeedsUserNotice({ save, onSendAgain, onSettle, onDiscard }: NeedsUserProps) {
  const { problem, record } = save;
  const isAboutKey = problem?.kind === "unauthorized" || problem?.kind === "not_connected";
  if (record && isUnanswered(record)) {
    return (
      <Notice tone="bad" role="alert" title={t("in_doubt_title")}>
        {t("unanswered_next", stepWords(record) ?? t("step_person"))}
        <Buttons>
          <PlainButton words={t("unanswered_there")} onClick={onSettle} />
          <PlainButton words={t("unanswered_again")} onClick={onSendAgain} />
          <DiscardButton onDiscard={onDiscard} />
        </Buttons>
      </Notice>
    );
  }
  return (
    problem && (
      <ProblemNotice problem={problem}>
        <Remainder record={record} />
        <Buttons>
          {isAboutKey && <SettingsButton />}
          {record && <DiscardButton onDiscard={onDiscard} />}
        </Buttons>
      </ProblemNotice>
    )
  );
}

interface UnderwayProps {
  record: SaveRecord | null;
  isSlow: boolean;
  onTryNow: () => void;
}

/** An accepted save is durable: that is said after a moment, whatever it waits for. */
function UnderwayNotice({ record, isSlow, onTryNow }: UnderwayProps) {
  if (record?.state === "in_doubt") {
    return (
      <Notice
        tone="quiet"
        role="status"
        title={record.problem ? problemTitle(record.problem) : t("in_doubt_title")}
      >
        {t("in_doubt_next")}
        <Buttons>
          <PlainButton words={t("try_now")} onClick={onTryNow} />
        </Buttons>
      </Notice>
    );
  }
  const problem = record?.state === "sending" ? null : record?.problem;
  if (!problem)
    return isSlow ? (
      <p class="sending-line" role="status">
        {t("save_sending")}
      </p>
    ) : null;
  const isAboutKey = problem.kind === "unauthorized";
  return (
    <Notice tone={isAboutKey ? "warn" : "quiet"} role="status" title={t("save_kept")}>
      {problemTitle(problem)}. {t(isAboutKey ? "waiting_for_key" : "waiting_next")}
      <Remainder record={record ?? null} />
      <Buttons>
        {isAboutKey ? <SettingsButton /> : <PlainButton words={t("try_now")} onClick={onTryNow} />}
      </Buttons>
    </Notice>
  );
}

/** After the person has arrived a problem is only about the step at hand. */
function Remainder({ record }: { record: SaveRecord | null }) {
  const isThere = record?.steps.some(({ kind, done }) => kind === "person" && done);
  const step = record && stepWords(record);
  return isThere && step ? <div>{t("step_left", step)}</div> : null;
}

function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="notice-buttons">{children}</div>;
}

function PlainButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {words}
    </button>
  );
}

/** Forgets a stored save; asks first, in place. */
function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <PlainButton
      words={t(asked ? "save_discard_sure" : "save_discard")}
      onClick={() => (asked ? onDiscard() : setAsked(true))}
    />
  );
}

function SettingsButton() {
  return <PlainButton words={t("open_settings")} onClick={() => void browser.runtime.openOptionsPage()} />;
}
