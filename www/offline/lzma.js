// @ts-check
/**
 * Reads what LZMA has made small (the format that is called LZMA alone). It stands in the page of a briefing as it is, where the
 * decoder of a library would take four times the room.
 */

/** Where each kind of probability begins in the one list of them. */
const MATCH = 0;
const REP = MATCH + 192;
const REP_FIRST = REP + 12;
const REP_SECOND = REP_FIRST + 12;
const REP_THIRD = REP_SECOND + 12;
const REP_LONG = REP_THIRD + 12;
const SLOT = REP_LONG + 192;
const SPECIAL = SLOT + 256;
const ALIGN = SPECIAL + 128;
const LENGTH = ALIGN + 16;
const REP_LENGTH = LENGTH + 514;
const LITERAL = REP_LENGTH + 514;

/** @param {Uint8Array} bytes @returns {Uint8Array} */
export function unpacked(bytes) {
  const [kind] = bytes;
  const before = kind % 9;
  const places = (1 << (Math.floor(kind / 9) % 5)) - 1;
  const align = (1 << Math.floor(kind / 45)) - 1;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(5, true);
  const out = new Uint8Array(size);
  const odds = new Uint16Array(LITERAL + (0x300 << before) * (places + 1)).fill(1024);
  let at = 14;
  let range = 0xffffffff;
  let code = 0;
  const next = () => {
    code = ((code << 8) | bytes[at++]) >>> 0;
  };
  for (let i = 0; i < 4; i++) next();

  /** A bit, foretold by the probability at a place. @param {number} place */
  const bit = (place) => {
    const odd = odds[place];
    const bound = (range >>> 11) * odd;
    const is = code >= bound;
    if (is) {
      range -= bound;
      code -= bound;
      odds[place] = odd - (odd >>> 5);
    } else {
      range = bound;
      odds[place] = odd + ((2048 - odd) >>> 5);
    }
    if (range < 0x1000000) {
      range *= 256;
      next();
    }
    return is ? 1 : 0;
  };
  /** Bits whose probabilities stand as a tree. @param {number} base @param {number} count */
  const tree = (base, count) => {
    let node = 1;
    for (let i = 0; i < count; i++) node = node * 2 + bit(base + node);
    return node - 2 ** count;
  };
  /** The same, the lowest first. @param {number} base @param {number} count */
  const reversed = (base, count) => {
    let [node, value] = [1, 0];
    for (let i = 0; i < count; i++) {
      const one = bit(base + node);
      node = node * 2 + one;
      value += one * 2 ** i;
    }
    return value;
  };
  /** @param {number} base @param {number} place */
  const length = (base, place) => {
    if (!bit(base)) return tree(base + 2 + place * 8, 3);
    if (!bit(base + 1)) return 8 + tree(base + 130 + place * 8, 3);
    return 16 + tree(base + 258, 8);
  };
  /** How far back a match is, one less. @param {number} count */
  const distance = (count) => {
    const slot = tree(SLOT + Math.min(count, 3) * 64, 6);
    if (slot < 4) return slot;
    const more = (slot >> 1) - 1;
    const high = (2 + (slot & 1)) * 2 ** more;
    if (slot < 14) return high + reversed(SPECIAL + high - slot, more);
    let middle = 0;
    for (let i = 4; i < more; i++) {
      // bits that nothing foretells
      range = Math.floor(range / 2);
      const is = code >= range;
      if (is) code -= range;
      middle = middle * 2 + (is ? 1 : 0);
      if (range < 0x1000000) {
        range *= 256;
        next();
      }
    }
    return high + middle * 16 + reversed(ALIGN, 4);
  };

  let state = 0;
  let last = [0, 0, 0, 0];
  for (let done = 0; done < size; ) {
    const place = done & align;
    if (!bit(MATCH + state * 16 + place)) {
      const base = LITERAL + 0x300 * (((done & places) << before) + (done ? out[done - 1] >> (8 - before) : 0));
      let symbol = 1;
      if (state >= 7) {
        let match = out[done - last[0] - 1];
        do {
          const expected = (match >> 7) & 1;
          match <<= 1;
          const is = bit(base + ((1 + expected) << 8) + symbol);
          symbol = symbol * 2 + is;
          if (is !== expected) break;
        } while (symbol < 0x100);
      }
      while (symbol < 0x100) symbol = symbol * 2 + bit(base + symbol);
      out[done++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(REP + state)) {
      const [first, second, third, fourth] = last;
      if (!bit(REP_FIRST + state)) {
        if (!bit(REP_LONG + state * 16 + place)) {
          state = state < 7 ? 9 : 11;
          out[done] = out[done - first - 1];
          done++;
          continue;
        }
      } else if (!bit(REP_SECOND + state)) last = [second, first, third, fourth];
      else if (!bit(REP_THIRD + state)) last = [third, first, second, fourth];
      else last = [fourth, first, second, third];
      count = length(REP_LENGTH, place);
      state = state < 7 ? 8 : 11;
    } else {
      count = length(LENGTH, place);
      last = [distance(count), last[0], last[1], last[2]];
      state = state < 7 ? 7 : 10;
    }
    // from the front, for it may copy what it has just written
    for (const end = Math.min(size, done + count + 2); done < end; done++) out[done] = out[done - last[0] - 1];
  }
  return out;
}
