// What is typed in, the things that may be meant out: by name, alias, and the initials or the whole of their pinyin.

const HITS = 12;
let hits = [];
let lit = 0;

function score(thing, asked) {
  const names = [thing.name, ...thing.names].map((name) => name.toLowerCase());
  if (names[0] === asked) return 0;
  if (names.includes(asked)) return 1;
  const spelled = thing.spelled.split(" ");
  if (names[0].startsWith(asked)) return 2;
  if (names.some((name) => name.includes(asked))) return 3;
  if (spelled.includes(asked)) return 4;
  return spelled.some((word) => word.startsWith(asked)) ? 5 : spelled.some((word) => word.includes(asked)) ? 6 : 9;
}
// Written together once: of a hundred thousand things nearly all are passed over at one look.
const searched = (thing) => { thing.searched ??= [thing.name, ...thing.names, thing.spelled].join("\n").toLowerCase(); return thing.searched; };
function find(text) {
  const asked = text.trim().toLowerCase();
  if (!asked) return [];
  const scored = things.filter((thing) => searched(thing).includes(asked)).map((thing) => [score(thing, asked), thing]).filter(([points]) => points < 9);
  return scored.sort(([a, x], [b, y]) => a - b || x.id - y.id).slice(0, HITS).map(([, thing]) => thing);
}
function tellHits() {
  const list = byId("hits");
  list.replaceChildren(...hits.map((thing, n) => make("li", { role: "option", id: `hit${n}`, "aria-selected": n === lit, onmousedown: (event) => { event.preventDefault(); take(n); } }, ...badge(thing), named(thing.name), make("span", { className: "where" }, ` ${thing.kinds.map(word).join("、")}`))));
  list.hidden = !hits.length;
  byId("search").setAttribute("aria-expanded", String(hits.length > 0));
  byId("search").setAttribute("aria-activedescendant", hits.length ? `hit${lit}` : "");
}
function take(n) {
  const thing = hits[n];
  hits = [];
  tellHits();
  if (!thing) { tell(say(partial ? "notFoundHere" : "notFound", byId("search").value)); return; }
  byId("search").value = "";
  byId("canvas").focus({ preventScroll: true });
  if (state.path.length === 1) { pickThing(thing.id); bring(thing.id); } else reach(thing.id);
}
byId("search").addEventListener("input", (event) => { lit = 0; hits = find(event.target.value); tellHits(); });
byId("search").addEventListener("blur", () => { hits = []; tellHits(); });
byId("search").addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter") take(lit);
  else if (event.key === "Escape") { hits = []; event.target.value = ""; tellHits(); byId("canvas").focus(); }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    lit = (lit + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % Math.max(hits.length, 1);
    tellHits();
  } else return;
  event.preventDefault();
  event.stopPropagation();
});
