import { useMemo } from "preact/hooks";
import browser from "webextension-polyfill";
import type { TabReading } from "../capture/read-tab.ts";
import { ConnectForm } from "../ui/ConnectForm.tsx";
import { HistoryIcon, SettingsIcon, StarIcon } from "../ui/icons.tsx";
import { t } from "../ui/words.ts";
import { useConnection } from "./connection.ts";
import { FormSkeleton } from "./FormSkeleton.tsx";
import { emptyForm, formFromProfile, type InitialForm } from "./form-values.ts";
import { PersonForm } from "./PersonForm.tsx";
import { StatusScreen } from "./StatusScreen.tsx";
import { useTabReading } from "./tab-reading.ts";
import { UnreadablePage } from "./UnreadablePage.tsx";

export function Popup({ firstReading }: { firstReading: Promise<TabReading> }) {
  const { connection, setConnection, gone } = useConnection();
  const page = useTabReading(firstReading);

  function content() {
    if (gone)
      return <StatusScreen symbol="wait" title={t("worker_gone_title")} body={t("worker_gone_body")} />;
    if (connection?.state === "not_connected") {
      return (
        <div class="connect-pane">
          <ConnectForm onConnected={setConnection} autofocus />
        </div>
      );
    }
    // The form does not wait for the worker to say that it is connected: it nearly always is.
    return <PageContent {...page} workspace={connection?.workspace ?? null} />;
  }

  return (
    <div class="frame">
      <header class="bar">
        <span class="star">
          <StarIcon />
        </span>
        <h1>{t("app_name")}</h1>
        <button
          type="button"
          class="icon-button"
          aria-label={t("recent")}
          title={t("recent")}
          onClick={() => void openRecent()}
        >
          <HistoryIcon />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t("settings")}
          title={t("settings")}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <SettingsIcon />
        </button>
      </header>
      <main class="content">{content()}</main>
    </div>
  );
}

async function openRecent(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("src/options/options.html#recent") });
  window.close();
}

interface PageProps extends ReturnType<typeof useTabReading> {
  workspace: string | null;
}

function PageContent({ reading, retrying, lookAgain, workspace }: PageProps) {
  // The same form for the same reading: it must not be filled anew when the connection comes.
  const initial = useMemo(() => initialForm(reading), [reading]);
  if (reading === null) return <FormSkeleton words={t("reading_title")} />;
  if (reading.result === "profile") return initial && <PersonForm initial={initial} workspace={workspace} />;
  if (retrying) return <FormSkeleton words={`${t("still_loading_title")}. ${t("still_loading_again")}`} />;
  if (reading.result === "unrecognised_layout" && initial) {
    return <PersonForm initial={initial} workspace={workspace} report={reading.report} />;
  }
  return <UnreadablePage reading={reading} onLookAgain={lookAgain} />;
}

function initialForm(reading: TabReading | null): InitialForm | null {
  if (reading?.result === "profile") return formFromProfile(reading);
  if (reading?.result === "unrecognised_layout" && reading.linkedinUrl !== null)
    return emptyForm(reading.linkedinUrl);
  return null;
}
