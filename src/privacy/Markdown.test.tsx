// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Markdown } from "./Markdown.tsx";

test("headings, paragraphs, lists, links, bold, emphasis and code", () => {
  const { container } = render(
    <Markdown
      text={
        "# One\n\n## Two\nSome **bold**, *soft*\nand `code`.\n\n- More <b>.\n- [There](https://a.example/)\n"
      }
    />,
  );
  expect(container.innerHTML).toBe(
    '<h1>One</h1><h2>Two</h2><p>Some <strong>bold</strong>, <em>soft</em>\nand <code>code</code>.</p><ul><li>More &lt;b&gt;.</li><li><a href="https://a.example/">There</a></li></ul>',
  );
});

test("the policy leaves no mark unread", () => {
  render(<Markdown text={readFileSync("docs/store/privacy.md", "utf8")} />);
  expect(screen.getAllByRole("heading", { level: 2 }).length).toBeGreaterThan(3);
  expect(document.body.textContent).not.toMatch(/[*`#]/);
});
