// What is shown in, the picture out: vis-network draws, nothing moves by itself.

const CROWD = 400; // things; in a larger picture no word is drawn at a distance that shows them all
const CHANGED = { new: "#1a7f37", gone: "#cf222e", changed: "#9a6700" };
const theme = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const network = new vis.Network(byId("canvas"), {}, {
  autoResize: true,
  physics: false,
  layout: { randomSeed: 1, improvedLayout: false },
  interaction: { hover: false, keyboard: false, selectConnectedEdges: false, multiselect: false, tooltipDelay: 1e9 },
  nodes: { borderWidth: 0, scaling: { label: { drawThreshold: 4 } }, chosen: false },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, scaling: { label: { drawThreshold: 10 } }, chosen: false, selectionWidth: 0, arrowStrikethrough: false },
});
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
network.setData({ nodes, edges });

let shown = { nodes: [], edges: [], steps: [] };
let heads = [];
let at = new Map();

function redraw(anew) {
  shown = visible();
  ({ at, heads } = places(shown));
  paint();
  tellPanel();
  tellLegend();
  tellTable();
  tellTools();
  tellCount();
  network.setSize("100%", "100%"); // what stands around the picture may have grown
  if (anew) aim();
  letter();
}

// Only what differs is handed over: a click in a picture of a thousand things must not draw it anew.
const painted = { nodes: new Map(), edges: new Map() };
function paint() {
  const colours = { text: theme("--text"), back: theme("--paper"), quiet: theme("--quiet"), dark: matchMedia("(prefers-color-scheme: dark)").matches };
  const lit = near();
  renew(nodes, painted.nodes, shown.nodes.map((id) => nodeOf(id, colours, lit)));
  const twins = twinsOf(shown.edges);
  renew(edges, painted.edges, shown.edges.map((fact) => edgeOf(fact, colours, lit, twins.get(fact.id))));
}
function renew(set, before, rows) {
  const now = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  const gone = [...before.keys()].filter((id) => !now.has(id));
  const fresh = rows.filter((row) => before.get(row.id) !== now.get(row.id));
  if (gone.length) set.remove(gone);
  if (fresh.length) set.update(fresh);
  before.clear();
  for (const [id, text] of now) before.set(id, text);
}

