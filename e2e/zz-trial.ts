import { launch } from "/work/main/e2e/browser/launch.ts";
import { startSandbox } from "/work/main/e2e/sandbox/start-sandbox.ts";

const sandbox = await startSandbox({ rateLimit: { limit: 600 } });
const app = await launch({ sandbox, extensionDir: "/tmp/wk-dist", profileDir: "/tmp/trial/profile2" });
await new Promise((r) => setTimeout(r, 1500));
console.log(
  "install opened",
  app.context.pages().map((p) => p.url().replace(/.*src/, "")),
);
const errors: string[] = [];
(await app.worker()).on("console", (m) => errors.push(m.text()));
await app.connect();
let page = await app.openOptions();
const send = (type: string, request: unknown) =>
  page.evaluate((m) => chrome.runtime.sendMessage(m), { type, request }) as Promise<any>;
const record = (id: string) =>
  page.evaluate(async (k) => (await chrome.storage.local.get(k))[k], `save:${id}`) as Promise<any>;
const until = async (id: string, states: string[], ms: number) => {
  const t = Date.now();
  let r: any;
  for (;;) {
    r = await record(id);
    if (states.includes(r?.state) || Date.now() - t > ms)
      return `${r?.state}${r?.problem ? `(${r.problem.kind})` : ""} ${Date.now() - t}ms`;
    await new Promise((r) => setTimeout(r, 50));
  }
};
let n = 0;
const make = () => {
  n++;
  return {
    name: `Trial ${n}`,
    linkedinUrl: `https://www.linkedin.com/in/trial-${n}`,
    currentJobTitle: "Partner",
    companyName: "Acme",
    location: "London",
  };
};
const posts = (name: string) =>
  sandbox.log.entries.filter((e: any) => e.path === "/v1/persons" && e.body?.name === name).length;
const people = (url: string) =>
  [...(sandbox.store as any).persons.values()].filter((p: any) =>
    JSON.stringify(p).includes(`${url.split("/in/")[1]}"`),
  ).length;
const cases: [string, any][] = [
  ["none", null],
  ["drop before", { kind: "drop_before_storing" }],
  ["drop after", { kind: "drop_after_storing" }],
  ["500", { kind: "status", status: 500, envelope: "B" }],
  ["500 stored", { kind: "status", status: 500, envelope: "A", stored: true }],
  ["HTML 502", { kind: "html", status: 502 }],
  ["HTML 200 stored", { kind: "html", status: 200, stored: true }],
  ["empty 200 stored", { kind: "empty", status: 200, stored: true }],
  ["truncated", { kind: "truncated" }],
  ["429+ra", { kind: "status", status: 429, envelope: "A", headers: { "retry-after": "2" } }],
  ["400", { kind: "status", status: 400, envelope: "B", message: "body/name is odd" }],
  ["403", { kind: "status", status: 403, envelope: "A" }],
  ["404", { kind: "status", status: 404, envelope: "B" }],
  ["silence", { kind: "never_answer" }],
  ["silence stored", { kind: "never_answer", stored: true }],
];
for (const [name, fault] of cases) {
  if (fault) sandbox.faults.add({ path: "/v1/persons", fault });
  const draft = make();
  const a = await send("save.accept", { draft });
  const first = await until(a.answer.id, ["saved", "needs_you", "in_doubt"], 25000);
  const last = first.startsWith("in_doubt") ? await until(a.answer.id, ["saved", "needs_you"], 60000) : "";
  console.log(
    name.padEnd(16),
    first,
    "->",
    last,
    `posts ${posts(draft.name)} people ${people(draft.linkedinUrl)}`,
  );
}
// 401
sandbox.faults.add({ path: "/v1/persons", fault: { kind: "status", status: 401, envelope: "A" } });
const d = make();
const a = await send("save.accept", { draft: d });
await new Promise((r) => setTimeout(r, 500));
console.log(
  "401",
  (await record(a.answer.id)).state,
  (await send("connection.get", {})).answer,
  await page.evaluate(() => chrome.action.getBadgeText({})),
  await page.evaluate(() => chrome.alarms.getAll()),
);
await app.connect();
console.log("reconnected", await until(a.answer.id, ["saved"], 10000));
await app.connect("ats-second-key");
console.log("second key", (await send("workspace.others", {})).answer);
await app.connect();
// worker killed in mid-send
sandbox.faults.add({ path: "/v1/persons", fault: { kind: "never_answer", stored: true } });
const k = make();
const ka = await send("save.accept", { draft: k });
await until(ka.answer.id, ["sending"], 2000);
await new Promise((r) => setTimeout(r, 300));
await app.killWorker();
console.log("killed:", await until(ka.answer.id, ["saved"], 75000), posts(k.name));
// extension reload
sandbox.faults.add({ path: "/v1/persons", fault: { kind: "never_answer" } });
const l = make();
const la = await send("save.accept", { draft: l });
await until(la.answer.id, ["sending"], 2000);
await page.evaluate(() => chrome.runtime.reload()).catch(() => {});
await new Promise((r) => setTimeout(r, 2500));
page = await app.openOptions();
console.log("reloaded:", await until(la.answer.id, ["saved"], 60000), posts(l.name));
console.log("worker console:", errors);
await app.close();
await sandbox.close();
process.exit(0);
