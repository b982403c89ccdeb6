// What both vehicle pages share: the files they load, the server's clock, words in the language of the page, dates.
(() => {
  "use strict";
  const vehicle = window.lantian.vehicle;
  const language = document.documentElement.lang.slice(0, 2) === "zh" ? "zh" : "en";
  const byId = (id) => document.getElementById(id);

  const read = (address) =>
    fetch(address, { cache: "no-store", credentials: "omit" }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json().then((body) => ({ body, date: Date.parse(answer.headers.get("Date")) }));
    });

  // The table must come; without any status every answer is that nothing is known. `now()` is the server's present.
  // `fresh()` reads the status again for a tab left open; if it does not come in time the last one counts, as old as it is.
  const PATIENCE = 3000;
  vehicle.load = (root) => {
    let offset = 0;
    const known = { ready: null, status: null, now: () => Date.now() + offset };
    const learn = () =>
      read(root.dataset.status).then((got) => {
        known.status = got.body;
        offset = got.date - Date.now() || 0;
      }).catch(() => {});
    known.fresh = () => Promise.race([learn(), new Promise((done) => { setTimeout(done, PATIENCE); })]);
    return Promise.all([read(root.dataset.table), learn()]).then(([table]) => {
      known.ready = vehicle.prepare(table.body);
      return known;
    });
  };

  vehicle.byId = byId;
  vehicle.speak = (known, number) => known.ready.table.texts[number][language];
  vehicle.language = language;

  const write = (options, at, known) =>
    new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", Object.assign({ timeZone: "UTC" }, options)).format(vehicle.local(known.ready, at));
  const year = (at, known) => vehicle.local(known.ready, at).getUTCFullYear();
  vehicle.clock = (at, known) => vehicle.local(known.ready, at).toISOString().slice(11, 16);

  // As the pages write it: 11月22日（周日）12:00, 12:00 on Sunday 22 November; the year where it is not the present one.
  vehicle.moment = (at, known) => {
    const own = year(at, known) === year(known.now(), known) ? {} : { year: "numeric" };
    const day = write(Object.assign({ month: "long", day: "numeric" }, own), at, known);
    const week = write({ weekday: language === "zh" ? "short" : "long" }, at, known);
    const clock = vehicle.clock(at, known);
    return language === "zh" ? `${day}（${week}）${clock.replace(/^0/, "")}` : `${clock} on ${week} ${day}`;
  };

  // A local date and clock, as inputs give them, to a moment; NaN where they are none.
  vehicle.at = (known, date, clock) => Date.parse(`${date}T${clock}:00Z`) - known.ready.table.utc_offset * 60 * 1000;

  vehicle.copy = (name) => document.importNode(byId(name).content, true);

  // A verdict as the rest of the site draws it: shape, where there is one, and word.
  vehicle.verdict = (code, word) => {
    const drawn = document.createElement("span");
    drawn.className = "verdict " + code.replace(/_/g, "-");
    if (code) drawn.append(vehicle.copy("shape-" + code), " ");
    drawn.append(word);
    return drawn;
  };
  // Where no level holds nothing is allowed by a plan: the words stand alone, as on the other pages.
  vehicle.told = (known, reply) =>
    vehicle.verdict(reply.verdict === "allowed" && !reply.level ? "" : reply.verdict, vehicle.word(known, reply));

  vehicle.word = (known, reply) => {
    const table = known.ready.table;
    return vehicle.speak(known, reply.verdict === "unknown" && (reply.number === null || table.answers[reply.number].verdict !== "unknown" || reply.certainty !== "known")
      ? table.unknown_word : table.answers[reply.number].word);
  };
  vehicle.reason = (known, reply) => vehicle.speak(known, known.ready.table.reasons[reply.reason]);

  // The choices of a list box; the first one says that nothing is chosen, where `empty` is given.
  vehicle.choices = (box, options, empty) => {
    const kept = box.value;
    box.textContent = "";
    if (empty) box.append(new Option(empty, ""));
    for (const [value, words] of options) box.append(new Option(words, value));
    if (options.some(([value]) => value === kept)) box.value = kept;
  };

  vehicle.show = (element, text) => {
    element.textContent = text || "";
    element.hidden = !text;
  };
})();
