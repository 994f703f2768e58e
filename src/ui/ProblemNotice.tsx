import type { ComponentChildren } from "preact";
import type { Problem } from "../save.ts";
import { Notice } from "./Notice.tsx";
import { problemNextStep, problemTitle } from "./problem-words.ts";
import { t } from "./words.ts";

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
