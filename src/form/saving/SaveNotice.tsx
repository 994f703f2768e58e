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
  onTryNow: () => void;
  /** "It is there": the step whose answer was lost counts as done. */
  onSettle: () => void;
  onDiscard: () => void;
}

/** What became of the press on Save, right above the button that was pressed. */
export function SaveNotice({ save, onTryNow, onSettle, onDiscard }: Props) {
  switch (save.phase) {
    case "underway":
      return <UnderwayNotice record={save.record} onTryNow={onTryNow} />;
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

type NeedsUser = Extract<SaveState, { phase: "needs_user" }>;

interface NeedsUserProps {
  save: NeedsUser;
  onSendAgain: () => void;
  onSettle: () => void;
  onDiscard: () => void;
}

function NeedsUserNotice({ save, onSendAgain, onSettle, onDiscard }: NeedsUserProps) {
  const { problem, record } = save;
  const isAboutKey = problem?.kind === "unauthorised" || problem?.kind === "not_connected";
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
        <Buttons>
          <PlainButton words={t("try_now")} onClick={onTryNow} />
        </Buttons>
      </Notice>
    );
  }
  if (!record?.problem || record.state === "sending") return null;
  const isAboutKey = record.problem.kind === "unauthorised";
  return (
    <Notice tone="warn" role="alert" title={problemTitle(record.problem)}>
      {t(isAboutKey ? "waiting_for_key" : "waiting_next")}
      <Remainder record={record} />
      <Buttons>
        {isAboutKey ? <SettingsButton /> : <PlainButton words={t("try_now")} onClick={onTryNow} />}
      </Buttons>
    </Notice>
  );
}

function SettingsButton() {
  return <PlainButton words={t("open_settings")} onClick={() => void browser.runtime.openOptionsPage()} />;
}
