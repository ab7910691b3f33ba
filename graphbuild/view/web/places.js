// Shown things in, a place and perhaps a heading for each group out: by force, by class, by district, as a fan.

const WIDE = 160;
const HIGH = 78;

function places(shown) {
  const laid = { force: byForce, class: byClass, district: byDistrict, fan }[state.layout](shown);
  for (const [id, [x, y]] of Object.entries(state.pins)) if (laid.at.has(+id)) laid.at.set(+id, [x, y]);
  return laid;
}

// The first view stands where it was computed; what is opened later takes the nearest free place beside what opened it.
function byForce(shown) {
  const at = new Map();
  const overview = state.focus < 0;
  for (const id of shown.nodes) if (overview && (state.all || id < story.first)) at.set(id, [things[id].x, things[id].y]);
  const near = new Map(shown.nodes.map((id) => [id, []]));
  for (const { subject, object } of shown.edges) { near.get(subject)?.push(object); near.get(object)?.push(subject); }
  const order = overview ? shown.nodes : [...ball(state.focus, 9).keys(), ...shown.nodes].filter((id) => near.has(id));
  for (const id of order) {
    const beside = near.get(id).find((other) => at.has(other));
    if (!at.has(id)) at.set(id, free(at, at.get(beside) ?? [0, 0]));
  }
  return { at, heads: [] };
}
function free(at, [x, y]) {
  const taken = [...at.values()].filter(([a, b]) => Math.abs(a - x) < 1500 && Math.abs(b - y) < 900);
  for (let n = 0; ; n++) {
    const reach = 42 * Math.sqrt(n);
    const spot = [Math.round(x + reach * 1.6 * Math.cos(n * 2.39996)), Math.round(y + reach * Math.sin(n * 2.39996))];
    if (n > 900 || !taken.some(([a, b]) => Math.abs(a - spot[0]) < WIDE - 20 && Math.abs(b - spot[1]) < HIGH)) return spot;
  }
}

function byClass(shown) {
  const order = Object.keys(style.classes);
  return columns(shown, (id) => things[id].group, (a, b) => order.indexOf(a) - order.indexOf(b), word);
}
function byDistrict(shown) {
  const name = (id) => (id < 0 ? say("nowhere") : things[id].name);
  return columns(shown, districtOf, (a, b) => (a < 0) - (b < 0) || a - b, name);
}

// Blocks of a square shape, one a group, set in rows.
function columns(shown, groupOf, compare, title) {
  const groups = grouped(shown.nodes, groupOf);
  const at = new Map();
  const heads = [];
  const row = Math.sqrt(shown.nodes.length + groups.size * 2) * 1.15 * Math.sqrt(WIDE * HIGH) * 1.2;
  let [left, top, low] = [0, 0, 0];
  for (const group of [...groups.keys()].sort(compare)) {
    const members = groups.get(group);
    const across = Math.max(1, Math.round(Math.sqrt(members.length * 0.8)));
    if (left && left + across * WIDE * 0.8 > row) [left, top] = [0, low + HIGH * 2];
    heads.push({ x: left + ((across - 1) * WIDE) / 2, y: top - HIGH, text: `${title(group)}  ${members.length}` });
    members.forEach((id, n) => { at.set(id, [left + (n % across) * WIDE, top + Math.floor(n / across) * HIGH]); });
    low = Math.max(low, top + Math.ceil(members.length / across) * HIGH);
    left += (across + 0.35) * WIDE;
  }
  return { at, heads };
}
function grouped(list, groupOf) {
  const groups = new Map();
  for (const each of list) {
    const group = groupOf(each);
    if (groups.has(group)) groups.get(group).push(each);
    else groups.set(group, [each]);
  }
  return groups;
}

// Where a thing lies: up the places that hold it; a person or a body where its post or its first neighbour lies.
function districtOf(id, seen = new Set()) {
  if (things[id].kinds.includes("District")) return id;
  seen.add(id);
  const up = about[id].filter((fact) => fact.subject === id && ["locatedIn", "partOf", "Post"].includes(fact.relation));
  const across = about[id].filter((fact) => fact.object >= 0 && !up.includes(fact) && seen.size < 3);
  for (const fact of [...up, ...across]) {
    const next = otherEnd(fact, id);
    const found = next < 0 || seen.has(next) ? -1 : districtOf(next, seen);
    if (found >= 0) return found;
  }
  return -1;
}

// One thing in the middle, its neighbours around it in the order of their relations, theirs around them.
function fan(shown) {
  const centre = hub(shown);
  const at = new Map();
  if (centre < 0) return { at, heads: [] };
  const far = ball(centre, 9);
  const inside = new Set(shown.nodes);
  const levels = grouped([...far.keys()].filter((id) => inside.has(id)), (id) => far.get(id));
  let reach = 0;
  const angle = new Map([[centre, 0]]);
  for (const [level, members] of levels) {
    reach = level === 0 ? 0 : Math.max(reach + 190, (members.length * 62) / (2 * Math.PI) * 1.5);
    const sorted = members.map((id) => [orderOf(id, level, far, angle), id]).sort(([a, x], [b, y]) => a - b || x - y);
    sorted.forEach(([, id], n) => {
      angle.set(id, (n / members.length) * 2 * Math.PI);
      const out = reach + (n % 2) * (members.length > 14 ? 70 : 0);
      at.set(id, [Math.round(out * 1.35 * Math.cos(angle.get(id) - Math.PI / 2)), Math.round(out * Math.sin(angle.get(id) - Math.PI / 2))]);
    });
  }
  shown.nodes.filter((id) => !at.has(id)).forEach((id, n) => {
    at.set(id, [((n % 8) - 3.5) * WIDE, reach + 200 + Math.floor(n / 8) * HIGH]);
  });
  return { at, heads: [] };
}
function hub(shown) {
  const picked = state.pick[0] === "t" ? +state.pick.slice(1) : -1;
  const wanted = [state.focus, picked].find((id) => id >= 0 && shown.nodes.includes(id));
  return wanted ?? shown.nodes.find((id) => things[id].kinds.includes("Official")) ?? shown.nodes[0] ?? -1;
}
function orderOf(id, level, far, angle) {
  const link = about[id].find((fact) => leads(fact) && far.get(otherEnd(fact, id)) === level - 1);
  if (level !== 1) return link ? angle.get(otherEnd(link, id)) ?? 0 : 0;
  return Object.keys(style.relations).indexOf(link?.relation) + (link?.subject === id ? 0.5 : 0);
}
