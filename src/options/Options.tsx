import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { BatchList } from "../people/batch/BatchList.tsx";
import type { Connection } from "../protocol/messages.ts";
import type { EffectiveSettings } from "../settings/settings.ts";
import { useConnection } from "../ui/connection/use-connection.ts";
import { StarIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useOneLinePaste } from "../ui/one-line-paste.ts";
import { followColors } from "../ui/toolbar-icon.ts";
import { useSettings } from "../ui/use-settings.ts";
import { AddMany } from "./add-many/AddMany.tsx";
import { Tray } from "./add-many/Tray.tsx";
import { ConnectionCard } from "./connection/ConnectionCard.tsx";
import { YourData } from "./data/YourData.tsx";
import { GettingStartedLink } from "./GettingStartedLink.tsx";
import { RecentSaves } from "./recent/RecentSaves.tsx";
import { type QueueState, useQueueState } from "./recent/use-saves.ts";
import { BrokenSaves } from "./set-aside/BrokenSaves.tsx";
import { NewerSaves } from "./set-aside/NewerSaves.tsx";
import { OtherWorkspaces } from "./set-aside/OtherWorkspaces.tsx";
import { SettingsCard } from "./settings/SettingsCard.tsx";
import { ShortcutsCard } from "./settings/ShortcutsCard.tsx";
import { Tabs } from "./Tabs.tsx";

/** Three tabs: the saves; people to be added together; the connection, settings and data. */
export function Options() {
  const { connection, setConnection, isGone } = useConnection();
  const effective = useSettings();
  const workspace = connection?.state === "connected" ? connection.workspace : null;
  const queue = useQueueState(workspace, connection !== null);
  useEffect(followColors, []);
  useOneLinePaste();

  if (isGone) {
    return (
      <Sheet>
        <Title />
        <p class="card" role="alert">
          {t("recent_failed")}
        </p>
      </Sheet>
    );
  }
  if (connection === null || effective === null || queue === null) {
    return (
      <Sheet>
        <header class="title">
          <Title />
        </header>
      </Sheet>
    );
  }
  return (
    <Sheet>
      <Pages connection={connection} onConnection={setConnection} effective={effective} queue={queue} />
    </Sheet>
  );
}

interface Props {
  connection: Connection;
  onConnection: (connection: Connection) => void;
  effective: EffectiveSettings;
  queue: QueueState;
}

function Pages({ connection, onConnection, effective, queue }: Props) {
  // Decided once: a key that is connected while the user looks must not turn the page around.
  const [first] = useState(isWorking(connection) ? "saves" : "settings");
  const saves = (
    <>
      {connection.state === "not_connected" && <NotConnected />}
      <OtherWorkspaces connection={connection} />
      <NewerSaves />
      <BrokenSaves />
      <RecentSaves connection={connection} queue={queue} recordLink={effective.values.recordLink} />
    </>
  );
  const workspace = connection.state === "connected" ? connection.workspace : null;
  const many = (
    <>
      {workspace !== null && <BatchList workspace={workspace} recentUrl="#recent" />}
      {workspace !== null && <Tray workspace={workspace} />}
      <AddMany workspace={workspace} />
    </>
  );
  const settings = (
    <>
      <ConnectionCard connection={connection} onChange={onConnection} />
      <SettingsCard
        effective={effective}
        workspace={connection.state === "connected" ? connection.workspace : null}
      />
      <ShortcutsCard />
      <YourData
        effective={effective}
        connection={connection}
        onForgotten={() => onConnection({ state: "not_connected" })}
      />
      <footer class="foot">
        <GettingStartedLink />
      </footer>
    </>
  );
  return (
    <Tabs
      title={<Title />}
      label={t("nav_sections")}
      first={first}
      tabs={[
        { id: "saves", label: t("tab_saves"), content: saves, sections: ["recent"] },
        { id: "many", label: t("add_many_title"), content: many, sections: ["add-many", "batches", "tray"] },
        {
          id: "settings",
          label: t("settings_title"),
          content: settings,
          sections: ["connection", "behavior", "activities", "shortcuts", "advanced", "data"],
        },
      ]}
    />
  );
}

/** Without a key that counts nothing is sent: then the key comes first. */
function isWorking(connection: Connection): boolean {
  return connection.state === "connected" && !connection.refused;
}

function NotConnected() {
  return (
    <Notice tone="warn" role="status" title={t("problem_not_connected")}>
      {t("recent_not_connected")}
      <div class="notice-buttons">
        <a class="button" href="#connection">
          {t("onboarding_connect")}
        </a>
      </div>
    </Notice>
  );
}

function Title() {
  return (
    <>
      <span class="star">
        <StarIcon size={28} />
      </span>
      <h1>{t("app_name")}</h1>
    </>
  );
}

function Sheet({ children }: { children: ComponentChildren }) {
  return <div class="sheet">{children}</div>;
}
