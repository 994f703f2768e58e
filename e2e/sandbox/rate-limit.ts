import { Clock } from "./clock.ts";

/** The API's limit: so many requests a key in a sliding window, one counter a key. */
export class RateLimit {
  #used = new Map<string, number[]>();

  constructor(
    public limit = 60,
    public windowMs = 60_000,
    private readonly clock = new Clock(),
  ) {}

  /** Requests made by somebody else with the same key: the firm's other tools. */
  spend(key: string, requests: number): void {
    const times = this.#recent(key);
    for (let n = 0; n < requests; n++) times.push(this.clock.now());
  }

  /** Counts one request; a refused one is not counted. */
  take(key: string): {
    allowed: boolean;
    headers: Record<string, string>;
    resetAt: number;
    retryAfter: number;
  } {
    const times = this.#recent(key);
    const allowed = times.length < this.limit;
    if (allowed) times.push(this.clock.now());
    const freeAt = (times[0] ?? this.clock.now()) + this.windowMs;
    const resetAt = Math.ceil(freeAt / 1000);
    const retryAfter = Math.max(1, Math.ceil((freeAt - this.clock.now()) / 1000));
    return {
      allowed,
      resetAt,
      retryAfter,
      headers: {
        "x-ratelimit-limit": String(this.limit),
        "x-ratelimit-remaining": String(Math.max(0, this.limit - times.length)),
        "x-ratelimit-reset": String(resetAt),
        ...(!allowed && { "retry-after": String(retryAfter) }),
      },
    };
  }

  #recent(key: string): number[] {
    const since = this.clock.now() - this.windowMs;
    const times = (this.#used.get(key) ?? []).filter((time) => time > since);
    this.#used.set(key, times);
    return times;
  }
}
