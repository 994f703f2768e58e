import { t } from "../../i18n/words.ts";
import type { Candidacy, Job } from "../../model/records.ts";
import { CheckIcon, PinIcon } from "../../ui/icons.tsx";
import { candidacyWords } from "./candidacy-words.ts";

interface Props {
  job: Job;
  /** Typed into the box. */
  words: string;
  isChosen: boolean;
  /** The person's place on it, when there is one already. */
  candidacy: Candidacy | undefined;
  isPinned: boolean;
  onPin: () => void;
}

export function JobOption({ job, words, isChosen, candidacy, isPinned, onPin }: Props) {
  const place = candidacy && candidacyWords(candidacy);
  return (
    <div class="job-option">
      <div class="option-words">
        <span class="option-name" dir="auto">
          <Marked text={job.name} words={words} />
          {isPinned && <span class="visually-hidden">, {t("job_is_pinned")}</span>}
          {isChosen && (
            <>
              <span class="visually-hidden">, {t("job_is_chosen")}</span> <CheckIcon size={14} />
            </>
          )}
        </span>
        <span class="option-detail" dir="auto">
          {place && <strong>{place} · </strong>}
          {[job.clientCompanyName, job.location].filter(Boolean).map((text, n) => (
            <span key={text}>
              {n > 0 && " · "}
              <Marked text={text ?? ""} words={words} />
            </span>
          ))}
        </span>
      </div>
      {/* By mouse; an option can hold no control, so by keyboard it is Shift+Enter. */}
      <span
        class="pin"
        aria-hidden="true"
        data-pinned={isPinned}
        title={t(isPinned ? "job_unpin" : "job_pin")}
        onClick={(event) => {
          event.stopPropagation();
          onPin();
        }}
      >
        <PinIcon isOn={isPinned} />
      </span>
    </div>
  );
}

/** The text with what was typed of its words in bold. */
function Marked({ text, words }: { text: string; words: string }) {
  const starts = words.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    <>
      {text.split(/(\s+)/).map((word, n) => {
        const start = starts.find((one) => word.toLowerCase().startsWith(one));
        if (start === undefined) return word;
        return (
          <span key={n}>
            <b>{word.slice(0, start.length)}</b>
            {word.slice(start.length)}
          </span>
        );
      })}
    </>
  );
}
