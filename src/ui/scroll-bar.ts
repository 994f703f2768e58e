/** Tells the styles how wide a thin scroll bar is here: 0 where it lies over the page, as on most Macs. */
export function measureScrollBar(): void {
  const box = document.createElement("div");
  box.style.cssText =
    "position: absolute; width: 50px; height: 50px; overflow: scroll; scrollbar-width: thin;";
  document.body.append(box);
  document.documentElement.style.setProperty("--scroll-bar", `${box.offsetWidth - box.clientWidth}px`);
  box.remove();
}
