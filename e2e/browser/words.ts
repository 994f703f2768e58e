import english from "../../public/_locales/en/messages.json" with { type: "json" };

export type Messages = Record<keyof typeof english, { message: string }>;

let spoken: Messages = english;

/** Sets the language that `words` reads from now on; English at first. */
export function readIn(messages: Messages): void {
  spoken = messages;
}

/** The words of a key, up to their first placeholder: what a test looks for on the screen. */
export function words(key: keyof typeof english): string {
  const [start = ""] = spoken[key].message.split("$");
  return start.trim();
}
