import type { CDPSession } from "playwright";

/**
 * A DevTools session with any target by its id. Playwright opens none for action popups and workers, and a
 * connection of its own to each popup would disturb what is being measured.
 */
export class Target {
  #next = 1;
  #waiting = new Map<number, (answer: Answer) => void>();
  #watchers = new Set<(method: string, params: unknown) => void>();

  private constructor(
    private readonly browser: CDPSession,
    private readonly sessionId: string,
  ) {
    browser.on("Target.receivedMessageFromTarget", this.#receive);
  }

  static async attach(browser: CDPSession, targetId: string): Promise<Target> {
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: false });
    return new Target(browser, sessionId);
  }

  /** Rejects with DevTools' words when the target refuses, and when it goes away unanswered: never. */
  async send<T>(method: string, params: object = {}): Promise<T> {
    const id = this.#next++;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.browser.send("Target.sendMessageToTarget", { sessionId: this.sessionId, message });
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  /** The parameters of the next event of this name that fit. */
  event<T>(name: string, fits: (params: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => {
      const watcher = (method: string, params: unknown) => {
        if (method !== name || !fits(params as T)) return;
        this.#watchers.delete(watcher);
        resolve(params as T);
      };
      this.#watchers.add(watcher);
    });
  }

  /** The value of an expression, awaited when it is a promise. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send<Evaluated<T>>("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  async detach(): Promise<void> {
    this.browser.off("Target.receivedMessageFromTarget", this.#receive);
    await this.browser.send("Target.detachFromTarget", { sessionId: this.sessionId });
  }

  #receive = ({ sessionId, message }: { sessionId: string; message: string }) => {
    if (sessionId !== this.sessionId) return;
    const { id, method, params, ...answer } = JSON.parse(message) as Received;
    if (method !== undefined) for (const watcher of [...this.#watchers]) watcher(method, params);
    if (id === undefined) return;
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  };
}

interface Answer {
  result?: unknown;
  error?: { message: string };
}

interface Received extends Answer {
  id?: number;
  method?: string;
  params?: unknown;
}

interface Evaluated<T> {
  result: { value: T };
  exceptionDetails?: { text: string };
}
