import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import type { KnownPerson } from "../model/records.ts";
import type { Doubt, SaveRecord } from "../model/save.ts";
import type { FormPart } from "../settings/settings-schema.ts";
import { Notice } from "../ui/Notice.tsx";
import { MainFields } from "./fields/MainFields.tsx";
import { useFormFilledMark } from "./form-filled-mark.ts";
import { JobPicker } from "./jobs/JobPicker.tsx";
import { useKnownSave } from "./match/known-save.ts";
import { MatchPanel } from "./match/MatchPanel.tsx";
import { isFieldMissing } from "./memory/required-fields.ts";
import { MoreSection } from "./more/MoreSection.tsx";
import { useMore } from "./more/more-state.ts";
import { RoleSection } from "./role/RoleSection.tsx";
import { useEmployer } from "./role/use-employer.ts";
import { isDoubt, openDoubt } from "./saving/doubts.ts";
import { SaveBar } from "./saving/SaveBar.tsx";
import { SavedScreen } from "./saving/SavedScreen.tsx";
import { useSave } from "./saving/save-state.ts";
import { type StickyChoices, usePersonForm } from "./state/use-person-form.ts";
import { type LayoutReport, UnrecognizedNotice } from "./UnrecognizedNotice.tsx";
import { useFieldFocus } from "./use-field-focus.ts";
import { useFormKeys } from "./use-form-keys.ts";
import { toDraft } from "./values/form-draft.ts";
import { type FormErrors, firstOf, refusedKey } from "./values/form-errors.ts";
import { holdsMore, shownParts } from "./values/form-parts.ts";
import { type FormKey, isCandidate, isMore } from "./values/form-values.ts";
import type { InitialForm } from "./values/initial-form.ts";
import "./person-form.css";

interface Props {
  /** A later reading of the same profile fills in what is missing or a guess. */
  initial: InitialForm;
  /** Null until it is known under which key we are. */
  workspace: string | null;
  /** By the settings; a part that holds something is shown all the same. */
  hidden: readonly FormPart[];
  /** When the page was not recognized. */
  report?: LayoutReport;
  /** Whose form it is, for the page around it. */
  onName?: (name: string) => void;
  /** What the form still waits for may be on the page a moment later. */
  onWaitingForPage?: (isWaiting: boolean) => void;
  /** Scrolls the page; null where there is none to scroll. */
  onGoToExperience?: (() => void) | null;
  /** Chosen for an earlier person, where the form stays open. */
  sticky?: StickyChoices | null;
  /** The user has chosen another job or list. */
  onSticky?: (choices: StickyChoices) => void;
  /** The user is done with this person. */
  onClose: () => void;
}

