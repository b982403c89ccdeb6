// Says that a page is older than it promised to be. The server's clock is asked first, since a wrong clock on the
// device must not make a warning look old; the device's own clock alone may raise the bar but never takes the answer back.
(() => {
  "use strict";
  const bar = document.getElementById("stale");
  if (!bar) return;
  const generated = Date.parse(bar.dataset.generated);
  const due = Date.parse(bar.dataset.nextCheck);
  const DAY = 24 * 3600 * 1000;
  const GRACE = 10 * 60 * 1000; // what a device's clock may be off by

  const showBar = () => {
    if (!bar.hidden) return;
    bar.hidden = false;
    // A live region speaks when its words come after it was there.
    setTimeout(() => { bar.textContent = bar.dataset.words + bar.dataset.channel; }, 50);
  };

  const takeBackAnswer = () => {
    const title = document.querySelector("main h1");
    if (!title || document.body.classList.contains("last-known")) return;
    const known = document.createElement("p");
    known.className = "known";
    known.textContent = bar.dataset.lastKnown + title.textContent;
    title.textContent = bar.dataset.words;
    title.after(known);
    document.title = bar.dataset.words + " " + document.title;
    document.body.classList.add("last-known");
  };

  const judge = (now, sure) => {
    if (!(now >= generated)) return; // a clock that lies before the page was made knows nothing
    document.dispatchEvent(new CustomEvent("lantian:now", { detail: now }));
    if (now > due + (sure ? 0 : GRACE)) showBar();
    if (sure && now > generated + DAY) takeBackAnswer();
  };

  // Asked once: after that the difference to the device's clock is enough.
  const start = (offset, sure) => {
    const check = () => judge(Date.now() + offset, sure);
    check();
    setInterval(check, 60 * 1000);
    document.addEventListener("visibilitychange", check);
  };

  fetch(location.href, { method: "HEAD", cache: "no-store" })
    .then((answer) => Date.parse(answer.headers.get("Date")) - Date.now())
    .catch(() => NaN)
    .then((offset) => start(offset || 0, !isNaN(offset)));
})();
