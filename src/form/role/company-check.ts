/** What Stardex says of companies: of the employers whether the firm may approach the person, of a client its record. */
import { useEffect, useState } from "preact/hooks";
import type { EmployerCheck } from "../../model/employer-rule.ts";
import type { Company } from "../../model/records.ts";
import type { Request } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";

/** A pause in typing, ms. */
const PAUSE = 500;

/** Null while there is no answer. `isReady` false keeps the question back: the person is looked up first. */
export function useEmployerCheck(question: Request<"person.checks">, isReady: boolean): EmployerCheck | null {
  const isWanted = isReady && (question.employers.length > 0 || question.isPersonMarked === true);
  return useAnswer(JSON.stringify(question), isWanted, () => checkEmployers(question));
}

/** The company of exactly this name; null while it is not known, and when Stardex has none. */
export function useCompanyNamed(name: string, isWanted: boolean): Company | null {
  const wanted = name.trim();
  return useAnswer(wanted, isWanted && wanted !== "", () => findCompany(wanted));
}

/** Asked once a question, after a pause: the first one was read, not typed, and is asked at once. */
function useAnswer<T>(question: string, isWanted: boolean, ask: () => Promise<T | null>): T | null {
  const [answered, setAnswered] = useState<{ question: string; answer: T | null } | null>(null);
  const isAnswered = answered?.question === question;

  useEffect(() => {
    if (!isWanted || isAnswered) return;
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        void ask().then((answer) => {
          if (isCurrent) setAnswered({ question, answer });
        });
      },
      answered === null ? 0 : PAUSE,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [question, isWanted, isAnswered]);

  return isWanted && isAnswered ? answered.answer : null;
}

/** Without an answer nothing is known: that is said, and the worker asks again before anything is sent. */
async function checkEmployers(question: Request<"person.checks">): Promise<EmployerCheck> {
  const unknown = question.employers.map(({ name }) => ({ employer: name, why: "failed" as const }));
  try {
    const answer = await send("person.checks", question);
    return answer.ok ? answer.check : { findings: [], notChecked: unknown };
  } catch {
    return { findings: [], notChecked: unknown };
  }
}

async function findCompany(name: string): Promise<Company | null> {
  try {
    const answer = await send("companies.search", { text: name });
    if (!answer.ok) return null;
    return answer.companies.find((company) => company.name.toLowerCase() === name.toLowerCase()) ?? null;
  } catch {
    return null;
  }
}
