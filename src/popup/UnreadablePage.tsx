import type { TabReading } from "../capture/read-tab.ts";
import { t, type WordKey } from "../i18n/words.ts";
import { StatusScreen } from "./StatusScreen.tsx";

type Reason = Exclude<TabReading["result"], "profile">;

const SCREENS: Record<
  Reason,
  { symbol: "lock" | "people" | "profile" | "wait"; title: WordKey; body: WordKey; again: boolean }
> = {
  not_a_profile: {
    symbol: "profile",
    title: "not_a_profile_title",
    body: "not_a_profile_body",
    again: false,
  },
  people_list: { symbol: "people", title: "people_list_title", body: "people_list_body", again: false },
  login_wall: { symbol: "lock", title: "login_wall_title", body: "login_wall_body", again: false },
  still_loading: { symbol: "wait", title: "still_loading_title", body: "still_loading_body", again: true },
  other_person_on_page: {
    symbol: "people",
    title: "other_person_title",
    body: "other_person_body",
    again: true,
  },
  unrecognised_layout: {
    symbol: "profile",
    title: "not_a_profile_title",
    body: "not_a_profile_body",
    again: true,
  },
  unreachable_page: { symbol: "profile", title: "page_gone_title", body: "page_gone_body", again: true },
};

/** Why there is no form on this page, and what to do instead. */
export function UnreadablePage(props: { reading: { result: Reason }; onLookAgain: () => void }) {
  const screen = SCREENS[props.reading.result];
  return (
    <StatusScreen symbol={screen.symbol} title={t(screen.title)} body={t(screen.body)}>
      {screen.again && (
        <button type="button" class="button primary" onClick={props.onLookAgain}>
          {t("look_again")}
        </button>
      )}
    </StatusScreen>
  );
}
