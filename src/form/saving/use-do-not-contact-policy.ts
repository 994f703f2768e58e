import { useEffect, useState } from "preact/hooks";
import { doesDoNotContactBlock } from "../../settings/policy.ts";

/** Whether the organization lets nobody save a person who is not to be contacted. The worker refuses it in any case. */
export function useDoNotContactPolicy(): boolean {
  const [doesBlock, setBlocks] = useState(false);
  useEffect(() => void doesDoNotContactBlock().then(setBlocks), []);
  return doesBlock;
}
