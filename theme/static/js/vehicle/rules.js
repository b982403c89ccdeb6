// What belongs to an answer: the rules behind it, the exemptions, what to carry. Templates of the page, filled in.
(() => {
  "use strict";
  const vehicle = window.lantian.vehicle;
  const byId = (id) => document.getElementById(id);
  let known;
  const say = (number) => vehicle.speak(known, number);
  const table = () => known.ready.table;

  // Statements and exemptions by number, each a copy of its template with the words filled in.
  const fill = (copy, slots) => {
    for (const part of copy.querySelectorAll("[data-slot]")) vehicle.show(part.querySelector("span") || part, slots[part.dataset.slot]);
    for (const part of copy.querySelectorAll("[data-slot]")) part.hidden = !slots[part.dataset.slot];
    return copy;
  };
  const doubt = (copy, one) => {
    const link = copy.querySelector(".doubt a");
    if (one.doubt) link.href += "#" + one.doubt.anchor;
    return one.doubt ? say(one.doubt.note) : "";
  };
  const statement = (one, level) => {
    const copy = vehicle.copy("statement");
    if (one.duty) copy.querySelector(".strength").append(vehicle.copy("duty-" + one.duty));
    else copy.querySelector(".strength").remove();
    return fill(copy, {
      text: say(one.text), condition: one.condition !== null && say(one.condition), hours: one.hours !== null && say(one.hours),
      citation: one.citations[level] !== undefined && say(one.citations[level]), doubt: doubt(copy, one),
    });
  };
  const exemption = (one) => {
    const copy = vehicle.copy("exemption");
    copy.querySelector(".code").append(vehicle.verdict(one.code, say(one.word)));
    return fill(copy, { text: say(one.text), doubt: doubt(copy, one) });
  };
  const list = (id, copies) => {
    byId(id).querySelector("ul, div").textContent = "";
    byId(id).querySelector("ul, div").append(...copies);
    byId(id).hidden = !copies.length;
  };

  vehicle.showRules = (shown, reply) => {
    known = shown;
    const answer = reply.number === null ? { statements: [], claims: [], unhelpful: [] } : table().answers[reply.number];
    const statements = answer.statements.map((one) => table().statements[one]);
    const hours = statements.filter((one) => one.hours !== null).map((one) => say(one.hours)).join(" ");
    list("rules", statements.map((one) => statement(one, reply.level)));
    list("claims", answer.claims.map((one) => exemption(table().exemptions[one])));
    list("unhelpful", answer.unhelpful.map((one) => exemption(table().exemptions[one])));
    byId("carry").hidden = !statements.some((one) => one.kind === "rule");
    if (answer.carry !== undefined) vehicle.show(byId("carry-words"), say(answer.carry));
    byId("hours").hidden = byId("carry").hidden;
    vehicle.show(byId("hours-words"), hours || byId("hours").dataset.none);
  };

  // What the level asks as long as it holds, where it is not known whether it does; a free passage is not told so.
  vehicle.likely = (shown, reply) => {
    known = shown;
    const answer = reply.number === null ? null : table().answers[reply.number];
    if (reply.certainty === "known" || !reply.level || !answer || answer.verdict === "allowed") return "";
    return byId("result").dataset.likely + say(table().levels[reply.level]) + " – " + say(answer.word);
  };
})();
