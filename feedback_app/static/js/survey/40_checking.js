// The list of her answers before she sends them, each with the way back to its question.
const headingOf = (item) => item.querySelector("h1");
const wordsOf = (item) => headingOf(item).textContent.trim();

function answersOf(item) {
  const chosen = [...item.querySelectorAll(".choice__input:checked")].map((box) => {
    const beside = box.closest(".choice").querySelector(".text-answer")?.value.trim();
    const label = box.labels[0].textContent.trim();
    return beside ? `${label}: ${beside}` : label;
  });
  const written = item.querySelector(".choice") ? "" : item.querySelector(".text-answer").value.trim();
  return written ? [written] : chosen;
}

function fillCheck(form, questions) {
  const list = form.querySelector("[data-answers]");
  const row = form.querySelector("template").content.firstElementChild;
  list.replaceChildren(
    ...questions.map((item) => {
      const filled = row.cloneNode(true);
      const [said, change] = filled.querySelectorAll("dd");
      filled.querySelector("dt").textContent = wordsOf(item);
      const answers = answersOf(item);
      if (answers.length) said.replaceChildren(...answers.map((words) => line(words)));
      change.firstElementChild.href = `#${item.dataset.question}`;
      change.querySelector(".unseen").textContent = ` ${wordsOf(item)}`;
      return filled;
    }),
  );
}

function line(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}
