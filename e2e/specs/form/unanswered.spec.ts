/** A step whose answer was lost and that no call can look up: the user says whether it arrived. */
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

async function saveWithLostTask(app: TestBrowser, sandbox: Sandbox) {
  sandbox.faults.add({ path: "/v1/tasks", fault: { kind: "drop_after_storing" } });
  const popup = await app.clickToolbar(await app.visit(invented("sdui-with-experience").url));
  const form = formOf(popup);
  await form.more.click();
  await form.field("field_task").fill("Call in spring");
  await popup.keyboard.press("Enter");
  await expect(saying(popup, "in_doubt_title")).toContainText(words("step_task"));
  return popup;
}

test("“It is there” goes on without sending it again", async ({ connectedApp, sandbox }) => {
  const popup = await saveWithLostTask(connectedApp, sandbox);
  await popup.getByRole("button", { name: words("unanswered_there") }).click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(sandbox.store.tasks).toHaveLength(1);
  expect(sandbox.log.of("POST", "/v1/tasks")).toHaveLength(1);
});

test("“Send again” sends that step once more, and the person not", async ({ connectedApp, sandbox }) => {
  const popup = await saveWithLostTask(connectedApp, sandbox);
  await popup.getByRole("button", { name: words("unanswered_again") }).click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(sandbox.log.of("POST", "/v1/tasks")).toHaveLength(2);
  expect(sandbox.log.of("POST", "/v1/persons")).toHaveLength(1);
});
