/** No answer we ask for comes near it; more is not Stardex, and would only fill the worker's memory. */
const MAX_BYTES = 2 * 1024 * 1024;

export type Body =
  /** Nothing at all: a 204, or an empty 2xx. */
  | { kind: "empty" }
  | { kind: "json"; json: unknown }
  /** HTML of a proxy, half a JSON, or too much. */
  | { kind: "unreadable" };

/** Reads a whole body. Rejects when the connection breaks. */
export async function readBody(response: Response): Promise<Body> {
  const text = await readText(response);
  if (text === undefined) return { kind: "unreadable" };
  if (text.trim() === "") return { kind: "empty" };
  try {
    return { kind: "json", json: JSON.parse(text) };
  } catch {
    return { kind: "unreadable" };
  }
}

/** Undefined for more than MAX_BYTES: nothing of it is parsed. */
async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
