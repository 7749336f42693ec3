// Sending over a weak network: the same form again and again until the server has it; its id makes that once.
const PATIENCE = 20_000;
const LONGEST_WAIT = 30_000;
let tries = 0;
let waiting = 0;
let inFlight = null;

function say(form, what) {
  const button = form.querySelector("[type=submit]");
  if (!button) return;
  button.dataset.words = button.dataset.words ?? button.textContent;
  button.textContent = tries ? form.querySelector("[data-try-now]").textContent : button.dataset.words;
  for (const part of form.querySelectorAll("[data-said]")) part.hidden = part.dataset.said !== what;
}

function restFrom(form) {
  clearTimeout(waiting);
  waiting = tries = 0;
  inFlight?.abort();
  inFlight = null;
  say(form, "");
}

async function post(form, patience) {
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(form.getAttribute("action"), {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      credentials: "same-origin",
      signal: patience.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}

// The browser sends the form itself and shows the server's page; harmless, since the id is the same.
function sendPlainly(form) {
  HTMLFormElement.prototype.submit.call(form);
}

function tryLater(form) {
  if (!tries) return;
  say(form, "unsent");
  waiting = setTimeout(() => send(form), Math.min(LONGEST_WAIT, 1000 * 2 ** tries));
}

function arrived(form, address) {
  wipe(form);
  form.reset();
  windBack(() => location.assign(address));
}

async function send(form, byHand) {
  if (inFlight) return;
  const patience = (inFlight = new AbortController());
  clearTimeout(waiting);
  if (byHand) say(form, "sending");
  tries += 1;
  try {
    const answer = await post(form, patience);
    if (answer.ok && answer.redirected) arrived(form, answer.url);
    else if (answer.ok || answer.status >= 500 || answer.status === 429) tryLater(form);
    else {
      if (answer.status === 410) wipe(form);
      sendPlainly(form);
    }
  } catch (error) {
    if (error.name === "AbortError" || error instanceof TypeError) tryLater(form);
    else sendPlainly(form);
  } finally {
    if (inFlight === patience) inFlight = null;
  }
}
