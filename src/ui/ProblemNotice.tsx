import type { ComponentChildren } from "preact";
import { problemNextStep, problemTitle } from "../i18n/problem-words.ts";
import { t } from "../i18n/words.ts";
import type { Problem } from "../model/problem.ts";
import { Notice } from "./Notice.tsx";

/** What went wrong, Stardex' own words when it gave some, and the next step. */
export function ProblemNotice({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  return (
    <Notice tone="bad" role="alert" title={problemTitle(problem)}>
      {problem.kind === "invalid" && problem.message !== undefined && (
        <div class="said">{t("stardex_says", problem.message)}</div>
      )}
      {problemNextStep(problem)}
      {children}
    </Notice>
  );
}
