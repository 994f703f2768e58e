import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t, type WordKey } from "../i18n/words.ts";
import type { Role } from "../linkedin/reading.ts";
import type { Company } from "../model/records.ts";
import type { SaveRecord } from "../model/save.ts";
import type { FormPart } from "../settings/settings-schema.ts";
import { MoreIcon } from "../ui/icons.tsx";
import { ClientPicker } from "./fields/ClientPicker.tsx";
import { useClientProposal } from "./fields/client-proposal.ts";
import { useCompanyNamed } from "./fields/company-check.ts";
import { companyWarning } from "./fields/EmployerNotice.tsx";
import { NameChoice } from "./fields/NameChoice.tsx";
import { RolePicker } from "./fields/RolePicker.tsx";
import { RoleSwitch } from "./fields/RoleSwitch.tsx";
import { TextField } from "./fields/TextField.tsx";
import { useFormFilledMark } from "./form-filled-mark.ts";
import { holdsMore, shownParts, showsMore } from "./form-parts.ts";
import {
  type FormKey,
  type FormValues,
  firstOf,
  type InitialForm,
  isCandidate,
  isContact,
  isMore,
  MAIN_FIELDS,
  type MainName,
  refusedKey,
  toDraft,
} from "./form-values.ts";
import { JobPicker } from "./jobs/JobPicker.tsx";
import { labelOf } from "./match/difference-label.ts";
import { useKnownSave } from "./match/known-save.ts";
import { MatchPanel } from "./match/MatchPanel.tsx";
import type { PersonMatch } from "./match/match-state.ts";
import { useMore } from "./more-state.ts";
import { usePersonForm } from "./person-form-state.ts";
import { SavedScreen } from "./saving/SavedScreen.tsx";
import { SaveNotice } from "./saving/SaveNotice.tsx";
import type { SaveIntent } from "./saving/save-intent.ts";
import { type SaveState, useSave } from "./saving/save-state.ts";
import { type LayoutReport, UnrecognisedNotice } from "./UnrecognizedNotice.tsx";
import "./person-form.css";

interface Props {
  initial: InitialForm;
  /** Null until it is known under which key we are. */
  workspace: string | null;
  /** By the settings; a part that holds something is shown all the same. */
  hidden: readonly FormPart[];
  /** When the page was not recognised. */
  report?: LayoutReport;
}

