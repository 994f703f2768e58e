import { useEffect, useRef, useState } from "preact/hooks";

interface Table<T> {
  read(workspace: string): Promise<{ content: T } | null>;
}

/**
 * Hands what was kept to `recall`, once for each table and workspace; either is null where nothing is kept. True from then
 * on, also where nothing was kept or it could not be read: what is new may be written.
 */
export function useRecalled<T>(
  table: Table<T> | null,
  workspace: string | null,
  recall: (content: T) => void,
): boolean {
  const [ready, setReady] = useState<string | null>(null);
  const now = useRef(recall);
  now.current = recall;

  useEffect(() => {
    if (!table || workspace === null) return;
    let isCurrent = true;
    void table
      .read(workspace)
      .catch(() => null)
      .then((kept) => {
        if (!isCurrent) return;
        if (kept) now.current(kept.content);
        setReady(workspace);
      });
    return () => {
      isCurrent = false;
    };
  }, [table, workspace]);

  return ready !== null && ready === workspace;
}
