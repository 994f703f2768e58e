/** Which rows of a long table are drawn: those in view, and some on either side for the next scroll. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

const OVERSCAN = 8;
/** Where the box has no height yet. */
const FIRST_HEIGHT = 600;

export interface RowWindow {
  /** The first row drawn, and the one behind the last. */
  start: number;
  end: number;
  /** Of the box that scrolls. */
  box: { current: HTMLDivElement | null };
  onScroll: () => void;
  /** Scrolls as little as shows the row below the header. */
  show: (index: number) => void;
}

/** All rows are `rowHeight` px high; the header, `headHeight`, covers the top of the box. */
export function useWindow(count: number, rowHeight: number, headHeight: number): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: FIRST_HEIGHT });

  function measure() {
    const { scrollTop: top = 0, clientHeight = 0 } = box.current ?? {};
    const height = clientHeight || FIRST_HEIGHT;
    // By whole rows: a scroll within one draws nothing new.
    const rounded = Math.floor(top / rowHeight) * rowHeight;
    setView((now) => (now.top === rounded && now.height === height ? now : { top: rounded, height }));
  }

  useLayoutEffect(measure, [count]);

  function show(index: number) {
    if (!box.current) return;
    const { scrollTop, clientHeight } = box.current;
    const top = index * rowHeight;
    const bottom = top + rowHeight + headHeight;
    if (top < scrollTop) box.current.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) box.current.scrollTop = bottom - clientHeight;
    measure();
  }

  const first = Math.floor(view.top / rowHeight);
  const start = Math.max(0, Math.min(first, count) - OVERSCAN);
  const end = Math.min(count, first + Math.ceil(view.height / rowHeight) + OVERSCAN);
  return { start, end, box, onScroll: measure, show };
}
