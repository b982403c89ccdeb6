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
  const FRESH = 60 * 1000; // how long a status is taken for the present one
  const GRACE = 10 * 60 * 1000;

  const language = document.documentElement.lang.slice(0, 2);
  const piece = (name) => root.querySelector("[data-piece=" + name + "]");
  const words = (name, fields) => Object.keys(fields || {}).reduce(
    (text, key) => text.split("{" + key + "}").join(fields[key]),
    root.querySelector("template").content.querySelector("[data-words=" + name + "]").textContent);
  const add = (parent, tag, text, className) => {
    const made = parent.appendChild(document.createElement(tag));
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const filters = Array.from(form.querySelectorAll("select"));
  const list = piece("found"), told = piece("told"), now = piece("now"), more = piece("more");
  const look = lantianLookup.open(root.dataset.files);
  const chosen = (name, value) =>
    filters.find((one) => one.name === name).querySelector("option[value=\"" + value + "\"]");

  let asked = null; // the status, and when it was asked for
  const status = () => {
    if (!asked || Date.now() - asked.at > FRESH) {
      const answer = fetch(root.dataset.status, { cache: "no-store" }).then((found) => {
        if (!found.ok) throw new Error(String(found.status));
        return found.json().then((body) => ({ body, at: Date.parse(found.headers.get("Date")) || Date.now() }));
      });
      asked = { at: Date.now(), answer };
      answer.catch(() => { asked = null; });
    }
    return asked.answer;
  };
  const sayNow = () => status().then(({ body, at }) => {
    const late = at > Date.parse(body.next_check_by) + GRACE;
    now.textContent = "";
    add(now, "p", "").appendChild(document.createElement("b")).textContent = body.headline[language];
    if (late) add(now, "p", words("late"));
    else if (!body.level) add(now, "p", words("no-level"));
  }, () => {
    now.textContent = "";
    add(now, "p", words("no-status"));
  }).then(() => { now.hidden = false; });

  const files = new Map();
  const measures = (sector) => {
    if (!files.has(sector)) {
      const answer = fetch(root.dataset.measures + language + "/" + sector + ".json").then((found) => {
        if (!found.ok) throw new Error(String(found.status));
        return found.json();
      });
      answer.catch(() => files.delete(sector));
      files.set(sector, answer);
    }
    return files.get(sector);
  };

  // One level: what the list itself names for the company comes first, and it is said which is which.
  const addLevel = (facts, level, current, company, own, grades) => {
    const block = add(facts, "div", "");
    const name = add(block, "dt", level[1] + " ");
    if (level[0] === current) add(name, "b", words("in-force"), "tag");
    const said = add(block, "dd", "");
    if (own[level[0]]) {
      add(said, "p", own[level[0]]).lang = "zh-CN";
      add(said, "p", words("named"), "aside");
    }
    const row = (grades[company.grade] || grades.all || {})[level[0]];
    const parts = row ? row.slice(1).filter((one) => !one[0] || !company.branch || one[0] === company.branch) : [];
    if (!parts.length) add(said, "p", words("unsaid"));
    parts.forEach((one) => {
      add(said, "p", one[1]);
      if (one[2]) add(said, "p", one[2], "aside doubt");
    });
    if (parts.length) add(said, "p", (own[level[0]] ? words("ruled") + " " : "") + row[0], "aside");
  };

  const fill = (facts, company) => Promise.all([
    measures(company.sector),
    company.named ? look.named(company.number) : {},
    status().then((found) => found.body.level, () => null),
  ]).then(([plan, own, current]) => {
    facts.textContent = "";
    const first = plan.levels.filter((level) => level[0] === current);
    first.concat(plan.levels.filter((level) => level[0] !== current))
      .forEach((level) => addLevel(facts, level, current, company, own, plan.grades));
  }, () => { facts.textContent = words("failed"); });

  const show = (company, open) => {
    const item = document.importNode(root.querySelector("template").content.querySelector("li"), true);
    const part = (name) => item.querySelector("[data-part=" + name + "]");
    const details = item.querySelector("details");
    const sector = chosen("sector", company.sector), grade = chosen("grade", company.grade);
    part("name").textContent = company.name;
    [chosen("county", company.county), sector, grade].forEach((option, at) => {
      const said = add(part("where"), "span", option ? option.textContent : "");
      if (option && option.lang) said.lang = option.lang;
      if (at < 2) part("where").append(" · ");
    });
    if (company.id.startsWith("n-")) part("code").parentNode.remove();
    else part("code").textContent = company.id.toUpperCase();
    if (sector) part("sector").href = sector.dataset.page + "#" + (grade ? grade.dataset.anchor : "");
    part("own").href = "#company=" + company.id;
    let filled = false;
    details.addEventListener("toggle", () => {
      if (!details.open || filled) return;
      filled = true;
      fill(part("measures"), company);
    });
    details.open = open;
    list.append(item);
    return item;
  };

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
    const companies = await look.take(found.numbers.slice(found.shown, found.shown + AT_A_TIME));
    if (mine !== latest) return null;
    const items = companies.map((company) => show(company, open));
    found.shown += companies.length;
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
  const filtered = () => {
    const wanted = {};
    filters.forEach((one) => { wanted[one.name] = one.value; });
    return filters.some((one) => one.value) ? look.ranges(wanted) : Promise.resolve(null);
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
      sayNow();
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
    const companies = await look.take(hits.numbers);
    const numbers = companies.filter((company) => company.id === id).map((company) => company.number);
    return [{ numbers, total: numbers.length, done: true, more: () => Promise.resolve(hits) }];
  };
  const visit = () => {
    if (location.hash.startsWith("#company=")) {
      answer(own(), "", "gone");
      root.scrollIntoView();
    } else if (input.value || filters.some((one) => one.value)) run(); // what the browser kept of an earlier visit
  };
  form.hidden = false;
  piece("unscripted").hidden = true;
  addEventListener("hashchange", visit);
  visit();
})();
