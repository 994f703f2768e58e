// @vitest-environment jsdom
import { expect, test } from "vitest";
import { readPaste } from "./read-paste.ts";
import { textOfHtml } from "./text-of-html.ts";

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const nameAndUrl = (html: string) =>
  readPaste(textOfHtml(html)).people.map(({ name, linkedinUrl }) => [name, linkedinUrl]);

test("names of an e-mail, linked", () => {
  const html = `<div>Hi,</div><ul><li><a href="${url("ada")}">Ada Ray</a>, CFO</li><li><a href="${url("bo")}?x=1"><b>Bo</b> Lund</a></li></ul>`;
  expect(nameAndUrl(html)).toEqual([
    ["Ada Ray", url("ada")],
    ["Bo Lund", url("bo")],
  ]);
});

test("a table whose names are linked", () => {
  const html = `<style>td{}</style><table><tr><th>Name</th><th>Title</th></tr>
    <tr><td><a href="${url("ada")}">Ada Ray</a></td><td>CFO</td></tr></table>`;
  expect(readPaste(textOfHtml(html)).people).toMatchObject([
    { name: "Ada Ray", title: "CFO", linkedinUrl: url("ada") },
  ]);
});

test("other links stay behind their words", () => {
  expect(textOfHtml(`<p><a href="https://acme.example">Acme</a></p>`)).toBe("Acme");
});
