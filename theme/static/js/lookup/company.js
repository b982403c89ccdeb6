// A company as the page shows it: what its list names, what the plan says of its grade at every level, and which level
// is in force by the status of the place, asked for without cache. What could not be learned is said.
const lantianCompanies = (root, look, words) => {
  "use strict";
  const FRESH = 60 * 1000; // how long a status is taken for the present one
  const GRACE = 10 * 60 * 1000;
  const language = document.documentElement.lang.slice(0, 2);
  const now = root.querySelector("[data-piece=now]");
  const chosen = (name, value) => root.querySelector("select[name=" + name + "] option[value=\"" + value + "\"]");
  const add = (parent, tag, text, className) => {
    const made = parent.appendChild(document.createElement(tag));
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };
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
    return true;
  }).catch(() => {
    facts.textContent = words("failed");
    return false;
  });

  const item = (company, open) => {
    const made = document.importNode(root.querySelector("template").content.querySelector("li"), true);
    const part = (name) => made.querySelector("[data-part=" + name + "]");
    const details = made.querySelector("details");
    const sector = chosen("sector", company.sector), grade = chosen("grade", company.grade);
    part("name").textContent = company.name;
    [chosen("county", company.county), sector, grade].forEach((option, at) => {
      const said = add(part("where"), "span", option ? option.textContent : "");
      if (option && option.lang) said.lang = option.lang;
      if (at < 2) part("where").append(" · ");
    });
    if (company.id.startsWith("n-")) part("code").parentNode.remove();
    else part("code").textContent = company.id.toUpperCase();
    if (sector) part("sector").href = sector.dataset.page + (sector.dataset.rows && grade ? "#" + grade.dataset.anchor : "");
    part("own").href = "#company=" + company.id;
    let filled = false;
    details.addEventListener("toggle", () => {
      if (!details.open || filled) return;
      filled = true;
      fill(part("measures"), company).then((done) => { filled = done; }); // opened again, it tries again
    });
    details.open = open;
    return made;
  };

  return { item, sayNow };
};
