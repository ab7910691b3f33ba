// The story in, the words and looks of what it tells out; and the few ways in which the page makes elements.

const story = JSON.parse(document.getElementById("story").textContent);
const byId = (id) => document.getElementById(id);

const otherEnd = (fact, id) => (fact.subject === id ? fact.object : fact.subject);
const style = story.style;
const lookOf = (group) => style.classes[group] || style.other;
const lineOf = (relation) => style.relations[relation] || style.otherRelation;

// Words: the ontology's for classes and relations, our own for the rest.
let language = story.opening.language;
const word = (name) => story.words[language][name] || story.phrases[language][name] || name;
function say(key, ...values) {
  const text = story.phrases[language][key] || key;
  return text.replace(/\{(\d)\}/g, (_, n) => values[n]);
}
const inWords = (fact) => fact.parts.map(([part, text]) => spoken(part, text)).join(" ");
function spoken(part, text) {
  if (part === "status" || part === "kind") return word(text);
  if (part === "change") return say(text.startsWith("-") ? "fell" : "rose", text.replace("-", "").replace(/\.0$/, ""));
  return part === "value" ? text.replace(/\.0$/, "") : text;
}

// Every text becomes a text node, never markup.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes("-")) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}
const named = (text) => make("bdi", {}, text);  // a name that turns its direction turns nothing around it

const SVG = "http://www.w3.org/2000/svg";
function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
function glyph(group, x, y, size) {
  const [colour, shape] = lookOf(group);
  if (!style.shapes[shape]) return drawn("circle", { cx: x, cy: y, r: size, fill: colour });
  const points = style.shapes[shape].map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join(" ");
  return drawn("polygon", { points, fill: colour });
}
