import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { openPanel, tellPanel } from "../protocol/panel.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { PanelIcon } from "../ui/icons.tsx";
import { activeTab } from "./tab-reading.ts";

/** Opens the panel in the popup's place. */
export function KeepOpen() {
  // Known before the click: the browser opens the panel only while nothing is awaited.
  const [tabId, setTabId] = useState<number | undefined>(undefined);
  useEffect(() => {
    void activeTab().then((tab) => {
      const id = tab?.id;
      setTabId(id);
      // A panel that is open already may see this tab from now on.
      if (id !== undefined) tellPanel({ tabId: id, isToRead: false });
    });
  }, []);
  return (
    <IconButton
      label={t("panel_keep_open")}
      disabled={tabId === undefined}
      onClick={() => tabId !== undefined && void openPanel(tabId).then(() => window.close())}
    >
      <PanelIcon />
    </IconButton>
  );
}
