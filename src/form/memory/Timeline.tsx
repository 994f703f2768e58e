import { useState } from "preact/hooks";
import { activityLine } from "../../i18n/activity-words.ts";
import { plural } from "../../i18n/plurals.ts";
import { problemTitle } from "../../i18n/problem-words.ts";
import { t } from "../../i18n/words.ts";
import { type Activity, shortenText } from "../../model/activity.ts";
import { send } from "../../protocol/send.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { type Asked, isSkipped, useAsked } from "./use-asked.ts";

/** Entries shown at once. */
const PAGE = 10;
/** Letters of an entry before it is unfolded: two lines. */
const SHORT = 140;

interface Props {
  personId: string;
  /** Changes with every touch of the user's: then it is asked anew. */
  version: number;
}

/** What the firm wrote down about the person, newest first; not asked for where the firm turned it off. */
export function Timeline({ personId, version }: Props) {
  const isOn = useSettings()?.values.teamMemory === true;
  const asked = useAsked<{ activities: Activity[] | null }>(isOn ? `${personId} ${version}` : null, () =>
    send("memory.timeline", { personId }),
  );
  if (!isOn) return null;
  return (
    <section class="timeline" aria-label={t("timeline_label")} aria-busy={asked.phase === "asking"}>
      <h2>{t("timeline_label")}</h2>
      <TimelineContent asked={asked} />
    </section>
  );
}

function TimelineContent({ asked }: { asked: Asked<{ activities: Activity[] | null }> }) {
  if (asked.phase === "asking") return <p class="quiet">{t("timeline_asking")}</p>;
  if (isSkipped(asked)) return <p class="quiet">{t("timeline_skipped")}</p>;
  if (asked.phase === "failed") {
    const why = asked.problem ? ` ${problemTitle(asked.problem)}` : "";
    return <p class="quiet">{t("timeline_failed") + why}</p>;
  }
  const { activities } = asked.found;
  if (activities === null) return <p class="quiet">{t("timeline_hidden")}</p>;
  if (activities.length === 0) return <p class="quiet">{t("timeline_empty")}</p>;
  return <Entries activities={activities} />;
}

function Entries({ activities }: { activities: Activity[] }) {
  const [shown, setShown] = useState(PAGE);
  const more = Math.min(PAGE, activities.length - shown);
  return (
    <>
      <ul class="timeline-rows">
        {activities.slice(0, shown).map((activity, place) => (
          <Entry key={activity.id ?? place} activity={activity} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link-button" onClick={() => setShown(shown + PAGE)}>
          {plural("timeline_more", more)}
        </button>
      )}
    </>
  );
}

function Entry({ activity }: { activity: Activity }) {
  const [isWhole, setWhole] = useState(false);
  const whole = [activity.subject, activity.text].filter(Boolean).join("\n");
  const { text, isShortened } = shortenText(whole, SHORT);
  return (
    <li>
      <span class="timeline-head">{activityLine(activity, new Date())}</span>
      {whole !== "" && <p class={isWhole || !isShortened ? "timeline-text" : ""}>{isWhole ? whole : text}</p>}
      {isShortened && (
        <button type="button" class="link-button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? "timeline_less" : "timeline_whole")}
        </button>
      )}
    </li>
  );
}
