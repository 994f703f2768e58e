/** The address of a person's record in Stardex, of the template in the settings; null when that gives none. */
export function recordUrl(template: string, personId: string): string | null {
  if (!template.includes("{id}")) return null;
  const address = template.trim().replaceAll("{id}", encodeURIComponent(personId));
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === "https:" ? url.href : null;
}
