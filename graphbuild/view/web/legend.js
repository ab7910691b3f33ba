// The classes, relations and dates of the graph in, the choices that narrow the picture out.

const kindsOf = [...new Set(things.map((thing) => thing.group))].sort((a, b) => Object.keys(style.classes).indexOf(a) - Object.keys(style.classes).indexOf(b));
const relationsOf = [...new Set(said.filter((fact) => fact.object >= 0).map((fact) => fact.relation))];

function choice(list, name, icon, count) {
  const on = !state[list].includes(name);
  const box = make("input", { type: "checkbox", checked: on, value: name, onchange: () => toggle(list, name) });
  return make("label", { className: "choice" }, box, icon, make("span", {}, word(name)), make("span", { className: "count" }, String(count)));
}
function toggle(list, name) {
  const has = state[list].includes(name);
  change({ [list]: has ? state[list].filter((each) => each !== name) : [...state[list], name] });
}
function line(relation) {
  const [colour, dashes] = lineOf(relation);
  const stroke = drawn("line", { x1: 1, y1: 7, x2: 27, y2: 7, stroke: colour, "stroke-width": 2.5, "stroke-dasharray": dashes.join(" ") });
  return drawn("svg", { viewBox: "0 0 28 14", class: "line", "aria-hidden": "true" }, stroke);
}
function tellLegend() {
  const kinds = grouped(shown.nodes, (id) => things[id].group);
  const relations = grouped(shown.edges, (fact) => fact.relation);
  keepFocus(() => {
    byId("kinds").replaceChildren(...kindsOf.map((kind) => choice("noKinds", kind, drawn("svg", { viewBox: "0 0 20 20", class: "glyph", "aria-hidden": "true" }, glyph(kind, 10, 10, 7.5)), kinds.get(kind)?.length ?? 0)));
    byId("relations").replaceChildren(...relationsOf.map((relation) => choice("noRelations", relation, line(relation), relations.get(relation)?.length ?? 0)));
    tellSliders();
  });
}
// A list drawn anew keeps the reader where he was.
function keepFocus(draw) {
  const { id, value, type } = document.activeElement ?? {};
  const box = type === "checkbox" ? document.activeElement.closest("div")?.id : "";
  draw();
  if (box) [...byId(box).querySelectorAll("input")].find((input) => input.value === value)?.focus();
  else if (id && document.activeElement?.id !== id) byId(id)?.focus();
}

const slider = (id, least, most, step, value, text, run) => make("label", { className: "slider" }, make("span", {}, text),
  make("input", { type: "range", id, min: least, max: most, step, value, "aria-valuetext": text, onchange: (event) => run(+event.target.value) }));
function tellSliders() {
  const last = Math.max(dates.length - 1, 0);
  const rows = [slider("sure", 0, 1, 0.05, state.sure, say("atLeast", state.sure), (sure) => change({ sure }))];
  if (last > 0) {
    rows.unshift(slider("until", 0, last, 1, state.until, say("untilDay", dates[state.until]), (n) => change({ until: n, from: Math.min(n, state.from) })));
    rows.unshift(slider("from", 0, last, 1, state.from, say("fromDay", dates[state.from]), (n) => change({ from: n, until: Math.max(n, state.until) })));
  }
  byId("sliders").replaceChildren(byId("sliders").firstElementChild, ...rows);
}
