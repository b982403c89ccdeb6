// Finds companies in files that lie still: generator/lantian/lookup writes them and says how they are made.
// Written for browsers of 2018; knows nothing of the page.
const lantianLookup = (() => {
  "use strict";
  const LAST = "\uffff";
  const UNCODED = "!#$%&()*+,-/:;<=";
  const AT_ONCE = 4; // blocks asked for together while a filter is looked through
  const AT_MOST = 12; // and how many of them before the reader is asked

  // The first number below `length` for which `beyond` holds, where it holds for all that follow.
  const first = (length, beyond) => {
    let low = 0;
    for (let high = length; low < high;) {
      const middle = (low + high) >> 1;
      if (beyond(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  // Keys come with the number of signs they share with the one before.
  const lengthener = () => {
    let before = [];
    return (key) => {
      before = before.slice(0, +key[0]).concat(Array.from(key.slice(1)));
      return before.join("");
    };
  };

  const leaf = (lengthen) => (told) => {
    let text = 0;
    return { key: lengthen(told[0]), repeat: told[1], texts: told.slice(2).map((step) => (text += step)) };
  };

  const company = (told, number) => ({
    number, name: told[0], id: told[1], letters: told[2], county: told[3], sector: told[4], grade: told[5],
    branch: told[6], named: told[7] === 1, folded: told[8],
  });

  // A letter fits a sign that may be read in several ways: "x[zc]" is two signs.
  const readAs = (letters, text) => {
    const signs = letters.match(/\[[^\]]+\]|[^]/g) || [];
    return signs.some((_, start) => Array.from(text).every((sign, at) => (signs[start + at] || "").includes(sign)));
  };

  const open = (base) => {
    const asked = new Map();
    const get = (name) => {
      if (!asked.has(name)) {
        const answer = fetch(base + name).then((found) => {
          if (!found.ok) throw new Error(name + ": " + found.status);
          return found.json();
        });
        answer.catch(() => asked.delete(name)); // the next question asks again
        asked.set(name, answer);
      }
      return asked.get(name);
    };
    const made = new Map();
    const once = (name, make) => {
      if (!made.has(name)) made.set(name, get(name).then(make));
      made.get(name).catch(() => made.delete(name));
      return made.get(name);
    };
    const head = (field) =>
      once(field + "/head.json", (told) => Object.assign({}, told, { keys: told.keys.map(lengthener()) }));
    const block = (field, number) => once(field + "/" + number + ".json", (told) => told.map(leaf(lengthener())));
    const signs = () => once("signs.json", (told) => ({ rows: told.rows, dropped: new RegExp(told.dropped, "g") }));
    const variants = () => once("variants.json", (told) => {
      const plain = new Map();
      Object.keys(told).forEach((form) => Array.from(told[form]).forEach((sign) => plain.set(sign, form)));
      return plain;
    });

    const folded = (text, dropped) => text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(dropped, "");
    const fold = (text) => signs().then((known) => folded(text, known.dropped));
    const simplify = (text) =>
      variants().then((plain) => Array.from(text, (sign) => plain.get(sign) || sign).join(""));

    // Companies by number, in the order asked for.
    const take = (numbers) => signs().then((known) => Promise.all(numbers.map((number) =>
      get("rows/" + Math.floor(number / known.rows) + ".json")
        .then((told) => company(told[number % known.rows], number)))));
    const named = (number) => signs()
      .then((known) => get("named/" + Math.floor(number / known.rows) + ".json"))
      .then((told) => told[number]);

    const holds = {
      names: (one, text, dropped) => (one.folded || folded(one.name, dropped)).includes(text),
      letters: (one, text) => readAs(one.letters, text),
      codes: (one, text) => coded(one.id).includes(text),
    };
    const coded = (id) => id.startsWith("n-")
      ? id.slice(2).replace(/[0-9a-f]/g, (digit) => UNCODED[parseInt(digit, 16)])
      : id;

    // What a filter leaves, as ranges of numbers: `wanted` may have county, sector and grade.
    const ranges = (wanted) => get("counts.json").then((told) => {
      const found = [];
      let start = 0;
      const fits = (kind, value) => !wanted[kind] || wanted[kind] === value;
      told.counties.forEach(([county, sectors]) => sectors.forEach((counts) => told.grades.forEach((grade, at) => {
        const end = start + counts[at + 1];
        if (end > start && fits("county", county) && fits("sector", told.sectors[counts[0]]) && fits("grade", grade)) {
          found.push([start, end]);
        }
        start = end;
      })));
      return found;
    });

    // All that `within` holds, for a question without words.
    const browse = (within) => {
      const total = within.reduce((sum, range) => sum + range[1] - range[0], 0);
      const hits = { numbers: [], total, done: false, more: (wanted) => {
        hits.numbers = [];
        for (const range of within) {
          for (let at = range[0]; at < range[1] && hits.numbers.length < wanted; at += 1) hits.numbers.push(at);
        }
        hits.done = hits.numbers.length === total;
        return Promise.resolve(hits);
      } };
      return hits;
    };

    // Where the keys that begin with a text may stand: block numbers, the last one not included.
    const stretch = (keys, text) => [
      Math.max(first(keys.length, (at) => keys[at] >= text) - 1, 0),
      Math.max(first(keys.length, (at) => keys[at] > text + LAST), 1),
    ];
    const passing = (within) => (number) => {
      if (!within) return true;
      const range = within[first(within.length, (at) => within[at][1] > number)];
      return range !== undefined && range[0] <= number;
    };
    const joined = (leaves) => [].concat(...leaves.map((one) => one.texts));
    const sorted = (numbers) => numbers.sort((one, other) => one - other);

    // Where few places were left, keys end early: the companies themselves tell.
    const checked = async (field, text, numbers) => {
      const [companies, { dropped }] = await Promise.all([take(numbers), signs()]);
      return companies.filter((one) => holds[field](one, text, dropped)).map((one) => one.number);
    };

    // Companies whose `field` holds the text; `within` as from `ranges`, or null. `total` is null while unknown.
    const find = async (field, text, within) => {
      const known = await head(field);
      const length = Array.from(text).length;
      const [begin, end] = stretch(known.keys, text);
      const passes = passing(within);
      const certain = (leaves) => joined(leaves.filter((one) => one.key.startsWith(text) && one.repeat < length));
      const [start, close] = await Promise.all([begin, end - 1].map((number) => block(field, number)));
      const short = start.filter((one) => one.key !== text && text.startsWith(one.key));

      let numbers = certain(end - begin === 2 ? start.concat(close) : start);
      if (short.length) numbers = await checked(field, text, Array.from(new Set(joined(short))).filter(passes));
      const hits = { numbers: sorted(numbers.filter(passes)), total: null, done: short.length > 0 || end - begin <= 2 };
      if (hits.done) {
        hits.total = hits.numbers.length;
      } else if (!within) {
        hits.total = certain(start).length + certain(close).length;
        for (let number = begin + 1; number < end - 1; number += 1) {
          const repeats = known.repeats[number] || {};
          hits.total += known.totals[number];
          Object.keys(repeats).forEach((repeat) => { if (repeat >= length) hits.total -= repeats[repeat]; });
        }
      }
      let next = begin + 1;
      // Looks on until there are as many as wanted, but not for ever.
      hits.more = async (wanted) => {
        for (let looked = 0; !hits.done && hits.numbers.length < wanted && looked < AT_MOST;) {
          const together = Math.min(within ? AT_ONCE : 1, end - next);
          const blocks = await Promise.all(Array.from({ length: together }, (_, at) => block(field, next + at)));
          blocks.forEach((leaves) => { hits.numbers = hits.numbers.concat(sorted(certain(leaves).filter(passes))); });
          next += together;
          looked += together;
          hits.done = next >= end;
        }
        if (hits.done) hits.total = hits.numbers.length;
        return hits;
      };
      return hits;
    };

    return { fold, simplify, find, browse, ranges, take, named, coded };
  };
  return { open };
})();
