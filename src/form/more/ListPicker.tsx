import { useId } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { List } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { Combobox } from "../../ui/combobox/Combobox.tsx";
import type { Found } from "../../ui/combobox/suggestions.ts";
import { FieldHead } from "../fields/FieldHead.tsx";
import type { FormError } from "../values/form-errors.ts";

interface Props {
  list: List | null;
  /** Typed, and not picked yet. */
  text: string;
  isLocked: boolean;
  error: FormError | undefined;
  onChange: (change: { list: List | null; listText: string }) => void;
}

/** The list the person goes on; an emptied box is no list. */
export function ListPicker({ list, text, isLocked, error, onChange }: Props) {
  const id = useId();
  return (
    <div class="field">
      <FieldHead id={id} label={t("field_list")} error={error} />
      <Combobox<List>
        id={id}
        name="list"
        label={t("field_list")}
        text={list?.name ?? text}
        placeholder={t("list_placeholder")}
        isLocked={isLocked}
        hasError={error !== undefined}
        describedBy={error && `${id}-hint`}
        search={search}
        keyOf={(one) => one.id}
        draw={(one) => (
          <span class="option-name" dir="auto">
            {one.name}
          </span>
        )}
        onText={(listText) => onChange({ list: null, listText })}
        onPick={(picked) => onChange({ list: picked, listText: "" })}
      />
    </div>
  );
}

async function search(text: string): Promise<Found<List>> {
  try {
    const answer = await send("lists.search", { text });
    if (!answer.ok) return { options: [], problem: answer.problem };
    return {
      options: answer.lists,
      problem: null,
      ...(answer.lists.length === 0 && { note: t("list_none") }),
    };
  } catch {
    return { options: [], problem: { kind: "offline" } };
  }
}
