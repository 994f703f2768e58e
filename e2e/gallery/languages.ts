import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Messages } from "../browser/words.ts";
import { pseudoLocale } from "./pseudo-locale.ts";

const FOLDER = "public/_locales";
/** English as a long language, for the eye; it is in no build. */
const PSEUDO = "en_XA";

export function galleryLanguages(): string[] {
  return [...readdirSync(FOLDER).sort(), PSEUDO];
}

export function messagesOf(language: string): Messages {
  if (language === PSEUDO) return pseudoLocale(messagesOf("en"));
  return JSON.parse(readFileSync(join(FOLDER, language, "messages.json"), "utf8")) as Messages;
}

/**
 * A copy of the build that speaks the language whatever the browser's: its words stand in the place of the
 * English. What switches a browser differs by system, and by the languages it was installed with.
 */
export function buildSpeaking(messages: Messages): string {
  const folder = mkdtempSync(join(tmpdir(), "stardex-gallery-"));
  cpSync("dist", folder, { recursive: true });
  writeFileSync(join(folder, "_locales/en/messages.json"), JSON.stringify(messages));
  return folder;
}
