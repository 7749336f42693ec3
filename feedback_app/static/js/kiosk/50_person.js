// One person after another: each begins with a clean page, and nothing of the one before is left to go back to.
const IDLE_FOR = 3 * 60 * 1000;
const WARNED_FOR = 60 * 1000;
const THANKED_FOR = 30 * 1000;
const STIRS = ["pointerdown", "keydown", "input", "scroll", "touchmove"];

// Blank first, then a new page in the place of this one.
function clearTo(address) {
  document.body.classList.add("leaving");
  for (const form of document.forms) form.reset();
  try {
    sessionStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
  location.replace(address);
}

// Calls `deed` when nobody has stirred for so long.
function whenStill(milliseconds, deed) {
  let timer = 0;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(deed, milliseconds);
  };
  for (const stir of STIRS) addEventListener(stir, again, { capture: true, passive: true });
  again();
}

const isUntouched = (form) => ![...new FormData(form)].some(([, value]) => value);

// Asks whether somebody is still there, and clears the page where nobody says so.
function watch(form, welcome, home) {
  const question = document.querySelector("[data-idle]");
  let timer = 0;
  const isResting = () => !form || (!welcome.hidden && isUntouched(form));
  whenStill(IDLE_FOR, () => {
    if (isResting() || question.open) return;
    question.showModal();
    timer = setTimeout(() => clearTo(home), WARNED_FOR);
  });
  question.addEventListener("close", () => clearTimeout(timer));
  question.querySelector("button").addEventListener("click", () => question.close());
}

// Thank you: what happens next, then the start again, by itself or at once.
function thank(main, home) {
  const thanks = main.querySelector("[data-thanks]");
  const heading = document.createElement("h1");
  heading.tabIndex = -1;
  heading.textContent = thanks.querySelector("h2").textContent;
  thanks.querySelector("h2").replaceWith(heading);
  main.querySelector("[data-kiosk]").remove();
  thanks.hidden = false;
  document.title = `${heading.textContent} – ${document.title}`;
  heading.focus();
  thanks.querySelector("button").addEventListener("click", () => clearTo(home));
  whenStill(THANKED_FOR, () => clearTo(home));
  return (isSent) => {
    thanks.querySelector("[data-sent]").hidden = !isSent;
    thanks.querySelector("[data-kept]").hidden = isSent;
  };
}

// What the server would send back to be put right cannot be sent back here, so it is kept from happening.
function holdWithin(form, limits, words) {
  for (const box of form.querySelectorAll("[data-count]")) box.maxLength = Number(box.dataset.count);
  const said = document.createElement("p");
  said.className = "question__error";
  said.setAttribute("role", "status");
  form.addEventListener("change", ({ target }) => {
    said.textContent = "";
    const most = limits[target.name];
    if (!most || !target.checked) return;
    if (form.querySelectorAll(`[name="${target.name}"]:checked`).length <= most) return;
    target.checked = false;
    target.closest("fieldset").append(said);
    said.textContent = words.replace("#", most);
  });
}
