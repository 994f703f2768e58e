import { describe, expect, it } from "vitest";
import { isSameContent, plainText } from "./plain-text.ts";

describe("plainText", () => {
  it.each([
    ["plain", "Spoke for ten minutes.", "Spoke for ten minutes."],
    ["paragraphs", "<p>First</p><p>Second<br>line</p>", "First\n\nSecond\nline"],
    ["a list", "<ul><li>Fee agreed</li><li>Starts in May</li></ul>", "• Fee agreed\n• Starts in May"],
    ["entities", "<p>R&amp;D &ndash; caf&#233; &#x1F600;</p>", "R&D – café 😀"],
    ["a script", "<p>Hi</p><script>alert('x')</script><style>p{}</style>", "Hi"],
    ["an unclosed script", "<p>Hi</p><script>alert(1)", "Hi"],
    ["a comment", "<p>Hi<!-- <b>not</b> this --> you</p>", "Hi you"],
    ["attributes", '<a href="https://x.example/?a=1&amp;b=2" onclick="x()">the deck</a>', "the deck"],
    [
      "text that only looks like markup",
      "Fee < 30 % and > 20 %, see <draft>",
      "Fee < 30 % and > 20 %, see <draft>",
    ],
    ["escaped plain text", "Smith &amp; Sons &lt;London&gt;", "Smith & Sons <London>"],
    ["a name with an ampersand", "Procter & Gamble; AT&T;", "Procter & Gamble; AT&T;"],
    ["an unknown entity", "<p>a &unknown; b</p>", "a &unknown; b"],
    ["a character that does not exist", "<p>a &#x110000; b</p>", "a &#x110000; b"],
    ["blank lines", "one\r\n\r\n\r\n\r\ntwo", "one\n\ntwo"],
    ["markup without text", "<p><br></p>", ""],
  ])("reads %s", (_name, content, text) => {
    expect(plainText(content)).toBe(text);
  });

  it("leaves escaped markup as text, never as markup", () => {
    expect(plainText("<p>&lt;img src=x onerror=alert(1)&gt;</p>")).toBe("<img src=x onerror=alert(1)>");
  });

  it("comes to the end of long markup that has none", () => {
    const open = `${"<".repeat(50_000)}${"<script".repeat(5_000)}`;
    expect(plainText(`<p>${open}`)).toBe(open);
  });
});

describe("isSameContent", () => {
  it.each([
    ["Called: will think about it", "<p>Called:&nbsp;will think\n about it</p>"],
    ["One\n\nTwo", "<p>One</p><p>Two</p>"],
    ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
    ["Cafe\u0301", "Café"],
  ])("finds %j again in %j", (sent, stored) => {
    expect(isSameContent(sent, stored)).toBe(true);
  });

  it("tells two texts apart", () => {
    expect(isSameContent("Called", "Called again")).toBe(false);
  });
});
