/** Every request that reached the API, in order of arrival. Entries are completed when they are answered. */

export interface LoggedRequest {
  method: string;
  /** Path with the query. */
  path: string;
  /** Lower-case names. Of Authorization only the last four characters are kept. */
  headers: Record<string, string>;
  /** The parsed JSON, or the raw text when it is none; undefined without a body. */
  body: unknown;
  /** Epoch ms of the arrival. */
  at: number;
  /** Null while unanswered, and for good when the connection was dropped. */
  status: number | null;
  /** What the API itself answered, before a fault spoiled it. */
  answer: unknown;
  /** The kind of the fault played on it, if any. */
  fault: string | null;
  /** Answered, or dropped. */
  finished: boolean;
}

type Predicate = (request: LoggedRequest) => boolean;

interface Waiter {
  wanted: Predicate;
  found: (request: LoggedRequest) => void;
}

export class RequestLog {
  entries: LoggedRequest[] = [];
  #waiters = new Set<Waiter>();
  #followers = new Set<(request: LoggedRequest) => void>();

  add(request: LoggedRequest): void {
    this.entries.push(request);
    this.#tell(request);
  }

  finish(request: LoggedRequest, status: number | null): void {
    request.status = status;
    request.finished = true;
    this.#tell(request);
    for (const follower of this.#followers) follower(request);
  }

  /** Calls for every request from now on, once it is answered or dropped. */
  follow(follower: (request: LoggedRequest) => void): void {
    this.#followers.add(follower);
  }

  /** Forgets what has arrived so far. */
  clear(): void {
    this.entries = [];
  }

  /** The requests of one route so far, e.g. `of("POST", "/v1/persons")`; the query is not compared. */
  of(method: string, path: string): LoggedRequest[] {
    return this.entries.filter((entry) => isTo(entry, method, path));
  }

  /** The first request, already here or yet to come, that the predicate accepts; answered or not. */
  waitForRequest(wanted: Predicate, timeout = 10_000): Promise<LoggedRequest> {
    const here = this.entries.find(wanted);
    if (here) return Promise.resolve(here);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`No such request within ${timeout} ms. Arrived: ${this.#summary()}`));
      }, timeout);
      const waiter: Waiter = {
        wanted,
        found: (request) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(request);
        },
      };
      this.#waiters.add(waiter);
    });
  }

  /** The same for a request that is answered or dropped. */
  waitForAnswer(wanted: Predicate, timeout = 10_000): Promise<LoggedRequest> {
    return this.waitForRequest((request) => request.finished && wanted(request), timeout);
  }

  #tell(request: LoggedRequest): void {
    for (const waiter of [...this.#waiters]) if (waiter.wanted(request)) waiter.found(request);
  }

  #summary(): string {
    return (
      this.entries.map(({ method, path, status }) => `${method} ${path} ${status}`).join(", ") || "nothing"
    );
  }
}

/** Whether a request is one to this route; the query is not compared. */
export function isTo(request: LoggedRequest, method: string, path: string): boolean {
  return request.method === method && request.path.split("?")[0] === path;
}
