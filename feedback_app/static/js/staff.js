// What the staff's pages gain where scripts run; each of them is whole without.
document.documentElement.classList.add("scripts");

// An error summary is read first.
document.querySelector("[data-focus]")?.focus();

// A select that filters its list at once, where the page asks for it.
for (const select of document.querySelectorAll("select[data-submit]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

// Printing this page.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
