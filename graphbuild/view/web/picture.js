// What is drawn in, the same as SVG out: text stays text, with a legend, readable on white paper.

const INK = "#1d2733";
const FACE = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";

function picture() {
  const inside = shown.nodes.filter((id) => at.has(id));
  const xs = inside.map((id) => at.get(id)[0]);
  const ys = inside.map((id) => at.get(id)[1]);
  const [left, right] = [Math.min(...xs, 0) - 110, Math.max(...xs, 0) + 110];
  const [top, low] = [Math.min(...ys, 0) - 60, Math.max(...ys, 0) + 70];
  const legend = legendOf(left + 20, low + 20, right);
  const frame = { x: left, y: top, width: right - left, height: low - top + legend.height };
  const svg = drawn("svg", { xmlns: SVG, viewBox: `${left} ${top} ${frame.width} ${frame.height}`, width: frame.width, height: frame.height, "font-family": FACE, role: "img" });
  svg.append(drawn("title", {}, byId("title").textContent), drawn("rect", { ...frame, fill: "#fff" }));
  const twins = twinsOf(shown.edges);
  for (const fact of shown.edges) svg.append(...line2(fact, twins.get(fact.id) ?? 0));
  for (const head of heads) svg.append(drawn("text", { x: head.x, y: head.y, "text-anchor": "middle", "font-size": 20, "font-weight": "bold", fill: INK }, head.text));
  for (const id of inside) svg.append(glyph(things[id].group, ...at.get(id), things[id].size), lettered(things[id].label, at.get(id)[0], at.get(id)[1] + things[id].size + 2, fontOf(things[id])));
  svg.append(...legend.parts);
  return svg;
}
function lettered(text, x, y, size) {
  const attributes = { x, y, "text-anchor": "middle", "font-size": size.toFixed(1), fill: INK, stroke: "#fff", "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" };
  const rows = text.split("\n").map((row) => drawn("tspan", { x, dy: "1.1em" }, row));
  return drawn("text", attributes, ...rows);
}
function line2(fact, bend) {
  const [[x, y], [a, b]] = [at.get(fact.subject), at.get(fact.object)];
  const long = Math.hypot(a - x, b - y) || 1;
  const [mx, my] = [(x + a) / 2 + ((b - y) * bend) * 0.9, (y + b) / 2 - ((a - x) * bend) * 0.9];
  const back = (things[fact.object].size + 4) / long;
  const [ex, ey] = [a - (a - mx) * back * 2, b - (b - my) * back * 2].map((n) => n.toFixed(1));
  const [colour, dashes] = lineOf(fact.relation);
  const turn = (Math.atan2(b - my, a - mx) * 180) / Math.PI;
  const path = drawn("path", { d: `M${x} ${y}Q${mx.toFixed(1)} ${my.toFixed(1)} ${ex} ${ey}`, fill: "none", stroke: colour, "stroke-width": 1.5, "stroke-dasharray": dashes.join(" ") });
  const head = drawn("path", { d: "M0 0L-9 -4L-9 4Z", fill: colour, transform: `translate(${ex} ${ey}) rotate(${turn.toFixed(1)})` });
  return shown.edges.length > 160 || !roomy(fact, bend) ? [path, head] : [path, head, lettered(edgeLabel(fact), (x + a + 2 * mx) / 4, (y + b + 2 * my) / 4 - 8, 11)];
}
function legendOf(left, top, right) {
  const parts = [];
  let [x, y] = [left, top];
  const put = (icon, text) => {
    if (x > right - 150) [x, y] = [left, y + 26];
    parts.push(icon(x, y), drawn("text", { x: x + 36, y: y + 5, "font-size": 13, fill: INK }, text));
    x += 60 + text.length * 13;
  };
  for (const kind of kindsOf.filter((each) => shown.nodes.some((id) => things[id].group === each))) put((a, b) => glyph(kind, a + 14, b, 8), word(kind));
  for (const relation of relationsOf.filter((each) => shown.edges.some((fact) => fact.relation === each))) {
    const [colour, dashes] = lineOf(relation);
    put((a, b) => drawn("line", { x1: a, y1: b, x2: a + 28, y2: b, stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes.join(" ") }), word(relation));
  }
  return { parts, height: y - top + 40 };
}
