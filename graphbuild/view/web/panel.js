// What is picked in, what is known of it out: facts, posts, neighbours by relation, sentences, sources.

const FEW = 12; // statements of one heading that are told at once; the others on request

function tellPanel() {
  const number = +state.pick.slice(1);
  const told = state.path.length === 2 ? tellWay() : state.pick[0] === "t" ? tellThing(number) : state.pick[0] === "e" ? tellEdge(said[number]) : tellAll();
  if (state.pick !== panelOf.pick || language !== panelOf.language) byId("panel").scrollTop = 0;
  Object.assign(panelOf, { pick: state.pick, language });
  byId("panel").replaceChildren(...told);
}
const panelOf = { pick: "", language: "" };

function tellThing(id) {
  const thing = things[id];
  const facts = saidOf(id).filter(passes);
  const change = story.changes.things?.[fullKey(thing)];
  return [
    make("h2", {}, named(thing.name)),
    make("p", { className: "kinds" }, ...badge(thing), thing.kinds.map(word).join("、"), thing.code ? ` · ${say("code")} ${thing.code}` : "", change ? make("span", { className: `change ${change}` }, say(change)) : ""),
    ...(thing.names.length ? [make("p", { className: "hint" }, say("alias"), named(thing.names.join("、")))] : []),
    actions(id),
    ...posts(id, facts),
    ...headed(say("facts"), facts.filter((fact) => fact.subject === id && fact.object < 0 && fact.relation !== "Post")),
    ...around(id, facts),
    ...sources(facts),
    ...(facts.length ? [] : [make("p", { className: "hint" }, say("nothing"))]),
  ];
}
function badge(thing) {
  const icon = drawn("svg", { viewBox: "0 0 20 20", class: "glyph", "aria-hidden": "true" }, glyph(thing.group, 10, 10, 7.5));
  return [icon, " "];
}
function actions(id) {
  const act = (key, run, on = false) => make("button", { type: "button", "aria-pressed": on, onclick: run, id: `do-${key}`, title: say(`${key}Hint`) }, say(key));
  const depths = [1, 2, 3].map((depth) => act(`focus${depth}`, () => focusOn(id, depth), state.focus === id && state.depth === depth));
  return make("div", { className: "actions", role: "group", "aria-label": say("actions") }, ...depths,
    act("expand", () => expand(id)), act("hide", () => hide(id)), act("pin", () => pin(id), Boolean(state.pins[id])), act("path", () => pathFrom(id), state.path[0] === id));
}

function posts(id, facts) {
  const held = facts.filter((fact) => fact.relation === "Post" && fact.subject === id);
  if (!held.length) return [];
  const rows = held.map((fact) => {
    const days = [...new Set([fact.dates[0], fact.dates.at(-1)])].filter(Boolean).join(" → ");
    const body = fact.object < 0 ? "" : thingLink(fact.object);
    return make("details", {}, make("summary", {}, named(inWords(fact)), " ", make("span", { className: "where" }, days)), make("p", {}, body), ...sentences(fact));
  });
  return [make("h3", {}, `${say("posts")} ${held.length}`), ...rows];
}

// Neighbours under the relation that leads to them, read from this thing's side.
function around(id, facts) {
  const edges = facts.filter((fact) => fact.object >= 0 && !(fact.relation === "Post" && fact.subject === id));
  const groups = grouped(edges, (fact) => (fact.subject === id ? fact.relation : story.inverse[fact.relation] ?? `←${fact.relation}`));
  return [...groups].flatMap(([relation, group]) => headed(relation.startsWith("←") ? relation === "←Post" ? say("holders") : say("of", word(relation.slice(1))) : word(relation), group));
}
function headed(title, facts) {
  if (!facts.length) return [];
  const sorted = [...facts].sort((a, b) => (b.dates.at(-1) ?? "").localeCompare(a.dates.at(-1) ?? "") || a.id - b.id);
  const box = make("div", {}, ...sorted.slice(0, FEW).map(tellFact));
  const rest = sorted.slice(FEW);
  if (rest.length) box.append(make("button", { type: "button", className: "more", onclick: ({ target }) => target.replaceWith(...rest.map(tellFact)) }, say("more", rest.length)));
  return [make("h3", {}, `${title} ${facts.length}`), box];
}
function tellFact(fact) {
  return make("section", { className: "said" }, statement(fact), ...changeOf(fact), ...sentences(fact));
}

