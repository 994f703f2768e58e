/** The paste, kept until its rows are sent or thrown away: a tab that is closed by mistake loses nothing. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type KeptPaste, type KeptRows, keptPaste, keptPasteRows } from "../../people/kept/kept-tables.ts";

/** Where the paste comes from: this page, or an earlier one (epoch ms of its last change). */
type Origin = { keptAt: number | null };

export interface Restored {
  paste: KeptPaste;
  rows: KeptRows | null;
}

interface Parts {
  workspace: string | null;
  paste: KeptPaste;
  /** Shows what was kept; null: another key, under which there is nothing. */
  onRestore: (restored: Restored | null) => void;
}

export const noPaste: KeptPaste = { text: "", isRead: false, chosen: {}, sent: [] };

export function useKeptPaste({ workspace, paste, onRestore }: Parts) {
  /** Under which key what was kept is shown by now: nothing is written before. */
  const [ready, setReady] = useState<string | null>(null);
  const [origin, setOrigin] = useState<Origin>({ keptAt: null });
  const [isLost, setLost] = useState(false);
  const [keysBefore, setKeysBefore] = useState(0);
  const now = useRef({ paste, ready });
  now.current.paste = paste;

  useEffect(() => {
    if (workspace === null || workspace === now.current.ready) return;
    let isCurrent = true;
    const isOther = now.current.ready !== null;
    void readKept(workspace).then((kept) => {
      if (!isCurrent) return;
      // What was pasted before there was a key is the user's last word; under another key it is not shown.
      const isFree = isOther || now.current.paste.text === "";
      if (isFree && (kept || isOther)) {
        onRestore(kept);
        setOrigin({ keptAt: kept?.keptAt ?? null });
      }
      if (isOther) setKeysBefore((count) => count + 1);
      now.current.ready = workspace;
      setReady(workspace);
    });
    return () => {
      isCurrent = false;
    };
  }, [workspace]);

  const isReady = ready !== null && ready === workspace;
  useLayoutEffect(() => {
    if (!isReady || workspace === null) return;
    const done = paste.text === "" ? keptPaste.forget(workspace) : keptPaste.write(workspace, paste);
    done.then(
      () => setLost(false),
      () => setLost(true),
    );
  }, [isReady, paste]);

  return {
    /** Null as long as nothing may be written. */
    writable: isReady ? workspace : null,
    /** Counts the keys that were there before the present one. */
    keysBefore,
    keptAt: origin.keptAt,
    isLost,
    /** The user has begun with another. */
    startAnew: () => setOrigin({ keptAt: null }),
  };
}

/** Null when there is nothing, or nothing that can be read. */
async function readKept(workspace: string): Promise<(Restored & { keptAt: number }) | null> {
  try {
    const [paste, rows] = await Promise.all([keptPaste.read(workspace), keptPasteRows.read(workspace)]);
    if (!paste) return null;
    return { paste: paste.content, rows: rows?.content ?? null, keptAt: paste.editedAt };
  } catch {
    return null;
  }
}
