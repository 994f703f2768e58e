/** Names a key without giving it away: the first 16 hex digits of its salted SHA-256. */
export async function fingerprint(key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`stardex-capture/workspace/${key}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
