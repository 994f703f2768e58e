/**
 * The public id a LinkedIn URL names, or null. Written on its own, not imported from `src/linkedin`: a
 * mistake there has to show up as a second person here.
 */
export function publicIdOf(linkedinUrl: string): string | null {
  const slug = /^https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com\/(?:mwlite\/profile\/)?in\/([^/?#]+)/i.exec(
    linkedinUrl.trim(),
  )?.[1];
  if (!slug) return null;
  const decoded = decode(slug).normalize("NFC");
  return isMemberId(decoded) ? decoded : decoded.toLowerCase();
}

/** A member id is case-sensitive, a slug is not. */
function isMemberId(slug: string): boolean {
  return /^AC[ow]A[A-Za-z0-9_-]{30,}$/.test(slug);
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
