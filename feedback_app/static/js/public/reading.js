// "Read this to me": the button shows where the browser can speak, and what reads is fetched when it is pressed.
for (const part of document.querySelectorAll("[data-aloud]")) {
  if (!window.speechSynthesis) break;
  part.hidden = false;
  part.querySelector("button").addEventListener("click", async () => (await import(part.dataset.aloud)).press(part));
}
