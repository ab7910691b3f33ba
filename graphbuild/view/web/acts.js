// What a reader does to a thing in, the next state out.

function pickThing(id) {
  const ends = state.path.length === 1 ? { path: [state.path[0], id] } : {};
  if (ends.path?.[0] === id) return;
  change({ pick: `t${id}`, ...ends });
  if (ends.path) tell(shown.steps.length ? shown.steps.map((step) => things[step].name).join(" → ") : say("noWay"));
  else tell(say("picked", things[id].name, neighbours(id).length));
}
function reach(id) {
  const kinds = state.noKinds.filter((kind) => kind !== things[id].group);
  const more = at.has(id) ? state.more : [...new Set([...state.more, id, ...neighbours(id).slice(0, 12)])];
  change({ pick: `t${id}`, more, noKinds: kinds, less: state.less.filter((each) => each !== id), table: "" });
  bring(id);
}
function expand(id) {
  const wanted = neighbours(id).filter((other) => !at.has(other)).slice(0, GROWTH);
  change({ more: [...new Set([...state.more, id, ...wanted])], less: state.less.filter((each) => !wanted.includes(each)), pick: `t${id}` });
  tell(say("expanded", things[id].name, wanted.length));
}
function focusOn(id, depth = state.depth) {
  change({ focus: id, depth, more: [], less: [], all: false, layout: "fan", pick: `t${id}`, path: [] });
  tell(say("focused", things[id].name, depth, shown.nodes.length));
}
function hide(id) {
  change({ less: [...state.less, id], more: state.more.filter((each) => each !== id), pick: "", focus: state.focus === id ? -1 : state.focus });
  tell(say("hidden", things[id].name));
}
function pin(id) {
  const { [id]: held, ...others } = state.pins;
  change({ pins: held ? others : { ...state.pins, [id]: at.get(id) ?? [0, 0] } });
  tell(say(held ? "unpinned" : "pinned", things[id].name));
}
function pathFrom(id) {
  if (state.path.length === 1 && state.path[0] !== id) { pickThing(id); return; }
  change({ path: [id], pick: `t${id}` });
  tell(say("pathAsk", things[id].name));
}
function home() {
  change({ ...fresh(), language, table: state.table });
  tell(say("home"));
}
