import english from "../../public/_locales/en/messages.json" with { type: "json" };

/** The English words of a key, up to their first placeholder: what a test looks for on the screen. */
export function words(key: keyof typeof english): string {
  const [start = ""] = english[key].message.split("$");
  return start.trim();
}
