import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { scrollToExperience } from "../capture/read-tab.ts";
import { FormSkeleton } from "../form/FormSkeleton.tsx";
import { PersonForm } from "../form/PersonForm.tsx";
import { RoundLine } from "../form/round/RoundLine.tsx";
import { emptyRound, RoundContext } from "../form/round/round.ts";
import { useHiddenParts } from "../form/state/hidden-parts.ts";
import { UnreadablePage } from "../form/UnreadablePage.tsx";
import { emptyForm, formFromProfile } from "../form/values/initial-form.ts";
import { t } from "../i18n/words.ts";
import { PagePeople } from "../people/PagePeople.tsx";
import type { Connection } from "../protocol/messages.ts";
import { connectFirst } from "../ui/connection/connect-first.tsx";
import { useConnection } from "../ui/connection/use-connection.ts";
import { useWakeOnline } from "../ui/connection/use-wake-online.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { HistoryIcon, StarIcon } from "../ui/icons.tsx";
import { useOneLinePaste } from "../ui/one-line-paste.ts";
import { useRegionKeys } from "../ui/regions.ts";
import { followColors } from "../ui/toolbar-icon.ts";
import { useSettings } from "../ui/use-settings.ts";
import { LastSaves } from "./LastSaves.tsx";
import { PageInView } from "./PageInView.tsx";
import { formKey, type PanelEvent, type PanelState } from "./panel-state.ts";
import { usePanel } from "./use-panel.ts";

/** The form beside the page, which stays while the user goes from profile to profile. */
export function Panel() {
  const link = useConnection();
  const { connection } = link;
  const { state, dispatch, setFormWaiting } = usePanel(connection?.state === "connected");
  const [named, setNamed] = useState<{ form: string; name: string } | null>(null);
  const form = formKey(state);
  // The name of a person whose form is gone stands over nothing else.
  const name = named && named.form === form ? named.name : "";
  const workspace = connection?.state === "connected" ? connection.workspace : null;
  const firm = useFirmCount(connection);
  useEffect(followColors, []);
  useRegionKeys();
  useOneLinePaste();
  useWakeOnline();

  function content() {
    const first = connectFirst(link);
    if (first) return first;
    return (
      <PanelContent
        // What was chosen or typed under one key is no other firm's.
        key={firm}
        state={state}
        dispatch={dispatch}
        workspace={workspace}
        form={form}
        onName={(words) => form !== null && setNamed({ form, name: words })}
        onWaitingForPage={setFormWaiting}
      />
    );
  }

  return (
    <div class="frame">
      <header class="bar" data-region>
        <span class="star">
          <StarIcon />
        </span>
        <h1 dir="auto">
          <span title={name}>{name || t("app_name")}</span>
        </h1>
        <IconButton label={t("recent")} onClick={() => void openRecent()}>
          <HistoryIcon />
        </IconButton>
      </header>
      <main class="content">{content()}</main>
      {workspace !== null && <LastSaves workspace={workspace} />}
    </div>
  );
}

interface ContentProps {
  state: PanelState;
  dispatch: (event: PanelEvent) => void;
  workspace: string | null;
  form: string | null;
  onName: (name: string) => void;
  onWaitingForPage: (isWaiting: boolean) => void;
}

function PanelContent({ state, dispatch, workspace, form, onName, onWaitingForPage }: ContentProps) {
  const { tab, content } = state;
  const hidden = useHiddenParts();
  const isScrollAllowed = useSettings()?.values.allowScroll ?? false;
  const [round, change] = useState(emptyRound);
  const handle = useMemo(() => ({ round, change }), [round]);
  const reading = content.is === "read" ? content.reading : null;
  const initial = useMemo(() => {
    if (reading?.result === "profile") return formFromProfile(reading);
    return reading?.result === "unrecognized_layout" && reading.linkedinUrl !== null
      ? emptyForm(reading.linkedinUrl)
      : null;
  }, [reading]);
  const readPage = () => dispatch({ type: "read_requested" });

  if (tab === null || content.is === "reading")
    return <FormSkeleton words={t("reading_title")} hidden={hidden} />;
  if (reading === null)
    return (
      <RoundContext.Provider value={handle}>
        <RoundLine />
        <PageInView tab={tab} onRead={readPage} />
      </RoundContext.Provider>
    );
  if (initial === null) {
    if (reading.result === "profile") return null;
    const unreadable = <UnreadablePage reading={reading} onLookAgain={readPage} />;
    if (reading.result !== "people_list") return unreadable;
    return (
      <PagePeople
        key={`${tab.tabId} ${tab.url}`}
        tabId={tab.tabId}
        url={tab.url}
        workspace={workspace}
        recentUrl={RECENT}
      >
        {unreadable}
      </PagePeople>
    );
  }
  return (
    <RoundContext.Provider value={handle}>
      <PersonForm
        key={form}
        initial={initial}
        workspace={workspace}
        hidden={hidden}
        onName={onName}
        onWaitingForPage={onWaitingForPage}
        onGoToExperience={isScrollAllowed ? () => void scrollToExperience(tab.tabId) : null}
        onClose={() => dispatch({ type: "closed" })}
        {...(reading.result === "unrecognized_layout" && { report: reading.report })}
      />
    </RoundContext.Provider>
  );
}

/** Counts the keys seen one after the other, none included; while it is not known which, nothing changes. */
function useFirmCount(connection: Connection | null): number {
  const seen = useRef<{ firm: string | null; count: number }>({ firm: null, count: 0 });
  const firm = connection && (connection.state === "connected" ? connection.workspace : "");
  const { firm: before, count } = seen.current;
  if (firm !== null && firm !== before) seen.current = { firm, count: before === null ? count : count + 1 };
  return seen.current.count;
}

const RECENT = browser.runtime.getURL("src/options/options.html#recent");

async function openRecent(): Promise<void> {
  await browser.tabs.create({ url: RECENT });
}
