import browser from "webextension-polyfill";
import type { TabReading } from "../capture/read-tab.ts";
import { t, type WordKey } from "../i18n/words.ts";
import { StatusScreen } from "../ui/StatusScreen.tsx";

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
  unrecognized_layout: {
    symbol: "profile",
    title: "not_a_profile_title",
    body: "not_a_profile_body",
    again: true,
  },
  not_a_page: { symbol: "profile", title: "not_a_profile_title", body: "not_a_profile_body", again: true },
  member_id_only: { symbol: "profile", title: "member_id_title", body: "member_id_body", again: true },
  address_hidden: {
    symbol: "profile",
    title: "address_hidden_title",
    body: "address_hidden_public_body",
    again: true,
  },
  page_busy: { symbol: "wait", title: "page_busy_title", body: "page_busy_body", again: true },
  unreachable_page: { symbol: "profile", title: "page_gone_title", body: "page_gone_body", again: true },
};

/** Why there is no form on this page, and what to do instead. */
export function UnreadablePage(props: {
  reading: Exclude<TabReading, { result: "profile" }>;
  onLookAgain: () => void;
}) {
  const { reading } = props;
  const isInMenu = reading.result === "address_hidden" && reading.where === "menu";
  const screen = {
    ...SCREENS[reading.result],
    ...(isInMenu && { body: "address_hidden_menu_body" as const }),
  };
  return (
    <StatusScreen symbol={screen.symbol} title={t(screen.title)} body={t(screen.body)}>
      {reading.result === "not_a_profile" && (
        <button type="button" class="button primary" onClick={() => void openLinkedIn()}>
          {t("open_linkedin")}
        </button>
      )}
      {screen.again && (
        <button type="button" class="button primary" onClick={props.onLookAgain}>
          {t("look_again")}
        </button>
      )}
    </StatusScreen>
  );
}

/** The same in a few words. */
export function unreadableTitle({ result }: TabReading): string {
  return result === "profile" ? "" : t(SCREENS[result].title);
}

async function openLinkedIn(): Promise<void> {
  await browser.tabs.create({ url: "https://www.linkedin.com/" });
  window.close();
}
