/** Room kept between the list and the window's edge, px. */
const MARGIN = 8;
const HIGHEST = 260;

/** On the side with more room, over everything: the fields around the box scroll and would cut it off. */
export function placeBeside(box: HTMLElement, list: HTMLElement): void {
  const { top, bottom, left, width } = box.getBoundingClientRect();
  const above = top - MARGIN;
  const below = window.innerHeight - bottom - MARGIN;
  const isAbove = above > below;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.top = isAbove ? "auto" : `${bottom + 4}px`;
  list.style.bottom = isAbove ? `${window.innerHeight - top + 4}px` : "auto";
  list.style.maxHeight = `${Math.min(HIGHEST, (isAbove ? above : below) - 4)}px`;
}
