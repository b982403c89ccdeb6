// The same page as ../hugo/layouts/page.html writes, by a JavaScript template: Eleventy's fastest.
import { readFileSync } from "node:fs";
import yaml from "js-yaml";

const read = (part, name) => yaml.load(readFileSync(`data/${part}/${name}.yaml`, "utf-8"));
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const each = (rows, write) => rows.map(write).join("");
const MARK = '<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M2 2h20v20z"/></svg>';

// A template of one part of the site; the texts stay outside Eleventy's data, which is copied for every page.
export function part(name, status) {
  const pages = read(name, "pages");
  const rows = read(name, "rows").map((row) => ({ ...row, zh: escaped(row.zh), en: escaped(row.en) }));
  return {
    data: {
      numbers: pages.map((_, number) => number),
      pagination: { data: "numbers", size: 1, alias: "number" },
      permalink: ({ number }) => (pages[number].url.endsWith("/") ? `${pages[number].url}index.html` : pages[number].url),
    },
    render: ({ number }) => page(pages[number], rows, status),
  };
}

function page(of, rows, status) {
  const { lang, base, name } = of;
  const here = rows.slice(of.from);
  const sections = Array.from({ length: of.sections }, (_, number) => section(of, here, number + 1)).join("");
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<meta name="robots" content="noindex">
<link rel="alternate" hreflang="zh-CN" href="${base}zh/${name}/">
<link rel="alternate" hreflang="en" href="${base}en/${name}/">
<link rel="icon" href="${base}static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}static/site.css">
<script src="${base}static/site.js" defer></script>
</head>
<body data-template="${name}">
<a class="skip" href="#main">rival</a>
<header class="top">
<div class="wrap bar"><a class="brand" href="${base}">rival</a></div>
<p class="strip" data-state="${status.state}">${status[lang]}</p>
</header>
<main id="main" class="wrap">
${sections}
</main>
<footer class="foot"><div class="wrap"><nav aria-label="rival"><ul class="foot-links">
${each(rows.slice(0, 6), (row) => `<li><a href="${base}${lang}/${row.id}/">${row[lang]}</a></li>\n`)}
</ul></nav></div></footer>
</body>
</html>
`;
}

function section({ lang, base, name, paragraphs, items, marks, rows, cells }, here, number) {
  const [head] = here.slice(number, number + 1);
  const lines = here.slice(0, items);
  const table = Array.from({ length: rows }, (_, row) => here.slice(row + 1, row + 1 + cells));
  return `
${head ? `<h2 id="${head.id}">${head[lang]}</h2>` : ""}
${each(here.slice(0, paragraphs), (row) => `<p class="aside">${row[lang]}</p>\n`)}
${lines.length ? `<ul class="links rows">
${each(lines, (row) => `<li><a href="${base}${lang}/#${row.id}"><span class="note">${row[lang]}</span></a></li>\n`)}</ul>` : ""}
${each(here.slice(0, marks), (row) => `<div class="measure"><span class="chip ${row.duty}">${MARK} ${row.clause}</span></div>\n`)}
${table.length ? `<table class="stack"><caption>${name}</caption><tbody>
${each(table, (line) => `<tr>${each(line, (row) => `<td data-label="${row.clause}">${row[lang]}</td>`)}</tr>\n`)}</tbody></table>` : ""}
`;
}
