/** The client as it is, on the sandbox's API in the same process. */
import { createSandbox, SANDBOX_KEY } from "../../e2e/sandbox/in-process.ts";
import type { StateOptions } from "../../e2e/sandbox/new-state.ts";
import { createStardexClient } from "../stardex/client.ts";

/** `paths()`: what was called so far, without the version. */
export function sandboxClient(options: StateOptions = {}) {
  const sandbox = createSandbox(options);
  const client = createStardexClient({ fetch: sandbox.fetch, key: SANDBOX_KEY, now: Date.now });
  const paths = () => sandbox.log.entries.map(({ method, path }) => `${method} ${path.replace("/v1/", "")}`);
  return { sandbox, store: sandbox.store, client, paths };
}
