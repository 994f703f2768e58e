/** Where a person's record stands in the firm's Stardex: an address with `{id}` in it, told by the user. */

const PLACE = "{id}";

/** Whether the words are an https address that holds `{id}` behind its host: an id must not choose the host. */
export function isRecordLink(words: string): boolean {
  const one = parse(words.replaceAll(PLACE, "a"));
  const other = parse(words.replaceAll(PLACE, "b"));
  return (
    one?.protocol === "https:" &&
    one.username === "" &&
    one.origin === other?.origin &&
    one.href !== other.href
  );
}

/** The address of one record, or null when the user has not told where records are. */
export function recordUrl(recordLink: string, personId: string): string | null {
  if (!isRecordLink(recordLink)) return null;
  return new URL(recordLink.replaceAll(PLACE, encodeURIComponent(personId))).href;
}

/** Where the firm's Stardex is, or null when nobody has told: no address is invented. */
export function stardexOrigin(recordLink: string): string | null {
  return isRecordLink(recordLink) ? new URL(recordLink.replaceAll(PLACE, "a")).origin : null;
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
