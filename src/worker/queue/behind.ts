/** Ms after which a message that started the worker is there, and a request begun just now is out. */
const BEHIND = 50;

/** Does what nobody waits for after what somebody may wait for: a press of Save does not queue behind it. */
export function behind(work: () => void): void {
  setTimeout(work, BEHIND);
}
