import type { FunctionComponent } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { Difference, Ticks } from "./known-update.ts";
import type { MatchDetailsProps } from "./MatchDetails.tsx";
import type { PersonMatch } from "./match-state.ts";
import "./match-panel.css";

interface Props {
  match: PersonMatch;
  /** Of the person Stardex knows from what the form says; empty for everybody else. */
  differences: Difference[];
  ticks: Ticks;
  isLocked: boolean;
  onTick: (key: string, isTicked: boolean) => void;
}

/** One line that is there from the beginning, so that no answer moves the form; the rest opens below it. */
export function MatchPanel({ match, differences, ticks, isLocked, onTick }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const line = lineOf(match, differences.length);
  const hasDetails = line.opens !== undefined;
  const Details = useDetails(hasDetails);
  const toggle = useRef<HTMLButtonElement>(null);

  /** The button that was pressed goes with what it decided: without the focus the keys would be lost. */
  function onDecided(isOver: boolean) {
    if (isOver) setOpen(false);
    toggle.current?.focus();
  }

  return (
    <section class={`match ${line.look}`} aria-label={t("match_label")}>
      <div class="match-line">
        <p role="status" title={[line.title, line.more].filter(Boolean).join(" · ")}>
          {line.title && <strong>{line.title} · </strong>}
          {line.more}
        </p>
        {hasDetails && (
          <button
            ref={toggle}
            type="button"
            class="link-button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? "match_hide" : (line.opens ?? "match_show"))}
          </button>
        )}
      </div>
      <div id={id} hidden={!isOpen || !hasDetails}>
        {isOpen && hasDetails && Details && (
          <Details
            match={match}
            differences={differences}
            ticks={ticks}
            isLocked={isLocked}
            onTick={onTick}
            onDecided={onDecided}
          />
        )}
      </div>
    </section>
  );
}

/** Loaded once there is something to open: most people are new. */
function useDetails(isWanted: boolean): FunctionComponent<MatchDetailsProps> | null {
  const [loaded, setLoaded] = useState<{ Details: FunctionComponent<MatchDetailsProps> } | null>(null);
  useEffect(() => {
    if (isWanted)
      void import("./MatchDetails.tsx").then(({ MatchDetails: Details }) => setLoaded({ Details }));
  }, [isWanted]);
  return loaded?.Details ?? null;
}

interface Line {
  look: "quiet" | "known" | "possible";
  title?: string;
  more?: string;
  opens?: "match_show" | "match_compare";
}

function lineOf({ state, verdict, subject }: PersonMatch, differing: number): Line {
  if (subject) return knownLine(subject.person, subject.isChosen, differing);
  if (state.phase === "asking") return { look: "quiet", more: t("match_asking") };
  if (state.phase === "skipped") return { look: "quiet", more: t("match_skipped") };
  if (state.phase === "failed") return { look: "quiet", more: t("match_failed") };
  const { match } = state;
  if (match.state === "possible") {
    if (verdict === "else") return { look: "quiet", more: t("match_somebody_else"), opens: "match_compare" };
    const more = possibleWords(match.people);
    return { look: "possible", title: t("match_possible"), more, opens: "match_compare" };
  }
  const others =
    match.state === "new" && match.namesakes > 0 ? plural("match_namesakes", match.namesakes) : "";
  return { look: "quiet", more: [t("match_new"), others].filter(Boolean).join(" · ") };
}

function knownLine(person: KnownPerson, isChosen: boolean, differing: number): Line {
  const words = [jobWords(person), differing > 0 ? plural("match_differs", differing) : ""];
  return {
    look: "known",
    title: t(isChosen ? "match_chosen" : "match_known"),
    more: words.filter(Boolean).join(" · "),
    opens: "match_show",
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
