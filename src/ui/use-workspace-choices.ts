import { useEffect, useState } from "preact/hooks";
import {
  noChoices,
  readWorkspaceChoices,
  type WorkspaceChoices,
  watchWorkspaceChoices,
} from "../settings/workspace-choices.ts";

/** What the user said in this workspace, as it changes; nothing while it is not known which one it is. */
export function useWorkspaceChoices(workspace: string | null): WorkspaceChoices {
  const [choices, setChoices] = useState<WorkspaceChoices>(noChoices);
  useEffect(() => {
    if (workspace === null) return;
    const stop = watchWorkspaceChoices(workspace, setChoices);
    readWorkspaceChoices(workspace).then(setChoices, () => undefined);
    return stop;
  }, [workspace]);
  return choices;
}
