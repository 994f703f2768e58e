import { useEffect, useState } from "preact/hooks";
import { type EffectivePreferences, effectivePreferences, preferences } from "../settings/settings.ts";

/** The settings in force, live; null until they are read. */
export function useEffectivePreferences(): EffectivePreferences | null {
  const [effective, setEffective] = useState<EffectivePreferences | null>(null);
  useEffect(() => {
    const refresh = () => void effectivePreferences().then(setEffective);
    refresh();
    return preferences.watch(refresh);
  }, []);
  return effective;
}
