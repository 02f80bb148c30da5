// @ts-check
/**
 * What a translation by translate.js calls, beside Math.
 *
 * There is no BigInt here but where a module's own functions take or give an i64: an i64 is two int32, its low half and its high
 * half. A function that gives an i64 gives the low half, and leaves the high half for `high`.
 */

const scratch = new DataView(new ArrayBuffer(8));
/** What `high` gives. */
let over = 0;
/** The high half of the i64 that was given last. */
export const high = () => over;

/** @param {string} [why] @returns {never} */
export function trap(why = "unreachable") {
  throw new Error(why);
}

/** How many bits are set. @param {number} x */
export function ones(x) {
  let count = 0;
  for (; x; x &= x - 1) count += 1;
  return count;
}
/** @param {number} x */
export const ctz = (x) => 32 - Math.clz32(~x & (x - 1));

/** y, if x can be divided by it: 0 stands for an x without a sign, and where only the rest is wanted. @param {number} x @param {number} y */
export const divisor = (x, y) => (y === 0 || (y === -1 && x === -2147483648) ? trap("division") : y);

/** @param {number} x @param {number} y */
export function copysign(x, y) {
  scratch.setFloat64(0, y);
  return scratch.getInt8(0) < 0 ? -Math.abs(x) : Math.abs(x);
}
/** Ties to even: at 2 ** 52 a number has no fraction. @param {number} x */
export function nearest(x) {
  const size = Math.abs(x);
  return size < 4503599627370496 ? copysign(size + 4503599627370496 - 4503599627370496, x) : x;
}
/** The integer towards zero, if it is in a range: an i64 or, by its low half, an i32. @param {number} x @param {number} least @param {number} end */
export function int(x, least, end) {
  x = Math.trunc(x);
  if (!(x >= least && x < end)) trap("integer");
  over = Math.floor(x / 4294967296) | 0;
  return x | 0;
}
/** @param {number} x */
export const bits32 = (x) => (scratch.setFloat32(0, x), scratch.getInt32(0));
/** @param {number} x */
export const float32 = (x) => (scratch.setInt32(0, x), scratch.getFloat32(0));

/** Whether x is less than y, with signs or without as the high halves are. @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export const less = (x, xHigh, y, yHigh) => xHigh < yHigh || (xHigh === yHigh && x >>> 0 < y >>> 0);

/** The high half of a product, of two numbers without a sign. @param {number} x @param {number} y */
export function mulHigh(x, y) {
  const [a, b, c, d] = [x >>> 16, x & 65535, y >>> 16, y & 65535];
  const middle = a * d + ((b * d) >>> 16);
  return (a * c + (middle >>> 16) + ((b * c + (middle & 65535)) >>> 16)) | 0;
}

// Shifts take the count modulo 64: JavaScript takes it modulo 32 by itself. To shift by 32 - n, where n may be 0, it goes by 1 and
// then by 31 - n, which is ~n.
/**
 * To the left, and in from the right what comes next: `next`, then `last`.
 * @param {number} x @param {number} xHigh @param {number} next @param {number} last @param {number} count
 */
export function shl64(x, xHigh, next, last, count) {
  if (count & 32) [x, xHigh, next] = [next, x, last];
  over = (xHigh << count) | ((x >>> 1) >>> ~count);
  return (x << count) | ((next >>> 1) >>> ~count);
}
/** To the right, and in from the left the bits of `sign`. @param {number} x @param {number} xHigh @param {number} sign @param {number} count */
export function shr64(x, xHigh, sign, count) {
  if (count & 32) [x, xHigh] = [xHigh, sign];
  over = (xHigh >>> count) | ((sign << 1) << ~count);
  return (x >>> count) | ((xHigh << 1) << ~count);
}

/** The value, or less than nothing if `sign` is. @param {number} sign @param {number} x @param {number} xHigh */
function signed(sign, x, xHigh) {
  over = (sign < 0 ? ~xHigh + Number(!x) : xHigh) | 0;
  return sign < 0 ? -x | 0 : x;
}
/**
 * The quotient or the rest, with signs if `sign` is 1 and without if it is 0. As much of the quotient at a time as a float64 can
 * tell: all of it below 2 ** 53, and above a little less than it is.
 * @param {number} a @param {number} aHigh @param {number} b @param {number} bHigh @param {number} sign @param {number} isRest
 */
export function div64(a, aHigh, b, bHigh, sign, isRest) {
  if (!(b | bHigh)) trap("division");
  let x = signed(aHigh * sign, a, aHigh);
  let xHigh = over >>> 0;
  const y = signed(bHigh * sign, b, bHigh);
  const yHigh = over >>> 0;
  let [quotient, quotientHigh] = [0, 0];
  while (!less(x, xHigh, y, yHigh)) {
    const about = (xHigh * 4294967296 + (x >>> 0)) / (yHigh * 4294967296 + (y >>> 0));
    const part = xHigh >>> 21 ? Math.max(1, Math.floor(about * (1 - 2 ** -50))) : Math.floor(about);
    const [low, high] = [part | 0, (part / 4294967296) | 0];
    const product = Math.imul(low, y);
    xHigh = (xHigh - mulHigh(low, y) - Math.imul(low, yHigh) - Math.imul(high, y) - Number(x >>> 0 < product >>> 0)) >>> 0;
    x = (x - product) | 0;
    quotient = (quotient + low) | 0;
    quotientHigh = (quotientHigh + high + Number(quotient >>> 0 < low >>> 0)) | 0;
  }
  if (isRest) return signed(aHigh * sign, x, xHigh);
  // -(2 ** 63) / -1
  if (sign && quotientHigh < 0 && (aHigh ^ bHigh) >= 0) trap("division");
  return signed((aHigh ^ bHigh) * sign, quotient, quotientHigh);
}

/**
 * f32 of an i64 whose high half may be without a sign, rounded once: bits that float64 would round away become one, which is
 * enough to round by.
 * @param {number} x @param {number} xHigh
 */
export const single = (x, xHigh) => Math.fround(xHigh * 4294967296 + ((Math.abs(xHigh) >>> 20 && x & 2047 ? (x & -2048) | 2048 : x) >>> 0));
/** @param {number} x */
export const bits64 = (x) => (scratch.setFloat64(0, x), (over = scratch.getInt32(0)), scratch.getInt32(4));
/** @param {number} x @param {number} xHigh */
export const float64 = (x, xHigh) => (scratch.setInt32(4, x), scratch.setInt32(0, xHigh), scratch.getFloat64(0));

/** An i64 that comes in from JavaScript. @param {bigint} x */
export function split(x) {
  over = Number(BigInt.asIntN(32, BigInt.asIntN(64, x) >> BigInt(32)));
  return Number(BigInt.asIntN(32, x));
}
/** An i64 that goes out. @param {number} x @param {number} xHigh */
export const join = (x, xHigh) => BigInt(xHigh) * BigInt(4294967296) + BigInt(x >>> 0);
