import type { Sandbox } from "../sandbox/start-sandbox.ts";
import { expectButton } from "./button.ts";
import { expect } from "./expect.ts";
import { saying } from "./form.ts";
import { invented } from "./invented.ts";
import type { TestBrowser } from "./launch.ts";
import { words } from "./words.ts";
import { written } from "./written.ts";

/** One click on this invented page sends nothing: the popup says why, and the button that nothing was saved. */
export async function expectRefusal(
  app: TestBrowser,
  sandbox: Sandbox,
  name: string,
  reason: "refused_no_profile" | "refused_not_sure_who",
): Promise<void> {
  const page = await app.visit(invented(name).url);
  const popup = await app.clickToolbar(page);
  await expect(saying(popup, "refused_title")).toContainText(words(reason));
  await popup.close();
  await expectButton(app, page, "!", /^Nothing was saved\./);
  expect(written(sandbox.log)).toEqual([]);
}