export function PersonForm({ initial, workspace, hidden, report }: Props) {
  const { save, submit, follow, tryNow, settle, discard, goOn } = useSave();
  const person = usePersonForm(initial, workspace, follow);
  const { values, errors, edited } = person;
  const shown = shownParts(hidden, person);
  const hasMore = showsMore(shown);
  const more = useMore(holdsMore(person));
  const form = useRef<HTMLFormElement>(null);
  /** The field to go to once it is there: those behind "More" are not at first. */
  const wanted = useRef<FormKey | null>("name");
  const isLocked = save.phase === "accepting" || save.phase === "underway";
  const inStardex = useKnownSave(initial, values, workspace);
  const { match, intent } = inStardex;
  const [pickedClient, setPickedClient] = useState<Company | null>(null);
  // The person is looked up first: calls are few.
  const isLookedUp = person.isRecalled && match.state.phase !== "asking";
  const employer = useCompanyNamed(values.companyName, isLookedUp);
  const client = useClientCompany(values, pickedClient, employer, isLookedUp);
  useClientProposal(employer, values.client, person.propose);

  useFormFilledMark();

  const isNothing = intent === "nothing" && save.phase === "idle";
  const small = save.phase === "idle" && smallWords(values, inStardex);

  const isMoreThere = more.isOpened && more.Fields !== null;
  useEffect(() => {
    if (isMoreThere) form.current?.querySelector(".more-line")?.scrollIntoView();
  }, [isMoreThere]);

  useLayoutEffect(() => {
    const control = wanted.current && form.current?.querySelector<HTMLElement>(`[name=${wanted.current}]`);
    if (!control) return;
    control.focus();
    // A long name is known by its start; the caret stays at its end.
    control.scrollLeft = 0;
    wanted.current = null;
  });

  const refused = save.phase === "needs_user" && save.problem?.kind === "invalid" ? save.problem : null;
  useEffect(() => {
    const key = refusedKey(refused?.field);
    if (!key) return;
    person.setErrors({ [key]: ["error_refused"] });
    goTo(key);
  }, [refused]);

  // On the document: a click beside the fields takes the focus out of the form. At once: the keys must
  // not meet what stood in the form before the last one.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  if (save.phase === "saved") {
    return <SavedScreen record={save.record} onChange={() => changeSaved(save.record)} />;
  }

  /** The form again, on the person as she is in Stardex now; what was sent beside her is not sent again. */
  function changeSaved(record: SaveRecord) {
    inStardex.correct(record);
    person.propose({ note: "", taskText: "", taskDue: "", list: null, jobName: "" });
    wanted.current = "name";
    goOn();
  }

  function goTo(key: FormKey) {
    wanted.current = key;
    if (isMore(key)) more.open();
  }

  async function onSubmit(event: Event) {
    event.preventDefault();
    if (isLocked || isNothing) return;
    const { draft, errors: found } = toDraft(initial.linkedinUrl, values);
    person.setErrors(found ?? {});
    if (draft) {
      if (await submit(inStardex.decided(draft), workspace)) person.forgetEdits();
      return;
    }
    const first = firstOf(found);
    if (first) goTo(first);
  }

  /** Ctrl or Cmd with Enter saves from anywhere in the form, notes, buttons and lists included. */
  function onKeyDown(event: KeyboardEvent) {
    if (save.phase === "saved" || event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) void onSubmit(event);
  }

  function pickRole(role: Role) {
    person.change({ currentJobTitle: role.title, companyName: role.companyName ?? "" });
  }

  /** What else the page offers for a field, beside its label. */
  function actionOf(name: MainName) {
    if (name === "name" && initial.shownName !== null) {
      return (
        <NameChoice
          shown={initial.shownName}
          clean={initial.values.name}
          current={values.name}
          onChoose={(chosen) => person.change({ name: chosen })}
        />
      );
    }
    if (name === "currentJobTitle" && initial.roles.length > 1) {
      return <RolePicker roles={initial.roles} disabled={isLocked} onPick={pickRole} />;
    }
    return null;
  }

  return (
    <form
      class="form person-form"
      ref={form}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
      aria-label={t("save")}
    >
      <div class="fields">
        <div class="above-fields">
          <MatchPanel
            match={match}
            differences={inStardex.differences}
            ticks={inStardex.ticks}
            isLocked={isLocked}
            onTick={inStardex.tick}
          />
          {report && <UnrecognisedNotice report={report} />}
        </div>
        {MAIN_FIELDS.map(({ name, label }) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            value={values[name]}
            standing={edited.has(name) ? "typed" : (initial.standing[name] ?? "typed")}
            error={errors[name]}
            readOnly={isLocked}
            onChange={(value) => person.change({ [name]: value })}
            onLeave={() => person.check(name)}
            action={actionOf(name)}
            warning={name === "companyName" ? companyWarning(employer, isCandidate(values)) : undefined}
          />
        ))}
        {shown.has("role") && (
          <RoleSwitch role={values.role} isLocked={isLocked} onChange={(role) => person.change({ role })} />
        )}
        {isContact(values) && (
          <ClientPicker
            client={values.client}
            isLocked={isLocked}
            error={errors.client}
            warning={companyWarning(client, false)}
            onChange={(chosen, company) => {
              setPickedClient(company);
              person.change({ client: chosen });
            }}
          />
        )}
        {isCandidate(values) && (
          <JobPicker
            jobs={values.jobs}
            jobName={values.jobName}
            candidacies={match.subject?.person.candidacies ?? []}
            remembered={person.remembered}
            isLocked={isLocked}
            error={errors.jobs}
            onChange={person.change}
            onRemembered={person.setRemembered}
          />
        )}
        <div class="more-line">
          {hasMore && (
            <button
              type="button"
              class="link-button more-button"
              aria-expanded={more.isOpen}
              aria-controls="more"
              onClick={more.toggle}
            >
              <MoreIcon />
              {t("more")}
            </button>
          )}
          <ProfileOrDraft
            linkedinUrl={initial.linkedinUrl}
            isRestored={person.isRestored && !isLocked}
            isDraftLost={person.isDraftLost}
            onBackToPage={person.backToPage}
          />
        </div>
        <div id="more" class="more" hidden={!more.isOpen}>
          {more.isOpen && more.Fields && (
            <more.Fields
              shown={shown}
              values={values}
              errors={errors}
              isLocked={isLocked}
              onChange={person.change}
              onLeave={person.check}
            />
          )}
        </div>
      </div>
      <div class="actions">
        <SaveNotice save={save} onTryNow={tryNow} onSettle={settle} onDiscard={discard} />
        <button type="submit" class="button primary" aria-disabled={isLocked || isNothing}>
          {t(buttonWords(save, intent))}
          {small && <small>{small}</small>}
        </button>
      </div>
    </form>
  );
}

