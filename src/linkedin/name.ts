/** The display name -> one to show and, where that is certain, first and last name for the API. */
import { cleanText } from "./text.ts";

const EMOJI =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\ufe0f\u20e3]/gu;

/** Invisible marks, emoji and badges gone; credentials and former names stay, they are part of the display name. */
export function cleanName(raw: string): string {
  const text = raw.replace(/(?<![\d#*])[#*](?=\ufe0f?\u20e3)/g, "").replace(/[©®™✓✔☑●◆★☆♦|]/gu, " ");
  const joined = text
    .replace(/\u200d(?=\p{Extended_Pictographic})/gu, "")
    .replace(EMOJI, (c) => (/\p{N}/u.test(c) ? c : " "));
  return cleanText(joined).replace(/^[\s,·•–-]+|[\s,·•–-]+$/g, "");
}

export interface SplitName {
  firstName: string;
  lastName: string;
}
export function splitName(_clean: string): SplitName | null {
  return null;
}
