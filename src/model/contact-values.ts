/** E-mail addresses in any case; numbers whatever stands between their digits. */
export function isSameContact(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text.includes("@") ? text.trim().toLowerCase() : text.replace(/[^\d+]/g, "") || text.trim();
}
