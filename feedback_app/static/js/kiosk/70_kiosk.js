// The kiosk's page: ready for the next person, or a plain word why it is not.
const EVERY_MINUTE = 60 * 1000;
const EVERY_TEN_MINUTES = 10 * EVERY_MINUTE;

const isAble = () =>
  isSecureContext && "serviceWorker" in navigator && "caches" in window && "indexedDB" in window && Boolean(crypto.subtle);

function register() {
  return navigator.serviceWorker.register("/kiosk/worker.js", { scope: "/kiosk/" });
}

async function keepAnswer(form, kiosk, started) {
  const id = newId();
  const { kiosk: name, key, language } = kiosk.dataset;
  const content = JSON.stringify({ started: Math.floor(started / 1000), language, fields: [...new FormData(form)] });
  await keepWaiting({ ...(await sealed(id, key, content)), kiosk: name });
}

// Send: sealed, on the disk, and only then thanked.
function sealOnSend(form, kiosk, thanks) {
  let started = Date.now();
  let isBusy = false;
  document.addEventListener("click", ({ target }) => {
    if (target.closest("a[href='#questions']")) started = Date.now();
  });
  document.addEventListener(
    "submit",
    async (event) => {
      if (document.querySelector("[data-part=send]").hidden) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isBusy) return;
      isBusy = true;
      try {
        await keepAnswer(form, kiosk, started);
        clearTo(thanks);
      } catch {
        const problem = document.querySelector("[data-not-kept]");
        problem.hidden = false;
        problem.scrollIntoView();
        isBusy = false;
      }
    },
    true,
  );
}

// Leaving is starting again: the button, the short cut, and Shift three times.
function leaveToStart(home) {
  let presses = 0;
  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest("[data-clear]")) return;
      event.preventDefault();
      clearTo(home);
    },
    true,
  );
  addEventListener(
    "keyup",
    (event) => {
      presses = event.key === "Shift" ? presses + 1 : 0;
      if (event.key === "Shift") event.stopImmediatePropagation();
      if (presses === 3) clearTo(home);
    },
    true,
  );
}

function standing(kiosk) {
  const { closes, standing: said } = kiosk.dataset;
  return said === "open" && closes && Date.now() >= Date.parse(closes) ? "closed" : said;
}

async function reasonNotReady(kiosk) {
  if (!isAble()) return "unable";
  const own = (await tablets()).some((tablet) => tablet.kiosk === kiosk.dataset.kiosk);
  if (!own) return "not-set-up";
  return standing(kiosk) === "open" ? "" : standing(kiosk);
}

async function runKiosk(kiosk) {
  const main = kiosk.closest("main");
  const form = main.querySelector("[data-survey]");
  const welcome = main.querySelector("[data-part=welcome]");
  const home = location.pathname;
  const asked = new URLSearchParams(location.search);
  const places = [home, ...kiosk.dataset.places.split(" ").filter(Boolean)];

  const draw = staffPanel(main, document.documentElement.lang, places);
  const deliverAll = () => sendAll().then((isSent) => draw().then(() => isSent));
  const stay = () => register().then(() => keepPages(places));
  // What changed on the server is shown once nobody is at it; a page that was just fetched for that does not ask again.
  const renew = () =>
    stay().then(
      (isNew) => isNew && !asked.has("fresh") && !welcome.hidden && isUntouched(form) && clearTo(`${home}?fresh`),
      () => {},
    ).then(draw);

  leaveToStart(home);
  const reason = await reasonNotReady(kiosk);
  if (reason === "unable" || reason === "not-set-up") return showReason(main, reason);
  addEventListener("online", deliverAll);
  setInterval(() => {
    if (standing(kiosk) !== "open" && !welcome.hidden) kiosk.classList.remove("kiosk--ready");
    deliverAll();
  }, EVERY_MINUTE);
  if (asked.has("thanks")) {
    const tell = thank(main, home);
    return tell((await sendAll()) && !(await allWaiting()).length);
  }
  if (reason) showReason(main, reason);
  else kiosk.classList.add("kiosk--ready");
  holdWithin(form, JSON.parse(kiosk.dataset.limits), kiosk.dataset.tooMany);
  asked.set("thanks", "");
  sealOnSend(form, kiosk, `${home}?${asked}`);
  watch(form, welcome, home);
  setInterval(renew, EVERY_TEN_MINUTES);
  await draw();
  deliverAll();
  return renew();
}

function showReason(main, reason) {
  main.querySelector(`[data-reason="${reason}"]`).hidden = false;
}

// Whatever step of an earlier person led here, this is the start; and no step back from here leads to one of theirs.
function ownStepsAlone() {
  const person = newId();
  const push = history.pushState.bind(history);
  history.replaceState({ person }, "", location.pathname + location.search);
  history.pushState = (state, ...where) => push({ ...state, person }, ...where);
  addEventListener("popstate", (event) => {
    if (event.state?.person === person) return;
    event.stopImmediatePropagation();
    clearTo(location.pathname);
  });
}

const kioskPage = document.querySelector("[data-kiosk]");
if (kioskPage) {
  ownStepsAlone();
  // Nor does the browser put back what was in its fields: not from its own memory of a step, nor from a page it kept.
  const [own] = document.forms;
  own.autocomplete = "off";
  own.reset();
  addEventListener("pageshow", ({ persisted }) => (persisted ? clearTo(location.pathname) : own.reset()));
  document.documentElement.classList.add("scripts");
  runKiosk(kioskPage);
}
