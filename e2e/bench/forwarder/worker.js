// The least a worker can do for a save: the request, with the headers ours has.
chrome.runtime.onMessage.addListener((person) => {
  void fetch("https://api.stardex.ai/v1/persons", {
    method: "POST",
    headers: {
      accept: "application/json",
      authorization: "Bearer ats-sandbox-key",
      "content-type": "application/json",
    },
    body: JSON.stringify(person),
    cache: "no-store",
    credentials: "omit",
  });
});
