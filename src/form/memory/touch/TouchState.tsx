import { useEffect, useState } from "preact/hooks";
import { stepWords } from "../../../i18n/step-words.ts";
import { t } from "../../../i18n/words.ts";
import type { SaveRecord } from "../../../model/save.ts";
import { followSave } from "../../../storage/saves.ts";

/** Where the touch is: kept on this computer, in Stardex, or waiting for the user. */
export function TouchState({ saveId }: { saveId: string }) {
  const [record, setRecord] = useState<SaveRecord | null>(null);
  useEffect(() => followSave(saveId, setRecord), [saveId]);
  if (record?.state === "saved") return <>{t("touch_in_stardex")}</>;
  if (record?.state !== "needs_you") return <>{t("touch_kept")}</>;
  return <span class="bad">{t("touch_needs_you", stepWords(record) ?? "")}</span>;
}
