// The choices in, the things and edges to draw out: what is near, what leads where, what the filters leave.

const MOST = 1000; // more than this at once nobody reads, and no browser draws fluently
const GROWTH = 150; // neighbours that one expansion brings

function inTime(fact) {
  if (state.from === 0 && state.until >= dates.length - 1) return true;
  return fact.dates.some((date) => `${date}~` >= dates[state.from] && date.slice(0, dates[state.until].length) <= dates[state.until]);
}
const passes = (fact) => !state.noRelations.includes(fact.relation) && fact.sure >= state.sure && inTime(fact);
const leads = (fact) => fact.object >= 0 && fact.object !== fact.subject && passes(fact);
const narrowed = () => state.noRelations.length > 0 || state.sure > 0 || state.from > 0 || state.until < dates.length - 1;

function neighbours(id) {
  return [...new Set(about[id].filter(leads).map((fact) => otherEnd(fact, id)))].sort((a, b) => a - b);
}

// Distances from one thing, nearest first; the most important of a ring come first.
function ball(centre, depth, most = MOST) {
  const far = new Map([[centre, 0]]);
  let ring = [centre];
  for (let step = 1; step <= depth && ring.length; step++) {
    const next = [...new Set(ring.flatMap(neighbours))].filter((id) => !far.has(id)).sort((a, b) => a - b);
    ring = next.slice(0, most - far.size);
    for (const id of ring) far.set(id, step);
  }
  return far;
}

// The shortest way between two things, or nothing.
function way(from, to) {
  const before = new Map([[from, -1]]);
  const queue = [from];
  for (let n = 0; n < queue.length && !before.has(to); n++) {
    for (const id of neighbours(queue[n])) if (!before.has(id)) { before.set(id, queue[n]); queue.push(id); }
  }
  if (!before.has(to)) return [];
  const steps = [];
  for (let id = to; id !== -1; id = before.get(id)) steps.unshift(id);
  return steps;
}

function start() {
  if (state.all) return things.map((thing) => thing.id).slice(0, MOST);
  if (state.focus >= 0) return [...ball(state.focus, state.depth).keys()];
  return Array.from({ length: story.first }, (_, id) => id);
}

function visible() {
  const steps = state.path.length === 2 ? way(...state.path) : [];
  const kept = new Set([...steps, state.focus, ...state.more].filter((id) => id >= 0));
  const asked = new Set([...kept, ...start()].filter((id) => !state.less.includes(id)).slice(0, MOST));
  const nodes = [...asked].filter((id) => kept.has(id) || !state.noKinds.includes(things[id].group));
  const inside = new Set(nodes);
  const edges = said.filter((fact) => leads(fact) && inside.has(fact.subject) && inside.has(fact.object));
  const held = new Set(edges.flatMap((fact) => [fact.subject, fact.object]));
  const left = narrowed() ? nodes.filter((id) => held.has(id) || kept.has(id)) : nodes;
  return { nodes: left.sort((a, b) => a - b), edges, steps };
}
const onWay = (fact, steps) => steps.some((id, n) => n > 0 && [fact.subject, fact.object].includes(id) && [fact.subject, fact.object].includes(steps[n - 1]));
