import { useState } from "preact/hooks";
import type { Connection } from "../messages.ts";
import { StarIcon } from "../ui/icons.tsx";
import { t } from "../ui/words.ts";
import { ConnectionCard } from "./ConnectionCard.tsx";
import { OtherWorkspaces } from "./OtherWorkspaces.tsx";

export function Options() {
  const [connection, setConnection] = useState<Connection | null>(null);
  return (
    <main class="sheet">
      <header class="title">
        <span class="star">
          <StarIcon size={28} />
        </span>
        <h1>{t("app_name")}</h1>
      </header>
      <ConnectionCard connection={connection} onChange={setConnection} />
      <OtherWorkspaces connected={connection?.state === "connected"} />
      <section class="card">
        <h2>{t("options_how")}</h2>
        <ol class="steps">
          <li>{t("options_how_1")}</li>
          <li>{t("options_how_2")}</li>
          <li>{t("options_how_3")}</li>
        </ol>
        <p class="quiet">{t("options_pin")}</p>
      </section>
    </main>
  );
}
