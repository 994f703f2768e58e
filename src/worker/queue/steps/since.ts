/** Ms by which a server's clock may be behind ours: an older note of the same words is another one. */
const CLOCK_TOLERANCE = 5 * 60_000;

/** Whether a row may be what was sent then. Without a readable date it may: better left out than added twice. */
export function isSince(createdAt: string | null, sentAt: number): boolean {
  const at = Date.parse(createdAt ?? "");
  return Number.isNaN(at) || at >= sentAt - CLOCK_TOLERANCE;
}
