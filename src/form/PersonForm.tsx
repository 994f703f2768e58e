import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n/words.ts";
import type { KnownPerson } from "../model/records.ts";
import type { SaveRecord } from "../model/save.ts";
import type { FormPart } from "../settings/settings-schema.ts";
import { Notice } from "../ui/Notice.tsx";
import { MainFields } from "./fields/MainFields.tsx";
import { useFormFilledMark } from "./form-filled-mark.ts";
import { JobPicker } from "./jobs/JobPicker.tsx";
import { useKnownSave } from "./match/known-save.ts";
import { MatchPanel } from "./match/MatchPanel.tsx";
import { withoutFields } from "./memory/field-inputs.ts";
import { MoreSection } from "./more/MoreSection.tsx";
import { useMore } from "./more/more-state.ts";
import { RoleSection } from "./role/RoleSection.tsx";
import { useEmployer } from "./role/use-employer.ts";
import { RoundLine } from "./round/RoundLine.tsx";
import type { Round } from "./round/round.ts";
import { useRound } from "./round/use-round.ts";
import { SaveBar } from "./saving/SaveBar.tsx";
import { SavedScreen } from "./saving/SavedScreen.tsx";
import { useSave } from "./saving/save-state.ts";
import { useSubmit } from "./saving/use-submit.ts";
import { usePersonForm } from "./state/use-person-form.ts";
import { type LayoutReport, UnrecognizedNotice } from "./UnrecognizedNotice.tsx";
import { useFieldFocus } from "./use-field-focus.ts";
import { useFormKeys } from "./use-form-keys.ts";
import { type FormErrors, firstOf } from "./values/form-errors.ts";
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
  /** The user is done with this person. */
  onClose: () => void;
}

export function PersonForm(props: Props) {
  const { initial, workspace, hidden, report, onClose } = props;
  const handle = useSave();
  const { save } = handle;
  const person = usePersonForm(initial, workspace, handle.follow);
  const { state, dispatch } = person;
  const { values, errors } = state;
  const form = useRef<HTMLFormElement>(null);
  const focusOn = useFieldFocus(form, values);
  const more = useMore(holdsMore(state));
  const known = useKnownSave(state, workspace);
  const isKnown = known.match.subject !== null;
  const shown = shownParts(hidden, state, isKnown);
  const employer = useEmployer(state, known, dispatch);
  const isLocked = save.phase === "accepting" || save.phase === "underway";

  useFormFilledMark();
  useLayoutEffect(() => props.onName?.(values.name), [values.name]);
  useEffect(
    () => props.onWaitingForPage?.(person.isWaitingForPage && !isLocked),
    [person.isWaitingForPage, isLocked],
  );
  useRound(state, isKnown, dispatch);
  const submission = useSubmit({
    linkedinUrl: initial.linkedinUrl,
    workspace,
    form,
    state,
    dispatch,
    known,
    employer,
    handle,
    showErrors,
  });
  useFormKeys({
    onSave: (event) => save.phase !== "saved" && requestSave(event),
    onJob: () => form.current?.querySelector<HTMLElement>("[name=jobs]")?.focus(),
  });

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

  function requestSave(event: Event) {
    event.preventDefault();
    if (save.phase === "underway" && form.current?.querySelector("[data-region-start][type=button]"))
      onClose();
    else if (!isLocked) submission.request();
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

  function takeAsSame({ id }: KnownPerson) {
    dispatch({ type: "identified", identity: { personId: id } });
    form.current?.querySelector<HTMLElement>(".match button")?.focus();
    focusOn("name");
  }

  /** What the line names goes from this form, too; the focus with it, to what is chosen first. */
  function clearRound({ jobs, list, fields }: Round) {
    dispatch({
      type: "changed",
      changes: (now) => ({
        ...(jobs && { jobs: [] }),
        ...(list && { list: null }),
        ...(Object.keys(fields).length > 0 && { fields: withoutFields(now.fields, Object.keys(fields)) }),
      }),
    });
    focusOn(isCandidate(values) ? "jobs" : "name");
  }

  async function doNotSave() {
    if (await submission.giveUp()) onClose();
  }

  return (
    <form class="form person-form" ref={form} onSubmit={requestSave} noValidate aria-label={t("save")}>
      <div class="fields">
        <RoundLine isLocked={isLocked} onClear={clearRound} />
        <MatchPanel
          known={known}
          identity={state.identity}
          linkedinUrl={initial.linkedinUrl}
          workspace={workspace}
          jobs={values.jobs}
          log={values.log}
          logError={errors.log}
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
        doubt={submission.doubt}
        findings={employer.findings}
        asked={submission.asked}
        isLocked={isLocked}
        isWaiting={submission.isWaiting}
        onSaveAnyway={() => void submission.saveAnyway()}
        onSamePerson={takeAsSame}
        onDoNotSave={() => void doNotSave()}
        onDiscard={() => void submission.giveUp()}
        onClose={onClose}
      />
    </form>
  );
}
