import type { ComponentChildren } from "preact";
import type { Problem } from "../save.ts";
import { problemNextStep, problemTitle } from "./problem-words.ts";
import { t } from "./words.ts";

/** What went wrong, Stardex' own words when it gave some, and the next step. */
export function ProblemNotice({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  return (
    <div class="notice bad" role="alert">
      <strong>{problemTitle(problem)}</strong>
      {problem.kind === "invalid" && problem.message !== undefined && (
        <div class="said">{t("stardex_says", problem.message)}</div>
      )}
      {problemNextStep(problem)}
      {children}
    </div>
  );
}
