// The page's story in, a picture that answers clicks out. Every text is set as text, never as HTML.
"use strict";

const FIRST = 400;  // things drawn at first; the others come when they are asked for
const story = JSON.parse(document.getElementById("story").textContent);
const byId = (id) => document.getElementById(id);
const word = (name) => story.words[name] || name;
const called = (iri) => (story.things[iri] || { name: iri }).name;

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

// What is drawn: the largest things first, those of hidden classes left out.

const hidden = new Set();
const shown = new Set([...story.nodes].sort((a, b) => b.size - a.size).slice(0, FIRST).map((node) => node.id));
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(byId("canvas"), { nodes, edges }, {
  physics: false,
  interaction: { hover: true, keyboard: false, hideEdgesOnDrag: true },
  nodes: { font: { size: 15, color: "#222", strokeWidth: 3, strokeColor: "#fff" } },
  edges: { color: { color: "#8a93a0", highlight: "#333" }, font: { size: 10, color: "#666" }, arrows: { to: { scaleFactor: 0.5 } }, smooth: { type: "continuous" } },
});

function draw() {
  const visible = story.nodes.filter((node) => shown.has(node.id) && !hidden.has(node.group));
  const ids = new Set(visible.map((node) => node.id));
  nodes.clear();
  edges.clear();
  nodes.add(visible.map(({ group, ...node }) => ({ ...node, color: story.colours[group] })));
  edges.add(story.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)).map((edge) => ({ ...edge, label: word(edge.label) })));
}

function reveal(iri) {
  shown.add(iri);
  hidden.delete(story.nodes.find((node) => node.id === iri).group);
  for (const edge of story.edges) {
    if (edge.from === iri) shown.add(edge.to);
    if (edge.to === iri) shown.add(edge.from);
  }
  drawLegend();
  draw();
  network.selectNodes([iri]);
  network.focus(iri, { scale: 1.1, animation: false });
  tellThing(iri);
}

// What is told: a thing with all that is said of it, or one edge.

function link(iri) {
  const button = make("button", called(iri));
  button.addEventListener("click", () => reveal(iri));
  return button;
}

function tellQuotes(said) {
  return said.quotes.flatMap((quote) => {
    const block = make("blockquote");
    for (const [text, end] of quote.pieces) block.append(end ? make("mark", text, "end" + end) : text);
    const where = [quote.document, quote.date, quote.rule, quote.sure].filter(Boolean).join(" · ");
    return [block, make("div", where, "where")];
  });
}

function tellSaid(said) {
  const box = make("div", "", "said");
  const line = make("div");
  line.append(link(said.subject), ` ${word(said.relation)} `, said.object ? link(said.object) : said.words);
  if (said.object && said.words) line.append(`（${said.words}）`);
  box.append(line, ...tellQuotes(said));
  return box;
}

function tellThing(iri) {
  const thing = story.things[iri];
  const kinds = thing.kinds.map(word).join("、");
  const names = thing.names.length ? [make("div", "又称：" + thing.names.join("、"))] : [];
  const said = [...story.said, ...story.notes].filter((each) => each.subject === iri || each.object === iri);
  byId("panel").replaceChildren(make("h2", thing.name), make("div", kinds, "where"), ...names, ...said.map(tellSaid));
}

network.on("click", (event) => {
  if (event.nodes.length) tellThing(event.nodes[0]);
  else if (event.edges.length) byId("panel").replaceChildren(tellSaid(story.said[event.edges[0]]));
});

// How a thing is found: by name or alias, by class.

const index = new Map();
for (const [iri, thing] of Object.entries(story.things)) {
  for (const name of [...thing.names, thing.name]) index.set(name, iri);
}
byId("names").append(...[...index.keys()].map((name) => Object.assign(make("option"), { value: name })));
byId("search").addEventListener("change", (event) => {
  const asked = event.target.value.trim();
  const name = index.has(asked) ? asked : [...index.keys()].find((known) => asked && known.includes(asked));
  if (name) reveal(index.get(name));
});

function drawLegend() {
  byId("legend").replaceChildren(...Object.entries(story.colours).map(([kind, colour]) => {
    const label = make("label");
    const box = Object.assign(make("input"), { type: "checkbox", checked: !hidden.has(kind) });
    box.addEventListener("change", () => { box.checked ? hidden.delete(kind) : hidden.add(kind); draw(); });
    const dot = make("span", "", "dot");
    dot.style.backgroundColor = colour;
    label.append(box, dot, word(kind));
    return label;
  }));
}

drawLegend();
draw();
network.fit();
