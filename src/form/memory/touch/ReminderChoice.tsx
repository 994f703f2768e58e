import { t } from "../../../i18n/words.ts";
import type { TeamMember } from "../../../model/team-member.ts";
import { dueDates } from "../../values/due-date.ts";
import { type LogState, remindChoices, reminderDay } from "./log-state.ts";
import { weekdayWords } from "./log-words.ts";

interface Props {
  id: string;
  state: LogState;
  onChange: (part: Partial<LogState>) => void;
}

/** When to come back to the person. */
export function ReminderChoice({ id, state, onChange }: Props) {
  const { first, last } = dueDates(new Date());
  const isAlone = state.kind === "reminder_only";
  return (
    <div>
      <label class="label" for={`${id}-remind`}>
        {t("touch_remind")}
      </label>
      <select
        id={`${id}-remind`}
        class="control"
        value={state.remind}
        onChange={(event) => {
          const remind = remindChoices.find((one) => one === event.currentTarget.value);
          if (remind) onChange({ remind });
        }}
      >
        {remindChoices
          .filter((one) => !isAlone || one !== "none")
          .map((one) => (
            <option key={one} value={one}>
              {t(`remind_${one}`)}
            </option>
          ))}
      </select>
      {state.remind === "date" && (
        <input
          class="control"
          type="date"
          aria-label={t("remind_date")}
          min={first}
          max={last}
          value={state.date}
          onInput={(event) => onChange({ date: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

/** When it is due and whose it is, once there is a reminder. */
export function ReminderOwner({ state, me }: { state: LogState; me: TeamMember | null }) {
  const day = reminderDay(state, new Date());
  if (!day) return null;
  const owner = me ? t("touch_for", me.name) : t("touch_for_nobody");
  return <p class="quiet">{`${t("touch_remind")}: ${weekdayWords(day)} · ${owner}`}</p>;
}
