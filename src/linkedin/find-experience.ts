/** Where Experience is on a profile, or where LinkedIn will put it once it is scrolled into view. */
import { visible } from "./blocks.ts";
import { matches, property, sectionOf, textContentOf } from "./dom.ts";
import { SELECTORS as CLASSIC } from "./layouts/classic.ts";
import { SELECTORS as GUEST } from "./layouts/guest.ts";
import { visibleInteropFrame } from "./layouts/interop.ts";
import { SELECTORS as SDUI } from "./layouts/sdui.ts";

/** The section, else the first place that still waits to be filled, else the end of what the page has loaded. Null where nothing scrolls. */
export function findExperience(document: Document): Element | null {
  const frame = visibleInteropFrame(document);
  const page = (frame && property(frame, "contentDocument")) ?? document;
  const [main] = visible(page, "main");
  if (!main) return null;
  const [section] = [SDUI.experience, SDUI.experienceAnchor, CLASSIC.experience, GUEST.experience].flatMap(
    (selector) => visible(main, selector),
  );
  if (section) return sectionOf(section) ?? section;
  const waiting = visible(main, SDUI.deferred).filter((place) => !/\p{L}/u.test(textContentOf(place)));
  const [only] = waiting.filter((place) => matches(place, EXPERIENCE_ONLY));
  return only ?? waiting[0] ?? visible(main, "section").at(-1) ?? null;
}

/** The one that is for Experience alone, where the build has it. */
const EXPERIENCE_ONLY = "[componentkey*=ExperienceOnly],[id*=ExperienceOnly]";
