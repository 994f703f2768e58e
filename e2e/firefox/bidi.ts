/** WebDriver BiDi as far as the Firefox test needs it: https://w3c.github.io/webdriver-bidi/ */
import { once } from "node:events";
import { WebSocket } from "ws";

export type Bidi = Awaited<ReturnType<typeof connectBidi>>;

type Answer = { id?: number; result?: unknown; error?: string; message?: string };

interface Evaluated {
  type: "success" | "exception";
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** A session with the browser that listens on this WebSocket address. */
export async function connectBidi(address: string, capabilities: object) {
  const socket = new WebSocket(`${address}/session`);
  await once(socket, "open");
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.on("message", (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  async function command<T>(method: string, params: object = {}): Promise<T> {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error, message } = await answered;
    if (error) throw new Error(`${method}: ${error}: ${message}`);
    return result as T;
  }

  /** Runs a function in a context; what it gives comes back as JSON. Its arguments go as JSON too. */
  async function run<A extends unknown[], T>(
    context: string,
    work: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const expression = `(async () => JSON.stringify(await (${work})(...${JSON.stringify(args)})) ?? "null")()`;
    const answer = await command<Evaluated>("script.evaluate", {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: false,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(answer.result?.value ?? "null") as T;
  }

  await command("session.new", { capabilities: { alwaysMatch: capabilities } });
  return {
    command,
    run,
    async close(): Promise<void> {
      await command("browser.close");
      socket.close();
    },
  };
}
