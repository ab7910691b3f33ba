// Packed bytes in, what they were before out (RFC 1951), at once: a browser's own way answers later and is not in every one.

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const FIXED = Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8));

// By the bits that come next: the symbol that they begin with, and how many of them it takes.
function codesOf(sizes) {
  const table = new Uint16Array(1 << Math.max(1, ...sizes));
  let code = 0;
  for (let size = 1; 1 << size <= table.length; size++, code <<= 1) {
    for (let symbol = 0; symbol < sizes.length; symbol++) {
      if (sizes[symbol] !== size) continue;
      let back = 0;
      for (let n = 0; n < size; n++) back |= ((code >> n) & 1) << (size - 1 - n);
      for (; back < table.length; back += 1 << size) table[back] = (symbol << 4) | size;
      code++;
    }
  }
  return table;
}

function inflate(from, size) {
  const out = new Uint8Array(size);
  let [at, hold, held, end] = [0, 0, 0, 0];
  const fill = (n) => { for (; held < n; held += 8) hold |= from[at++] << held; };
  const take = (n) => { fill(n); const value = hold & ((1 << n) - 1); hold >>>= n; held -= n; return value; };
  const next = (table) => { fill(15); const found = table[hold & (table.length - 1)]; hold >>>= found & 15; held -= found & 15; return found >> 4; };
  const copy = (length, distance) => { for (const stop = end + length; end < stop; end++) out[end] = out[end - distance]; };
  const stored = () => {
    at -= held >> 3;
    [hold, held] = [0, 0];
    const length = from[at] | (from[at + 1] << 8);
    out.set(from.subarray(at + 4, at + 4 + length), end);
    [at, end] = [at + 4 + length, end + length];
  };
  const tables = () => {
    const [many, far, few] = [take(5) + 257, take(5) + 1, take(4) + 4];
    const small = new Array(19).fill(0);
    for (let n = 0; n < few; n++) small[ORDER[n]] = take(3);
    const codes = codesOf(small);
    const sizes = [];
    while (sizes.length < many + far) {
      const symbol = next(codes);
      const again = symbol < 16 ? 1 : symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
      sizes.push(...new Array(again).fill(symbol < 16 ? symbol : symbol === 16 ? sizes.at(-1) : 0));
    }
    return [codesOf(sizes.slice(0, many)), codesOf(sizes.slice(many))];
  };
  for (let last = 0; !last;) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) { stored(); continue; }
    const [codes, far] = kind === 1 ? [codesOf(FIXED), codesOf(new Array(30).fill(5))] : tables();
    for (let symbol = next(codes); symbol !== 256; symbol = next(codes)) {
      if (symbol < 256) { out[end++] = symbol; continue; }
      const length = LENGTHS[symbol - 257] + take(LENGTH_BITS[symbol - 257]);
      const reach = next(far);
      copy(length, DISTANCES[reach] + take(DISTANCE_BITS[reach]));
    }
  }
  return out;
}
