// Setting this tablet up, once, by the secret behind the # of the link: it is never part of an address that is asked for.
const setUp = document.querySelector("[data-set-up]");
if (setUp) {
  const secret = location.hash.slice(1);
  const button = setUp.querySelector("button");
  const show = (name) => {
    for (const part of setUp.querySelectorAll("[data-said]")) part.hidden = part.dataset.said !== name;
  };
  history.replaceState(null, "", location.pathname);
  document.documentElement.classList.add("scripts");

  const become = async () => {
    button.disabled = true;
    show("working");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams({ link: secret }) });
      if (answer.status === 404) return show("used");
      if (!answer.ok) throw new Error(String(answer.status));
      const { kiosk, token } = await answer.json();
      await keepTablet({ kiosk, token });
      await navigator.storage?.persist?.();
      await register();
      await navigator.serviceWorker.ready;
      location.replace(`/kiosk/${kiosk}`);
    } catch {
      button.disabled = false;
      show("failed");
    }
  };

  if (!isAble()) show("unable");
  else if (!secret) show("used");
  else {
    show("ready");
    button.hidden = false;
    button.addEventListener("click", become);
  }
}
