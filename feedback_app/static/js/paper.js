// Typing paper forms in: Enter goes on to the next field, and what a number stands for is said beside it.
const form = document.querySelector("[data-typing]");
const fields = [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button")];

function goOn(from) {
  const next = fields[fields.indexOf(from) + 1];
  next?.focus();
  next?.select?.();
  next?.closest("li")?.scrollIntoView({ block: "nearest" });
}

form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.target.matches("button")) return;
  // In a text of several lines Enter is a new line; with Ctrl it goes on.
  if (event.target.matches("textarea:not([rows='1'])") && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  goOn(event.target);
});

// The words behind typed numbers, as the server reads them: digits alone where no number has two.
function said(question, typed) {
  const words = new Map(
    [...question.querySelectorAll("[data-key-number]")].map((item) => [
      item.dataset.keyNumber,
      item.querySelector("span").textContent,
    ]),
  );
  const signs = typed.match(/[^\s,;.+/]+/g) ?? [];
  const keys = words.size > 9 ? signs : signs.flatMap((sign) => (/^\d+$/.test(sign) ? [...sign] : [sign]));
  return keys.map((key) => words.get(String(Number(key))) ?? `${key}?`).join(", ");
}

for (const field of form.querySelectorAll(".typing__keys")) {
  const question = field.closest("li");
  const echo = question.querySelector("[data-echo]");
  const show = () => {
    echo.textContent = said(question, field.value);
  };
  field.addEventListener("input", show);
  show();
}
form.dataset.typing = "ready";
