// A statement in, its line and its sentences out, the words of both ends marked.

const thingLink = (id) => make("button", { type: "button", className: "link", onclick: () => reach(id) }, named(things[id].name));
const edgeLink = (fact) => make("button", { type: "button", className: "link relation", onclick: () => change({ pick: `e${fact.id}` }) }, word(fact.relation));

function tellQuote(quote) {
  const words = make("blockquote", {}, make("span", { className: "around" }, tailOf(quote.before)), ...marked(quote), make("span", { className: "around" }, headOf(quote.after)));
  const where = [quote.date || quote.issued, quote.publisher, `${quote.file}:${quote.start}–${quote.end}`, say("sure", quote.sure)];
  return make("figure", {}, words, make("figcaption", {}, named(quote.title), make("br"), make("span", { className: "where", title: say("rule", quote.rule) }, where.filter(Boolean).join(" · "))));
}
// Only what belongs to the same sentence is added before and after.
const tailOf = (text) => text.split(/[\n。！？!?]/).pop();
function headOf(text) {
  const end = text.search(/[\n。！？!?]/);
  return end < 0 ? `${text}…` : text.slice(0, end + 1).trimEnd();
}
function marked({ exact, marks }) {
  const parts = [];
  let done = 0;
  for (let n = 0; n < marks.length; n += 3) {
    const [from, until, end] = marks.slice(n, n + 3);
    parts.push(exact.slice(done, from), make("mark", { className: `end${end}` }, exact.slice(from, until)));
    done = until;
  }
  return [...parts, exact.slice(done)];
}

function statement(fact) {
  const words = inWords(fact);
  const object = fact.object < 0 ? [named(words)] : [thingLink(fact.object), words ? named(`（${words}）`) : ""];
  return make("p", { className: "statement" }, thingLink(fact.subject), " ", edgeLink(fact), " ", ...object);
}
function sentences(fact) {
  if (fact.quotes.length) return fact.quotes.map(tellQuote);
  const areas = [fact.subject, fact.object].every((id) => id >= 0 && things[id].kinds.includes("District"));
  return [make("p", { className: "hint" }, say(areas ? "fromList" : "fromOthers"))];
}
function changeOf(fact) {
  const change = story.changes.said?.[fact.id];
  return change ? [make("span", { className: `change ${change}` }, say(change))] : [];
}
