import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { Doubt } from "../../model/save.ts";
import "./doubt-question.css";

interface Props {
  doubt: Doubt;
  /** Those who may be the person. */
  people: KnownPerson[];
  companyName: string;
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
      <strong dir="auto">{titleOf(props)}</strong>
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

function titleOf({ doubt, companyName }: Pick<Props, "doubt" | "companyName">): string {
  switch (doubt) {
    case "possible_match":
      return t("doubt_possible_match");
    case "do_not_contact":
      return t("doubt_do_not_contact", companyName);
    case "client_company":
      return t("doubt_client_company", companyName);
    case "not_checked":
      return t("doubt_not_checked");
  }
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
