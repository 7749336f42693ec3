// Sending what waits: each answer goes until the server says that it has it, and only then leaves the tablet.
const MOST_SIGNS = 120_000;
const PATIENCE_TO_SEND = 30_000;
let delivering = null;

// The next answers that fit into one request.
function* parcels(waiting) {
  let parcel = [];
  let signs = 0;
  for (const one of waiting) {
    if (parcel.length && (signs + one.sealed.length > MOST_SIGNS || parcel.length === 20)) {
      yield parcel;
      parcel = [];
      signs = 0;
    }
    parcel.push(one);
    signs += one.sealed.length;
  }
  if (parcel.length) yield parcel;
}

async function sendParcel(tablet, parcel) {
  const body = new URLSearchParams({ token: tablet.token, now: Math.floor(Date.now() / 1000) });
  for (const { id, key, nonce, sealed: hidden } of parcel) {
    body.append("answer", JSON.stringify({ id, key, nonce, sealed: hidden }));
  }
  const patience = AbortSignal.timeout(PATIENCE_TO_SEND);
  const answer = await fetch(`/kiosk/${tablet.kiosk}/send`, {
    method: "POST",
    body,
    credentials: "omit",
    signal: patience,
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function settle(tablet, parcel, said) {
  await dropWaiting(said.stored);
  for (const stuck of ["late", "broken"]) {
    for (const one of parcel.filter(({ id }) => said[stuck].includes(id))) await keepWaiting({ ...one, stuck });
  }
  if (said.stored.length) await keepTablet({ ...tablet, sentOn: new Date().toLocaleDateString("en-CA") });
}

// What the server cannot read is tried again only when somebody asks.
async function deliver(byHand) {
  for (const tablet of await tablets()) {
    const waiting = (await allWaiting()).filter((one) => one.kiosk === tablet.kiosk && (byHand || one.stuck !== "broken"));
    for (const parcel of parcels(waiting)) await settle(tablet, parcel, await sendParcel(tablet, parcel));
  }
}

// True when everything that can go has gone; false when it could not be sent now.
function sendAll(byHand = false) {
  delivering = delivering ?? deliver(byHand).then(
    () => true,
    () => false,
  ).finally(() => (delivering = null));
  return delivering;
}
