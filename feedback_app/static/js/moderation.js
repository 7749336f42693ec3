// Moderation with the keyboard, and taking out words by selecting them. The page is whole without this.
const OFF = "keys-off";

// Keys: single letters, never while typing, and one can switch them off.
const line = document.querySelector("[data-keys]");
let on = localStorage.getItem(OFF) !== "yes";

function say() {
  if (!line) return;
  line.hidden = false;
  line.replaceChildren();
  const words = document.createElement("span");
  words.textContent = on ? "Keys are on: the letter on each button, j and k through the list. " : "Keys are off. ";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--plain";
  button.textContent = on ? "Switch keys off" : "Switch keys on";
  button.addEventListener("click", () => {
    on = !on;
    localStorage.setItem(OFF, on ? "no" : "yes");
    say();
    line.querySelector("button").focus();
  });
  line.append(words, button);
  document.documentElement.classList.toggle("keys-off", !on);
}
say();

function isTyping(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function step(by) {
  const lines = [...document.querySelectorAll("[data-line]")];
  const here = lines.findIndex((one) => one === document.activeElement || one.hasAttribute("aria-current"));
  const there = lines[here < 0 ? 0 : here + by];
  if (!there) return;
  if (document.querySelector("[data-words]")) there.click();
  else there.focus();
}

document.addEventListener("keydown", (event) => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
  if (event.target.closest("[data-keys-rest]")) return;
  if (event.key === "j") return step(1);
  if (event.key === "k") return step(-1);
  const found = /^[a-z0-9]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("summary")) {
    found.parentElement.open = true;
    found.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  } else {
    found.click();
  }
});

// Taking out: what is selected becomes offsets in code points, as the server counts.
const words = document.querySelector("[data-words]");
const redact = document.querySelector("[data-redact]");

if (words && redact) {
  const spans = redact.querySelector("input[name$='spans']");
  const marked = redact.querySelector("[data-marked]");
  const chosen = [];
  redact.querySelector("[data-select]").hidden = false;

  const offset = (node, at) => {
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(node, at);
    return Array.from(before.toString()).length;
  };

  const show = () => {
    spans.value = chosen.map((one) => `${one.start}-${one.end}`).join(",");
    marked.replaceChildren(
      ...chosen.map((one, place) => {
        const item = document.createElement("li");
        const text = document.createElement("bdi");
        text.textContent = `“${one.text}” `;
        const leave = document.createElement("button");
        leave.type = "button";
        leave.className = "button button--plain";
        leave.textContent = "Leave it in";
        leave.addEventListener("click", () => {
          chosen.splice(place, 1);
          show();
        });
        item.append(text, leave);
        return item;
      }),
    );
  };

  redact.querySelector("[data-mark]").addEventListener("click", () => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (range.toString().trim()) chosen.push({ start, end, text: range.toString() });
    redact.open = true;
    selection.removeAllRanges();
    show();
  });
}
