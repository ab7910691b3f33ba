// What the reader has chosen in, the same choices out as a link, an undo, a drawing; nothing else holds state.

const fresh = () => ({
  focus: -1, depth: 1, all: false, more: [], less: [], pins: {}, noKinds: [], noRelations: [], sure: 0,
  from: 0, until: Math.max(dates.length - 1, 0), layout: "force", pick: "", path: [], table: "", sort: "", language: story.opening.language, view: null,
});
let state = fresh();
const past = [];
const undone = [];
const linked = !story.opening.embedded;

function change(patch) {
  past.push(state);
  undone.length = 0;
  become({ ...state, ...patch });
}
function undo(from = past, to = undone) {
  if (!from.length) return;
  to.push(state);
  const next = from.pop();
  become(rearranged(next) ? next : { ...next, view: state.view });
  tell(say(from === past ? "undone" : "redone"));
}
// What is drawn elsewhere than before is looked at anew; a path counts once it has two ends.
const arranged = ({ focus, depth, all, layout, path }) => [focus, depth, all, layout, path.length === 2 ? path : ""].join();
const rearranged = (next) => arranged(next) !== arranged(state);
function become(next) {
  const anew = rearranged(next);
  const view = anew && next.view === state.view ? null : next.view;
  const aimed = anew || String(view) !== String(state.view);
  state = { ...next, view };
  language = state.language;
  remember();
  redraw(aimed);
}
function remember() {
  if (linked) history.replaceState(null, "", `#${written()}`);
}
// Where the reader looks belongs to the link, and is no step to undo.
function looked(view) {
  state = { ...state, view };
  remember();
}

// A link names things by their own keys, so that it still leads to them after the graph was built anew.
const keys = (ids) => ids.map((id) => things[id].key);
const ids = (text) => text.split("|").map((key) => byKey.get(key)).filter((id) => id !== undefined);
const edgeKey = (fact) => [things[fact.subject].key, fact.relation, fact.object < 0 ? "" : things[fact.object].key, fact.claim].join("|");
const pickKey = (pick) => (pick[0] === "t" ? `t|${things[pick.slice(1)].key}` : `e|${edgeKey(said[pick.slice(1)])}`);
function pickOf(text) {
  if (text.startsWith("t|")) return byKey.has(text.slice(2)) ? `t${byKey.get(text.slice(2))}` : "";
  const subject = byKey.get(text.slice(2).split("|")[0]);
  if (subject !== undefined) saidOf(subject);
  const fact = said.find((each) => `e|${edgeKey(each)}` === text);
  return fact ? `e${fact.id}` : "";
}
const LINK = {
  focus: [(id) => things[id].key, (text) => byKey.get(text) ?? -1],
  depth: [String, (text) => Math.min(Math.max(Math.trunc(+text) || 1, 1), 3)],
  all: [() => "1", () => true],
  more: [(list) => keys(list).join("|"), ids],
  less: [(list) => keys(list).join("|"), ids],
  pins: [(pins) => Object.entries(pins).map(([id, [x, y]]) => `${things[id].key}@${x},${y}`).join("|"), readPins],
  noKinds: [(list) => list.join("|"), (text) => text.split("|")],
  noRelations: [(list) => list.join("|"), (text) => text.split("|")],
  sure: [String, (text) => Math.min(Math.max(+text || 0, 0), 1)],
  from: [(n) => dates[n], (text) => Math.max(dates.indexOf(text), 0)],
  until: [(n) => dates[n], (text) => (dates.includes(text) ? dates.indexOf(text) : fresh().until)],
  layout: [String, (text) => (LAYOUTS.includes(text) ? text : "force")],
  pick: [pickKey, pickOf],
  path: [(list) => keys(list).join("|"), ids],
  table: [String, (text) => (Object.hasOwn(TABLES, text) ? text : "")],
  sort: [String, String],
  language: [String, (text) => (Object.hasOwn(story.phrases, text) ? text : fresh().language)],
  view: [(view) => view.join(), readView],
};
function readView(text) {
  const [x, y, scale] = text.split(",").map(Number);
  return [x, y, scale].every(Number.isFinite) && scale > 0 ? [x, y, Math.min(Math.max(scale, 0.01), 20)] : null;
}
function readPins(text) {
  const rows = text.split("|").map((each) => each.split(/@(?=-?\d+,-?\d+$)/)).filter(([key]) => byKey.has(key));
  return Object.fromEntries(rows.map(([key, place]) => [byKey.get(key), place.split(",").map(Number)]));
}
function written(from = state) {
  const plain = fresh();
  const told = Object.keys(LINK).filter((name) => JSON.stringify(from[name]) !== JSON.stringify(plain[name]));
  const parts = told.map((name) => `${name}=${encodeURIComponent(LINK[name][0](from[name]))}`);
  return parts.join("&");
}
function readLink(text) {
  const opened = fresh();
  for (const part of text.replace(/^#/, "").split("&")) {
    const [name, value = ""] = part.split("=");
    try {
      if (Object.hasOwn(LINK, name)) opened[name] = LINK[name][1](decodeURIComponent(value));
    } catch { /* a link cut off in a mail opens as far as it can be read */ }
  }
  return opened;
}
