import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { List } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { Combobox } from "../../ui/Combobox.tsx";
import type { Found } from "../../ui/offer.ts";
import { FieldHead } from "./FieldHead.tsx";

interface Props {
  list: List | null;
  isLocked: boolean;
  onChange: (list: List | null) => void;
}

/** The list she goes on; an emptied box is no list. */
export function ListPicker({ list, isLocked, onChange }: Props) {
  const id = useId();
  /** Null while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div class="field">
      <FieldHead id={id} label={t("field_list")} />
      <Combobox<List>
        id={id}
        name="list"
        label={t("field_list")}
        text={typed ?? list?.name ?? ""}
        placeholder={t("list_placeholder")}
        isLocked={isLocked}
        hasError={false}
        search={search}
        keyOf={(one) => one.id}
        draw={(one) => (
          <span class="option-name" title={one.name}>
            {one.name}
          </span>
        )}
        onText={setTyped}
        onPick={onChange}
        onClose={() => {
          if (typed?.trim() === "") onChange(null);
          setTyped(null);
        }}
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
