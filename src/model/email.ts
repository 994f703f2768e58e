/** The one rule for what an e-mail address is: for what a page shows, what is typed, and what is sent. */

/**
 * What providers really give out, beyond the plain ones: "o&leary@x.example", dots at the end or in a row (docomo.ne.jp), letters of any
 * script, domains with umlauts. The whole of RFC 5322 (quotes, comments, address literals) is nobody's address.
 */
const LOCAL =
  /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

export function isEmail(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf("@");
  const [local, labels] = [text.slice(0, at), text.slice(at + 1).split(".")];
  const top = labels.at(-1) ?? "";
  const hasDomain = labels.length > 1 && labels.every((label) => label.length <= 63 && LABEL.test(label));
  return at > 0 && local.length <= 64 && LOCAL.test(local) && hasDomain && /^(?:xn--.+|\D{2,})$/u.test(top);
}
