import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { apiApp } from "./api/app.ts";
import { socketConnection } from "./api/connection.ts";
import type { ApiState } from "./api/state.ts";
import { makeCertificate } from "./certificate.ts";
import { LinkedinPages } from "./linkedin-pages.ts";
import { newState, type StateOptions } from "./new-state.ts";
import type { Store } from "./store.ts";

export { SANDBOX_KEY, SECOND_KEY } from "./new-state.ts";

export interface SandboxOptions extends StateOptions {
  /** A free one when left out. */
  port?: number;
}

export interface Sandbox extends ApiState {
  port: number;
  /** The workspace of SANDBOX_KEY. */
  store: Store;
  /** The workspace of SECOND_KEY. */
  secondStore: Store;
  pages: LinkedinPages;
  close(): Promise<void>;
}

/** Starts Stardex's API and LinkedIn's pages behind one TLS port, told apart by the Host header. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { state, store, secondStore } = newState(options);
  const pages = new LinkedinPages();
  const api = apiApp(state);
  const listener = getRequestListener(
    (request, env) => {
      const { hostname } = new URL(request.url);
      // Whoever poses as LinkedIn shows its pages.
      if (/(^|\.)linkedin\.com$|\.example$/.test(hostname)) return pages.respond(request.url);
      // The clock is the API's own.
      (env as HttpBindings).outgoing.sendDate = false;
      return api.fetch(request, { connection: socketConnection(env as HttpBindings) });
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer(await makeCertificate(), listener);
  // A browser repeats by itself a request that breaks on a reused connection: each gets its own, so that
  // every request in the log was sent by the extension.
  server.maxRequestsPerSocket = 1;
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  return {
    ...state,
    port: (server.address() as AddressInfo).port,
    store,
    secondStore,
    pages,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