// The picked thing or edge and what it touches stay bright, the rest steps back.
function near() {
  if (shown.steps.length) return new Set(shown.steps);
  const id = +state.pick.slice(1);
  if (state.pick === `t${state.focus}`) return null;
  if (state.pick[0] === "t" && at.has(id)) return new Set([id, ...neighbours(id)]);
  if (state.pick[0] === "e" && said[id].object >= 0) return new Set([said[id].subject, said[id].object]);
  return null;
}
function nodeOf(id, colours, lit) {
  const thing = things[id];
  const [x, y] = at.get(id);
  const change = story.changes.things?.[fullKey(thing)];
  const colour = story.changes.things ? (CHANGED[change] ?? "#a8adb4") : tinted(lookOf(thing.group)[0], colours);
  const chosen = state.pick === `t${id}`;
  const bright = !lit || lit.has(id);
  return {
    id, x, y, shape: thing.shape, size: chosen ? thing.size + 4 : thing.size, label: thing.label, opacity: bright ? 1 : 0.22,
    color: { background: colour, border: chosen ? colours.text : state.pins[id] ? colours.quiet : colour },
    borderWidth: chosen ? 2.5 : state.pins[id] ? 2.5 : 0,
    font: { size: letters.get(id) ?? fontOf(thing), color: bright ? colours.text : `${colours.quiet}88`, strokeWidth: bright ? 4 : 0, strokeColor: colours.back, face: "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif" },
  };
}
function edgeOf(fact, colours, lit, twin) {
  const [colour, dashes] = lineOf(fact.relation);
  const change = story.changes.said?.[fact.id];
  const chosen = state.pick === `e${fact.id}` || onWay(fact, shown.steps);
  const own = !lit || chosen || (state.pick === `t${fact.subject}` || state.pick === `t${fact.object}`);
  const paint = story.changes.said ? (CHANGED[change] ?? "#a8adb4") : tinted(colour, colours);
  return {
    id: fact.id, from: fact.subject, to: fact.object, label: own && roomy(fact, twin ?? 0) ? edgeLabel(fact) : " ", width: chosen ? 4.5 : own && lit ? 2.2 : 1.4,
    color: { color: paint, opacity: own ? 0.85 : 0.12 }, dashes: change === "gone" ? [3, 5] : dashes.length ? dashes : false,
    smooth: twin ? { enabled: true, type: twin > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(twin) } : false,
    font: { size: 13, color: colours.text, strokeWidth: 4, strokeColor: colours.back, align: "middle", face: "system-ui, 'Noto Sans CJK SC', sans-serif" },
  };
}
// On dark paper a dark colour is lightened.
function tinted(colour, { dark }) {
  if (!dark) return colour;
  const parts = [1, 3, 5].map((n) => Number.parseInt(colour.slice(n, n + 2), 16));
  return `#${parts.map((part) => Math.round(part + (255 - part) * 0.35).toString(16).padStart(2, "0")).join("")}`;
}
const fontOf = (thing) => Math.round(12 + thing.size / 3);
// A word on a line between two near things, or behind a name, would only make both hard to read.
function roomy(fact, twin) {
  const [[x, y], [a, b]] = [at.get(fact.subject), at.get(fact.object)];
  const half = wide(edgeLabel(fact)) * 6.5;
  if (Math.hypot(a - x, b - y) < half * 2 + things[fact.subject].size + things[fact.object].size + 20) return false;
  const [mx, my] = [(x + a) / 2 + (b - y) * twin * 0.5, (y + b) / 2 - (a - x) * twin * 0.5];
  const box = [mx - half * 0.8, my - 9, mx + half * 0.8, my + 9];
  return shown.nodes.length > CROWD || !shown.nodes.some((id) => overlap(box, boxOf(id, fontOf(things[id]))));
}
function edgeLabel(fact) {
  const title = fact.parts.find(([part]) => part === "title")?.[1] ?? "";
  return title ? (title.length > 12 ? `${title.slice(0, 11)}…` : title) : word(fact.relation);
}

// Edges between the same two things bend away from each other.
function twinsOf(facts) {
  const pairs = grouped(facts, (fact) => [fact.subject, fact.object].sort((a, b) => a - b).join());
  const bends = new Map();
  for (const twins of pairs.values()) {
    twins.forEach((fact, n) => {
      const bend = (n - (twins.length - 1) / 2) * Math.min(0.28, 0.9 / twins.length);
      bends.set(fact.id, twins.length > 1 ? (fact.subject < fact.object ? bend : -bend) : 0);
    });
  }
  return bends;
}

network.on("beforeDrawing", (context) => {
  context.font = `bold ${Math.max(20, 13 / network.getScale())}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.fillStyle = theme("--quiet");
  for (const head of heads) context.fillText(head.text, head.x, head.y);
});
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  byId("canvas").focus({ preventScroll: true });
  if (node !== undefined) pickThing(node);
  else if (edge !== undefined) change({ pick: `e${edge}` });
  else if (state.pick) change({ pick: "" });
});
// Twice by mouse is what the browser says: it knows when a click was made, vis only when it came to it, and a busy machine
// comes late. Twice by finger is what vis says, for not every browser tells of it.
let finger = false;
byId("canvas").addEventListener("pointerdown", ({ pointerType }) => { finger = pointerType === "touch"; }, true);
byId("canvas").addEventListener("dblclick", ({ clientX, clientY }) => {
  const { left, top } = byId("canvas").getBoundingClientRect();
  if (!finger) expandAt(network.getNodeAt({ x: clientX - left, y: clientY - top }));
});
network.on("doubleClick", ({ nodes: [node] }) => { if (finger) expandAt(node); });
function expandAt(node) {
  if (node !== undefined) expand(node);
}
network.on("dragEnd", ({ nodes: [node] }) => {
  if (node === undefined) { seen(); return; }
  const { x, y } = network.getPosition(node);
  change({ pins: { ...state.pins, [node]: [Math.round(x), Math.round(y)] } });
});
