import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Problem } from "../../model/problem.ts";
import type { Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { LockIcon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";

interface Props {
  connection: Extract<Connection, { state: "connected" }>;
  onChecked: (connection: Connection) => void;
  onReplace: () => void;
}

/** A key that the firm has set: it can be checked again, and replaced where the policy allows that. */
export function OrganizationKey({ connection, onChecked, onReplace }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);

  async function check() {
    setProblem(null);
    const answer = await send("connection.check", {}).catch(() => null);
    if (answer?.ok) onChecked(answer.connection);
    else setProblem(answer?.problem ?? null);
  }

  return (
    <>
      <p class="mark org">
        <LockIcon size={12} /> {t("org_key")}
      </p>
      <div class="buttons">
        {connection.refused && (
          <button type="button" class="button" onClick={() => void check()}>
            {t("org_key_check")}
          </button>
        )}
        {!connection.isLocked && (
          <button type="button" class="button" onClick={onReplace}>
            {t("org_key_own")}
          </button>
        )}
      </div>
      {connection.refused && !problem && (
        <Notice tone="bad" role="alert" title={t("problem_unauthorized")}>
          {t("org_key_refused")}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
