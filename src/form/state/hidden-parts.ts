/** The parts of the form that the settings leave out. */
import { useEffect, useState } from "preact/hooks";
import { defaultSettings, settings } from "../../settings/settings.ts";
import type { FormPart } from "../../settings/settings-schema.ts";

// Asked for while the page is being read, and known before that is over.
const hiddenFields = settings
  .get()
  .catch(() => defaultSettings)
  .then((values) => values.hiddenFields);

/**
 * None until it is known. The form does not wait for it: a browser that has just started takes seconds to
 * say what its policies are.
 */
export function useHiddenParts(): readonly FormPart[] {
  const [hidden, setHidden] = useState<readonly FormPart[]>([]);

  useEffect(() => void hiddenFields.then(setHidden), []);

  return hidden;
}
