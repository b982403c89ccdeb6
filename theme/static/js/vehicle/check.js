// One vehicle: the form, the address that holds the question, and the answer with all that belongs to it.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";
  const vehicle = window.lantian.vehicle;
  const byId = vehicle.byId;
  const root = byId("check");
  if (!root) return;
  const FIELDS = ["class", "fuel", "stage", "area", "plate"];
  const DAYS = 7;
  const box = (name) => byId("ask-" + name);
  let known;

  const say = (number) => vehicle.speak(known, number);
  const table = () => known.ready.table;
  const kind = () => table().classes.find((one) => one.id === box("class").value);

  const offerStages = () => {
    const order = kind().order[box("fuel").value];
    vehicle.choices(box("stage"), kind().stages.filter((one) => order.includes(one.id)).map((one) => [one.id, say(one.names)]));
  };
  const offerFuels = () => {
    vehicle.choices(box("fuel"), kind().fuels.map((one) => [one, say(table().fuels[one])]));
    vehicle.show(byId("class-note"), say(kind().description));
    offerStages();
  };
  const noteArea = () => {
    const area = table().areas.find((one) => one.id === box("area").value);
    vehicle.show(byId("area-note"), say(area.description));
  };

  // The question as the form has it; without date and time it is about the present moment.
  const asked = () => {
    const drive = {};
    for (const name of FIELDS) drive[name] = box(name).value;
    const date = box("date").value;
    drive.at = date ? vehicle.at(known, date, box("time").value) : known.now();
    drive.present = !date;
    return drive;
  };

  const faultOf = () => {
    const half = Boolean(box("date").value) !== Boolean(box("time").value);
    return half || box("date").validity.badInput || box("time").validity.badInput;
  };

  const standing = (reply) => {
    const span = reply.span;
    if (!span) return "";
    const words = byId("result").dataset;
    const level = span.level ? say(table().levels[span.level]) : words.noLevel;
    const end = span.to ? vehicle.moment(Date.parse(span.to), known) : words.openEnd;
    return [level, vehicle.moment(Date.parse(span.from), known), "–", end].join(" ");
  };

  const showWeek = (drive) => {
    const body = byId("week").querySelector("tbody");
    body.textContent = "";
    for (const span of known.status ? vehicle.ahead(known.ready, known.status, drive, known.now(), DAYS) : []) {
      const row = vehicle.copy("week-row");
      row.querySelector(".from").textContent = vehicle.moment(span.from, known) + " – " + vehicle.moment(span.to, known);
      row.querySelector(".told").append(vehicle.told(known, span.reply));
      vehicle.show(row.querySelector(".why"), vehicle.reason(known, span.reply));
      vehicle.show(row.querySelector(".likely"), vehicle.likely(known, span.reply));
      body.append(row);
    }
    byId("week").hidden = !body.children.length;
  };

  const showLink = (drive) => {
    const slug = FIELDS.map((name) => drive[name]);
    if (!drive.present) slug.push(box("date").value + "T" + box("time").value);
    history.replaceState(null, "", "#" + slug.join("/"));
    byId("permalink").href = location.href;
    byId("permalink").textContent = location.href;
    byId("page-of-class").href = `../${drive.class.replace(/_/g, "-")}/${/^\d$/.test(drive.stage) ? "cn" + drive.stage : drive.stage}/`;
  };

  // What was asked in the words of the form; an electric vehicle once, a plate only if given.
  const chosen = () => {
    const told = FIELDS.slice(0, 4).filter((name) => box(name).value !== "electric" || name === "fuel");
    const words = told.map((name) => box(name).selectedOptions[0].text);
    const plate = box("plate").selectedOptions[0];
    return plate.value === "unknown" ? words : words.concat(box("plate").labels[0].textContent + " " + plate.text);
  };

  const refuse = () => {
    vehicle.show(byId("fault"), faultOf() && byId("fault").dataset.words);
    if (faultOf()) byId(box("date").value ? "ask-time" : "ask-date").focus();
    return faultOf();
  };

  const answerIt = () => {
    if (refuse()) return;
    const drive = asked();
    const reply = vehicle.decide(known.ready, known.status, drive, known.now());
    const told = byId("told");
    told.textContent = "";
    told.append(vehicle.told(known, reply));
    vehicle.show(byId("asked"), chosen().join(" · "));
    vehicle.show(byId("moment"), vehicle.moment(drive.at, known));
    vehicle.show(byId("why"), vehicle.reason(known, reply));
    vehicle.show(byId("likely"), vehicle.likely(known, reply));
    vehicle.show(byId("standing"), standing(reply));
    vehicle.show(byId("headline"), known.status && known.status.headline[vehicle.language]);
    vehicle.show(byId("second-line"), known.status && known.status.second_line[vehicle.language]);
    const lines = known.status ? known.status.advisories.filter((one) => one.track in table().beside) : [];
    vehicle.show(byId("beside"), lines.map((one) => one.text[vehicle.language] + " " + say(table().beside[one.track])).join(" "));
    const stale = !known.status || known.now() > Date.parse(known.status.next_check_by);
    vehicle.show(byId("stale-status"), stale && byId("stale-status").dataset[known.status ? "words" : "lost"]);
    vehicle.show(byId("plates"), table().plates && reply.number !== null && /plate/.test(reply.reason) && say(table().plates.text));
    vehicle.showRules(known, reply);
    showWeek(drive);
    showLink(drive);
    vehicle.show(byId("version"), say(table().version));
    vehicle.show(byId("computed"), byId("computed").dataset.words + vehicle.moment(known.now(), known) +
      (known.status ? byId("computed").dataset.status + vehicle.moment(Date.parse(known.status.generated_at), known) : ""));
    byId("result").hidden = false;
  };

  // An address from somebody else: what it does not hold, or what does not exist, stays as it is.
  const readAddress = () => {
    const parts = decodeURIComponent(location.hash.slice(1)).split("/");
    if (parts.length < FIELDS.length) return false;
    const choose = (name, index) => {
      const fits = [...box(name).options].some((one) => one.value === parts[index]);
      if (fits) box(name).value = parts[index];
      return fits;
    };
    const classFits = choose("class", 0);
    offerFuels();
    const fuelFits = choose("fuel", 1);
    offerStages();
    const fits = [classFits, fuelFits, choose("stage", 2), choose("area", 3), choose("plate", 4)].every(Boolean);
    noteArea();
    const [date, time] = (parts[5] || "").split("T");
    box("date").value = date || "";
    box("time").value = time || "";
    vehicle.show(byId("fault"), fits ? "" : byId("fault").dataset.address);
    return fits;
  };

  const begin = (loaded) => {
    known = loaded;
    vehicle.choices(box("class"), table().classes.map((one) => [one.id, say(one.names)]));
    vehicle.choices(box("area"), table().areas.map((one) => [one.id, say(one.names)]));
    offerFuels();
    noteArea();
    box("class").addEventListener("change", offerFuels);
    box("fuel").addEventListener("change", offerStages);
    box("area").addEventListener("change", noteArea);
    byId("ask").addEventListener("submit", (event) => {
      event.preventDefault();
      if (refuse()) return;
      known.fresh().then(() => {
        answerIt();
        byId("result").scrollIntoView({ block: "nearest" });
      });
    });
    window.addEventListener("hashchange", () => { if (readAddress()) answerIt(); });
    root.hidden = false;
    if (location.hash.length > 1 && readAddress()) answerIt();
  };

  vehicle.load(root).then(begin, () => { byId("failed").hidden = false; });
});
