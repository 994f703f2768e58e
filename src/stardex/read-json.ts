/** No answer we ask for comes near it; more is not Stardex, and would only fill the worker's memory. */
const MAX_BYTES = 2 * 1024 * 1024;

/** The body as JSON, or undefined when it is empty, too large or not JSON. Rejects when the connection breaks. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await readText(response);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return undefined;
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
