/** What a request to save comes to: the question about a doubt, errors in the form, or a save in the queue. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Doubt } from "../../model/save.ts";
import type { KnownSave } from "../match/known-save.ts";
import { isFieldMissing } from "../memory/required-fields.ts";
import { isLogFilled } from "../memory/touch/log-state.ts";
import type { EmployerFindings } from "../role/use-employer.ts";
import type { FormAction, FormState } from "../state/form-state.ts";
import { toDraft } from "../values/form-draft.ts";
import { errorsOf, type FormErrors, refusedKey } from "../values/form-errors.ts";
import type { FormValues } from "../values/form-values.ts";
import { isDoubt, openDoubt } from "./doubts.ts";
import type { SaveHandle } from "./save-state.ts";
import { useRecalled } from "./use-recalled.ts";

interface Parts {
  linkedinUrl: string;
  workspace: string | null;
  form: RefObject<HTMLFormElement | null>;
  state: FormState;
  dispatch: (action: FormAction) => void;
  known: KnownSave;
  employer: EmployerFindings;
  handle: SaveHandle;
  showErrors: (errors: FormErrors) => void;
}

export function useSubmit({
  linkedinUrl,
  workspace,
  form,
  state,
  dispatch,
  known,
  employer,
  handle,
  showErrors,
}: Parts) {
  const { save } = handle;
  const [asked, setAsked] = useState(0);
  /** Counts the requests to save: each is carried out after the boxes have taken what is highlighted in them. */
  const [requests, setRequests] = useState(0);
  const problem = save.phase === "needs_user" ? save.problem : null;
  const found: Doubt[] = [
    ...(known.match.isUndecided ? ["possible_match" as const] : []),
    ...employer.doubts,
  ];
  const doubt = openDoubt(found, state.accepted, problem);

  const refused = problem?.kind === "invalid" ? problem : null;
  useEffect(() => {
    const key = refusedKey(refused?.field);
    if (key) showErrors({ [key]: ["error_refused"] });
  }, [refused]);

  const isAboutDoubt = isDoubt(problem?.kind);
  useEffect(() => {
    if (!isAboutDoubt) return;
    setAsked((times) => times + 1);
    if (problem?.kind === "possible_match" && !known.match.isUndecided) known.match.askAgain();
  }, [isAboutDoubt]);

  const { isReady, isWaiting, wait } = useRecalled(state, () => setRequests((times) => times + 1));

  // Before the next frame: the save is on its way while the popup is drawn.
  useLayoutEffect(() => {
    if (requests === 0) return;
    if (isReady) void submit();
    else wait();
  }, [requests]);

  async function submit() {
    if (doubt !== null) return setAsked((times) => times + 1);
    if (known.intent === "nothing" && save.phase === "idle") return sayWhatIsOpen();
    await sendDraft();
  }

  /** Nothing would be sent, perhaps since what was typed is not picked yet. */
  function sayWhatIsOpen() {
    const wrong = { ...errorsOf(state.values), ...unfinished(form.current, state.values) };
    if (Object.keys(wrong).length > 0) showErrors(wrong);
  }

  async function sendDraft(accepted = state.accepted) {
    const { draft, errors: wrong } = toDraft(linkedinUrl, state.values);
    const open = unfinished(form.current, state.values);
    if (!draft || open) return showErrors({ ...wrong, ...open });
    if (await isFieldMissing(state.values, draft.jobs[0]?.job.id ?? null))
      return showErrors({ fields: ["field_required"] });
    dispatch({ type: "found_wrong", errors: {} });
    const isToldUnchecked = known.isUnchecked || employer.warning === "not_checked";
    const isAccepted = await handle.submit(
      known.decide({
        ...draft,
        employers: employer.employers,
        // Said beside the person or the company: whoever saves then does so all the same.
        accepted: isToldUnchecked ? [...accepted, "not_checked"] : [...accepted],
      }),
      workspace,
    );
    if (isAccepted) dispatch({ type: "submitted" });
  }

  async function saveAnyway() {
    if (doubt === null) return;
    if (doubt === "possible_match") dispatch({ type: "identified", identity: "new" });
    dispatch({ type: "doubt_accepted", doubt });
    const accepted = [...state.accepted, doubt];
    if (openDoubt(found, accepted, problem) === null) await sendDraft(accepted);
    else setAsked((times) => times + 1);
  }

  async function giveUp(): Promise<boolean> {
    const isForgotten = await handle.discard();
    if (isForgotten) dispatch({ type: "save_given_up" });
    return isForgotten;
  }

  return {
    /** What the user is to be asked before a save; null when it may go. */
    doubt,
    /** Counts what asked for the answer to the doubt. */
    asked,
    /** What is highlighted in a box is taken first, so the save is made a moment later. */
    request: () => setRequests((times) => times + 1),
    /** Asked for, and held until the form is complete. */
    isWaiting,
    saveAnyway,
    /** False when the save could not be dropped. */
    giveUp,
  };
}

/** What stands in a box and not in the values yet: nothing of it may be passed over. */
function unfinished(form: HTMLFormElement | null, { log }: FormValues): FormErrors | null {
  const isThere = (boxes: string) => Boolean(form?.querySelector(boxes));
  const found: FormErrors = {
    ...(isLogFilled(log) && isThere("[name=log]") && { log: ["error_log_open"] }),
    ...(isThere("[name=client][aria-busy=true]") && { client: ["error_client_searching"] }),
    // A date box with a part of a date holds none.
    ...(isDatePartial(form, "[name=taskDue]") && { taskDue: ["error_due"] }),
    ...(isDatePartial(form, ".firm-field [type=date]") && { fields: ["field_not_a_date"] }),
  };
  return Object.keys(found).length > 0 ? found : null;
}

function isDatePartial(form: HTMLFormElement | null, boxes: string): boolean {
  return [...(form?.querySelectorAll<HTMLInputElement>(boxes) ?? [])].some((box) => box.validity.badInput);
}
