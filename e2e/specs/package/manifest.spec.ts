import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../../browser/test.ts";

const manifest = JSON.parse(readFileSync("dist/manifest.json", "utf8"));
const ALLOWED = [
  "activeTab",
  "scripting",
  "storage",
  "unlimitedStorage",
  "alarms",
  "contextMenus",
  "sidePanel",
];

test("the built manifest lets no page see the extension and asks for no standing access", () => {
  expect(manifest.manifest_version).toBe(3);
  expect(manifest).not.toHaveProperty("web_accessible_resources");
  expect(manifest).not.toHaveProperty("content_scripts");
  expect(manifest).not.toHaveProperty("externally_connectable");
  expect(manifest.permissions.filter((one: string) => !ALLOWED.includes(one))).toEqual([]);
  expect(manifest.host_permissions).toEqual(["https://api.stardex.ai/*"]);
  expect(manifest.optional_host_permissions ?? []).not.toContain("<all_urls>");
});

test("every file the manifest names is in the build", () => {
  const named = [
    manifest.background.service_worker,
    manifest.action.default_popup,
    manifest.options_ui.page,
    manifest.side_panel.default_path,
    ...Object.values<string>(manifest.icons),
  ];
  expect(named.filter((file) => !existsSync(join("dist", file)))).toEqual([]);
});

test("the built service worker loads and answers", async ({ browserApp }) => {
  const worker = await browserApp.worker();
  expect(worker.url()).toContain(browserApp.extensionId());
  const page = await browserApp.openOptions();
  const reply = await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: "connection.get", request: {} }),
  );
  expect(reply).toEqual({ answer: { state: "not_connected" } });
});

test("the worker answers again after it was killed", async ({ connectedApp }) => {
  await connectedApp.killWorker();
  const page = await connectedApp.openOptions();
  const reply = await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: "connection.get", request: {} }),
  );
  expect(reply).toMatchObject({ answer: { state: "connected", keyEnd: "-key" } });
});

test("the browser sets every shortcut that the manifest suggests", async ({ browserApp }) => {
  const page = await browserApp.openOptions();
  const set = await page.evaluate(() => chrome.commands.getAll());
  const keysOf = (name: string) => set.find((one) => one.name === name)?.shortcut;
  for (const [name, { suggested_key }] of Object.entries<{ suggested_key: { default: string } }>(
    manifest.commands,
  ))
    expect(keysOf(name), name).toBe(suggested_key.default);
});
