// One question a screen: welcome, each question that her answers show, check, send. The document stays one form.
const WELCOME = "welcome";
const CHECK = "check";

function byScreens(form) {
  const main = form.closest("main");
  const one = (name) => main.querySelector(`[data-part="${name}"]`);
  const errors = main.querySelector(".error-summary");
  const wrongly = `${words.error} `;
  const title = document.title.replace(wrongly, "");
  let now = WELCOME;
  let known = null; // While one answer is changed: the questions that were asked before.

  for (const plain of main.querySelectorAll("[data-question] :is(h3, .notice p), [data-part=check] h2")) {
    const heading = document.createElement("h1");
    heading.className = "question__title";
    heading.tabIndex = -1;
    plain.querySelector(".question__number")?.remove();
    heading.append(...plain.childNodes);
    plain.replaceWith(heading);
  }
  for (const name of main.querySelectorAll("[data-section] > h2")) {
    const plain = document.createElement("p");
    plain.className = "section__name";
    plain.id = name.id;
    plain.append(...name.childNodes);
    name.replaceWith(plain);
  }
  document.body.classList.add("by-screens");

  const codes = () => asked(form).map((item) => item.dataset.question);
  const itemOf = (code) => form.querySelector(`[data-question="${code}"]`);
  const counts = (item) => Boolean(item.querySelector(".choice, .text-answer"));

  function draw(screen) {
    const items = asked(form);
    const item = itemOf(screen);
    const isQuestion = Boolean(item);
    one(WELCOME).hidden = screen !== WELCOME;
    one(CHECK).hidden = one("send").hidden = screen !== CHECK;
    one("top").hidden = screen === WELCOME;
    one("continue").hidden = !isQuestion;
    if (errors) errors.hidden = screen !== CHECK;
    for (const section of form.querySelectorAll("[data-section]")) {
      const own = items.filter((each) => section.contains(each));
      section.hidden = item ? !section.contains(item) : screen !== CHECK || section.dataset.section !== "send";
      for (const child of section.children) {
        if (child.matches(".section__name, .section__intro")) child.hidden = own[0] !== item;
      }
    }
    for (const each of form.querySelectorAll("[data-question]")) each.hidden = each !== item;
    drawProgress(items.filter(counts), item);
    if (screen === CHECK) fillCheck(form, items.filter(counts));
    else restFrom(form);
    const wrong = screen === CHECK ? errors : item?.querySelector(".question__error");
    const said = isQuestion ? wordsOf(item) : screen === CHECK && headingOf(one(CHECK)).textContent;
    document.title = (wrong ? wrongly : "") + (said ? `${said} – ` : "") + title;
    now = screen;
  }

  function drawProgress(questions, item) {
    const at = questions.indexOf(item) + 1;
    const words = one("top").querySelector(".progress__words");
    const line = one("top").querySelector("progress");
    words.closest(".progress").hidden = !at;
    words.dataset.words = words.dataset.words ?? words.textContent;
    words.textContent = words.dataset.words.replace(/[12]/g, (which) => (which === "1" ? at : questions.length));
    line.max = questions.length;
    line.value = at;
  }

  function focusOn(screen, field) {
    const heading = headingOf(itemOf(screen) ?? one(screen));
    const top = screen === WELCOME ? document.body : main;
    const bar = document.querySelector(".safety-bar").offsetHeight;
    scrollTo(0, top.getBoundingClientRect().top + scrollY - (screen === WELCOME ? 0 : bar));
    (field ?? heading).focus({ preventScroll: !field });
  }

  // The address tells how many screens, never which: some questions are only asked after some answers.
  function go(screen, field) {
    const depth = (history.state?.depth ?? 0) + 1;
    const at = codes().indexOf(screen);
    const hash = screen === WELCOME ? "#start" : screen === CHECK ? "#check" : `#${at + 1}`;
    history.pushState({ screen, depth, from: now }, "", hash);
    one("kept").hidden = true;
    draw(screen);
    focusOn(screen, field);
  }

  function onward() {
    const all = codes();
    if (known) {
      const fresh = all.find((code) => !known.includes(code));
      known.push(fresh ?? "");
      if (!fresh) known = null;
      return go(fresh ?? CHECK);
    }
    go(all[all.indexOf(now) + 1] ?? CHECK);
  }

  function backward() {
    const all = codes();
    const before = now === CHECK ? all[all.length - 1] : (all[all.indexOf(now) - 1] ?? WELCOME);
    const target = known ? CHECK : before;
    known = null;
    if (history.state?.from === target) history.back();
    else go(target);
  }

  function change(field, link) {
    if (now === CHECK) known = codes();
    go(field.closest("[data-question]").dataset.question, link.closest(".error-summary") && field);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (target === form) return go(codes()[0]);
    if (target.closest("[data-question]")) return change(target, link);
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  });
  one("top").querySelector("button").addEventListener("click", backward);
  one("continue").addEventListener("click", onward);
  one("again").addEventListener("click", () => startAgain(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (now === CHECK) send(form, true);
    else onward();
  });
  addEventListener("online", () => waiting && now === CHECK && send(form));
  addEventListener("change", () => save(form));
  form.addEventListener("input", () => {
    save(form);
    draw(now);
  });
  addEventListener("popstate", ({ state }) => {
    if (winding) return;
    known = null;
    start(state?.screen ?? WELCOME);
    focusOn(now);
  });

  // Going on by itself: only when she switched it on, and only for what a finger or a mouse chose.
  const byItself = main.querySelector("#go-on");
  let pressed = 0;
  byItself.checked = inTab((tab) => tab.getItem("go on")) === "yes";
  byItself.addEventListener("change", () => inTab((tab) => tab.setItem("go on", byItself.checked ? "yes" : "")));
  form.addEventListener("pointerup", (event) => (pressed = event.timeStamp));
  form.addEventListener("change", ({ target, timeStamp }) => {
    const plain = target.type === "radio" && !target.closest(".choice").querySelector(".text-answer");
    const screen = now;
    if (!byItself.checked || !plain || timeStamp - pressed > 500) return;
    setTimeout(() => now === screen && onward(), 300);
  });

  function start(screen) {
    const all = codes();
    draw(screen === WELCOME || screen === CHECK || all.includes(screen) ? screen : CHECK);
  }

  history.scrollRestoration = "manual";
  for (const part of main.querySelectorAll("[data-screens]")) part.hidden = false;
  one("kept").hidden = !restore(form, errors) || Boolean(errors);
  start(errors ? CHECK : (history.state?.screen ?? WELCOME));
  return () => start(now);
}

// Should anything be missing here, the page stands as it does without scripts, and the browser sends the form.
function orPlainly(form) {
  try {
    return byScreens(form);
  } catch {
    form.addEventListener("submit", (event) => event.stopImmediatePropagation(), { capture: true });
    document.body.classList.remove("by-screens");
    document.documentElement.classList.remove("scripts");
    for (const part of form.querySelectorAll("[data-section], [data-question], .section__intro")) part.hidden = false;
    for (const part of form.querySelectorAll("[data-part]:not([data-section])")) part.hidden = true;
    return () => {};
  }
}

for (const form of document.querySelectorAll("[data-survey]")) {
  const again = orPlainly(form);
  addEventListener("pageshow", ({ persisted }) => {
    if (!winding) again();
    else if (persisted && !document.body.classList.contains("leaving")) location.replace(location.pathname);
  });
}
