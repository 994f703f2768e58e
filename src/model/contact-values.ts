/** E-mail addresses in any case; numbers however they are set: blanks, dashes, "(0)" after the country's, "00" for "+". */
export function isSameContact(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text.includes("@") ? text.trim().toLowerCase() : plainNumber(text) || text.trim();
}

/** An extension stays apart: "+44 20 1234 ext. 5" is not "+44 20 12345". */
function plainNumber(text: string): string {
  const [, number = text, extension = ""] = EXTENSION.exec(text) ?? [];
  const digits = number.replace(/^(\s*(?:\+|00)\s*\d{1,3}\s*)\(0\)/, "$1").replace(/[^\d+]/g, "");
  return digits.replace(/^00/, "+") + (extension && `x${extension}`);
}

const EXTENSION = /^(.*\d.*?)[\s,;(]*(?:\p{L}+\.?|#)\s*:?\s*(\d{1,6})\)?\s*$/u;
