import type { FunctionComponent } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import type { MemoryLineProps } from "../memory/MemoryLine.tsx";
import type { LogState } from "../memory/touch/log-state.ts";
import { useTouch } from "../memory/touch/use-touch.ts";
import type { FormAction, Identity } from "../state/form-state.ts";
import type { FormError } from "../values/form-errors.ts";
import type { KnownDetailsProps } from "./KnownDetails.tsx";
import type { KnownSave } from "./known-save.ts";
import { type PersonMatch, peopleOf } from "./match-state.ts";
import "./match-panel.css";

interface Props {
  known: KnownSave;
  identity: Identity;
  /** The profile in view. */
  linkedinUrl: string;
  workspace: string | null;
  /** Those chosen in the form. */
  jobs: readonly PlacedJob[];
  /** What is being logged of the person; null while nothing is. */
  log: LogState | null;
  logError: FormError | undefined;
  isLocked: boolean;
  dispatch: (action: FormAction) => void;
}

/** Room for two lines from the beginning, so that no answer moves the form; what is known opens below them. */
export function MatchPanel({ known, identity, isLocked, dispatch, ...place }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { match, differences } = known;
  const line = known.isSought
    ? lineOf(match, identity, differences.length)
    : { look: "asking" as const, more: t("reading_title") };
  const { Details, MemoryLine } = useKnownParts(match.subject !== null);
  const touch = useTouch(match.subject, place.linkedinUrl, place.workspace);
  const toggle = useRef<HTMLButtonElement>(null);
  const canUndo = (line.look === "decided" || match.subject?.isChosen) && !isLocked;

  /** The button that was clicked goes with what it decided: without the focus the keys would be lost. */
  function undo() {
    setOpen(false);
    dispatch({ type: "identified", identity: null });
    toggle.current?.focus();
  }

  return (
    <section class={`match ${line.look}`} aria-label={t("match_label")} data-region>
      <div class="match-head">
        <div class="match-line" title={[line.title, line.more].filter(Boolean).join(" · ")}>
          <span class="match-dot" aria-hidden="true" />
          <p role="status" dir="auto">
            {line.title && <strong>{line.title}</strong>}
            {line.title && line.more && " · "}
            {line.more}
          </p>
          {canUndo && (
            <button type="button" class="link-button" onClick={undo}>
              {t("match_undo")}
            </button>
          )}
          {match.subject && (
            <button
              ref={toggle}
              type="button"
              class="link-button"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? "match_hide" : "match_show")}
            </button>
          )}
        </div>
        {match.subject && MemoryLine && (
          <MemoryLine
            person={match.subject.person}
            touch={touch}
            workspace={place.workspace}
            jobs={place.jobs}
            isLocked={isLocked}
            log={place.log}
            error={place.logError}
            onLog={(log) => dispatch({ type: "changed", changes: { log } })}
          />
        )}
      </div>
      <div id={id} hidden={!isOpen || !match.subject}>
        {isOpen && match.subject && Details && (
          <Details
            subject={match.subject}
            known={known}
            touch={touch}
            isLocked={isLocked}
            dispatch={dispatch}
          />
        )}
      </div>
    </section>
  );
}

interface KnownParts {
  Details: FunctionComponent<KnownDetailsProps> | null;
  MemoryLine: FunctionComponent<MemoryLineProps> | null;
}

/** Loaded once there is somebody known: most people are new. */
function useKnownParts(isWanted: boolean): KnownParts {
  const [parts, setParts] = useState<KnownParts>({ Details: null, MemoryLine: null });
  useEffect(() => {
    if (!isWanted) return;
    void import("./KnownDetails.tsx").then(({ KnownDetails: Details, MemoryLine }) =>
      setParts({ Details, MemoryLine }),
    );
  }, [isWanted]);
  return parts;
}

interface Line {
  look: "asking" | "new" | "decided" | "unchecked" | "known" | "possible";
  title?: string;
  more?: string;
}

function lineOf(match: PersonMatch, identity: Identity, differing: number): Line {
  const { state, subject } = match;
  if (subject) return knownLine(subject.person, subject.isChosen, differing);
  if (state.phase === "asking") return { look: "asking", more: t("match_asking") };
  if (state.phase === "skipped") return { look: "unchecked", more: t("match_skipped") };
  if (state.phase === "failed") return { look: "unchecked", more: failureWords(state.problem?.kind) };
  if (peopleOf(state).length > 0) {
    if (identity === "new") return { look: "decided", more: t("match_somebody_else") };
    return { look: "possible", title: t("match_possible"), more: possibleWords(peopleOf(state)) };
  }
  if (state.match.state === "new" && !state.match.isComplete)
    return { look: "unchecked", more: t("match_incomplete") };
  const namesakes = state.match.state === "new" ? state.match.namesakes : 0;
  const others = namesakes > 0 ? plural("match_namesakes", namesakes) : "";
  return { look: "new", more: [t("match_new"), others].filter(Boolean).join(" · ") };
}

/** A key that Stardex refuses is known before the first keystroke: saving will not work either. */
function failureWords(kind: string | undefined): string {
  if (kind === "unauthorized") return t("problem_unauthorized");
  if (kind === "forbidden") return t("problem_forbidden");
  return t("match_failed");
}

function knownLine(person: KnownPerson, isChosen: boolean, differing: number): Line {
  const words = [jobWords(person), differing > 0 ? plural("match_differs", differing) : ""];
  return {
    look: "known",
    title: t(isChosen ? "match_chosen" : "match_known"),
    more: words.filter(Boolean).join(" · "),
  };
}

function jobWords({ candidacies }: KnownPerson): string {
  const open = candidacies.filter(({ isArchived }) => !isArchived);
  const [only] = open;
  if (!only) return t("match_on_no_job");
  if (open.length > 1) return plural("match_on_jobs", open.length);
  return [only.jobName, only.stageName].filter(Boolean).join(": ") || plural("match_on_jobs", 1);
}

function possibleWords(people: KnownPerson[]): string {
  const [only] = people;
  if (people.length !== 1 || !only) return plural("match_possible_count", people.length);
  const { currentJobTitle: title, companyName: company } = only;
  if (title && company) return t("role_at", title, company);
  return title ?? company ?? plural("match_possible_count", 1);
}
