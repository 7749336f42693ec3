// What the public pages gain where scripts run; each of them is whole without.
const root = document.documentElement;
root.classList.add("scripts");

// Leaving: blank the page at once, then replace it, so that Back finds nothing here (SAFETY R-50).
function leave() {
  document.body.classList.add("leaving");
  document.title = "Weather";
  sessionStorage.clear();
  location.replace("/leave");
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
    else if (left >= 0) count.textContent = `You have ${left} characters left.`;
    else count.textContent = `This is ${-left} characters too long.`;
  });
}

// Copying what stands elsewhere on the page.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = "Copied";
  });
}

// Questions that other answers hide, by the same conditions that the server judges; it drops what they hide anyway.
const READABLE =
  /[^\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

export function holds(condition, answers) {
  if (condition.any_of) return condition.any_of.some((part) => holds(part, answers));
  if (condition.all_of) return condition.all_of.every((part) => holds(part, answers));
  const answer = answers.get(condition.question) ?? [];
  if (condition.has_words) return answer.some((text) => READABLE.test(text));
  return condition.is.some((option) => answer.includes(option));
}

function showWhatIsAsked(form) {
  const sent = new FormData(form);
  const answers = new Map();
  for (const question of form.querySelectorAll("[data-question]")) {
    const { question: code, shownWhen } = question.dataset;
    question.hidden = Boolean(shownWhen) && !holds(JSON.parse(shownWhen), answers);
    if (!question.hidden) answers.set(code, sent.getAll(code));
  }
}

for (const form of document.querySelectorAll("[data-survey]")) {
  const show = () => showWhatIsAsked(form);
  form.addEventListener("input", show);
  addEventListener("pageshow", show);
  show();
}
