// For the worker: how many wait, and sending them now. Counts alone; what was answered is not here to be read.
function staffPanel(main, language, places) {
  const one = (name) => main.querySelector(`[data-staff="${name}"]`);

  async function draw() {
    const waiting = await allWaiting();
    const stuck = waiting.filter((answer) => answer.stuck);
    const sentOn = (await tablets()).map((tablet) => tablet.sentOn ?? "").sort().pop();
    for (const place of main.querySelectorAll("[data-waiting-count]")) place.textContent = waiting.length;
    main.querySelector("[data-waiting]").hidden = !waiting.length;
    one("stuck").hidden = !stuck.length;
    one("stuck-count").textContent = stuck.length;
    if (await areKept(places)) one("kept").textContent = one("kept").dataset.yes;
    if (sentOn) one("sent-on").textContent = new Date(`${sentOn}T12:00`).toLocaleDateString(language, { dateStyle: "long" });
  }

  async function send() {
    const said = one("said");
    said.textContent = said.dataset.sending;
    const isSent = await sendAll(true);
    await draw();
    said.textContent = isSent ? said.dataset.sent : said.dataset.unsent;
  }

  one("send").addEventListener("click", send);
  one("drop").addEventListener("click", () => ((one("sure").hidden = false), one("sure").querySelector("button").focus()));
  one("sure").querySelector("button").addEventListener("click", async () => {
    await dropWaiting((await allWaiting()).filter((answer) => answer.stuck).map(({ id }) => id));
    one("sure").hidden = true;
    await draw();
  });
  return draw;
}
