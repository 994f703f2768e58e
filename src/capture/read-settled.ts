/** When a reading of a page that is still changing is good enough to be given. */
import type { PageEvidence } from "../linkedin/evidence.ts";

const LONGEST_WAIT_MS = 3000;
/** A profile that is there already is given soon, whatever the rest of the page does: the form reads it again by itself. */
const LONGEST_STREAM_MS = 1000;
/** A look costs some milliseconds. */
const LOOK_EVERY_MS = 150;
/** In Recruiter and Sales Navigator the address changes before the content: both have to stand still as long. */
const STILL_MS = 1000;

/** The document, as far as it matters here. */
type Page = Pick<Document, "URL" | "readyState">;

/** A page that is on its way: after in-app navigation the old person's card stays for a moment. */
const UNSETTLED = ["still_loading", "other_person_on_page", "member_id_only", "unrecognized_layout"];

/**
 * Looks until the page has settled or the time is over. By the clock: what changes can be in a frame, where no observer sees it.
 */
export async function readSettled(read: () => PageEvidence, page: Page): Promise<PageEvidence> {
  const start = performance.now();
  let since = start;
  let last: string | undefined;
  for (;;) {
    const reading = read();
    const now = performance.now();
    const identity = identityOf(reading, page.URL);
    if (identity !== last) since = now;
    last = identity;
    const isOver = now - start >= LONGEST_WAIT_MS;
    if (isOver && isUnproven(reading) && now - since < STILL_MS) return stillLoading();
    if (isOver || isSettled(reading, now - start, now - since, page.readyState === "loading")) return reading;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function isSettled(reading: PageEvidence, waited: number, still: number, isStreaming: boolean): boolean {
  if (UNSETTLED.includes(reading.result)) return false;
  if (reading.result !== "evidence") return true;
  if (isUnproven(reading)) return still >= STILL_MS;
  const isWhole = reading.experience.state === "read" && reading.location !== null;
  return !isStreaming || isWhole || waited >= LONGEST_STREAM_MS;
}

function isUnproven(reading: PageEvidence): boolean {
  return (
    reading.result === "evidence" && (reading.layout === "recruiter" || reading.layout === "sales_navigator")
  );
}

function identityOf(reading: PageEvidence, url: string): string {
  return reading.result === "evidence" ? [url, reading.publicId, reading.name].join("\n") : reading.result;
}

/**
 * One look after another: of Recruiter and Sales Navigator only what the look before has shown too, as their address changes before their
 * content.
 */
export function createRereader(read: () => PageEvidence, page: Page): () => PageEvidence {
  let last: string | undefined;
  return () => {
    const reading = read();
    const identity = identityOf(reading, page.URL);
    const isSame = identity === last;
    last = identity;
    return isUnproven(reading) && !isSame ? stillLoading() : reading;
  };
}

function stillLoading(): PageEvidence {
  return { result: "still_loading", linkedinUrl: null, report: { reason: "still_loading" } };
}
