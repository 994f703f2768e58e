import { useEffect, useState } from "preact/hooks";
import { type EffectiveSettings, readSettings, settings } from "../settings/settings.ts";

/** The settings in force, live; null until they are read. */
export function useSettings(): EffectiveSettings | null {
  const [effective, setEffective] = useState<EffectiveSettings | null>(null);
  useEffect(() => {
    const refresh = () => void readSettings().then(setEffective);
    refresh();
    return settings.watch(refresh);
  }, []);
  return effective;
}
