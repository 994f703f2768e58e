/** A user's own pieces of text for messages and notes, with placeholders for who and what it is about. */
import * as z from "zod/mini";

export const snippetSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
});
export type Snippet = z.infer<typeof snippetSchema>;

export const placeholders = ["first_name", "job", "client"] as const;
export type Placeholder = (typeof placeholders)[number];

/** Null where it is not known, or where there is none: a person may be on no job. */
export type PlaceholderValues = Record<Placeholder, string | null>;

export interface FilledSnippet {
  /** A placeholder without a value is left out, with the blank before it. No brace of one remains. */
  text: string;
  /** Placeholders that have no value here. */
  missing: Placeholder[];
}

const BRACES = /\{([^{}\n]*)\}/g;

/** The names in braces that are no placeholder, as they were written; "{" alone counts as well. */
export function unknownPlaceholders(text: string): string[] {
  const named = [...text.matchAll(BRACES)].map(([, name = ""]) => name.trim());
  const unknown = named.filter((name) => !isPlaceholder(name)).map((name) => `{${name}}`);
  const loose = text.replace(BRACES, "").match(/[{}]/g) ?? [];
  return [...new Set([...unknown, ...loose])];
}

/** Whether a placeholder stands in the text. */
export function isTemplate(text: string): boolean {
  return [...text.matchAll(BRACES)].some(([, name = ""]) => isPlaceholder(name.trim()));
}

export function fillSnippet(text: string, values: PlaceholderValues): FilledSnippet {
  const missing = new Set<Placeholder>();
  const filled = text.replace(/([^\S\n]?)\{([^{}\n]*)\}/g, (written, blank: string, name: string) => {
    const placeholder = name.trim();
    if (!isPlaceholder(placeholder)) return written;
    const value = values[placeholder];
    if (value !== null) return `${blank}${value}`;
    missing.add(placeholder);
    return "";
  });
  return { text: filled, missing: [...missing] };
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((one) => one === name);
}

/** The name to greet the person by: what Stardex has as the first name, else the first word of the name. */
export function firstNameOf(person: { firstName: string | null; name: string | null }): string | null {
  return person.firstName?.trim() || person.name?.trim().split(/\s+/)[0] || null;
}
