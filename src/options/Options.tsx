import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import type { Connection } from "../protocol/messages.ts";
import type { EffectiveSettings } from "../settings/settings.ts";
import { StarIcon } from "../ui/icons.tsx";
import { followColours } from "../ui/toolbar-icon.ts";
import { useSettings } from "../ui/use-settings.ts";
import { ConnectionCard } from "./ConnectionCard.tsx";
import { YourData } from "./data/YourData.tsx";
import { GettingStartedLink } from "./GettingStartedLink.tsx";
import { BrokenSaves } from "./recent/BrokenSaves.tsx";
import { OtherWorkspaces } from "./recent/OtherWorkspaces.tsx";
import { RecentSaves } from "./recent/RecentSaves.tsx";
import { type StoredSaves, useStoredSaves } from "./recent/stored-saves.ts";
import { SettingsCard } from "./settings/SettingsCard.tsx";
import { useLiveConnection } from "./use-live-connection.ts";

/** Recent saves, connection, settings and data, once all of it is there: nothing jumps. */
export function Options() {
  const { connection, setConnection, isGone } = useLiveConnection();
  const { stored, hasFailed } = useStoredSaves(
    connection?.state === "connected" ? connection.workspace : null,
  );
  const effective = useSettings();
  useEffect(followColours, []);

  if (isGone || hasFailed) {
    return (
      <Sheet>
        <p class="card" role="alert">
          {t("recent_failed")}
        </p>
      </Sheet>
    );
  }
  if (connection === null || stored === null || effective === null) return <Sheet />;
  return (
    <Sections connection={connection} onConnection={setConnection} stored={stored} effective={effective} />
  );
}

interface Props {
  connection: Connection;
  onConnection: (connection: Connection) => void;
  stored: StoredSaves;
  effective: EffectiveSettings;
}

function Sections({ connection, onConnection, stored, effective }: Props) {
  // Decided once: the first save, made while she looks, must not turn the page around.
  const [savesFirst] = useState(() => stored.saves.length > 0 && isWorking(connection));
  useEffect(showNamedSection, []);

  const recent = <RecentSaves saves={stored.saves} recordLink={effective.values.recordLink} />;
  const card = <ConnectionCard connection={connection} onChange={onConnection} />;
  const names = ["connection", "settings", "data"] as const;
  return (
    <Sheet nav={savesFirst ? ["recent", ...names] : ["connection", "recent", "settings", "data"]}>
      <OtherWorkspaces others={stored.others} isConnected={connection.state === "connected"} />
      <BrokenSaves broken={stored.broken} />
      {savesFirst ? [recent, card] : [card, recent]}
      <SettingsCard effective={effective} />
      <YourData
        effective={effective}
        stored={stored}
        onForgotten={() => onConnection({ state: "not_connected" })}
      />
      {stored.saves.length > 0 && (
        <footer class="foot">
          <GettingStartedLink />
        </footer>
      )}
    </Sheet>
  );
}

/** Without a key that counts nothing goes out: then the key comes first. */
function isWorking(connection: Connection): boolean {
  return connection.state === "connected" && !connection.refused;
}

/** The address may name a section, which was not there yet when the browser looked for it. */
function showNamedSection(): void {
  const section = document.getElementById(location.hash.slice(1));
  section?.scrollIntoView();
  section?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
}

const NAV = {
  recent: "recent_title",
  connection: "options_connection",
  settings: "settings_title",
  data: "data_title",
} as const;

function Sheet({ nav, children }: { nav?: (keyof typeof NAV)[]; children?: ComponentChildren }) {
  return (
    <div class="sheet">
      <header class="title">
        <span class="star">
          <StarIcon size={28} />
        </span>
        <h1>{t("app_name")}</h1>
        {nav && (
          <nav aria-label={t("nav_sections")}>
            {nav.map((name) => (
              <a key={name} href={`#${name}`}>
                {t(NAV[name])}
              </a>
            ))}
          </nav>
        )}
      </header>
      <main>{children}</main>
    </div>
  );
}
