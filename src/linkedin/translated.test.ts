import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { isTranslated } from "./translated.ts";

const documentOf = (html: string) => new JSDOM(html).window.document;

test.each([
  ["Chrome", `<html class="translated-ltr"><main><p>Jana</p></main>`],
  ["Chrome, while it translates", `<html><main><p><font><font>Jana</font></font></p></main>`],
  ["Chrome, right to left", `<html class="translated-rtl"><main><p>Jana</p></main>`],
  ["Edge", `<html><main><p _msttexthash="123" _msthash="4">Jana</p></main>`],
  ["Firefox", `<html><main><p data-moz-translations-id="7">Jana</p></main>`],
  ["Yandex", `<html><main><p><ya-tr-span data-index="1">Jana</ya-tr-span></p></main>`],
  ["Papago", `<html><main><p><font class="papago-parent">Jana</font></p></main>`],
  ["Immersive Translate", `<html imt-state="translation"><main><p>Jana</p></main>`],
  ["Immersive Translate, both texts", `<html imt-state="dual"><main><p>Jana</p></main>`],
])("translated by %s", (_by, html) => expect(isTranslated(documentOf(html))).toBe(true));

test.each([
  ["LinkedIn's own page", `<html lang="de"><main><p>Jana</p></main>`],
  ["a translator that waits", `<html imt-state="original"><main><p>Jana</p></main>`],
  ["a bar beside the page", `<html><main><p>Jana</p></main><div><font>Translate?</font></div>`],
])("not translated: %s", (_what, html) => expect(isTranslated(documentOf(html))).toBe(false));
