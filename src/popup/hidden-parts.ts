/** The parts of the form that the settings leave out. */
import { useEffect, useState } from "preact/hooks";
import type { FormPart } from "../preference-fields.ts";
import { defaultPreferences, preferences } from "../preferences.ts";

/** Null until it is known, which takes no answer of the worker. */
export function useHiddenParts(): readonly FormPart[] | null {
  const [hidden, setHidden] = useState<readonly FormPart[] | null>(null);

  useEffect(() => {
    void preferences
      .get()
      .catch(() => defaultPreferences)
      .then(({ hiddenFields }) => setHidden(hiddenFields));
  }, []);

  return hidden;
}
