import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { isLinkedIn, readAddress } from "../linkedin/profile-url.ts";
import { isSidebar } from "../protocol/panel.ts";
import { StatusScreen } from "../ui/StatusScreen.tsx";
import type { ShownTab } from "./panel-state.ts";

/** Whose page stands beside the panel now, as far as its address says, and the button that reads it. */
export function PageInView({ tab, onRead }: { tab: ShownTab; onRead: () => void }) {
  if (tab.url === null) {
    const body = t(isSidebar() ? "panel_no_access_firefox" : "panel_no_access_body");
    return <StatusScreen symbol="lock" title={t("panel_no_access_title")} body={body} />;
  }
  if (!isLinkedIn(tab.url) || readAddress(tab.url).kind === "other") {
    return <StatusScreen symbol="profile" title={t("not_a_profile_title")} body={t("not_a_profile_body")} />;
  }
  const { publicId } = readAddress(tab.url);
  // By its address: a tab's title is still the last person's for a moment.
  const place = publicId === null ? new URL(tab.url).pathname : `/in/${publicId}`;
  return (
    <StatusScreen symbol="profile" title={t("panel_other_page_title")} body={`linkedin.com${place}`}>
      <ReadButton key={place} onRead={onRead} />
    </StatusScreen>
  );
}

function ReadButton({ onRead }: { onRead: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" class="button primary" onClick={onRead}>
      {t("panel_read")}
    </button>
  );
}
