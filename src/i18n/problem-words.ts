/** A problem in a recruiter's words. */
import type { Problem } from "../model/problem.ts";
import { t } from "./words.ts";

/** What happened; with the HTTP status where only support could say more. */
export function problemTitle(problem: Problem): string {
  const words = t(`problem_${problem.kind}`);
  const tellStatus = problem.kind === "server" || problem.kind === "unreadable";
  return tellStatus && problem.status !== undefined ? t("problem_status", words, problem.status) : words;
}

/** What to do now. */
export function problemNextStep(problem: Problem): string {
  return t(`problem_${problem.kind}_next`);
}
