// What is shown in, the same as rows out: statements or things, sorted by any column, ready for a spreadsheet.

const ROWS = 1000; // that are written at once; the others on request, and in all that is copied or saved
const TABLES = {
  said: {
    columns: ["subject", "relation", "object", "words", "date", "confidence", "source", "quote"],
    rows: () => told().map((fact) => {
      const quote = fact.quotes[0];
      return [things[fact.subject].name, word(fact.relation), fact.object < 0 ? "" : things[fact.object].name, inWords(fact), fact.dates.join(" "), fact.sure, quote?.title ?? "", quote?.exact ?? ""];
    }),
    open: (n) => change({ pick: `e${told()[n].id}` }),
  },
  things: {
    columns: ["name", "alias", "class", "code", "linkCount"],
    rows: () => shown.nodes.map((id) => [things[id].name, things[id].names.join("、"), things[id].kinds.map(word).join("、"), things[id].code, neighbours(id).length]),
    open: (n) => change({ pick: `t${shown.nodes[n]}` }),
  },
};
// The column is named in the state, with a minus before it where the last come first.
const sorting = (name) => ({ column: TABLES[name].columns.indexOf(state.sort.replace("-", "")), down: state.sort.startsWith("-") });

// Edges that are drawn, and the notes of the things that are drawn.
function told() {
  const inside = new Set(shown.nodes);
  for (const id of inside) saidOf(id);
  return [...shown.edges, ...said.filter((fact) => fact.object < 0 && inside.has(fact.subject) && passes(fact))];
}
function sortedRows(name) {
  const rows = TABLES[name].rows().map((cells, n) => ({ cells, n }));
  const { column, down } = sorting(name);
  if (column < 0) return rows;
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "zh"));
  return rows.sort((a, b) => (down ? -1 : 1) * compare(a.cells[column], b.cells[column]) || a.n - b.n);
}

function tellTable() {
  const box = byId("table");
  box.hidden = !state.table;
  for (const id of ["canvas", "zoom"]) byId(id).hidden = Boolean(state.table);
  if (!state.table) { box.replaceChildren(); return; }
  const { columns, open } = TABLES[state.table];
  const rows = sortedRows(state.table);
  const { column, down } = sorting(state.table);
  const head = columns.map((key, n) => make("th", { scope: "col", "aria-sort": column === n ? (down ? "descending" : "ascending") : "none" },
    make("button", { type: "button", id: `sort-${key}`, onclick: () => change({ sort: column === n && !down ? `-${key}` : key }) }, say(key), column === n ? (down ? " ↓" : " ↑") : "")));
  const line = ({ cells, n }) => make("tr", {}, ...cells.map((cell, at) => make("td", {}, at ? named(String(cell)) : make("button", { type: "button", className: "link", onclick: () => open(n) }, named(String(cell))))));
  const body = make("tbody", {}, ...rows.slice(0, ROWS).map(line));
  const rest = rows.slice(ROWS);
  const more = rest.length ? make("button", { type: "button", className: "more", id: "more-rows", onclick: ({ target }) => { body.append(...rest.map(line)); target.remove(); } }, say("more", rest.length)) : "";
  const tabs = Object.keys(TABLES).map((name) => make("button", { type: "button", id: `tab-${name}`, "aria-pressed": state.table === name, onclick: () => change({ table: name, sort: "" }) }, say(`${name}Table`)));
  const copy = make("button", { type: "button", id: "copy-table", onclick: () => copyText(sheet(state.table), say("copiedRows", rows.length)) }, say("copy"));
  keepFocus(() => box.replaceChildren(make("p", { className: "tabs" }, ...tabs, copy), make("table", {}, make("thead", {}, make("tr", {}, ...head)), body), more));
}
// A cell that a spreadsheet would run as a formula is kept a text.
const plain = (cell) => (/^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : String(cell));
function sheet(name) {
  const rows = [TABLES[name].columns.map((key) => say(key)), ...sortedRows(name).map(({ cells }) => cells)];
  return rows.map((row) => row.map((cell) => plain(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}
function csv(name) {
  const rows = [TABLES[name].columns.map((key) => say(key)), ...sortedRows(name).map(({ cells }) => cells)];
  return `\ufeff${rows.map((row) => row.map((cell) => `"${plain(cell).replaceAll('"', '""')}"`).join(",")).join("\r\n")}\r\n`;
}
