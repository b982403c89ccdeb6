// Marks the row of a timeline that holds at the present moment. The rows say what was known when the page was made;
// this only points at one of them and never says more. The moment comes from stale.js, which checks the device's clock.
(() => {
  "use strict";
  const covers = (row, now) =>
    Date.parse(row.dataset.from) <= now && !(Date.parse(row.dataset.to) <= now);

  document.addEventListener("lantian:now", (event) => {
    for (const row of document.querySelectorAll("li[data-from]")) {
      const current = covers(row, event.detail);
      row.classList.toggle("current", current);
      const mark = row.querySelector(".now");
      if (current && !mark) {
        const words = document.createElement("b");
        words.className = "now";
        words.textContent = row.parentNode.dataset.now;
        row.querySelector(".when").append(words);
      } else if (!current && mark) {
        mark.remove();
      }
    }
  });
})();
