/** What a layout found, before anything is decided. */
import type { ExperienceReading } from "../experience.ts";
import type { Layout, Source } from "../reading.ts";

export interface Sighting {
  layout: Layout;
  /** The top card, in which the person's slug has to be found. */
  root: Element;
  /** The page's current title without site and counter. */
  title: string | null;
  name: { text: string; source: Source; sure: boolean } | null;
  headline: string | null;
  companyName: string | null;
  location: string | null;
  experience: ExperienceReading;
  /** Public ids the top card's own links name, in page order. */
  linkedIds: string[];
  /** Public ids that other marks of the page name: keys beside the top card, canonical link. Asked only where links do not settle it. */
  markedIds(): string[];
  /** The member id the top card's keys name. */
  memberId: string | null;
}
