/** Whether "More" is open: as the user left it, and always when it holds something that would be sent unseen. */
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as z from "zod/mini";
import { storageItem } from "../../storage/storage-item.ts";
import type { MoreFieldsProps } from "./MoreFields.tsx";

const leftOpen = storageItem("more", z.object({ version: z.literal(1), isOpen: z.boolean() }), null);

export type More = ReturnType<typeof useMore>;

/** `holds`: one of its fields has a value. `Fields` is null until its code is there. */
export function useMore(holds: boolean) {
  /** Null: not touched in this popup. */
  const [word, setWord] = useState<boolean | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const [loaded, setLoaded] = useState<{ Fields: FunctionComponent<MoreFieldsProps> } | null>(null);
  const isOpen = word ?? (holds || wasOpen);

  useEffect(() => {
    leftOpen.get().then(
      (left) => setWasOpen(left?.isOpen ?? false),
      // Only a convenience: the next click writes it anew.
      () => undefined,
    );
  }, []);

  useEffect(() => {
    const load = () =>
      void import("./MoreFields.tsx").then(({ MoreFields: Fields }) => setLoaded({ Fields }));
    if (isOpen) return load();
    const handle = requestIdleCallback(load);
    return () => cancelIdleCallback(handle);
  }, [isOpen]);

  function toggle() {
    setWord(!isOpen);
    leftOpen.set({ version: 1, isOpen: !isOpen }).catch(() => undefined);
  }

  return {
    isOpen,
    /** Opened in this popup, and not just found open. */
    isOpened: word === true,
    Fields: loaded?.Fields ?? null,
    toggle,
    open: () => setWord(true),
  };
}
