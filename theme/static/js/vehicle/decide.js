// Answers a question on a vehicle from the published table and the published spans of the warning. Nothing is decided
// here: answers are looked up by number. tests/browser/test_vehicle_check.py asks the generator the same questions.
window.lantian = window.lantian || {};
window.lantian.vehicle = (() => {
  "use strict";
  const MINUTE = 60 * 1000;

  // Finds answers by key instead of by search: a fleet asks many questions.
  const prepare = (table) => {
    const columns = new Map();
    for (const kind of table.classes) {
      for (const fuel of kind.fuels) {
        for (const stage of kind.order[fuel]) columns.set([kind.id, fuel, stage].join(), columns.size);
      }
    }
    const rows = new Map();
    for (const row of table.rows) {
      for (const level of row.levels) {
        const key = [level, row.area, row.plate].join();
        rows.set(key, (rows.get(key) || []).concat(row));
      }
    }
    return { table, columns, rows, areas: new Set(table.areas.map((area) => area.id)) };
  };

  // The clock of the place, whatever that of the device says.
  const local = (ready, at) => new Date(at + ready.table.utc_offset * MINUTE);

  const plateCase = (ready, drive, level) => {
    const plates = ready.table.plates;
    if (!plates || drive.area !== plates.area || !plates.levels.includes(level) || !/^\d$/.test(drive.plate)) return "open";
    const day = local(ready, drive.at).getUTCDate() % 2 ? plates.odd : plates.even;
    return day.includes(drive.plate) ? "yes" : "no";
  };

  const look = (ready, drive, level, column) => {
    const clock = local(ready, drive.at);
    const minute = clock.getUTCHours() * 60 + clock.getUTCMinutes();
    const begun = (plate) => (ready.rows.get([level || "none", drive.area, plate].join()) || []).filter((row) => row.from <= minute);
    const usual = begun("open");
    const special = begun(plateCase(ready, drive, level));
    const last = usual[usual.length - 1];
    // A case without a row of its own at this time of day has the usual answer.
    const row = special.find((one) => one.from === last.from) || last;
    return row.answers[column];
  };

  const within = (at, span) => Date.parse(span.from) <= at && !(Date.parse(span.to) <= at);

  const spans = (status) =>
    status.segments.length ? status.segments : [{ from: status.generated_at, to: null, level: null, state: "none" }];

  const certaintyOf = (at, span, due, now) => {
    if (at <= due) return "known";
    if (now > due) return "stale";
    return span.to === null ? "not_yet" : "known";
  };

  const reasonOf = (ready, drive, span, answer) => {
    if (span.level === null) return ready.table.calm[span.state] || answer.reason;
    const own = "vehicle_check.plate_" + drive.plate;
    return answer.verdict === "by_plate" && own in ready.table.reasons ? own : answer.reason;
  };

  const none = (certainty) => ({ verdict: "unknown", reason: "vehicle_check." + certainty, certainty, level: null, number: null, span: null });

  // A drive has class, fuel, stage, area, plate, at (milliseconds); `now` is the present moment by the server's clock.
  // Without a status nothing is known of any moment.
  const decide = (ready, status, drive, now) => {
    const column = ready.columns.get([drive.class, drive.fuel, drive.stage].join());
    if (column === undefined || !ready.areas.has(drive.area)) return none("no_such_vehicle");
    if (!status) return none("stale");
    const span = spans(status).find((one) => within(drive.at, one));
    if (!span) return none("past");
    const number = look(ready, drive, span.level, column);
    const answer = ready.table.answers[number];
    const certainty = certaintyOf(drive.at, span, Date.parse(status.next_check_by), now);
    const reply = { verdict: "unknown", certainty, level: span.level, number, span };
    if (certainty !== "known") return Object.assign(reply, { reason: "vehicle_check." + certainty });
    const beside = status.advisories.some((one) => one.track in ready.table.beside && within(drive.at, one));
    if (answer.verdict === "allowed" && beside) return Object.assign(reply, { reason: "vehicle_page.reason_beside_levels" });
    return Object.assign(reply, { verdict: answer.verdict, reason: reasonOf(ready, drive, span, answer) });
  };

  // Every moment of some days at which the answer may change, the first one included.
  const turns = (ready, status, from, days) => {
    const marks = new Set([from]);
    const end = from + days * 24 * 60 * MINUTE;
    const add = (at) => { if (at > from && at < end) marks.add(at); };
    for (const one of spans(status).concat(status.advisories)) {
      add(Date.parse(one.from));
      add(Date.parse(one.to));
    }
    add(Date.parse(status.next_check_by) + 1); // the promise holds to the very moment
    const minutes = new Set(ready.table.rows.map((row) => row.from).concat(0));
    const midnight = new Date(local(ready, from));
    midnight.setUTCHours(0, 0, 0, 0);
    for (let day = 0; day <= days; day += 1) {
      for (const minute of minutes) add(midnight.getTime() + (day * 24 * 60 + minute - ready.table.utc_offset) * MINUTE);
    }
    return [...marks].sort((one, other) => one - other);
  };

  // Two replies that read alike; where nothing is known, what the plan allows makes no difference.
  const same = (ready, one, other) => {
    const told = (reply) => {
      const free = reply.certainty !== "known" && reply.number !== null && ready.table.answers[reply.number].verdict === "allowed";
      return [reply.reason, reply.level, reply.certainty, free ? "" : reply.number].join();
    };
    return told(one) === told(other);
  };

  // The same question for some days: spans with the same answer are one.
  const ahead = (ready, status, drive, now, days) => {
    const found = [];
    for (const at of turns(ready, status, drive.at, days)) {
      const reply = decide(ready, status, Object.assign({}, drive, { at }), now);
      const before = found[found.length - 1];
      if (before && same(ready, before.reply, reply)) continue;
      if (before) before.to = at;
      found.push({ from: at, to: drive.at + days * 24 * 60 * MINUTE, reply });
    }
    return found;
  };

  return { prepare, decide, ahead, local };
})();
