import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The port in DevToolsActivePort, which Chromium writes into its profile once the port is open. */
export async function devToolsPort(profileDir: string): Promise<string> {
  const file = join(profileDir, "DevToolsActivePort");
  const read = async () => (await readFile(file, "utf8").catch(() => "")).split("\n")[0];
  const changes = watch(profileDir);
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("Chromium opened no debugging port")), 15_000);
      const look = async () => {
        const port = await read();
        if (!port) return;
        clearTimeout(timer);
        resolve(port);
      };
      changes.on("change", look);
      void look();
    });
  } finally {
    changes.close();
  }
}
