// Reads what stands on the page with a voice of this phone or computer. Voices that would send the words to somebody
// else are never used, and what she wrote herself is not read out.
const speech = window.speechSynthesis;
const READ = "h1, h2, h3, h4, p, li, dt, dd, legend, label, caption, th, td";
const LEFT_OUT = ".aloud, .languages, .ways-row, .progress, .unseen, .screens__said, [aria-hidden], template";
const WAIT_FOR_VOICES = 1500;
let part = null; // Its button, while it reads.
let title = "";

function voices() {
  const found = speech.getVoices();
  if (found.length) return found;
  return new Promise((done) => {
    const ready = () => done(speech.getVoices());
    speech.addEventListener("voiceschanged", ready, { once: true });
    setTimeout(ready, WAIT_FOR_VOICES);
  });
}

function voiceFor(language, all) {
  const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();
  const wanted = language.toLowerCase();
  const own = all.filter((voice) => voice.localService && tag(voice).split("-")[0] === wanted.split("-")[0]);
  return own.find((voice) => tag(voice) === wanted) ?? own.find((voice) => voice.default) ?? own[0];
}

// One piece of text after another, in the order of the page, each with the language that it is in.
function pieces() {
  const main = document.querySelector("main");
  const left = main.querySelector("[data-survey]") ? `${LEFT_OUT}, .help-panel` : LEFT_OUT;
  const found = [];
  for (const block of main.querySelectorAll(READ)) {
    if (block.closest(left) || !block.getClientRects().length) continue;
    const words = ownWords(block, left);
    const inner = block.querySelector("[lang]");
    const whole = inner && inner.textContent.trim() === block.textContent.trim();
    if (words) found.push({ words, language: (whole ? inner : block.closest("[lang]")).lang });
  }
  return found;
}

// What a block says itself; the blocks within it are pieces of their own.
function ownWords(block, left) {
  const copy = block.cloneNode(true);
  for (const other of copy.querySelectorAll(`${READ}, ${left}`)) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function say(words) {
  part.querySelector("[role=status]").textContent = words;
}

function stop() {
  if (!part) return;
  speech.cancel();
  part.querySelector("button").textContent = part.dataset.start;
  part = null;
}

async function start(pressed) {
  part = pressed;
  title = document.title;
  const button = part.querySelector("button");
  part.dataset.start ??= button.textContent;
  say("");
  const all = await voices();
  if (part !== pressed || document.title !== title) return;
  if (!voiceFor(document.documentElement.lang, all)) {
    say(part.dataset.none);
    part = null;
    return;
  }
  button.textContent = part.dataset.stop;
  speech.cancel();
  let last = null;
  for (const { words, language } of pieces()) {
    const voice = voiceFor(language, all);
    if (!voice) continue;
    last = new SpeechSynthesisUtterance(words);
    Object.assign(last, { lang: language, voice });
    speech.speak(last);
  }
  last?.addEventListener("end", stop);
}

export function press(pressed) {
  if (part) stop();
  else start(pressed);
}

// It stops when she moves on: another screen, another page, Escape, leaving.
new MutationObserver(() => document.title !== title && stop()).observe(document.querySelector("title"), {
  childList: true,
});
addEventListener("pagehide", stop);
addEventListener("keydown", ({ key }) => key === "Escape" && stop());
