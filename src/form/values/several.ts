/** Fields that hold several values: how they are joined, told apart, and pasted into. */
import { isEmail } from "../../model/email.ts";
import type { FormValues, TextName } from "./form-values.ts";

export const SEPARATOR = ", ";

/** The e-mail addresses of a field, each once. */
function severalEmails(text: string): string[] {
  return once(text.split(/[,;\s]+/));
}

/** `"Lovelace, Ada" <ada@x.example>`, as mail programs copy it, and `mailto:`. */
function pastedEmails(text: string): string[] {
  const plain = text.replace(/(?:"[^"]*"|[^<>",;\r\n])*<([^<>\s]*@[^<>\s]*)>/g, " $1 ");
  return severalEmails(plain.replace(/(^|[\s,;])mailto:/gi, "$1"));
}

/** The numbers of a field, each once. A comma before an extension belongs to its number. */
function severalPhones(text: string): string[] {
  const numbers: string[] = [];
  for (const part of parts(text)) {
    const last = numbers.at(-1);
    if (last !== undefined && !beginsLikePhone(part))
      numbers[numbers.length - 1] = `${last}${SEPARATOR}${part}`;
    else numbers.push(part);
  }
  return once(numbers);
}

/** "ext. 12" does not. */
function beginsLikePhone(text: string): boolean {
  return /^[+(\d]/.test(text);
}

/** Digits enough for a number of its own; "12345" may be an extension. */
function isPhone(text: string): boolean {
  return beginsLikePhone(text) && text.replace(/\D/g, "").length >= 6;
}

function parts(text: string): string[] {
  return text
    .split(/[,;\r\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function once(values: string[]): string[] {
  return [...new Set(values.filter(Boolean))];
}

interface Kind {
  further: "emails" | "phoneNumbers";
  /** What is pasted, in its parts. */
  split: (text: string) => string[];
  isValid: (text: string) => boolean;
}
const EMAIL: Kind = { further: "emails", split: pastedEmails, isValid: isEmail };
const PHONE: Kind = { further: "phoneNumbers", split: severalPhones, isValid: isPhone };
const KINDS: Partial<Record<TextName, Kind>> = {
  workEmail: EMAIL,
  personalEmail: EMAIL,
  emails: EMAIL,
  workPhone: PHONE,
  mobilePhone: PHONE,
  phoneNumbers: PHONE,
};

/** Whether the field is for e-mail addresses. */
export function isEmailField(name: TextName): boolean {
  return KINDS[name] === EMAIL;
}

/** The values that a field with several holds. */
export function valuesOf(name: "emails" | "phoneNumbers", values: FormValues): string[] {
  return (name === "emails" ? severalEmails : severalPhones)(values[name]);
}

/**
 * What a paste of several values into one field changes, or of one with more around it: a line break would be lost in it, and a
 * field for one address takes one. Null: the browser's own paste will do, as it does for text of which a part is no such value.
 */
export function pasteSeveral(name: TextName, text: string, values: FormValues): Partial<FormValues> | null {
  const kind = KINDS[name];
  const pasted = kind?.split(text) ?? [];
  if (!kind || !pasted.every(kind.isValid)) return null;
  const { further } = kind;
  const isFree = name === further || values[name].trim() === "";
  if (pasted.length < 2 && !(isFree && hasMoreAround(text, pasted))) return null;
  const takesFirst = name !== further && isFree;
  const rest = takesFirst ? pasted.slice(1) : pasted;
  return {
    ...(takesFirst && { [name]: pasted[0] }),
    ...(rest.length > 0 && { [further]: once([...valuesOf(further, values), ...rest]).join(SEPARATOR) }),
  };
}

/** One address with a name beside it; where the field is not free, only the browser knows what it takes the place of. */
function hasMoreAround(text: string, [only]: string[]): boolean {
  return only?.includes("@") === true && only !== text.trim();
}
