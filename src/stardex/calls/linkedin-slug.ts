/** Whether a record's public id is the one a LinkedIn address ends with: encoded or not, in any case. */
export function isPublicIdOf(publicId: string, linkedinUrl: string): boolean {
  const [slug = ""] = linkedinUrl.split(/[?#]/, 1);
  return plainSlug(publicId) === plainSlug(slug.replace(/\/+$/, "").replace(/^.*\//, ""));
}

function plainSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize("NFC").toLowerCase();
  } catch {
    return slug.toLowerCase();
  }
}
