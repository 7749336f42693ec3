// What the public pages gain where scripts run; each of them is whole without.
const root = document.documentElement;
root.classList.add("scripts");

// What scripts say, in the language of the page.
const words = document.body.dataset;

// What this tab keeps; a browser that forbids it keeps nothing, and everything else works.
function inTab(deed) {
  try {
    return deed(sessionStorage);
  } catch {
    return null;
  }
}

// Goes back over the steps that this page put into the history, so that Back leads to what was there before it.
let winding = false;
function windBack(then) {
  const steps = history.state?.depth ?? 0;
  winding = true;
  if (!steps) return then();
  let done = false;
  const once = () => done || ((done = true), then());
  addEventListener("popstate", once);
  setTimeout(once, 250);
  history.go(-steps);
}

// Leaving: blank the page at once, then replace it, so that Back finds nothing here (SAFETY R-50).
function leave() {
  document.body.classList.add("leaving");
  document.title = words.elsewhere;
  inTab((tab) => tab.clear());
  windBack(() => location.replace("/leave"));
}

for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
}

if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
  let presses = 0;
  let timer = 0;
  addEventListener("keyup", (event) => {
    presses = event.key === "Shift" ? presses + 1 : 0;
    clearTimeout(timer);
    timer = setTimeout(() => (presses = 0), 2000);
    if (presses === 3) leave();
  });
}

addEventListener("pageshow", (event) => {
  if (event.persisted && document.body.classList.contains("leaving")) leave();
});

// Once it is sent, whichever way, nothing of it stays in this tab.
if (location.pathname.endsWith("/sent")) inTab((tab) => tab.clear());

// An error summary is read first.
document.querySelector("[data-focus]")?.focus();

// A choice that stands alone clears the others of its question, and they clear it.
addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox" || !target.checked) return;
  for (const other of document.getElementsByName(target.name)) {
    const clashes = "alone" in target.dataset || "alone" in other.dataset;
    if (other !== target && clashes) other.checked = false;
  }
});

// How many characters are left, said only near the limit.
for (const box of document.querySelectorAll("[data-count]")) {
  const count = document.createElement("p");
  count.className = "text-answer__count";
  count.setAttribute("aria-live", "polite");
  box.after(count);
  box.addEventListener("input", () => {
    const left = Number(box.dataset.count) - [...box.value.normalize("NFC")].length;
    if (left > 100) count.textContent = "";
    else if (left >= 0) count.textContent = words.left.replace("#", left);
    else count.textContent = words.over.replace("#", -left);
  });
}

// Copying what stands elsewhere on the page, said aloud too; where a browser forbids it, it is selected for her to copy.
for (const button of document.querySelectorAll("[data-copy]")) {
  const said = document.createElement("p");
  const source = document.getElementById(button.dataset.copy);
  said.setAttribute("role", "status");
  button.after(said);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      said.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
}
