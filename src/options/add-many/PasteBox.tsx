import { useId } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { addressesIn } from "../../people/paste/address.ts";
import { textOfHtml } from "../../people/paste/text-of-html.ts";
import { Notice } from "../../ui/Notice.tsx";

interface Props {
  text: string;
  /** Nobody was found in what was pasted last. */
  isEmpty: boolean;
  /** What stands in the box is kept nowhere. */
  isLost: boolean;
  onText: (text: string) => void;
  onPaste: (text: string) => void;
}

/** Where the rows come in: what is pasted is read at once, what is typed by the button. */
export function PasteBox({ text, isEmpty, isLost, onText, onPaste }: Props) {
  const id = useId();
  return (
    <>
      <label for={id}>{t("add_many_intro")}</label>
      <textarea
        id={id}
        class="paste-box"
        rows={8}
        spellcheck={false}
        placeholder={t("add_many_placeholder")}
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onPaste={(event) => {
          const pasted = textOf(event.clipboardData);
          // Into something that is being typed, a paste is a part of it.
          if (text !== "" || pasted === "") return;
          event.preventDefault();
          onPaste(pasted);
        }}
      />
      {isLost && text !== "" && (
        <p class="bad" role="alert">
          {t("edits_not_kept")}
        </p>
      )}
      {isEmpty && (
        <Notice tone="warn" role="status" title={t("add_many_none")}>
          {t("add_many_none_help")}
        </Notice>
      )}
      <div class="add-many-head">
        <p class="quiet">{t("add_many_duty")}</p>
        <button type="button" class="button" disabled={text.trim() === ""} onClick={() => onPaste(text)}>
          {t("add_many_read")}
        </button>
      </div>
    </>
  );
}

/** Links that stand behind words are only in the HTML. */
function textOf(data: DataTransfer | null): string {
  const [plain, html] = [data?.getData("text/plain") ?? "", data?.getData("text/html") ?? ""];
  const linked = html === "" ? "" : textOfHtml(html);
  return addressesIn(linked).length > addressesIn(plain).length ? linked : plain;
}
