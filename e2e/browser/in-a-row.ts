import type { Sandbox } from "../sandbox/start-sandbox.ts";
import { prefer } from "./button.ts";
import { expect } from "./expect.ts";
import { formOf } from "./form.ts";
import { invented } from "./invented.ts";
import type { TestBrowser } from "./launch.ts";

const MARA = invented("sdui-with-experience");
const PUBLIC_ID = "mara-lindqvist-5b81";
const TITLE = "Head of Supply Chain";
const PLACE = "Gothenburg, Västra Götaland County, Sweden";

interface Profile {
  publicId: string;
  url: string;
  html: string;
  name: string;
  title: string;
  place: string;
}

/** A person of the number's own: address, name, title and place differ from everybody else's. */
function profileOf(n: number): Profile {
  const letters = [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const [name, title, place] = [
    `Mara Lind${letters}`,
    `${TITLE} ${letters.toUpperCase()}`,
    `Lind${letters}, Sweden`,
  ];
  const publicId = `mara-lindqvist-${n}`;
  return {
    publicId,
    url: MARA.url.replace(PUBLIC_ID, publicId),
    html: MARA.html
      .replaceAll(PUBLIC_ID, publicId)
      .replaceAll("Mara Lindqvist", name)
      .replaceAll(TITLE, title)
      .replaceAll(PLACE, place),
    name,
    title,
    place,
  };
}

/**
 * One profile after the other, each with a click on the button and one Enter as soon as the name stands there: nobody
 * waits for Stardex. Each person is in Stardex once with the page's values, on the job that was chosen for the first.
 */
export async function saveInARow(app: TestBrowser, sandbox: Sandbox, count: number): Promise<void> {
  await prefer(app, { closeAfterSave: true });
  const first = await app.clickToolbar(await app.visit(invented("classic").url));
  await formOf(first).jobBox.click();
  await formOf(first).options.first().click();
  await first.keyboard.press("Control+Enter");
  await first.waitForEvent("close");
  const job = sandbox.store.candidates.at(-1)?.job_id;
  const profiles = Array.from({ length: count }, (_, n) => profileOf(n));
  for (const { url, html, name } of profiles) {
    sandbox.pages.serve(url, html);
    const page = await app.visit(url);
    const popup = await app.clickToolbar(page);
    await expect(formOf(popup).name).toHaveValue(name);
    const closed = popup.waitForEvent("close");
    await popup.keyboard.press("Enter");
    await closed;
    await page.close();
  }
  const { store } = sandbox;
  const saved = profiles.map(({ publicId }) =>
    store.persons
      .filter(({ linkedin_public_id }) => linkedin_public_id === publicId)
      .map((person) => ({
        name: person.name,
        title: person.current_job_title,
        place: person.linkedin_location,
        jobs: store.candidatesOf(person.id).map(({ job_id }) => job_id),
      })),
  );
  expect(saved).toEqual(profiles.map(({ name, title, place }) => [{ name, title, place, jobs: [job] }]));
  expect(sandbox.log.of("POST", "/v1/persons")).toHaveLength(count + 1);
}
