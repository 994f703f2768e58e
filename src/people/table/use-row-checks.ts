/** The look-ups that the user starts for rows of a people table. */
import { useEffect, useRef, useState } from "preact/hooks";
import { doubtsOf } from "../../model/employer-rule.ts";
import { send } from "../../protocol/send.ts";
import type { PersonRow } from "../person-row.ts";
import { checkRows, type RowQuestions } from "./check-rows.ts";
import type { PeopleAction } from "./people-state.ts";

export interface RowChecks {
  isChecking: boolean;
  start: (rows: readonly PersonRow[]) => void;
  stop: () => void;
}

export function useRowChecks(onAction: (action: PeopleAction) => void): RowChecks {
  const [isChecking, setChecking] = useState(false);
  const running = useRef<AbortController>(undefined);
  const stop = () => running.current?.abort();
  useEffect(() => stop, []);

  function start(rows: readonly PersonRow[]): void {
    stop();
    const controller = new AbortController();
    running.current = controller;
    setChecking(true);
    void checkRows(
      rows,
      questions,
      (linkedinUrl, standing) => onAction({ type: "standing_found", linkedinUrl, standing }),
      controller.signal,
    ).finally(() => {
      if (running.current === controller) setChecking(false);
    });
  }

  return { isChecking, start, stop };
}

const questions: RowQuestions = {
  async findMatch(person) {
    const answer = await send("person.match", person);
    if (!answer.ok) throw new Error(answer.problem.kind);
    return answer.match;
  },
  async findDoubt(name) {
    const question = { employers: [{ name, url: null }], jobs: [], isPersonMarked: null };
    const answer = await send("person.checks", question);
    if (!answer.ok) throw new Error(answer.problem.kind);
    const [doubt] = doubtsOf(answer.check);
    if (doubt === "not_checked") throw new Error(doubt);
    return doubt === "do_not_contact" || doubt === "client_company" ? doubt : null;
  },
  pause: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
