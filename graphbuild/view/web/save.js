// What is shown in, a file or a copied text out: PNG, SVG, CSV, Turtle, a link.

const svgText = () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture())}`;
const SAVES = {
  svg: () => keep(new Blob([svgText()], { type: "image/svg+xml" }), "svg"),
  png: savePicture,
  csv: () => keep(new Blob([csv(state.table || "said")], { type: "text/csv" }), "csv"),
  ttl: () => keep(new Blob([turtle()], { type: "text/turtle" }), "ttl"),
};
function keep(blob, kind) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: `graph.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  tell(say("saved", `graph.${kind}`));
}
function savePicture() {
  const svg = picture();
  const [width, height] = ["width", "height"].map((name) => +svg.getAttribute(name));
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const image = new Image();
  image.onload = () => {
    const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => keep(blob, "png"), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText())}`;
}

function copyText(text, done) {
  const byHand = () => {
    const box = make("textarea", { value: text, className: "away" });
    document.body.append(box);
    box.select();
    tell(document.execCommand("copy") ? done : say("noCopy"));
    box.remove();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => tell(done), byHand);
  else byHand();
}
const copyLink = () => copyText(`${location.href.split("#")[0]}#${written()}`, say("copiedLink"));

// The same statements with the same claims and evidence, so that what is saved can be read, queried and viewed like the whole.
const PREFIXES = {
  gb: "https://w3id.org/graphbuild/ns#", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#", prov: "http://www.w3.org/ns/prov#", oa: "http://www.w3.org/ns/oa#", dcterms: "http://purl.org/dc/terms/", org: "http://www.w3.org/ns/org#",
};
const iri = (key) => `<${key.includes("://") || /^[a-z]+:/.test(key) ? key : story.base + key}>`;
const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
const DATES = [[/^\d{4}$/, "gYear"], [/^\d{4}-\d\d$/, "gYearMonth"], [/^\d{4}-\d\d-\d\d$/, "date"]];
function dated(text) {
  const kind = DATES.find(([form]) => form.test(text))?.[1];
  return kind ? `${quoted(text)}^^xsd:${kind}` : quoted(text);
}
const relationIri = (name) => (/^[A-Za-z]\w*$/.test(name) ? `gb:${name}` : `<${PREFIXES.gb}${encodeURIComponent(name)}>`);

function turtle() {
  const lines = Object.entries(PREFIXES).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`);
  for (const thing of shown.nodes.map((id) => things[id])) {
    const types = thing.kinds.filter((kind) => /^\w+$/.test(kind)).map((kind) => `a gb:${kind}`);
    const names = thing.names.map((name) => `skos:altLabel ${quoted(name)}@zh`);
    lines.push(`${iri(thing.key)} ${[...types, `skos:prefLabel ${quoted(thing.name)}@zh`, ...names].join(" ; ")} .`);
  }
  const places = new Map();
  for (const fact of told()) {
    const ends = `${iri(things[fact.subject].key)} ${relationIri(fact.relation)} `;
    if (!fact.turtle.length) lines.push(`${ends}${iri(things[fact.object].key)} .`);
    lines.push(...fact.turtle.slice(1));
    for (const quote of fact.quotes) { lines.push(claim(fact, quote)); places.set(quote.evidence, quote); }
  }
  for (const quote of places.values()) lines.push(...grounds(quote));
  return `${[...new Set(lines)].join("\n")}\n`;
}
function claim(fact, quote) {
  const says = fact.turtle[0] || `a gb:Claim ; rdf:subject ${iri(things[fact.subject].key)} ; rdf:predicate ${relationIri(fact.relation)} ; rdf:object ${iri(things[fact.object].key)}`;
  const date = quote.date ? ` ; gb:statedOn ${dated(quote.date)}` : "";
  return `${iri(quote.claim)} ${says} ; gb:confidence "${quote.sure}"^^xsd:decimal ; gb:rule ${quoted(quote.rule)}${date} ; gb:evidence ${iri(quote.evidence)} ; prov:wasDerivedFrom ${iri(quote.document)} .`;
}
function grounds(quote) {
  const around = `oa:prefix ${quoted(quote.before)} ; oa:suffix ${quoted(quote.after)}`;
  const issued = quote.issued ? ` ; dcterms:issued ${dated(quote.issued)}` : "";
  return [
    `${iri(quote.evidence)} a oa:SpecificResource ; oa:hasSource ${iri(quote.document)} ; oa:hasSelector ${iri(quote.selector)} .`,
    `${iri(quote.selector)} a oa:TextPositionSelector, oa:TextQuoteSelector ; oa:start ${quote.start} ; oa:end ${quote.end} ; oa:exact ${quoted(quote.exact)} ; ${around} .`,
    `${iri(quote.document)} a gb:Document ; dcterms:title ${quoted(quote.title)}@zh ; dcterms:source ${quoted(quote.file)}${issued} .`,
  ];
}
