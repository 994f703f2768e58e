/** The demo of `npm start`: in a window to try by hand, or by itself with `--headless`. */
import { mkdir } from "node:fs/promises";
import { formOf } from "../browser/form.ts";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { words } from "../browser/words.ts";
import { inventedPages } from "../sandbox/linkedin-pages.ts";
import { isTo } from "../sandbox/request-log.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";

const SCREENSHOTS = "test-results/start";
const PROFILE = "sdui-with-experience";

async function main(): Promise<void> {
  const headless = process.argv.includes("--headless");
  const profile = inventedPages().find(({ name }) => name === PROFILE);
  if (!profile) throw new Error(`e2e/linkedin-pages has no ${PROFILE}`);
  const sandbox = await startSandbox();
  const app = await launch({ sandbox, headless });
  try {
    await app.connect();
    if (headless) await saveByItself(app, sandbox, profile.url);
    else await letThePersonTry(app, sandbox, profile.url);
  } finally {
    await app.close();
    await sandbox.close();
  }
}

async function letThePersonTry(app: TestBrowser, sandbox: Sandbox, url: string): Promise<void> {
  // Listened for first: the window may be closed at once.
  const closed = new Promise((resolve) => app.context.once("close", resolve));
  const page = await app.visit(url);
  await page.bringToFront();
  console.log(`
1. Press the Stardex button in the toolbar (behind the puzzle icon until it is pinned).
2. Correct what you like, then press Enter: what arrives in the sandbox is printed here.
3. Take another page of e2e/linkedin-pages by its address, or the settings. Close the window to end.
`);
  tellSaves(sandbox);
  await closed;
}

function tellSaves(sandbox: Sandbox): void {
  sandbox.log.follow((entry) => {
    // Look-ups are many, and change nothing.
    if (entry.method === "GET" || entry.path.endsWith("/search")) return;
    console.log(`${entry.method} ${entry.path} -> ${entry.status}`, JSON.stringify(entry.body, null, 2));
  });
}

async function saveByItself(app: TestBrowser, sandbox: Sandbox, url: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const shot = (name: string) => `${SCREENSHOTS}/${name}.png`;
  const page = await app.visit(url);
  await page.screenshot({ path: shot("profile") });
  const popup = await app.clickToolbar(page);
  const form = formOf(popup);
  await form.name.waitFor();
  await popup.screenshot({ path: shot("form") });
  await form.save.click();
  const request = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", "/v1/persons"));
  await popup.getByText(words("saved_title"), { exact: true }).waitFor();
  await popup.screenshot({ path: shot("saved") });

  console.log(`\nPOST /v1/persons\n${JSON.stringify(request.body, null, 2)}`);
  console.log(`\nAnswer ${request.status}\n${JSON.stringify(request.answer, null, 2)}`);
  console.log(`\nScreenshots: ${["profile", "form", "saved"].map(shot).join(", ")}`);
  const person = sandbox.store.personByUrl(url);
  if (!person) throw new Error("The person is not in the sandbox");
  console.log(`\n${person.name} is in the sandbox.`);
}

await main();
