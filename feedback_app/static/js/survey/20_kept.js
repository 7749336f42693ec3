// What is not sent yet, kept in this tab alone and for half an hour, so that a reload costs no words (SAFETY R-90).
const KEPT_FOR = 30 * 60 * 1000;
let forgetting = 0;

// Whatever the language: what was answered in one is still there in another.
const place = (form) => `unsent ${form.getAttribute("action").split("?")[0]}`;
const fieldsOf = (form) => [...new FormData(form)];
const idOf = (fields) => fields.find(([name]) => name === "submission_id")?.[1];

function wipe(form) {
  clearTimeout(forgetting);
  inTab((tab) => tab.removeItem(place(form)));
}

function forgetIn(form, milliseconds) {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => wipe(form), milliseconds);
}

function save(form) {
  if (winding || !form.elements.namedItem("submission_id")) return;
  inTab((tab) => {
    tab.setItem(place(form), JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }));
    // Two memories would disagree: the browser's own gives way to this one.
    form.autocomplete = "off";
  });
  forgetIn(form, KEPT_FOR);
}

function read(form) {
  const kept = inTab((tab) => JSON.parse(tab.getItem(place(form))));
  if (!kept) return null;
  if (Date.now() - kept.at < KEPT_FOR) return kept;
  wipe(form);
  return null;
}

// Puts back what was kept, its submission id too, so that a form sent before the reload still counts once.
// A page that the server sent back to be put right keeps its own id; what is kept under another id is not its.
function restore(form, sentBack) {
  const kept = read(form);
  if (!kept || !idOf(fieldsOf(form)) || (sentBack && idOf(fieldsOf(form)) !== idOf(kept.fields))) return false;
  for (const field of form.elements) {
    const values = kept.fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  forgetIn(form, kept.at + KEPT_FOR - Date.now());
  return true;
}

function startAgain(form) {
  wipe(form);
  form.reset();
  windBack(() => location.replace(location.pathname + location.search));
}
