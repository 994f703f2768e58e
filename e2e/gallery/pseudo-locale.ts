import type { Messages } from "../browser/words.ts";

/** Messages that are the same in every language: its own name, and the product's. */
const NO_WORDS = ["language", "app_name"];

/** What is no word: placeholders, addresses, and what a template is filled with. */
const KEPT = /(\$\w+\$|\{\w+\}|https?:\/\/\S*)/;
const ACCENTED: Record<string, string> = Object.fromEntries(
  Array.from("aceinosuyzACEINOSUYZ", (letter, at) => [letter, "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ"[at] ?? letter]),
);

/**
 * English as a long language: accented, a third longer, in brackets. A word that stays plain is not from
 * the messages, one that lacks its bracket is cut.
 */
export function pseudoLocale(english: Messages): Messages {
  const entries = Object.entries(english).map(([key, word]) => [
    key,
    NO_WORDS.includes(key) ? word : { ...word, message: pseudo(word.message) },
  ]);
  return Object.fromEntries(entries) as Messages;
}

function pseudo(message: string): string {
  const accented = message
    .split(KEPT)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
    )
    .join("");
  const padding = Array.from({ length: Math.ceil((message.length * 0.35) / 4) }, () => "ẋẋẋ").join(" ");
  return `[${accented} ${padding}]`;
}
