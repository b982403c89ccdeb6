// Lists of vehicles as people paste them: one a line, fields parted by commas, tabs or semicolons, full-width ones too.
(() => {
  "use strict";
  const vehicle = window.lantian.vehicle;
  // Names of places hold commas: they part fields only where a line has neither tabs nor semicolons.
  const PARTS = [/\t/, /[;；]/, /[,，]/];
  const PLATE = /^[\u4e00-\u9fff][A-Z][-·.\s]?[A-Z0-9]{4,6}[A-Z0-9\u4e00-\u9fff]?$/i;
  const FIELDS = ["class", "fuel", "stage", "area", "plate"];

  // As formats/vehicle_check_words.py folds the words of the table.
  const fold = (word) => word.normalize("NFKC").replace(/[\s\-_()/·.]+/g, "").toLowerCase();

  // The fields of a line; what stands in double quotes is one field, a doubled quote in it is a quote.
  const fields = (line) => {
    const found = [""];
    const parting = PARTS.find((signs) => signs.test(line.replace(/"[^"]*"/g, ""))) || PARTS[0];
    let quoted = false;
    for (let index = 0; index < line.length; index += 1) {
      const sign = line[index];
      if (sign === '"' && quoted && line[index + 1] === '"') {
        found[found.length - 1] += '"';
        index += 1;
      } else if (sign === '"' && (quoted || !found[found.length - 1].trim())) {
        quoted = !quoted;
      } else if (!quoted && parting.test(sign)) {
        found.push("");
      } else {
        found[found.length - 1] += sign;
      }
    }
    return found.map((field) => field.trim());
  };

  const isHeading = (words, parts) => parts.filter((part) => fold(part) in words.heading).length > 1;

  // The last digit, as the plate itself shows it; only where the label is a plate.
  const digitOf = (label) => {
    if (!PLATE.test(label)) return "unknown";
    const last = label[label.length - 1];
    return /\d/.test(last) ? last : /[a-z]/i.test(last) ? "letter" : "unknown";
  };

  const meaning = (words, kind, part) => {
    if (kind === "plate" && /^\d$/.test(fold(part))) return fold(part);
    return words[kind][fold(part)];
  };

  // One line: a drive without its time, or the field that makes no sense. `home` is the place of lines that name none.
  const one = (table, parts, home) => {
    const words = table.words;
    const first = fold(parts[0]) in words.class ? 0 : 1;
    if (parts.length < first + 1 || !parts[first]) return { fault: "class", part: parts[0] || "" };
    if (parts.length > first + FIELDS.length && parts.slice(first + FIELDS.length).some(Boolean)) return { fault: "many", part: parts[first + FIELDS.length] };
    const label = first ? parts[0] : "";
    const read = { label };
    for (const [index, kind] of FIELDS.entries()) {
      const part = parts[first + index] || "";
      if (part) {
        read[kind] = meaning(words, kind, part);
        if (read[kind] === undefined) return { fault: kind, part };
      }
    }
    const entry = table.classes.find((kind) => kind.id === read.class);
    if (!read.fuel && entry.fuels.length === 1) read.fuel = entry.fuels[0];
    if (!read.fuel) return { fault: "fuel", part: "" };
    if (!entry.fuels.includes(read.fuel)) return { fault: "fuel", part: parts[first + 1] };
    if (!read.stage) read.stage = read.fuel === "electric" ? "electric" : "unknown";
    if (!entry.order[read.fuel].includes(read.stage)) return { fault: "stage", part: parts[first + 2] };
    return { drive: Object.assign({ area: home, plate: digitOf(label) }, read) };
  };

  // Every line with its number: `drives` that can be asked, `faults` that make no sense, `heading` the line passed over.
  vehicle.lines = (table, text, home) => {
    const read = { drives: [], faults: [], heading: null };
    text.split(/\r\n|\r|\n/).forEach((line, index) => {
      const parts = fields(line);
      if (!parts.some(Boolean)) return;
      if (!read.drives.length && !read.faults.length && isHeading(table.words, parts)) {
        read.heading = index + 1;
        return;
      }
      const found = one(table, parts, home);
      if (found.drive) read.drives.push({ line: index + 1, drive: found.drive });
      else read.faults.push(Object.assign({ line: index + 1 }, found));
    });
    return read;
  };

  // A file as text: UTF-8, UTF-16 with its mark, GB18030; null if it is none of them.
  vehicle.decode = (bytes) => {
    const marks = new Uint8Array(bytes.slice(0, 2));
    const wide = { "255,254": "utf-16le", "254,255": "utf-16be" }[marks.join()];
    for (const name of wide ? [wide] : ["utf-8", "gb18030"]) {
      try {
        const text = new TextDecoder(name, { fatal: true }).decode(bytes);
        return text.includes("\0") ? null : text;
      } catch (error) {
        continue;
      }
    }
    return null;
  };

  // A cell of a CSV file (RFC 4180); what a spreadsheet would take for a formula is kept as text by an apostrophe.
  const cell = (value) => {
    const text = String(value);
    const safe = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  };
  vehicle.csv = (rows) => "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
})();
