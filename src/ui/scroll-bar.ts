/** Tells the styles how much room a thin scroll bar takes here: 0 where it lies over the page, as on most Macs. */
export function measureScrollBar(): void {
  const box = document.createElement("div");
  box.style.cssText =
    "position: absolute; width: 50px; height: 50px; overflow: auto; scrollbar-gutter: stable; scrollbar-width: thin;";
  document.body.append(box);
  document.documentElement.style.setProperty("--scroll-bar", `${box.offsetWidth - box.clientWidth}px`);
  box.remove();
}
