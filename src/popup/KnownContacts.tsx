import type { ContactValue } from "../records.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { t } from "../ui/words.ts";

/** The addresses and numbers Stardex has, each to be copied; folded, so that they are not shown to whoever looks on. */
export function KnownContacts({ emails, phones }: { emails: ContactValue[]; phones: ContactValue[] }) {
  if (emails.length + phones.length === 0) return <p class="quiet">{t("match_no_contacts")}</p>;
  return (
    <details>
      <summary>{t("match_contacts", emails.length, phones.length)}</summary>
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
