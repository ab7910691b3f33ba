// Where the reader looks in, the part of the picture and the names that can be read from there out.

const LEGIBLE = 11; // pixels; a name is drawn as large as that, or not at all
const NAMES = 90; // in one picture from afar: more nobody reads, and each one costs time in every frame
let letters = new Map(); // the sizes of names, where they differ from their own

// As long as the reader has not moved the picture himself, it stays whole in a window that changes.
function aim() {
  if (!state.view) { network.fit({ animation: false, maxZoomLevel: 1.25 }); return; }
  const [x, y, scale] = state.view;
  network.moveTo({ position: { x, y }, scale, animation: false });
}
function fit() {
  looked(null);
  aim();
  letter();
}
function seen() {
  const { x, y } = network.getViewPosition();
  looked([Math.round(x), Math.round(y), +network.getScale().toPrecision(3)]);
  letter();
}
function moveTo(where) {
  network.moveTo({ ...where, animation: false });
  seen();
}
function bring(id) {
  if (!at.has(id)) return;
  const [x, y] = at.get(id);
  moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 0.75) });
}
const zoomBy = (factor) => moveTo({ scale: network.getScale() * factor });
function panBy(dx, dy) {
  const { x, y } = network.getViewPosition();
  const step = 80 / network.getScale();
  moveTo({ position: { x: x + dx * step, y: y + dy * step } });
}
let resting = 0;
network.on("zoom", () => { clearTimeout(resting); resting = setTimeout(seen, 120); });
network.on("resize", () => { if (!state.view) aim(); letter(); });

// From afar only the most important names are drawn, large enough to read, where there is room for them.
function letter() {
  const sizes = new Map();
  const scale = network.getScale();
  if (12 * scale < 6) {
    const taken = [];
    const first = near() ?? new Set();
    for (const id of [...shown.nodes].sort((a, b) => first.has(b) - first.has(a) || a - b)) {
      const box = boxOf(id, LEGIBLE / scale);
      const free = taken.length < NAMES && !taken.some((other) => overlap(box, other));
      if (free) taken.push(box);
      sizes.set(id, free ? LEGIBLE / scale : 1);
    }
  }
  if (sameSizes(sizes)) return;
  letters = sizes;
  paint();
}
const sameSizes = (sizes) => sizes.size === letters.size && [...sizes].every(([id, size]) => letters.get(id) === size);
function boxOf(id, size) {
  const rows = things[id].label.split("\n");
  const [[x, y], half] = [at.get(id), (Math.max(...rows.map(wide)) * size) / 2];
  return [x - half, y - things[id].size, x + half, y + things[id].size + rows.length * size * 1.25];
}
const overlap = ([a, b, c, d], [e, f, g, h]) => a < g && e < c && b < h && f < d;
// About what a text measures, in heights of its letters.
const wide = (text) => [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.56), 0);