interface LineProps {
  linkedinUrl: string;
  isRestored: boolean;
  isDraftLost: boolean;
  onBackToPage: () => void;
}

/** Whose profile it is, or what became of what was typed: one place, so that neither moves the form. */
function ProfileOrDraft({ linkedinUrl, isRestored, isDraftLost, onBackToPage }: LineProps) {
  const address = decodeURI(linkedinUrl).replace("https://www.", "");
  return (
    <>
      <p class="draft-line" role="status">
        {isDraftLost && t("edits_not_kept")}
        {isRestored && !isDraftLost && (
          <>
            {t("edits_restored")}{" "}
            <button type="button" class="link-button" onClick={onBackToPage}>
              {t("edits_reset")}
            </button>
          </>
        )}
      </p>
      {!isRestored && !isDraftLost && (
        <p class="profile-link" title={linkedinUrl}>
          <span class="visually-hidden">{t("field_url")}</span> {address}
        </p>
      )}
    </>
  );
}

/** The company she is to be a contact at, as Stardex has it; asked for only where nobody has just said it. */
function useClientCompany(
  values: FormValues,
  picked: Company | null,
  employer: Company | null,
  isReady: boolean,
): Company | null {
  const { client } = values;
  const told = [picked, employer].find((company) => company && company.name === client?.name) ?? null;
  const asked = useCompanyNamed(client?.name ?? "", isReady && isContact(values) && told === null);
  return told ?? asked;
}

const INTENT_WORDS: Record<SaveIntent, WordKey> = {
  new: "save",
  new_undecided: "save_new_undecided",
  add: "save_known_add",
  update: "save_known_update",
  update_and_add: "save_known_update_and_add",
  more: "save_known_more",
  nothing: "save_known_nothing",
};

/** Which fields of her record a press on Save changes, or what would make it do something. */
function smallWords(values: FormValues, { match, intent, changes }: ReturnType<typeof useKnownSave>): string {
  if (intent === "nothing") return t(nothingWhy(values, match));
  return [...new Set(changes.map(labelOf))].join(", ");
}

function nothingWhy({ jobs }: FormValues, { subject }: PersonMatch): WordKey {
  if (subject?.isOwnSave) return "save_known_nothing_saved";
  const isOnChosen = jobs.some(({ job }) =>
    subject?.person.candidacies.some(({ jobId }) => jobId === job.id),
  );
  return isOnChosen ? "save_known_nothing_on_job" : "save_known_nothing_why";
}

function buttonWords(save: SaveState, intent: SaveIntent): WordKey {
  if (save.phase === "needs_user") return "save_again";
  if (save.phase === "underway" && save.record?.problem) return "save_kept";
  return save.phase === "accepting" || save.phase === "underway" ? "saving" : INTENT_WORDS[intent];
}
