// A large graph as it lies in the page, packed, in; things and statements out: notes and sentences only where they are looked at.

const HEAD = 4; // bytes of a block that say how long it is unpacked
const SEGMENTS = { Post: "post", Milestone: "milestone", Measure: "measure" };
const OWN = { Post: "org:member", Milestone: "gb:thing", Measure: "gb:area" }; // what says of whom a note is
const TOLD = {
  Post: ["org:organization", "gb:title"],
  Milestone: ["gb:status", "gb:kind", "gb:date"],
  Measure: ["gb:indicator", "gb:value", "gb:unit", "gb:change", "gb:period", "gb:status"],
};

function unpack(n) {
  const text = atob(byId("packs").textContent.slice(...story.packed.blocks[n]));
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const size = new DataView(bytes.buffer).getUint32(0);
  return JSON.parse(new TextDecoder().decode(inflate(bytes.subarray(HEAD), size)));
}

class PackedThing {
  constructor([key, name, names, kinds, code, spelled], id, sheaf) {
    Object.assign(this, { id, key, name, names, kinds, code, spelled, sheaf });
    this.group = Object.keys(style.classes).find((kind) => kinds.includes(kind)) ?? kinds[0] ?? "";
  }
  get shape() { return lookOf(this.group)[1]; }
  get size() { return Math.round((9 + Math.min(2.6 * Math.sqrt(links[this.id]), 15)) * 10) / 10; }
  get label() { return story.nodes[this.id]?.label ?? labelOf(this.name); }
  get x() { return story.nodes[this.id]?.x ?? 0; }
  get y() { return story.nodes[this.id]?.y ?? 0; }
}
// A name as it stands in a picture: in its own order, not too long, a longer one in two lines.
function labelOf(name) {
  const clean = [...name.replace(/[\p{Cc}\p{Cf}\s\u2028\u2029]+/gu, " ").trim()];
  const short = clean.length <= 18 ? clean : [...clean.slice(0, 17), "…"];
  if (short.length <= 9) return short.join("");
  const half = Math.round(short.length / 2);
  return `${short.slice(0, half).join("")}\n${short.slice(half).join("")}`;
}

class PackedFact {
  constructor(id, [subject, relation, object, says, stated], names = {}) {
    Object.assign(this, { id, subject, relation, object, says, stated, names });
    this.sure = Math.max(...stated.map((each) => each[2]), stated.length ? 0 : 1);
    this.claim = stated.length ? this.claimOf(stated[0]) : "";
    this.documents = [...new Set(stated.flatMap((each) => each[3].filter((_, n) => n % 3 === 0)))].map((n) => documents[n]);
    this.dates = [...new Set(this.documents.map((document) => document.date).filter(Boolean))].sort();
  }
  claimOf([name]) { return `${SEGMENTS[this.relation] ?? "claim"}/${name}`; }
  told(predicate) {
    const at = this.says.indexOf(predicate);
    return at < 0 ? "" : this.says[at + 1];
  }
  get parts() {
    const told = (TOLD[this.relation] ?? []).filter((predicate) => this.says.includes(predicate));
    return told.map((predicate) => [predicate.split(":")[1], this.names[this.told(predicate)] ?? spokenTerm(this.told(predicate))]);
  }
  get turtle() {
    if (!OWN[this.relation]) return [];
    const body = this.object < 0 ? "" : ` ; org:organization ${iri(things[this.object].key)}`;
    const says = this.says.map((term, n) => (n % 2 ? ` ${turtleTerm(term)}` : ` ; ${term}`)).join("");
    const idea = this.told("gb:indicator");
    const named = idea ? [`${turtleTerm(idea)} a skos:Concept ; skos:prefLabel ${quoted(this.parts[0][1])}@zh .`] : [];
    return [`a gb:${this.relation} ; ${OWN[this.relation]} ${iri(things[this.subject].key)}${body}${says}`, ...named];
  }
  get quotes() {
    return this.stated.flatMap((stated) => triplesOf(stated[3]).map(([n, start, end]) => ({
      claim: this.claimOf(stated), rule: stated[1], sure: stated[2], ...documents[n], start, end, ...this.sentence(n, start, end),
    })));
  }
  sentence(n, start, end) {
    const [, , , name, before, exact, after] = quotation(documents[n], start, end);
    return { evidence: `evidence/${name}`, selector: `selector/${name}`, before, exact, after, marks: marksOf(exact, this.subject, this.object) };
  }
}
const triplesOf = (list) => Array.from({ length: list.length / 3 }, (_, n) => list.slice(n * 3, n * 3 + 3));
// Turtle escapes as JSON does; other terms end in their name.
const spokenTerm = (term) => (term[0] === '"' ? JSON.parse(term.slice(0, term.lastIndexOf('"') + 1)) : term.replace(/^.*[:/#]/, ""));
function turtleTerm(term) {
  const [prefix, ...name] = term.split(":");
  if (/^["<]/.test(term) || PREFIXES[prefix]) return term;
  return iri(`${prefix.replace(/-id$/, "")}/${name.join(":")}`);
}

// Where the words of either end stand in a sentence; the longest name that fits wins.
function marksOf(exact, subject, object) {
  const called = (id) => (id < 0 ? [] : [things[id].name, ...things[id].names]).filter(Boolean);
  const ends = new Map([...called(object).map((name) => [name, 2]), ...called(subject).map((name) => [name, 1])]);
  if (!ends.size) return [];
  const names = [...ends.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const found = exact.matchAll(new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g"));
  return [...found].flatMap((each) => [each.index, each.index + each[0].length, ends.get(each[0])]);
}
