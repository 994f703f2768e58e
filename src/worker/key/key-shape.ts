/** What cannot be a header would fail in fetch as if there were no network. */
export function isKeyLike(words: string): boolean {
  return /^[\x21-\x7e]+$/.test(words);
}
