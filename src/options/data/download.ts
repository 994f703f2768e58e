/** Hands a text to the user as a file, without any permission and without leaving the browser. */
export function download(
  name: string,
  type: "application/json" | "text/csv" | "text/plain",
  text: string,
): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** As `download`, with the file's bytes. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download holds the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `stem-2026-11-23.ext`: the day tells two files apart. */
export function datedName(stem: string, extension: string, now = new Date()): string {
  return `${stem}-${now.toISOString().slice(0, 10)}.${extension}`;
}
