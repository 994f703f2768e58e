import { useEffect, useId, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { send } from "../protocol/send.ts";
import { Combobox } from "../ui/combobox/Combobox.tsx";
import type { Found } from "../ui/combobox/suggestions.ts";
import { type LogPerson, personOfRecord, recentPeople } from "./people.ts";

interface Props {
  workspace: string;
  person: LogPerson | null;
  onPick: (person: LogPerson | null) => void;
}

/** Recent people at once, everybody else by name; nobody is chosen before the user does. */
export function PersonPicker({ workspace, person, onPick }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [recent, setRecent] = useState<LogPerson[]>([]);
  useEffect(() => {
    recentPeople(workspace).then(setRecent, () => undefined);
  }, [workspace]);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <div class="field">
      <label class="label" for={id}>
        {t("log_person")}
      </label>
      <Combobox<LogPerson>
        id={id}
        name="person"
        label={t("log_person")}
        text={person?.name ?? text}
        placeholder={t("log_person_placeholder")}
        isLocked={false}
        hasError={false}
        known={recent.length > 0 ? [{ heading: t("log_recent"), options: recent }] : []}
        search={(words) => search(words, recent)}
        keyOf={(one) => one.linkedinUrl}
        draw={({ name, role }) => (
          <span class="log-option" dir="auto">
            <strong>{name}</strong>
            <span class="quiet">{role}</span>
          </span>
        )}
        onText={(typed) => {
          setText(typed);
          onPick(null);
        }}
        onPick={(picked) => {
          setText("");
          onPick(picked);
        }}
      />
    </div>
  );
}

async function search(words: string, recent: LogPerson[]): Promise<Found<LogPerson>> {
  const plain = words.toLowerCase();
  const own = recent.filter(({ name }) => name.toLowerCase().includes(plain));
  if (words === "") return { options: own, problem: null };
  try {
    const answer = await send("people.by_name", { name: words });
    if (!answer.ok) return { options: own, problem: answer.problem };
    const found = answer.people.flatMap((one) => personOfRecord(one) ?? []);
    const others = found.filter((one) => own.every(({ linkedinUrl }) => linkedinUrl !== one.linkedinUrl));
    const options = [...own, ...others];
    const hasOthers = found.length < answer.people.length;
    const note = hasOthers ? t("log_without_profile") : options.length === 0 ? t("log_nobody") : null;
    return { options, problem: null, ...(note && { note }) };
  } catch {
    return { options: own, problem: { kind: "offline" } };
  }
}
