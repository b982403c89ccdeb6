// The search on the page: from two signs on, as one types. Every word comes from the page, every sentence on measures
// from published files; names are shown as text, whatever is in them.
(() => {
  "use strict";
  const root = document.getElementById("lookup");
  if (!root) return;
  const AT_A_TIME = 20;
  const OPEN_AT_MOST = 3;
  const SHORTEST = 2, SHORTEST_CODE = 4;
  const PAUSE = 20; // milliseconds: what an input method sends at once is one question

  const piece = (name) => root.querySelector("[data-piece=" + name + "]");
  const words = (name, fields) => Object.keys(fields || {}).reduce(
    (text, key) => text.split("{" + key + "}").join(fields[key]),
    root.querySelector("template").content.querySelector("[data-words=" + name + "]").textContent);
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const filters = Array.from(form.querySelectorAll("select"));
  const list = piece("found"), told = piece("told"), more = piece("more");
  const look = lantianLookup.open(root.dataset.files);
  const companies = lantianCompanies(root, look, words);

  let latest = 0; // only the last question may answer
  let found = null; // what it found, and how much of that is shown
  const clear = (text) => {
    found = null;
    list.textContent = "";
    told.textContent = text;
    more.hidden = true;
    ["none", "broken"].forEach((name) => { piece(name).hidden = true; });
  };
  const count = (total, known) => {
    if (total === null) return words("at-least", { number: known });
    return total === 1 ? words("one") : words("many", { number: total });
  };

  // The next companies; the earlier ones stay.
  const go = async (mine, open) => {
    const taken = await look.take(found.numbers.slice(found.shown, found.shown + AT_A_TIME));
    if (mine !== latest) return null;
    const items = taken.map((company) => list.appendChild(companies.item(company, open)));
    found.shown += taken.length;
    more.hidden = found.done && found.shown >= found.numbers.length;
    told.textContent = count(found.total, found.numbers.length);
    list.setAttribute("aria-busy", "false");
    return items[0];
  };
  const merged = (parts) => {
    const numbers = Array.from(new Set([].concat(...parts.map((hits) => hits.numbers))));
    const done = parts.every((hits) => hits.done);
    const certain = parts.every((hits) => hits.total !== null) && parts.filter((hits) => hits.total).length < 2;
    const sum = parts.reduce((all, hits) => all + hits.total, 0);
    return { parts, numbers, done, total: done ? numbers.length : certain ? sum : null, shown: 0 };
  };

  const search = async (field, text, within) => (await look.find(field, text, within)).more(AT_A_TIME);
  const byName = async (text, within) => {
    const hits = await search("names", text, within);
    if (hits.numbers.length || !hits.done) return [hits];
    const plain = await look.simplify(text);
    return plain === text ? [hits] : [await search("names", plain, within)];
  };
  const byKeys = async (text, within) => {
    const coded = text.length >= SHORTEST_CODE;
    const parts = await Promise.all([
      search("letters", text, within),
      coded && /[0-9]/.test(text) ? search("codes", text, within) : null,
    ]);
    if (parts[1]) return parts;
    if (!coded || parts[0].numbers.length >= AT_A_TIME || !parts[0].done) return [parts[0]];
    return [parts[0], await search("codes", text, within)];
  };
  const narrowed = () => filters.some((one) => one.value);
  const filtered = () => {
    const wanted = {};
    filters.forEach((one) => { wanted[one.name] = one.value; });
    return narrowed() ? look.ranges(wanted) : Promise.resolve(null);
  };
  const ask = async (text) => {
    const [plain, within] = await Promise.all([look.fold(text), filtered()]);
    if (Array.from(plain).length < SHORTEST) return within && !plain ? [await look.browse(within).more(AT_A_TIME)] : null;
    return /^[0-9a-z]+$/.test(plain) ? byKeys(plain, within) : byName(plain, within);
  };

  const answer = async (question, text, missing) => {
    const mine = latest += 1;
    list.setAttribute("aria-busy", "true");
    try {
      const parts = await question;
      if (mine !== latest) return;
      clear(text && !parts ? words("go-on") : "");
      list.setAttribute("aria-busy", "false");
      if (!parts) return;
      found = merged(parts);
      companies.sayNow();
      if (found.done && !found.numbers.length) {
        told.textContent = words(missing, { text: text.trim() });
        piece("none").hidden = false;
      } else await go(mine, found.done && found.numbers.length <= OPEN_AT_MOST);
    } catch (_) {
      if (mine !== latest) return;
      clear(words("failed"));
      list.setAttribute("aria-busy", "false");
      piece("broken").hidden = false;
    }
  };
  const run = () => answer(ask(input.value), input.value, "none");

  more.addEventListener("click", async () => {
    const mine = latest;
    more.disabled = true;
    try {
      const parts = await Promise.all(found.parts.map((hits) => hits.more(found.shown + AT_A_TIME)));
      if (mine !== latest) return;
      found = Object.assign(merged(parts), { shown: found.shown });
      const item = await go(mine, false);
      if (item) item.querySelector("summary").focus();
    } catch (_) {
      told.textContent = words("failed");
    }
    more.disabled = false;
  });

  let waiting = 0, composing = false;
  const soon = () => {
    clearTimeout(waiting);
    if (!composing) waiting = setTimeout(run, PAUSE);
  };
  // While a Chinese input method is at work, the field holds letters that nobody asked for.
  input.addEventListener("compositionstart", () => { composing = true; clearTimeout(waiting); });
  input.addEventListener("compositionend", () => { composing = false; soon(); });
  input.addEventListener("input", soon);
  filters.forEach((one) => one.addEventListener("change", run));
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); run(); });

  const own = async () => {
    const id = decodeURIComponent(location.hash.slice("#company=".length));
    const hits = await search("codes", look.coded(id), null);
    const taken = await look.take(hits.numbers);
    const numbers = taken.filter((company) => company.id === id).map((company) => company.number);
    return [{ numbers, total: numbers.length, done: true, more: () => Promise.resolve(hits) }];
  };
  const visit = () => {
    if (location.hash.startsWith("#company=")) {
      answer(own(), "", "gone");
      root.scrollIntoView();
    } else if (input.value || narrowed()) run(); // what the browser kept of an earlier visit
    form.querySelector("details").open = narrowed();
  };
  form.hidden = false;
  piece("unscripted").hidden = true;
  addEventListener("hashchange", visit);
  visit();
})();
