import type { ComponentChildren, TargetedClipboardEvent, TargetedInputEvent } from "preact";
import { useId } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import type { FormError, Standing, TextName } from "../form-values.ts";
import type { CompanyWarning } from "./EmployerNotice.tsx";
import { FieldHead } from "./FieldHead.tsx";

interface Props {
  name: TextName;
  label: string;
  value: string;
  standing?: Standing;
  isDate?: boolean;
  placeholder?: string | undefined;
  error: FormError | undefined;
  readOnly: boolean;
  onChange: (value: string) => void;
  /** Takes a paste over when it says so. */
  onPaste?: (text: string) => boolean;
  onLeave: () => void;
  action?: ComponentChildren;
  /** Of the company in the field. */
  warning?: CompanyWarning | undefined;
}

const HINTS: Partial<Record<Standing, WordKey>> = {
  guess_headline: "hint_guess_headline",
  guess: "hint_guess",
  not_found: "hint_not_found",
};

/** A text field that says in words, not only in colour, how sure the page was of its value. */
export function TextField({
  name,
  label,
  value,
  standing = "typed",
  isDate,
  error,
  readOnly,
  ...rest
}: Props) {
  const id = useId();
  const hint = HINTS[standing];
  const guessed = standing === "guess" || standing === "guess_headline";
  const look = guessed ? "guess" : standing === "not_found" ? "missing" : "";
  const control = {
    id,
    name,
    class: `control ${look}`,
    value,
    readOnly,
    placeholder: rest.placeholder ?? "",
    autoComplete: "off",
    spellcheck: false,
    title: value,
    "aria-invalid": error !== undefined,
    "aria-describedby": error || hint || rest.warning ? `${id}-hint` : undefined,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => rest.onChange(event.currentTarget.value),
    onPaste: (event: TargetedClipboardEvent<HTMLInputElement>) => {
      const text = event.clipboardData?.getData("text") ?? "";
      if (!readOnly && rest.onPaste?.(text)) event.preventDefault();
    },
    onBlur: rest.onLeave,
  };
  return (
    <div class="field">
      <FieldHead
        id={id}
        label={label}
        error={error}
        mark={guessed && t("field_guess")}
        hint={hint && t(hint)}
        warning={rest.warning}
        action={rest.action}
      />
      {isDate ? <input {...control} type="date" /> : <input {...control} />}
    </div>
  );
}
