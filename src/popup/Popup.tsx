import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { TabReading } from "../capture/read-tab.ts";
import { FormSkeleton } from "../form/FormSkeleton.tsx";
import { PersonForm } from "../form/PersonForm.tsx";
import { useHiddenParts } from "../form/state/hidden-parts.ts";
import { UnreadablePage, unreadableTitle } from "../form/UnreadablePage.tsx";
import { awaitedForm, emptyForm, formFromProfile, type InitialForm } from "../form/values/initial-form.ts";
import { t } from "../i18n/words.ts";
import type { PagePeople as PagePeopleType } from "../people/PagePeople.tsx";
import type { FormPart } from "../settings/settings-schema.ts";
import type { TabView } from "../storage/tab-state.ts";
import { connectFirst } from "../ui/connection/connect-first.tsx";
import { useConnection } from "../ui/connection/use-connection.ts";
import { useWakeOnline } from "../ui/connection/use-wake-online.ts";
import { useOneLinePaste } from "../ui/one-line-paste.ts";
import { useRegionKeys } from "../ui/regions.ts";
import { measureScrollBar } from "../ui/scroll-bar.ts";
import { followColors } from "../ui/toolbar-icon.ts";
import { useSettings } from "../ui/use-settings.ts";
import { Frame } from "./Frame.tsx";
import { KeepOpen } from "./KeepOpen.tsx";
import { useLastTrigger } from "./last-trigger.ts";
import { ModeMenu } from "./ModeMenu.tsx";
import { TriggerNotice } from "./TriggerNotice.tsx";
import { activeTab, goToExperience, useTabReading } from "./tab-reading.ts";
import { UndoPane } from "./UndoPane.tsx";

measureScrollBar();

/** `firstReading`: under way already; null where nobody has said yet that there is a key. */
export function Popup({ firstReading }: { firstReading: Promise<TabReading> | null }) {
  const link = useConnection();
  const { connection } = link;
  const isConnected = connection?.state === "connected";
  const page = useTabReading(firstReading, isConnected);
  const trigger = useLastTrigger();
  const hidden = useHiddenParts();
  const [personName, setPersonName] = useState<string | null>(null);
  useEffect(followColors, []);
  useRegionKeys();
  useOneLinePaste();
  useWakeOnline();

  function content() {
    const first = connectFirst(link);
    if (first) return first;
    const isAllowed = isConnected || firstReading !== null;
    if (trigger.view === undefined || !isAllowed)
      return <FormSkeleton words={t("reading_title")} hidden={hidden} />;
    if (trigger.view?.kind === "grace") return <UndoPane view={trigger.view} onSettled={trigger.settle} />;
    // The form does not wait for the worker to say that it is connected: it nearly always is.
    return (
      <>
        <TriggerNotice view={trigger.view} isUndone={trigger.isUndone} />
        <PageContent
          {...page}
          linkedUrl={linkedUrl(trigger.view)}
          workspace={isConnected ? connection.workspace : null}
          hidden={hidden}
          onName={setPersonName}
        />
      </>
    );
  }

  return (
    <Frame
      personName={personName}
      menu={
        <>
          <KeepOpen />
          <ModeMenu />
        </>
      }
    >
      {content()}
    </Frame>
  );
}

interface PageProps extends ReturnType<typeof useTabReading> {
  workspace: string | null;
  /** Of the link whose person is to be saved; null: the page's own. */
  linkedUrl: string | null;
  hidden: readonly FormPart[];
  onName: (name: string) => void;
}

function PageContent(props: PageProps) {
  const { reading, profileUrl, retrying, lookAgain, setFormWaiting, linkedUrl, ...rest } = props;
  const [isTyped, setTyped] = useState(false);
  const isScrollAllowed = useSettings()?.values.allowScroll ?? false;
  const form = { ...rest, onClose: () => window.close() };
  // The same form for the same reading: it must not be filled anew when the connection comes.
  const read = useMemo(() => initialForm(reading), [reading]);
  const awaited = useMemo(() => (profileUrl === null ? null : awaitedForm(profileUrl)), [profileUrl]);
  const isUnread = reading === null || retrying || (isTyped && read === null);
  const initial = isUnread ? awaited : read;
  const linked = useMemo(() => (linkedUrl === null ? null : emptyForm(linkedUrl)), [linkedUrl]);
  if (linked) return <PersonForm key={linked.linkedinUrl} initial={linked} {...form} />;
  if (initial) {
    const isProfile = reading?.result === "profile";
    return (
      // No box of its own: it only hears that something is typed.
      <div class="read-form" onInput={() => setTyped(true)}>
        {retrying && (
          <p class="visually-hidden" role="status">
            {readingWords(reading)}
          </p>
        )}
        <PersonForm
          key={initial.linkedinUrl}
          initial={initial}
          {...form}
          {...(!isUnread && reading?.result === "unrecognized_layout" && { report: reading.report })}
          onWaitingForPage={setFormWaiting}
          onGoToExperience={isProfile && isScrollAllowed ? () => void goToExperience() : null}
        />
        {isTyped && !retrying && reading !== null && read === null && (
          <p class="unread-line" role="status">
            {unreadableTitle(reading)}
          </p>
        )}
      </div>
    );
  }
  if (reading === null || reading.result === "profile" || isUnread)
    return <FormSkeleton words={readingWords(reading)} hidden={form.hidden} />;
  const unreadable = <UnreadablePage reading={reading} onLookAgain={lookAgain} />;
  if (reading.result !== "people_list") return unreadable;
  return <ListInTab workspace={rest.workspace}>{unreadable}</ListInTab>;
}

function readingWords(reading: TabReading | null): string {
  if (reading === null) return t("reading_title");
  return `${t("still_loading_title")}. ${t("still_loading_again")}`;
}

/** Loaded where there is a list: most popups open on a profile. */
function ListInTab({ workspace, children }: { workspace: string | null; children: ComponentChildren }) {
  const [list, setList] = useState<{
    tabId: number;
    url: string | null;
    PagePeople: typeof PagePeopleType;
  } | null>(null);
  useEffect(() => {
    void Promise.all([activeTab(), import("../people/PagePeople.tsx")]).then(
      ([tab, { PagePeople }]) =>
        tab?.id !== undefined && setList({ tabId: tab.id, url: tab.url ?? null, PagePeople }),
    );
  }, []);
  if (!list) return <FormSkeleton words={t("reading_title")} hidden={[]} />;
  const { PagePeople, tabId, url } = list;
  return (
    <PagePeople tabId={tabId} url={url} workspace={workspace} recentUrl={RECENT_PAGE}>
      {children}
    </PagePeople>
  );
}

const RECENT_PAGE = "/src/options/options.html#recent";

function linkedUrl(view: TabView | null): string | null {
  return view?.kind === "refused" ? view.linkedinUrl : null;
}

function initialForm(reading: TabReading | null): InitialForm | null {
  if (reading?.result === "profile") return formFromProfile(reading);
  if (reading?.result === "unrecognized_layout" && reading.linkedinUrl !== null)
    return emptyForm(reading.linkedinUrl);
  return null;
}