export function PersonForm(props: Props) {
  const { initial, workspace, hidden, report, onClose } = props;
  const handle = useSave();
  const { save } = handle;
  const person = usePersonForm(initial, workspace, handle.follow, props.sticky ?? null);
  const { state, dispatch } = person;
  const { values, errors } = state;
  const form = useRef<HTMLFormElement>(null);
  const focusOn = useFieldFocus(form, values);
  const more = useMore(holdsMore(state));
  const known = useKnownSave(state, workspace);
  const isKnown = known.match.subject !== null;
  const shown = shownParts(hidden, state, isKnown);
  const employer = useEmployer(state, known, dispatch);
  const [asked, setAsked] = useState(0);
  /** Counts the requests to save: each is carried out after the boxes have taken what is highlighted in them. */
  const [requests, setRequests] = useState(0);
  const isLocked = save.phase === "accepting" || save.phase === "underway";
  const problem = save.phase === "needs_user" ? save.problem : null;
  const found: Doubt[] = [
    ...(known.match.isUndecided ? ["possible_match" as const] : []),
    ...employer.doubts,
  ];
  const doubt = openDoubt(found, state.accepted, problem);

  useFormFilledMark();
  useLayoutEffect(() => props.onName?.(values.name), [values.name]);
  useEffect(
    () => props.onWaitingForPage?.(person.isWaitingForPage && !isLocked),
    [person.isWaitingForPage, isLocked],
  );
  useEffect(() => {
    if (state.edited.has("jobs") || state.edited.has("list"))
      props.onSticky?.({ jobs: values.jobs, list: values.list });
  }, [values.jobs, values.list]);
  useFormKeys({
    onSave: (event) => save.phase !== "saved" && requestSave(event),
    onJob: () => form.current?.querySelector<HTMLElement>("[name=jobs]")?.focus(),
  });

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

  useEffect(() => {
    if (requests > 0) void submit();
  }, [requests]);

  if (save.phase === "saved") {
    const { record } = save;
    return <SavedScreen record={record} onChange={() => reopen(record)} onClose={onClose} />;
  }

  /** The form again, on the person as Stardex has it now. */
  function reopen(record: SaveRecord) {
    known.correct(record);
    dispatch({ type: "reopened" });
    focusOn("name");
    handle.goOn();
  }

  function goTo(key: FormKey) {
    if (isMore(key)) more.open();
    focusOn(key);
  }

  function showErrors(found: FormErrors) {
    dispatch({ type: "found_wrong", errors: found });
    const first = firstOf(found);
    if (first) goTo(first);
  }

  /** What is highlighted in a box is taken first, so the save is made a moment later. */
  function requestSave(event: Event) {
    event.preventDefault();
    if (save.phase === "underway" && form.current?.querySelector("[data-region-start][type=button]"))
      onClose();
    else if (!isLocked) setRequests((times) => times + 1);
  }

  async function submit() {
    if (doubt !== null) return setAsked((times) => times + 1);
    if (known.intent === "nothing" && save.phase === "idle") return;
    await sendDraft();
  }

  async function sendDraft(accepted = state.accepted) {
    const { draft, errors: wrong } = toDraft(initial.linkedinUrl, values);
    const unfinished = unfinishedDate(form.current);
    if (!draft || unfinished) return showErrors({ ...wrong, ...unfinished });
    if (await isFieldMissing(values, draft.jobs[0]?.job.id ?? null))
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

  function takeAsSame({ id }: KnownPerson) {
    dispatch({ type: "identified", identity: { personId: id } });
    form.current?.querySelector<HTMLElement>(".match button")?.focus();
    focusOn("name");
  }

  async function doNotSave() {
    if (await giveUp()) onClose();
  }

  async function giveUp(): Promise<boolean> {
    const isForgotten = await handle.discard();
    if (isForgotten) dispatch({ type: "save_given_up" });
    return isForgotten;
  }

  return (
    <form class="form person-form" ref={form} onSubmit={requestSave} noValidate aria-label={t("save")}>
      <div class="fields">
        <MatchPanel
          known={known}
          identity={state.identity}
          linkedinUrl={initial.linkedinUrl}
          workspace={workspace}
          jobs={values.jobs}
          isLocked={isLocked}
          dispatch={dispatch}
        />
        {report && <UnrecognizedNotice report={report} />}
        {initial.isTranslated && (
          <Notice tone="warn" role="status" title={t("translated_title")}>
            {t("translated_body")}
          </Notice>
        )}
        <div data-region>
          <MainFields
            state={state}
            dispatch={dispatch}
            known={known}
            isLocked={isLocked}
            warning={employer.warning}
            onGoToExperience={props.onGoToExperience ?? null}
          />
          {isCandidate(values) && (
            <JobPicker
              jobs={values.jobs}
              jobName={values.jobName}
              jobText={values.jobText}
              candidacies={known.match.subject?.person.candidacies ?? []}
              remembered={person.remembered}
              removedJob={state.removedJob}
              isLocked={isLocked}
              error={errors.jobs}
              dispatch={dispatch}
              onRemembered={person.setRemembered}
            />
          )}
          <RoleSection
            values={values}
            errors={errors}
            isRoleShown={shown.has("role")}
            isLocked={isLocked}
            employer={employer}
            dispatch={dispatch}
          />
          <MoreSection
            more={more}
            shown={shown}
            state={state}
            workspace={workspace}
            isKnown={isKnown}
            linkedinUrl={initial.linkedinUrl}
            isLocked={isLocked}
            isDraftLost={person.isDraftLost}
            dispatch={dispatch}
          />
        </div>
      </div>
      <SaveBar
        handle={handle}
        known={known}
        values={values}
        doubt={doubt}
        findings={employer.findings}
        asked={asked}
        isLocked={isLocked}
        onSaveAnyway={() => void saveAnyway()}
        onSamePerson={takeAsSame}
        onDoNotSave={() => void doNotSave()}
        onDiscard={() => void giveUp()}
        onClose={onClose}
      />
    </form>
  );
}

/** A date box with a part of a date holds none, and would say nothing of it. */
function unfinishedDate(form: HTMLFormElement | null): FormErrors | null {
  const box = form?.querySelector<HTMLInputElement>("[name=taskDue]");
  return box?.validity.badInput ? { taskDue: ["error_due"] } : null;
}
