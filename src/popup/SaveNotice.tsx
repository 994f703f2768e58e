import browser from "webextension-polyfill";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { problemTitle } from "../ui/problem-words.ts";
import { t } from "../ui/words.ts";
import type { SaveState } from "./save-state.ts";

/** What became of the press on Save, right above the button that was pressed. */
export function SaveNotice({ save, onTryNow }: { save: SaveState; onTryNow: () => void }) {
  switch (save.phase) {
    case "underway":
      return <UnderwayNotice record={save.record} onTryNow={onTryNow} />;
    case "needs_user":
      return save.problem && <NeedsUserNotice problem={save.problem} />;
    case "worker_gone":
      return (
        <div class="notice bad" role="alert">
          <strong>{t("worker_gone_title")}</strong>
          {t("worker_gone_body")}
        </div>
      );
    default:
      return null;
  }
}

function NeedsUserNotice({
  problem,
}: {
  problem: NonNullable<Extract<SaveState, { phase: "needs_user" }>["problem"]>;
}) {
  const aboutTheKey = problem.kind === "unauthorised" || problem.kind === "not_connected";
  return (
    <ProblemNotice problem={problem}>
      {aboutTheKey && (
        <div>
          <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
            {t("open_settings")}
          </button>
        </div>
      )}
    </ProblemNotice>
  );
}

/** Nothing is said while all goes well: the button already says "Saving…". */
function UnderwayNotice(props: {
  record: Extract<SaveState, { phase: "underway" }>["record"];
  onTryNow: () => void;
}) {
  const { record } = props;
  if (record?.state === "in_doubt") {
    return (
      <div class="notice warn" role="status">
        <strong>{t("in_doubt_title")}</strong>
        {t("in_doubt_next")}
      </div>
    );
  }
  if (record?.problem == null) return null;
  return (
    <div class="notice warn" role="alert">
      <strong>{problemTitle(record.problem)}</strong>
      {t("waiting_next")}
      <div>
        <button type="button" class="button" onClick={props.onTryNow}>
          {t("try_now")}
        </button>
      </div>
    </div>
  );
}
