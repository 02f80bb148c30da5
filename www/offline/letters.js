// @ts-check
/**
 * Bytes as characters of a page. The one file of a briefing is UTF-16, which a browser knows by its first two bytes whatever a
 * server says of it, and in which a character of those here takes two bytes and holds 15⅔ bits: a fiftieth more than the bytes
 * themselves, where base 64 is a third. None of them means anything to HTML.
 */

/** How many characters there are: three of them hold 47 bits, which a number still does. */
const BASE = 52016;
const BITS = 47;
/** The first of them. The last is below the halves of pairs. */
const FIRST = 0x100;

/** @param {Uint8Array} bytes @returns {string} */
export function written(bytes) {
  /** @type {string[]} */
  const out = [];
  // the next value, and how many of its bits are there
  let value = 0;
  let bits = 0;
  const write = () => {
    const [first, second, third] = [Math.floor(value / BASE ** 2), Math.floor(value / BASE) % BASE, value % BASE];
    out.push(String.fromCharCode(FIRST + first, FIRST + second, FIRST + third));
    value = bits = 0;
  };
  for (const byte of bytes) {
    const taken = Math.min(8, BITS - bits);
    value = value * 2 ** taken + (byte >> (8 - taken));
    bits += taken;
    if (bits < BITS) continue;
    write();
    bits = 8 - taken;
    value = byte % 2 ** bits;
  }
  if (bits) {
    value *= 2 ** (BITS - bits);
    write();
  }
  return out.join("");
}

/** A text of UTF-8. @param {string} text */
export const readText = (text) => new TextDecoder().decode(read(text)).replace(/\0+$/, "");

/** The bytes, and up to five zeros after them. Characters that are none of those here, such as line ends, count for nothing. @param {string} text @returns {Uint8Array} */
export function read(text) {
  const bytes = new Uint8Array(Math.ceil((text.length * BITS) / 24) + 1);
  let length = 0;
  // of the byte that has begun
  let held = 0;
  let bits = 0;
  let value = 0;
  let read = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - FIRST;
    if (digit < 0 || digit >= BASE) continue;
    value = value * BASE + digit;
    if (++read % 3) continue;
    let left = BITS;
    while (bits + left >= 8) {
      left -= 8 - bits;
      const high = Math.floor(value / 2 ** left);
      value -= high * 2 ** left;
      bytes[length++] = held * 2 ** (8 - bits) + high;
      held = bits = 0;
    }
    held = held * 2 ** left + value;
    bits += left;
    value = 0;
  }
  return bytes.subarray(0, length);
}
