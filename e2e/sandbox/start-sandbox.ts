import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { apiApp } from "./api/app.ts";
import type { ApiState } from "./api/state.ts";
import { type Behaviour, defaultBehaviour } from "./behaviour.ts";
import { makeCertificate } from "./certificate.ts";
import { Faults } from "./faults.ts";
import { LinkedinPages } from "./linkedin-pages.ts";
import { RateLimit } from "./rate-limit.ts";
import { RequestLog } from "./request-log.ts";
import { seededStore } from "./seed.ts";
import type { Store } from "./store.ts";

export const SANDBOX_KEY = "ats-sandbox-key";
/** Another firm's key: its workspace shares nothing with the first. */
export const SECOND_KEY = "ats-second-key";

export interface SandboxOptions {
  /** A free one when left out. */
  port?: number;
  rateLimit?: { limit?: number; windowMs?: number };
  behaviour?: Partial<Behaviour>;
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

/** Starts Stardex' API and LinkedIn's pages behind one TLS port, told apart by the Host header. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const store = seededStore("first");
  const secondStore = seededStore("second");
  const state: ApiState = {
    workspaces: { [SANDBOX_KEY]: store, [SECOND_KEY]: secondStore },
    log: new RequestLog(),
    faults: new Faults(),
    rateLimit: new RateLimit(options.rateLimit?.limit, options.rateLimit?.windowMs),
    behaviour: { ...defaultBehaviour, ...options.behaviour },
  };
  const pages = new LinkedinPages();
  const api = apiApp(state);
  const listener = getRequestListener(
    (request, env) => {
      const { hostname } = new URL(request.url);
      // Whoever poses as LinkedIn shows its pages.
      if (/(^|\.)linkedin\.com$|\.example$/.test(hostname)) return pages.respond(request.url);
      return api.fetch(request, env as HttpBindings);
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
