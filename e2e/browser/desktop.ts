/**
 * A real screen, mouse and keyboard: Xvfb and xdotool, for what no protocol reaches (shortcuts, context
 * menus, permission dialogs). A screen of its own each time: tests beside it have other windows in front.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import { missingDesktopPrograms } from "../run/optional-programs.mjs";

/** The header of an XWD file: where each 32-bit number stands, in bytes. */
const XWD_HEADER_SIZE = 0;
const XWD_BYTES_PER_LINE = 48;
const XWD_COLORS = 76;
const XWD_COLOR_SIZE = 12;

/** What is missing for it, or null. */
export function missingForDesktop(): string | null {
  if (process.platform !== "linux") return "a real keyboard needs Xvfb and xdotool, which are Linux programs";
  const missing = missingDesktopPrograms();
  return missing.length > 0 ? `not installed: ${missing.join(", ")}` : null;
}

export type Desktop = Awaited<ReturnType<typeof startDesktop>>;

/** Browsers launched until `stop` show on it. */
export async function startDesktop() {
  const pictures = mkdtempSync(join(tmpdir(), "stardex-screen-"));
  const settings = ["-displayfd", "1", "-screen", "0", "1280x900x24", "-fbdir", pictures];
  const screen: ChildProcess = spawn("Xvfb", settings, { stdio: ["ignore", "pipe", "ignore"] });
  if (!screen.stdout) throw new Error("Xvfb has no output");
  const [number] = (await once(screen.stdout, "data")) as [Buffer];
  const before = process.env.DISPLAY;
  process.env.DISPLAY = `:${number.toString().trim()}`;
  const env = { ...process.env };
  const xdotool = (...args: string[]) => execFileSync("xdotool", args, { env, encoding: "utf8" });

  /** Menus and dialogs are windows of their own. */
  function windows(): number {
    const { stdout } = spawnSync("xdotool", ["search", "--onlyvisible", "--name", ".*"], {
      env,
      encoding: "utf8",
    });
    return stdout.split("\n").filter(Boolean).length;
  }

  /** Runs `open` and waits until a menu or dialog is there. */
  async function opening(open: () => Promise<void> | void): Promise<void> {
    const count = windows();
    await open();
    const deadline = Date.now() + 10_000;
    while (windows() <= count) {
      if (Date.now() > deadline) throw new Error("No menu or dialog opened");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  function rightClickAt(x: number, y: number): Promise<void> {
    return opening(() => void xdotool("mousemove", String(x), String(y), "click", "3"));
  }

  const keys = (...names: string[]) => void xdotool("key", "--delay", "60", ...names);

  return {
    opening,

    /** Pressed one after the other, e.g. `keys("Tab", "Return")`. */
    keys,

    /**
     * Waits until a dialog of the browser has taken the keyboard from the page. It is no window, so the only
     * sign is that the page gets no more keys.
     */
    async dialogOver(page: Page): Promise<void> {
      await page.evaluate(() => {
        document.body.dataset.keys = "0";
        const count = (event: Event) => {
          event.preventDefault();
          document.body.dataset.keys = String(Number(document.body.dataset.keys) + 1);
        };
        addEventListener("keydown", count, true);
      });
      const seen = () => page.evaluate(() => Number(document.body.dataset.keys));
      const deadline = Date.now() + 15_000;
      for (let before = -1, now = 0; now > before; ) {
        if (Date.now() > deadline) throw new Error("No dialog opened");
        before = now;
        keys("Shift_L");
        const patience = Date.now() + 1000;
        while (now === before && Date.now() < patience) now = await seen();
      }
    },

    /** Opens the context menu over the element. */
    async rightClick(page: Page, element: Locator): Promise<void> {
      await page.bringToFront();
      await element.scrollIntoViewIfNeeded();
      const box = await element.boundingBox();
      if (!box) throw new Error("The element is not in view");
      const { x, y } = await page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
      await rightClickAt(Math.round(x + box.x + box.width / 2), Math.round(y + box.y + box.height / 2));
    },

    /** Opens the context menu of the one pinned toolbar button. */
    async rightClickButton(page: Page): Promise<void> {
      const { x, y } = await buttonPlace(page);
      await rightClickAt(x, y);
    },

    /** The color of the pinned button's icon, beside its star, as #rrggbb. */
    async buttonColor(page: Page): Promise<string> {
      const { x, y } = await buttonPlace(page);
      return colorIn(readFileSync(join(pictures, "Xvfb_screen0")), x - 4, y - 4);
    },

    async stop(): Promise<void> {
      if (before === undefined) delete process.env.DISPLAY;
      else process.env.DISPLAY = before;
      screen.kill();
      await once(screen, "exit");
      rmSync(pictures, { recursive: true });
    },
  };
}

/** The middle of the one pinned toolbar button; measured in Chromium's own window. */
async function buttonPlace(page: Page): Promise<{ x: number; y: number }> {
  await page.bringToFront();
  const { right, top } = await page.evaluate(() => ({ right: screenX + outerWidth, top: screenY }));
  return { x: right - 149, y: top + 63 };
}

/** The color of one point of the screen, as #rrggbb, in the picture Xvfb keeps of it (XWD, 24 bits deep). */
function colorIn(xwd: Buffer, x: number, y: number): string {
  const pixels = xwd.readUInt32BE(XWD_HEADER_SIZE) + xwd.readUInt32BE(XWD_COLORS) * XWD_COLOR_SIZE;
  const point = pixels + y * xwd.readUInt32BE(XWD_BYTES_PER_LINE) + x * 4;
  return `#${xwd.readUIntLE(point, 3).toString(16).padStart(6, "0")}`;
}
