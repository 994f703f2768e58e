import { useId, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { KnownPerson } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { isSkipped, useAsked } from "./use-asked.ts";

/** Whom the firm has at a company that is off-limits: asked for once somebody wants to know. */
export function CompanyPeople({ companyId }: { companyId: string }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const asked = useAsked<{ people: KnownPerson[]; isComplete: boolean }>(isOpen ? companyId : null, () =>
    send("people.at_company", { companyId }),
  );
  const found = asked.phase === "answered" ? asked.found : null;
  return (
    <div class="company-people">
      <button
        type="button"
        class="link-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {found ? countWords(found.people.length, found.isComplete) : t("people_there")}
      </button>
      <div id={id} hidden={!isOpen} role="status">
        {isOpen && asked.phase === "failed" && (
          <p class="quiet">{t(isSkipped(asked) ? "people_skipped" : "people_failed")}</p>
        )}
        {found && found.people.length > 0 && (
          <ul class="match-rows">
            {found.people.map((person) => (
              <li key={person.id} dir="auto">
                {[person.name, person.currentJobTitle].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function countWords(count: number, isComplete: boolean): string {
  return isComplete ? plural("people_there_count", count) : t("people_there_more", count);
}
