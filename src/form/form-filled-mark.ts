import { useLayoutEffect } from "preact/hooks";

/** Marks the moment the filled form stands on the screen; `npm run bench` measures from the click to it. */
export function useFormFilledMark(): void {
  useLayoutEffect(() => {
    // A frame's callbacks run before it is drawn, so the next frame's are the first to run after it.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("stardex:form-filled")));
  }, []);
}
