import { useLayoutEffect, useRef } from "preact/hooks";
import { dayWords } from "../../i18n/activity-words.ts";
import { isolate } from "../../i18n/isolate.ts";
import { t } from "../../i18n/words.ts";
import { type Finding, isMark } from "../../model/employer-rule.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { Doubt } from "../../model/save.ts";
import { CompanyPeople } from "../memory/CompanyPeople.tsx";
import "./doubt-question.css";

interface Props {
  doubt: Doubt;
  /** Those who may be the person. */
  people: KnownPerson[];
  /** What Stardex says of the employers. */
  findings: Finding[];
  /** The worker holds the save back: nothing was sent. */
  isHeldBack: boolean;
  /** Counts what asked for an answer, a bare Enter among it: each takes the focus here. */
  asked: number;
  isLocked: boolean;
  /** Null where the organization's policy allows no exception. */
  onSaveAnyway: (() => void) | null;
  onSamePerson: (person: KnownPerson) => void;
  onDoNotSave: () => void;
  onCheckAgain: () => void;
}

/**
 * The question that a save waits for, in one place and in the same words however the user came there. No answer is given
 * by a bare Enter that was meant for the form.
 */
export function DoubtQuestion(props: Props) {
  const { doubt, asked, isHeldBack, isLocked } = props;
  const panel = useRef<HTMLElement>(null);
  const details = detailWords(doubt, props.findings);
  const companyId = findingOf(doubt, props.findings)?.companyId ?? null;

  // It takes room from the fields: the one in use stays in sight.
  useLayoutEffect(() => document.activeElement?.scrollIntoView?.({ block: "nearest" }), []);

  useLayoutEffect(() => {
    if (asked === 0) return;
    const safe = panel.current?.querySelector<HTMLElement>("[data-safe]");
    (safe ?? panel.current)?.focus();
  }, [asked, doubt]);

  return (
    <section
      ref={panel}
      class={`question ${doubt === "do_not_contact" ? "bad" : "warn"}`}
      role="alert"
      aria-label={titleOf(props)}
      tabIndex={-1}
    >
      <strong>{titleOf(props)}</strong>
      {details && (
        <span class="question-said" dir="auto">
          {details}
        </span>
      )}
      {companyId && <CompanyPeople key={companyId} companyId={companyId} />}
      {isHeldBack && <span class="question-said">{t("doubt_nothing_sent")}</span>}
      {doubt === "possible_match" ? (
        <People {...props} />
      ) : (
        <div class="question-buttons">
          {doubt === "not_checked" ? (
            <button type="button" class="button" data-safe disabled={isLocked} onClick={props.onCheckAgain}>
              {t("doubt_check_again")}
            </button>
          ) : (
            <button type="button" class="button" data-safe disabled={isLocked} onClick={props.onDoNotSave}>
              {t("doubt_do_not_save")}
            </button>
          )}
          {props.onSaveAnyway && (
            <button type="button" class="link-button" disabled={isLocked} onClick={props.onSaveAnyway}>
              {t("save_anyway")}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function titleOf({ doubt, findings }: Pick<Props, "doubt" | "findings">): string {
  const company = findingOf(doubt, findings)?.company ?? null;
  switch (doubt) {
    case "possible_match":
      return t("doubt_possible_match");
    case "do_not_contact":
      return company === null
        ? t("doubt_person_do_not_contact")
        : t("doubt_do_not_contact", isolate(company));
    case "client_company":
      return company === null ? t("problem_client_company") : t("doubt_client_company", isolate(company));
    case "not_checked":
      return t("doubt_not_checked");
  }
}

/** The one the question names: a mark goes before everything else. */
export function findingOf(doubt: Doubt, findings: Finding[]): Finding | undefined {
  if (doubt !== "do_not_contact" && doubt !== "client_company") return undefined;
  return findings.find((finding) => isMark(finding) === (doubt === "do_not_contact"));
}

/** What the firm is to the company, why, until when, whom to ask and when they last spoke, where Stardex says so. */
function detailWords(doubt: Doubt, findings: Finding[]): string {
  const finding = findingOf(doubt, findings);
  if (!finding || doubt === "possible_match" || doubt === "not_checked") return "";
  const { likeOf, status, reason, until, owner, lastEngagement } = finding;
  return [
    likeOf && t("doubt_like_name", isolate(likeOf)),
    status,
    reason,
    until && t("doubt_until", dayWords(until, new Date())),
    owner && t("doubt_owner", owner),
    lastEngagement && t("doubt_last_engagement", dayWords(lastEngagement, new Date())),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Who it may be, with what tells them apart. */
function People({ people, isLocked, onSamePerson, onSaveAnyway }: Props) {
  const [only] = people;
  return (
    <>
      <ul class="question-people">
        {people.map((person) => (
          <li key={person.id}>
            <div dir="auto">
              <span>{[person.name, roleWords(person)].filter(Boolean).join(" · ")}</span>
              <span class="quiet">{profileWords(person)}</span>
            </div>
            {people.length > 1 && (
              <button type="button" class="button" disabled={isLocked} onClick={() => onSamePerson(person)}>
                {t("match_same")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="question-buttons">
        {people.length === 1 && only && (
          <button type="button" class="button" disabled={isLocked} onClick={() => onSamePerson(only)}>
            {t("match_same")}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={isLocked || !onSaveAnyway}
          onClick={() => onSaveAnyway?.()}
        >
          {t("save_as_new")}
        </button>
      </div>
    </>
  );
}

function roleWords({ currentJobTitle: title, companyName: company }: KnownPerson): string {
  return title && company ? t("role_at", title, company) : (title ?? company ?? "");
}

function profileWords({ publicId, location }: KnownPerson): string {
  const profile = publicId === null ? t("match_no_profile") : t("match_other_profile", publicId);
  return [location, profile].filter(Boolean).join(" · ");
}
