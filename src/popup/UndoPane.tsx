import { useLayoutEffect, useRef } from "preact/hooks";
import { isolate } from "../i18n/isolate.ts";
import { t } from "../i18n/words.ts";
import type { SaveView } from "../storage/tab-state.ts";
import { StatusScreen } from "../ui/StatusScreen.tsx";
import { sendNow, undo, useHold } from "./last-trigger.ts";

interface Props {
  view: SaveView;
  /** `undone` is false when the save went its way. */
  onSettled: (undone: boolean) => void;
}

/** A save of one click in its grace: first of all it can be taken back. */
export function UndoPane({ view, onSettled }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const isUndoing = useRef(false);
  // The record's end tells of an undo too, and before its answer.
  useHold(view.saveId, () => {
    if (!isUndoing.current) onSettled(false);
  });
  useLayoutEffect(() => button.current?.focus(), []);

  async function onUndo() {
    isUndoing.current = true;
    onSettled(await undo(view.saveId));
  }

  async function onSendNow() {
    await sendNow(view.saveId);
    window.close();
  }

  return (
    <StatusScreen symbol="wait" title={t("undo_title", isolate(view.name))} body={t("undo_held")}>
      <button ref={button} type="button" class="button primary" onClick={() => void onUndo()}>
        {t("undo")}
      </button>
      <button type="button" class="button" onClick={() => void onSendNow()}>
        {t("undo_keep")}
      </button>
    </StatusScreen>
  );
}
