/** F6 goes from one part of a page to the next, as in the browser around it: `data-region` marks the parts. */
import { useEffect } from "preact/hooks";

const FOCUSABLE = "input, textarea, select, button, a[href], summary";

export function useRegionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      focusNextRegion(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(firstIn);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 && step === -1 ? 0 : current;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next) firstIn(next)?.focus();
}

/** What takes the focus in a region: its main control where one is marked, else the first. */
function firstIn(region: HTMLElement): HTMLElement | undefined {
  const controls = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const inSight = controls.filter(
    (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.closest("[hidden]") === null,
  );
  return inSight.find((one) => one.matches("[data-region-start]")) ?? inSight[0];
}
