import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import { countNewerSaves } from "../../storage/saves.ts";

/** After a downgrade: saves that only the newer version can read wait for it, untouched. */
export function NewerSaves() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void countNewerSaves().then(setCount, () => undefined);
  }, []);
  if (count === 0) return null;
  return (
    <section class="card attention" aria-labelledby="newer-title">
      <h2 id="newer-title">{plural("newer_title", count)}</h2>
      <p class="quiet">{t("newer_body")}</p>
    </section>
  );
}
