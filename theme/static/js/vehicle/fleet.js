// Many vehicles at once: read from a box or a file, answered on this device, shown as a table and offered as CSV.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";
  const vehicle = window.lantian.vehicle;
  const byId = vehicle.byId;
  const root = byId("fleet");
  if (!root) return;
  const MOST = 500;
  const LARGEST = 1024 * 1024;
  const words = root.dataset;
  let known;
  let kept = null;

  const say = (number) => vehicle.speak(known, number);
  const table = () => known.ready.table;
  const fault = (text) => vehicle.show(byId("fault"), text);

  const moment = () => {
    const date = byId("ask-date").value;
    return date ? vehicle.at(known, date, byId("ask-time").value) : known.now();
  };

  const names = (drive) => {
    const kind = table().classes.find((one) => one.id === drive.class);
    const digits = { unknown: "" };
    return {
      class: say(kind.names),
      fuel: say(table().fuels[drive.fuel]),
      stage: say(kind.stages.find((one) => one.id === drive.stage).names),
      area: say(table().areas.find((one) => one.id === drive.area).names),
      plate: drive.plate in digits ? digits[drive.plate] : words[drive.plate] || drive.plate,
    };
  };

  const answered = (line, at) => {
    const drive = Object.assign({}, line.drive, { at });
    const reply = vehicle.decide(known.ready, known.status, drive, known.now());
    const answer = reply.number === null ? null : table().answers[reply.number];
    const statements = answer ? answer.statements.map((one) => table().statements[one]) : [];
    const cited = statements.filter((one) => one.citations[reply.level] !== undefined).map((one) => say(one.citations[reply.level]));
    return {
      line: line.line, drive, reply, names: names(drive), cited: [...new Set(cited)].join(" "),
      rules: statements.map((one) => say(one.text)).join(" "),
      hours: statements.filter((one) => one.hours !== null).map((one) => say(one.hours)).join(" "),
    };
  };

  // An electric vehicle has no standard to name beside its fuel.
  const kindOf = ({ names: told, drive }) =>
    [told.class, told.fuel, drive.stage === "electric" ? "" : told.stage, told.plate].filter(Boolean);

  const showRows = (rows) => {
    const body = byId("answers").querySelector("tbody");
    body.textContent = "";
    for (const one of rows) {
      const row = vehicle.copy("fleet-row");
      row.querySelector(".at").textContent = one.line;
      row.querySelector(".name").textContent = one.drive.label;
      row.querySelector(".what").textContent = kindOf(one).join(" · ");
      row.querySelector(".area").textContent = one.names.area;
      row.querySelector(".told").append(vehicle.told(known, one.reply));
      row.querySelector(".why").textContent = vehicle.reason(known, one.reply);
      vehicle.show(row.querySelector(".hours"), one.hours);
      vehicle.show(row.querySelector(".cited"), one.cited);
      body.append(row);
    }
    byId("answers").hidden = !rows.length;
  };

  const showFaults = (faults) => {
    const list = byId("faults").querySelector("ul");
    list.textContent = "";
    for (const one of faults) {
      const item = document.createElement("li");
      item.textContent = words.line + one.line + words.colon + words["fault" + one.fault[0].toUpperCase() + one.fault.slice(1)] + (one.part ? words.read + one.part.slice(0, 40) : "");
      list.append(item);
    }
    byId("faults").hidden = !faults.length;
  };

  const answerThem = () => {
    fault("");
    byId("result").hidden = true;
    const half = Boolean(byId("ask-date").value) !== Boolean(byId("ask-time").value);
    const read = vehicle.lines(table(), byId("list").value, byId("ask-area").value);
    const count = read.drives.length + read.faults.length;
    if (half) return fault(words.half);
    if (!count) return fault(words.empty);
    if (count > MOST) return fault(words.many + count);
    const at = moment();
    const rows = read.drives.map((line) => answered(line, at));
    kept = { rows, at };
    showFaults(read.faults);
    showRows(rows);
    const told = [words.answered + rows.length];
    if (read.faults.length) told.push(words.unread + read.faults.length);
    if (read.heading) told.push(words.heading + read.heading);
    const stale = !known.status || known.now() > Date.parse(known.status.next_check_by);
    vehicle.show(byId("stale-status"), stale && byId("stale-status").dataset[known.status ? "words" : "lost"]);
    vehicle.show(byId("told"), told.join(words.stop));
    vehicle.show(byId("moment"), words.moment + vehicle.moment(at, known));
    vehicle.show(byId("version"), say(table().version));
    byId("save").hidden = !rows.length;
    byId("result").hidden = false;
    return undefined;
  };

  const save = () => {
    const stamp = (at) => vehicle.local(known.ready, at).toISOString().slice(0, 16).replace("T", " ");
    const heads = [...byId("heads").content.querySelectorAll("li")].map((one) => one.textContent);
    const rows = kept.rows.map((one) => [
      one.line, one.drive.label, one.names.class, one.names.fuel, one.names.stage, one.names.area, one.names.plate, stamp(kept.at),
      one.reply.level ? say(table().levels[one.reply.level]) : "", vehicle.word(known, one.reply), vehicle.reason(known, one.reply),
      one.hours, one.rules, one.cited, say(table().version), stamp(known.now()),
    ]);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([vehicle.csv([heads].concat(rows))], { type: "text/csv;charset=utf-8" }));
    link.download = "vehicles.csv";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60 * 1000);
  };

  const upload = () => {
    const file = byId("file").files[0];
    if (!file) return;
    if (file.size > LARGEST) {
      fault(words.large);
      return;
    }
    const reader = new FileReader();
    reader.onload = () => {
      const text = vehicle.decode(reader.result);
      if (text === null) {
        fault(words.undecoded);
        return;
      }
      byId("list").value = text;
      answerThem();
    };
    reader.onerror = () => fault(words.undecoded);
    reader.readAsArrayBuffer(file);
  };

  const begin = (loaded) => {
    known = loaded;
    vehicle.choices(byId("ask-area"), table().areas.map((one) => [one.id, say(one.names)]));
    byId("ask").addEventListener("submit", (event) => {
      event.preventDefault();
      known.fresh().then(() => {
        answerThem();
        if (!byId("result").hidden) byId("result").scrollIntoView({ block: "nearest" });
      });
    });
    byId("file").addEventListener("change", upload);
    byId("save").addEventListener("click", save);
    root.hidden = false;
  };

  vehicle.load(root).then(begin, () => { byId("failed").hidden = false; });
});
