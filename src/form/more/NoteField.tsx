import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { FieldHead } from "../fields/FieldHead.tsx";
import type { FormError } from "../values/form-errors.ts";

interface Props {
  /** Where it is not one person's note. */
  label?: string;
  value: string;
  error: FormError | undefined;
  readOnly: boolean;
  /** Beside the label. */
  action?: ComponentChildren;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** A note that grows with its text; Enter is a line break in it. */
export function NoteField(props: Props) {
  const { label = t("field_note"), value, error, readOnly, action, onChange, onLeave } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    const borders = area.current.offsetHeight - area.current.clientHeight;
    area.current.style.height = `${area.current.scrollHeight + borders}px`;
  }, [value]);

  return (
    <div class="field">
      <FieldHead id={id} label={label} error={error} action={action} />
      <textarea
        ref={area}
        id={id}
        name="note"
        class="control note"
        dir="auto"
        rows={2}
        value={value}
        readOnly={readOnly}
        placeholder={t("note_placeholder")}
        aria-invalid={error !== undefined}
        aria-describedby={error && `${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </div>
  );
}
