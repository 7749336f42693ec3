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

// The questions and notes that her answers show, in their order.
function asked(form) {
  const sent = new FormData(form);
  const answers = new Map();
  return [...form.querySelectorAll("[data-question]")].filter((item) => {
    const { question: code, shownWhen } = item.dataset;
    if (shownWhen && !holds(JSON.parse(shownWhen), answers)) return false;
    answers.set(code, sent.getAll(code));
    return true;
  });
}
