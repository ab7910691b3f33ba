// Keys and buttons in, the same acts out; and the page begins.

const LAYOUTS = ["force", "class", "district", "fan"];
const picked = () => (state.pick[0] === "t" ? +state.pick.slice(1) : -1);
const onPicked = (run) => () => (picked() >= 0 ? run(picked()) : tell(say("pickFirst")));
const nextLayout = () => change({ layout: LAYOUTS[(LAYOUTS.indexOf(state.layout) + 1) % LAYOUTS.length] });
const turnLanguage = () => change({ language: language === "zh" ? "en" : "zh" });
const KEYS = {
  "/": () => byId("search").focus(), "?": openHelp, h: onPicked(hide), e: onPicked(expand), p: onPicked(pin), s: onPicked(pathFrom),
  1: onPicked((id) => focusOn(id, 1)), 2: onPicked((id) => focusOn(id, 2)), 3: onPicked((id) => focusOn(id, 3)),
  n: () => nextEdge(1), b: () => nextEdge(-1), Enter: () => byId("panel").focus(), Escape: () => change({ pick: "", path: [] }),
  u: () => undo(), r: () => undo(undone, past), o: home, f: fit, t: () => change({ table: state.table ? "" : "said" }), v: nextLayout,
  l: turnLanguage, k: copyLink, a: () => change({ all: !state.all, focus: -1, layout: "force" }), "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8),
};
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
for (const [key, way] of Object.entries(ARROWS)) KEYS[key] = () => step(...way);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox], [type=range]), select, textarea, dialog");
  const inside = event.target.closest?.("button, a, summary, #panel, #table, label, input");
  const moves = event.key.startsWith("Arrow") || event.key === "Enter";
  const arrow = ARROWS[event.key];
  if (arrow && !typing && !inside && (event.shiftKey || event.ctrlKey)) { event.preventDefault(); (event.shiftKey ? panBy : push)(...arrow); return; }
  if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === "z" && !typing) { event.preventDefault(); undo(...(event.shiftKey ? [undone, past] : [])); return; }
  if (typing || (moves && inside) || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

// What dragging does, by keys.
function push(dx, dy) {
  if (!at.has(picked())) { tell(say("pickFirst")); return; }
  const [x, y] = at.get(picked());
  change({ pins: { ...state.pins, [picked()]: [x + dx * 20, y + dy * 20] } });
}

// The nearest thing in the direction of the arrow.
function step(dx, dy) {
  const [x, y] = at.get(picked()) ?? Object.values(network.getViewPosition());
  if (!at.has(picked())) { if (shown.nodes.length) pickThing(nearest(x, y)); return; }
  const ahead = shown.nodes.filter((id) => at.has(id) && id !== picked()).map((id) => {
    const [a, b] = [at.get(id)[0] - x, at.get(id)[1] - y];
    return [a * dx + b * dy, Math.abs(a * dy) + Math.abs(b * dx), id];
  }).filter(([along, aside]) => along > 0 && aside <= along * 2.5);
  ahead.sort(([a, b], [c, d]) => a + b * 2 - c - d * 2);
  if (!ahead.length) return;
  pickThing(ahead[0][2]);
  bring(ahead[0][2]);
}
const nearest = (x, y) => [...shown.nodes].sort((a, b) => Math.hypot(at.get(a)[0] - x, at.get(a)[1] - y) - Math.hypot(at.get(b)[0] - x, at.get(b)[1] - y))[0];
// From a thing to its edges, one after another.
function nextEdge(way) {
  const fact = state.pick[0] === "e" ? said[+state.pick.slice(1)] : null;
  const centre = fact ? nextEdge.of ?? fact.subject : picked();
  if (centre < 0) { tell(say("pickFirst")); return; }
  nextEdge.of = centre;
  const list = about[centre].filter((each) => leads(each) && at.has(otherEnd(each, centre)));
  if (!list.length) return;
  const next = list[(list.indexOf(fact) + way + list.length) % list.length];
  change({ pick: `e${next.id}` });
  tell([things[next.subject].name, word(next.relation), things[next.object].name].join(" "));
}

function tellTools() {
  const button = (key, run, pressed) => make("button", { type: "button", id: `tool-${key}`, title: say(`${key}Hint`), onclick: run, ...(pressed === undefined ? {} : { "aria-pressed": pressed }) }, say(key));
  const layout = make("select", { id: "layout", "aria-label": say("layout"), onchange: (event) => change({ layout: event.target.value }) },
    ...LAYOUTS.map((name) => make("option", { value: name, selected: name === state.layout }, say(`${name}Layout`))));
  const saves = make("details", { id: "save" }, make("summary", {}, say("save")), make("div", {}, ...Object.keys(SAVES).map((kind) => button(`save${kind.toUpperCase()}`, () => { byId("save").open = false; SAVES[kind](); }))));
  const link = linked ? [button("link", copyLink)] : [];
  keepFocus(() => byId("tools").replaceChildren(button("home", home), layout, button("tableView", KEYS.t, Boolean(state.table)), button("undo", () => undo()), button("redo", () => undo(undone, past)), saves, ...link, button("language", turnLanguage), button("help", openHelp)));
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", say(`${element.dataset.name}Name`));
  byId("search").placeholder = say("search");
  byId("search").setAttribute("aria-label", say("search"));
  byId("title").textContent = story.opening.title || say("title");
  document.documentElement.lang = language;
  const zoom = (key, run, sign) => make("button", { type: "button", title: say(key), "aria-label": say(key), onclick: run }, sign);
  if (!byId("zoom").dataset.language || byId("zoom").dataset.language !== language) byId("zoom").replaceChildren(zoom("zoomIn", KEYS["+"], "+"), zoom("zoomOut", KEYS["-"], "−"), zoom("fit", fit, "⤢"));
  byId("zoom").dataset.language = language;
}
function openHelp() {
  const rows = say("keys").split("\n").map((row) => row.split("\t"));
  const close = make("button", { type: "button", onclick: () => byId("help").close() }, say("close"));
  byId("help").replaceChildren(make("h2", {}, say("help")), make("p", {}, say("how")), make("dl", {}, ...rows.flatMap(([key, text]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)])), close);
  byId("help").showModal();
}

function tell(text) { byId("status").textContent = text; }
function tellCount() {
  const full = (shown.nodes.length >= MOST ? ` ${say("cut", MOST)}` : "") + (partial ? ` · ${say("partial", ...story.left)}` : "");
  tell(say("count", shown.nodes.length, things.length, shown.edges.length, said.filter((fact) => fact.object >= 0).length) + full);
  byId("canvas").setAttribute("aria-description", byId("status").textContent);
}

for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", () => paint());
if (matchMedia("(max-width: 800px)").matches || story.opening.embedded) byId("legend").open = false;
if (linked) addEventListener("hashchange", () => { if (location.hash.slice(1) !== written()) become(readLink(location.hash)); });
if (story.opening.embedded) document.body.classList.add("embedded");
state = readLink(linked ? location.hash : "");
const opening = byKey.get(story.opening.focus.slice(story.opening.focus.startsWith(story.base) ? story.base.length : 0));
if (opening !== undefined && written() === "") Object.assign(state, { focus: opening, depth: story.opening.depth, layout: "fan", pick: `t${opening}` });
language = state.language;
redraw(true);
performance.mark("answers");
