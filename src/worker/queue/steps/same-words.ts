/**
 * Is one of the rows that hold the words the one that was sent? The server's time is held against the server's:
 * our clock may be hours off, or set between the request and the look-up.
 */
import { isSameContent, plainText } from "../../../stardex/plain-text.ts";
import { readOwnRows, rememberOwnRow } from "./own-rows.ts";

/** Ms by which the clocks of one server's machines may differ. */
const SKEW = 10_000;
/** Ms: where the server tells no clock, ours is believed within it. */
const OWN_SKEW = 5 * 60_000;
/** Ms: no clock is set wrong by more, and no time without a zone is another by more. */
const DAY = 24 * 3_600_000;
/** Ms: a `Date` is cut to the second. */
const SECOND = 1_000;

/** A note, a task, an activity. */
export interface Row {
  id: string | null;
  text: string;
  createdAt: string | null;
}

/** A save, and how its present step was sent: our clock, and the server's then, epoch ms. */
export interface Sent {
  id: string;
  sentAt: number;
  serverSentAt: number | null;
}

/** Both clocks at the look-up, epoch ms. */
export interface Clocks {
  now: number;
  serverAt: number | null;
}

/** `unclear`: only the user can tell. */
export type Verdict = "there" | "missing" | "unclear";

export async function findSent(
  text: string,
  rows: Row[],
  { personId, save, clocks }: { personId: string; save: Sent; clocks: Clocks },
): Promise<Verdict> {
  const own = await readOwnRows();
  const place = { saveId: save.id, personId };
  const hasTwin = own.hasTwin(place, text);
  const judged = rows
    .filter((row) => isSameContent(row.text, text) || isBeginning(row.text, text))
    .map((row) => {
      const owner = own.saveOf(row.id);
      if (owner !== undefined) return { row, verdict: owner === save.id ? "there" : "missing" };
      return { row, verdict: judgeRow(row, save, clocks, hasTwin) };
    });
  const found = judged.find(({ verdict }) => verdict === "there");
  if (found) await rememberOwnRow(found.row.id, place, text);
  return found ? "there" : judged.some(({ verdict }) => verdict === "unclear") ? "unclear" : "missing";
}

/** Letters that no two texts begin with by chance. */
const TELLING = 20;

/** A timeline may show no more than the beginning of a long text. */
function isBeginning(shown: string, text: string): boolean {
  const [, beginning] = /^([\s\S]*?)\s*(?:…|\.\.\.)$/.exec(shown.trim()) ?? [];
  if (beginning === undefined || beginning.length < TELLING) return false;
  return isSameContent(beginning, plainText(text).slice(0, beginning.length));
}

/** `hasTwin`: one of our own rows has these words, and its id is not known. */
export function judgeRow(
  { createdAt }: Pick<Row, "createdAt">,
  sent: Omit<Sent, "id">,
  clocks: Clocks,
  hasTwin = false,
): Verdict {
  const created = readTime(createdAt);
  if (created === null) return "unclear";
  const { at, isZoned } = created;
  const from = sentFrom(sent, clocks);
  if (from === null) return at < sent.sentAt - DAY ? "missing" : "unclear";
  const slack = isZoned && sent.serverSentAt !== null ? SKEW : DAY;
  if (at < from - slack) return "missing";
  const isInFuture = clocks.serverAt !== null && at > clocks.serverAt + SECOND + SKEW;
  const mayBeTwin = hasTwin && at < from + SECOND;
  return at < from || isInFuture || mayBeTwin ? "unclear" : "there";
}

/** The server's time before which no row is ours; null where nothing tells. */
function sentFrom({ sentAt, serverSentAt }: Omit<Sent, "id">, { now, serverAt }: Clocks): number | null {
  if (serverSentAt !== null) return serverSentAt;
  return serverAt === null ? null : serverAt - Math.max(0, now - sentAt) - OWN_SKEW;
}

/** A time without a zone is taken as UTC, where it makes no difference of hours. */
function readTime(iso: string | null): { at: number; isZoned: boolean } | null {
  const bare = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(iso?.trim() ?? "");
  const at = Date.parse(bare ? `${bare[1]}T${bare[2]}Z` : (iso ?? ""));
  return Number.isNaN(at) ? null : { at, isZoned: bare === null };
}
