import { t } from "../i18n/words.ts";

interface Props {
  linkedinUrl: string;
  isRestored: boolean;
  isDraftLost: boolean;
  onBackToPage: () => void;
}

/** Whose profile it is, or what became of what was typed: one place, so that neither moves the form. */
export function ProfileLine({ linkedinUrl, isRestored, isDraftLost, onBackToPage }: Props) {
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
        <p class="profile-link" title={address} dir="ltr">
          <span class="visually-hidden">{t("field_url")}</span> {address}
        </p>
      )}
    </>
  );
}
