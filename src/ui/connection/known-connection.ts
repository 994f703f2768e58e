/**
 * Whether a page of ours last heard that there is a key: no page is read without one, and the worker takes a moment
 * to say so. No key, and nothing of it. Where the browser keeps nothing for pages, nothing was heard.
 */
const NAME = "connected";

export function wasConnected(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

export function rememberConnected(isConnected: boolean): void {
  try {
    if (isConnected) localStorage.setItem(NAME, "1");
    else localStorage.removeItem(NAME);
  } catch {
    // The next popup waits for the worker, that is all.
  }
}