function sources(facts) {
  const found = new Map(facts.flatMap((fact) => fact.documents).map((text) => [text.document, text]));
  if (!found.size) return [];
  const rows = [...found.values()].sort((a, b) => (b.issued || "").localeCompare(a.issued || "")).map((quote) =>
    make("li", {}, named(quote.title), " ", make("span", { className: "where" }, [quote.issued, quote.publisher, quote.file].filter(Boolean).join(" · "))));
  return [make("h3", {}, `${say("sources")} ${found.size}`), make("ul", { className: "sources" }, ...rows)];
}

function tellEdge(fact) {
  return [make("h2", {}, say("sentence")), statement(fact), ...changeOf(fact), ...sentences(fact)];
}
function tellWay() {
  const clear = make("button", { type: "button", onclick: () => change({ path: [] }) }, say("pathEnd"));
  const heading = make("h2", {}, say("way"));
  if (!shown.steps.length) return [heading, make("p", {}, say("noWay")), clear];
  const steps = shown.steps.slice(1).map((id, n) => said.find((fact) => leads(fact) && onWay(fact, [shown.steps[n], id])));
  return [heading, make("p", {}, named(shown.steps.map((id) => things[id].name).join(" → "))), clear, ...steps.map(tellFact)];
}

// In a view of changes: what changed, to click on.
function changesTold() {
  if (!story.changes.things) return [];
  const facts = said.filter((fact) => story.changes.said[fact.id]);
  const moved = things.filter((thing) => story.changes.things[fullKey(thing)]);
  const tag = (state) => make("span", { className: `change ${state}` }, say(state));
  const rows = moved.map((thing) => make("li", {}, ...badge(thing), thingLink(thing.id), tag(story.changes.things[fullKey(thing)])));
  return [make("p", { className: "hint" }, say("changesHint")), make("h3", {}, `${say("saidTable")} ${facts.length}`),
    ...facts.map((fact) => make("div", {}, statement(fact), ...changeOf(fact))), make("h3", {}, `${say("thingsTable")} ${moved.length}`), make("ul", { className: "begin" }, ...rows)];
}

// A page that does not hold the whole graph says so, and how to see the rest.
const partial = story.left[0] + story.left[1] > 0;
const leftOut = () => (partial ? [make("p", { className: "notice", id: "left-out" }, say(story.opening.embedded ? "leftAround" : "leftOut", ...story.left))] : []);

// Nothing picked: what this is, and where to begin.
function tellAll() {
  const changed = changesTold();
  const begin = things.slice(0, Math.min(10, story.first)).map((thing) => make("li", {}, ...badge(thing), thingLink(thing.id), make("span", { className: "where" }, ` ${say("links", neighbours(thing.id).length)}`)));
  const alone = things.length - story.first;
  const open = alone > 0 && !state.all ? [make("p", {}, make("button", { type: "button", id: "do-all", onclick: () => change({ all: true, focus: -1, layout: "force" }) }, say("showAll", Math.min(alone, MOST - story.first))))] : [];
  return [
    make("h2", {}, say("whole")), ...leftOut(), ...changed,
    make("p", { className: "hint" }, say("counts", things.length, counted, documents.length, dates[0] ?? "–", dates.at(-1) ?? "–")),
    make("p", {}, say("how")), ...(changed.length ? [] : [make("h3", {}, say("begin")), make("ul", { className: "begin" }, ...begin)]), ...open,
  ];
}
