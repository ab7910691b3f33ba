// The page's data in, its things and statements out, each by its number; of a large graph the rest is read when it is asked for.

const index = story.packed ? unpack(story.packed.index) : null;
const documents = index ? index.documents.map(([iri, title, issued, publisher, file, day, blocks]) => ({ document: iri, title, issued, publisher, file, date: day || issued, blocks })) : story.documents;
const things = index ? packedThings() : plainThings();
const links = new Array(things.length).fill(0);
const said = index ? index.edges.map((row, id) => new PackedFact(id, row)) : story.said.map(plainFact);
const dates = index ? index.days : [...new Set(said.flatMap((fact) => fact.dates))].sort();
const counted = story.packed?.said ?? said.length;

// Of each thing: all that is said of it, as one end or the other.
const about = things.map(() => []);
for (const fact of said) put(fact);
function put(fact) {
  for (const end of new Set([fact.subject, fact.object])) if (end >= 0) about[end].push(fact);
  if (fact.object >= 0 && fact.object !== fact.subject) for (const end of [fact.subject, fact.object]) links[end]++;
}
const byKey = new Map(things.map((thing) => [thing.key, thing.id]));
const fullKey = (thing) => (thing.key.includes("://") ? thing.key : story.base + thing.key);

// What things are drawn first stands first, in its order; the others follow as they lie.
function packedThings() {
  const rows = story.packed.sheaves.flatMap(([block], sheaf) => (block < 0 ? [] : unpack(block).map((row) => [row, sheaf])));
  const listed = new Map(rows.map(([row], n) => [row[0], n])); // what two parts tell of is one thing
  for (const n of index.order) listed.delete(rows[n][0][0]);
  return [...index.order, ...listed.values()].map((n, id) => new PackedThing(rows[n][0], id, rows[n][1]));
}

// All that is said of a thing; the notes of a large graph lie beside those of its neighbours, and are read with them.
const opened = new Set();
function saidOf(id) {
  if (index) for (const sheaf of [things[id].sheaf, ...(index.also[things[id].key] ?? [])]) openNotes(sheaf);
  return about[id];
}
function openNotes(sheaf) {
  const block = story.packed.sheaves[sheaf][1];
  if (block < 0 || opened.has(block)) return;
  opened.add(block);
  const told = unpack(block);
  const [ids, texts] = [told.things.map((key) => byKey.get(key)), told.documents.map((key) => byDocument.get(key))];
  for (const [subject, relation, says, name, rule, sure, places] of told.said) {
    const stated = [name, rule, sure, places.map((n, at) => (at % 3 ? n : texts[n]))];
    const fact = new PackedFact(said.length, [ids[subject], relation, -1, says, [stated]], told.names);
    said.push(fact);
    put(fact);
  }
}
const byDocument = new Map(documents.map((document, n) => [document.document, n]));

const quotations = new Map();
function quotation({ document, blocks }, start, end) {
  for (const block of blocks.filter((each) => !opened.has(each))) {
    opened.add(block);
    for (const row of unpack(block)) quotations.set(row.slice(0, 3).join(" "), row);
  }
  return quotations.get(`${document} ${start} ${end}`);
}

// A graph that is small enough lies in the page as it is.
function plainThings() {
  return story.things.map(([key, name, names, kinds, code, spelled], id) => ({ id, key, name, names, kinds, code, spelled, ...story.nodes[id] }));
}
function plainFact([subject, relation, object, parts, sure, places, turtle], id) {
  const quotes = places.map(readQuote);
  const dates = [...new Set(quotes.map((quote) => quote.date).filter(Boolean))].sort();
  return { id, subject, relation, object, parts, sure, turtle, quotes, dates, claim: quotes[0]?.claim ?? "", documents: quotes };
}
function readQuote([text, marks, claim, rule, sure, date]) {
  const [evidence, selector, start, end, before, exact, after, document] = story.quotes[text];
  const [iri, title, issued, publisher, file] = story.documents[document];
  return { claim, rule, sure, date, marks, evidence, selector, start, end, before, exact, after, document: iri, title, issued, publisher, file };
}
