import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { ContactValue } from "../../model/records.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";

/** The addresses and numbers Stardex has, each to be copied; folded, so that they are not shown to whoever looks on. */
export function KnownContacts({ emails, phones }: { emails: ContactValue[]; phones: ContactValue[] }) {
  if (emails.length + phones.length === 0) return <p class="quiet">{t("match_no_contacts")}</p>;
  return (
    <details>
      <summary>
        {[countOf("match_emails", emails), countOf("match_phones", phones)].filter(Boolean).join(" · ")}
      </summary>
      <ul class="match-rows">
        {[...emails, ...phones].map(({ type, value }) => (
          <li key={`${type} ${value}`}>
            <span class="match-what" title={`${value} (${type})`}>
              {value}
            </span>
            <span class="match-stage">{type}</span>
            <CopyButton
              look="link-button"
              text={value}
              label={t("match_copy")}
              done={t("saved_copied")}
              spoken={t("match_copy_value", value)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function countOf(key: "match_emails" | "match_phones", values: ContactValue[]): string {
  return values.length > 0 ? plural(key, values.length) : "";
}
