import type { ComponentChildren, TargetedClipboardEvent, TargetedInputEvent } from "preact";
import { useId } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import type { CompanyWarning } from "../role/EmployerNotice.tsx";
import { dueDates } from "../values/due-date.ts";
import type { FormError } from "../values/form-errors.ts";
import type { TextName } from "../values/form-values.ts";
import type { Standing } from "../values/initial-form.ts";
import { FieldHead } from "./FieldHead.tsx";

interface Props {
  name: TextName;
  label: string;
  value: string;
  standing?: Standing;
  isDate?: boolean;
  placeholder?: string | undefined;
  /** What to know of a value that no page said. */
  missing?: string | undefined;
  error: FormError | undefined;
  isLocked: boolean;
  /** The page has just filled it in while the form was open. */
  isJustFilled?: boolean;
  onChange: (value: string) => void;
  /** Takes a paste over when it says so. */
  onPaste?: (text: string) => boolean;
  onLeave: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  action?: ComponentChildren;
  /** Of the company in the field. */
  warning?: CompanyWarning | undefined;
  /** Below the control. */
  children?: ComponentChildren;
}

const MARKS: Partial<Record<Standing, [mark: WordKey, hint: WordKey]>> = {
  guess_headline: ["field_guess", "hint_guess_headline"],
  guess: ["mark_guess", "hint_guess"],
};
const MISSING: Partial<Record<Standing, WordKey>> = {
  not_loaded: "missing_not_loaded",
  all_ended: "missing_all_ended",
  no_role: "missing_no_role",
  no_employer: "missing_no_employer",
  not_shown: "hint_not_found",
};

/** A text field that says in words, not only in color, how sure the page was of its value, or why it is empty. */
export function TextField({
  name,
  label,
  value,
  standing = "typed",
  isDate,
  error,
  isLocked,
  ...rest
}: Props) {
  const id = useId();
  const [mark, hint] = MARKS[standing] ?? [];
  const reason = MISSING[standing];
  const missing = rest.missing ?? (reason && t(reason));
  const control = {
    id,
    name,
    class: `control ${mark ? "guess" : ""} ${rest.isJustFilled ? "just-filled" : ""}`,
    value,
    "data-several": name === "emails" || name === "phoneNumbers" || undefined,
    readOnly: isLocked,
    dir: "auto" as const,
    placeholder: rest.placeholder ?? "",
    autoComplete: "off",
    spellcheck: false,
    "aria-invalid": error !== undefined,
    "aria-describedby": error || mark || missing || rest.warning ? `${id}-hint` : undefined,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => rest.onChange(event.currentTarget.value),
    onPaste: (event: TargetedClipboardEvent<HTMLInputElement>) => {
      const text = event.clipboardData?.getData("text") ?? "";
      if (!isLocked && rest.onPaste?.(text)) event.preventDefault();
    },
    onKeyDown: rest.onKeyDown,
    onBlur: rest.onLeave,
  };
  const { first, last } = dueDates(new Date());
  return (
    <div class="field">
      <FieldHead
        id={id}
        label={label}
        error={error}
        mark={mark && t(mark)}
        hint={hint && t(hint)}
        missing={missing}
        warning={rest.warning}
        action={rest.action}
      />
      {isDate ? <input {...control} type="date" min={first} max={last} /> : <input {...control} />}
      {rest.children}
    </div>
  );
}
