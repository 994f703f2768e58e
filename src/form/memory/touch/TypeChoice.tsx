import type { Ref } from "preact";
import { activityTypeWords } from "../../../i18n/activity-words.ts";
import { t } from "../../../i18n/words.ts";
import { type ActivityType, touchTypes } from "../../../model/activity.ts";
import { send } from "../../../protocol/send.ts";
import { useAsked } from "../use-asked.ts";
import type { LogKind } from "./log-state.ts";

const ONLY_REMINDER = "reminder_only";

interface Props {
  id: string;
  kind: LogKind;
  box: Ref<HTMLSelectElement>;
  onChange: (kind: LogKind) => void;
}

/** What was done: one of the standard types, or of the team's own. */
export function TypeChoice({ id, kind, box, onChange }: Props) {
  const asked = useAsked<{ types: ActivityType[] }>("types", () => send("memory.activity_types", {}));
  const teamTypes = asked.phase === "answered" ? asked.found.types : [];
  // One that was chosen before the team's types are here again.
  const isLate =
    kind !== ONLY_REMINDER && ![...touchTypes, ...teamTypes.map(({ key }) => key)].includes(kind.key);
  const shown = isLate ? [...teamTypes, { key: kind.key, name: kind.name ?? kind.key }] : teamTypes;
  return (
    <div>
      <label class="label" for={`${id}-type`}>
        {t("touch_type")}
      </label>
      <select
        ref={box}
        id={`${id}-type`}
        class="control"
        value={kind === ONLY_REMINDER ? kind : kind.key}
        onChange={(event) => onChange(kindOf(event.currentTarget.value, shown))}
      >
        {touchTypes.map((key) => (
          <option key={key} value={key}>
            {t(`touch_${key}`)}
          </option>
        ))}
        {shown.map(({ key, name }) => (
          <option key={key} value={key}>
            {name === key ? activityTypeWords(key) : name}
          </option>
        ))}
        <option value={ONLY_REMINDER}>{t("touch_reminder_only")}</option>
      </select>
    </div>
  );
}

function kindOf(value: string, teamTypes: readonly ActivityType[]): LogKind {
  if (value === ONLY_REMINDER) return ONLY_REMINDER;
  return { key: value, name: teamTypes.find(({ key }) => key === value)?.name ?? null };
}
