// Lets a kiosk start without signal: its page and what the page is made of come from what the page itself kept.
// Nothing that anybody answered is ever in here.
const KEPT = "kiosk";
const PAGE = /^\/kiosk\/[0-9a-f-]{36}$/;

// One page for each way to read it; why it was opened makes no difference.
function placeOf({ pathname, searchParams }) {
  const said = new URLSearchParams();
  const [language, read] = [searchParams.get("language"), searchParams.get("read")];
  if (language && language !== "en") said.set("language", language);
  if (read === "easy") said.set("read", read);
  return String(said) ? `${pathname}?${said}` : pathname;
}

async function answer(request, place) {
  const kept = await (await caches.open(KEPT)).match(place);
  return kept ?? fetch(request);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && PAGE.test(address.pathname)) event.respondWith(answer(request, placeOf(address)));
  else if (address.pathname.startsWith("/assets/")) event.respondWith(answer(request, address.pathname));
});
