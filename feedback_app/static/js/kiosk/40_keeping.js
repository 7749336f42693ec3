// Keeping the page itself, so that the next person can start without signal. An older page gives way once the new one
// and all that it is made of are here.
const KEPT_PAGES = "kiosk";

// Everything of ours that the page names: styles, scripts, pictures, and what a script fetches only when it is wanted.
const partsOf = (html) => [...new Set(Array.from(html.matchAll(/["'](\/assets\/[^"'#?]+)/g), ([, part]) => part))];

// The parts of the page at this address, and whether it is another than the one that was kept.
async function keepPage(place) {
  const answer = await fetch(place, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  const shelf = await caches.open(KEPT_PAGES);
  const fresh = await answer.clone().text();
  const kept = await shelf.match(place);
  const parts = partsOf(fresh);
  for (const part of parts) if (!(await shelf.match(part))) await shelf.add(part);
  const isNew = !kept || (await kept.text()) !== fresh;
  if (isNew) await shelf.put(place, answer);
  return { parts, isNew: isNew && Boolean(kept) };
}

// Every page of this kiosk, one for each way to read it. The others are asked for again only with the first.
// True when that one has changed.
async function keepPages([first, ...others]) {
  const shelf = await caches.open(KEPT_PAGES);
  const pages = [await keepPage(first)];
  const [{ isNew }] = pages;
  for (const place of others) if (isNew || !(await shelf.match(place))) pages.push(await keepPage(place));
  if (isNew) await forgetUnused(shelf, new Set(pages.flatMap(({ parts }) => parts)));
  return isNew;
}

async function areKept(places) {
  const shelf = await caches.open(KEPT_PAGES);
  const kept = await Promise.all(places.map((place) => shelf.match(place)));
  return kept.every(Boolean);
}

async function forgetUnused(shelf, used) {
  for (const { url } of await shelf.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/assets/") && !used.has(pathname)) await shelf.delete(url);
  }
}
