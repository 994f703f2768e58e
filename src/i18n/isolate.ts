const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A name to stand in one of our sentences: one from right to left keeps to itself, so that the sentence still runs as its
 * language does. For the screen alone: the marks around it belong in nothing that is sent.
 */
export function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
