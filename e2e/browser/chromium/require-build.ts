import { existsSync } from "node:fs";

/** Browser tests run the production build, never the sources. */
export default function requireBuild(): void {
  if (!existsSync("dist/manifest.json")) throw new Error("No build to test: run `npm run build` first");
}
