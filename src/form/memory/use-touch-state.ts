import { useEffect, useState } from "preact/hooks";
import type { SaveRecord } from "../../model/save.ts";
import { followSave } from "../../storage/saves.ts";

/** The touch in the queue as it goes on; null until it was read. */
export function useTouchState(saveId: string): SaveRecord | null {
  const [record, setRecord] = useState<SaveRecord | null>(null);
  useEffect(() => followSave(saveId, setRecord), [saveId]);
  return record;
}
