const input = /** @type {HTMLInputElement} */ (document.querySelector("input"));
document.querySelector("button")?.addEventListener("click", () => {
  void chrome.runtime.sendMessage({ name: "Forwarded Person", linkedin_url: input.value });
});
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("stardex:form-filled")));
