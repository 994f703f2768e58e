/**
 * What is pasted into a box of one line: the browser drops its line breaks and so glues the words ("Jane\nDoe" as
 * "JaneDoe"), and keeps the tabs between a spreadsheet's cells. Both become one space; in a box of several values, which
 * `data-several` marks, the comma between two of them.
 */
import { useEffect } from "preact/hooks";

const ONE_LINE = "input:is([type=text], [type=search], [type=password], :not([type]))";

/** For every box of the page. A box that takes a paste over itself comes first. */
export function useOneLinePaste(): void {
  useEffect(() => {
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

function onPaste(event: ClipboardEvent): void {
  const box = event.target;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (event.defaultPrevented || !(box instanceof HTMLInputElement) || !box.matches(ONE_LINE)) return;
  if (box.readOnly || box.disabled || !/[\r\n\t]/.test(text)) return;
  event.preventDefault();
  insert(box, inOneLine(text, box));
}

function inOneLine(text: string, { value, selectionStart, selectionEnd, dataset }: HTMLInputElement): string {
  const before = value.slice(0, selectionStart ?? 0);
  const after = value.slice(selectionEnd ?? value.length);
  const separator = dataset.several === undefined ? " " : ", ";
  const parts = text.split(/[\r\n\t]/);
  const isBreak = (part: string | undefined) => part?.trim() === "";
  const line = parts
    .map((part, n) => (n === 0 ? part.trimEnd() : n === parts.length - 1 ? part.trimStart() : part.trim()))
    .filter(Boolean)
    .join(separator);
  // A break at an end stands between words too where there are some on that side.
  const start = isBreak(parts[0]) && /\S$/.test(before) ? separator : "";
  const end = isBreak(parts.at(-1)) && /^\S/.test(after) ? separator : "";
  return line === "" ? start || end : `${start}${line}${end}`;
}

function insert(box: HTMLInputElement, line: string): void {
  // The only way that the browser can undo, which is why it is still there.
  if (document.execCommand?.("insertText", false, line)) return;
  box.setRangeText(line, box.selectionStart ?? 0, box.selectionEnd ?? box.value.length, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste", data: line }));
}
