/** Wild input: whatever a page holds, reading neither throws nor changes it, and gives no profile without an identity. */
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readProfile } from "./read-profile.ts";

const URL_OF_JANE = "https://www.linkedin.com/in/jane-doe/";

const attributes = fc.constantFrom(
  "",
  'componentkey="com.linkedin.sdui.profile.card.refXTopcard"',
  'data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"',
  'data-member-id="1"',
  'id="experience"',
  'href="/in/somebody-else/overlay/contact-info/"',
  'role="heading"',
  'class="top-card-layout"',
  "hidden",
);
const tags = fc.constantFrom("div", "p", "span", "section", "h1", "h2", "ul", "li", "a", "main");
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom("·", "Jane Doe", "Jan 2020 - Present", "Acme · Full-time", "· 1st"),
);

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    texts.map((text) => text.replaceAll("<", "&lt;")),
    fc
      .tuple(tags, attributes, fc.array(tie("tree"), { maxLength: 4 }))
      .map(([tag, attribute, children]) => `<${tag} ${attribute}>${children.join("")}</${tag}>`),
  ),
}));

test("arbitrary trees", { timeout: 60_000 }, () => {
  const { document } = new JSDOM("<title>Jane Doe | LinkedIn</title>", { url: URL_OF_JANE }).window;
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (parts) => {
      document.body.innerHTML = `<main id="workspace">${parts.join("")}</main>`;
      const before = document.documentElement.outerHTML;
      const reading = readProfile(document, URL_OF_JANE);
      expect(document.documentElement.outerHTML).toBe(before);
      // Nothing in these trees names jane-doe.
      expect(reading.result).not.toBe("profile");
    }),
  );
});

test("a refusal's report holds nothing of the page", () => {
  const { document } = new JSDOM("<main><h1>Private Person</h1><a href='/in/private-person'>x</a></main>")
    .window;
  expect(JSON.stringify(readProfile(document, URL_OF_JANE))).not.toMatch(/private/i);
});
