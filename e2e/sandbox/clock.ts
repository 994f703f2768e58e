/** The server's own clock: in every answer's `Date`, and in whatever the server dates. */
export class Clock {
  /** Ms by which it is ahead of the machine's; the client's may be another one. */
  ahead = 0;

  /** Epoch ms. */
  now(): number {
    return Date.now() + this.ahead;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }
}
