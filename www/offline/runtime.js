// @ts-check
/**
 * What a translation by translate.js calls. Math comes by the names it has there.
 *
 * There is no BigInt here but where a module's own functions take or give an i64: an i64 is two int32, its low half and its high
 * half. A function that gives an i64 gives the low half, and leaves the high half for `high`.
 */

export const imul = Math.imul;
export const fround = Math.fround;
export const abs = Math.abs;
export const ceil = Math.ceil;
export const floor = Math.floor;
export const trunc = Math.trunc;
export const sqrt = Math.sqrt;
export const min = Math.min;
export const max = Math.max;
export const clz = Math.clz32;

const scratch = new DataView(new ArrayBuffer(8));
/** What `high` gives. */
let over = 0;
/** What `divide` comes to: the quotient's halves and the remainder's. */
let [quotient, quotientHigh, rest, restHigh] = [0, 0, 0, 0];

/** The high half of the i64 that was given last. */
export const high = () => over;

/** @param {string} [why] @returns {never} */
export function trap(why = "unreachable") {
  throw new Error(why);
}

/** How many bits are set. @param {number} x */
export function ones(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
/** @param {number} x */
export const ctz = (x) => ones(~x & (x - 1));

/** @param {number} x @param {number} y */
const divisor = (x, y) => (y === 0 || (y === -1 && x === -2147483648) ? trap("division") : y);
/** @param {number} x @param {number} y */
export const div = (x, y) => (x / divisor(x, y)) | 0;
/** @param {number} x @param {number} y */
export const divU = (x, y) => ((x >>> 0) / (divisor(0, y) >>> 0)) | 0;
/** @param {number} x @param {number} y */
export const rem = (x, y) => x % divisor(0, y) | 0;
/** @param {number} x @param {number} y */
export const remU = (x, y) => (x >>> 0) % (divisor(0, y) >>> 0) | 0;
/** @param {number} x @param {number} y */
export const rotl = (x, y) => (x << y) | (x >>> -y);

/** Ties to even: at 2 ** 52 a number has no fraction. @param {number} x */
export function nearest(x) {
  const size = Math.abs(x);
  if (!(size < 4503599627370496)) return x;
  const whole = size + 4503599627370496 - 4503599627370496;
  return x < 0 || Object.is(x, -0) ? -whole : whole;
}
/** @param {number} x @param {number} y */
export function copysign(x, y) {
  scratch.setFloat64(0, y);
  return scratch.getInt8(0) < 0 ? -Math.abs(x) : Math.abs(x);
}
/** @param {number} x @param {number} above @param {number} below */
const within = (x, above, below) => (x > above && x < below ? Math.trunc(x) : trap("integer"));
/** @param {number} x @param {number} above @param {number} below */
export const int = (x, above, below) => within(x, above, below) | 0;
/** @param {number} x */
export const bits32 = (x) => (scratch.setFloat32(0, x), scratch.getInt32(0));
/** @param {number} x */
export const float32 = (x) => (scratch.setInt32(0, x), scratch.getFloat32(0));

/** Whether x is less than y. @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export const less = (x, xHigh, y, yHigh) => xHigh < yHigh || (xHigh === yHigh && x >>> 0 < y >>> 0);
/** The same without signs. @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export const lessU = (x, xHigh, y, yHigh) => xHigh >>> 0 < yHigh >>> 0 || (xHigh === yHigh && x >>> 0 < y >>> 0);

/** @param {number} x @param {number} xHigh */
export const clz64 = (x, xHigh) => (xHigh ? Math.clz32(xHigh) : 32 + Math.clz32(x));
/** @param {number} x @param {number} xHigh */
export const ctz64 = (x, xHigh) => (x ? ctz(x) : 32 + ctz(xHigh));

/** The high half of a product, of two numbers without a sign. @param {number} x @param {number} y */
export function mulHigh(x, y) {
  const [a, b, c, d] = [x >>> 16, x & 65535, y >>> 16, y & 65535];
  const middle = a * d + ((b * d) >>> 16);
  return (a * c + (middle >>> 16) + ((b * c + (middle & 65535)) >>> 16)) | 0;
}

// Shifts take the count modulo 64: JavaScript takes it modulo 32 by itself. To shift by 32 - n, where n may be 0, it goes by 1 and
// then by 31 - n, which is ~n.
/** @param {number} x @param {number} xHigh @param {number} count */
export function shl64(x, xHigh, count) {
  over = count & 32 ? x << count : (xHigh << count) | ((x >>> 1) >>> ~count);
  return count & 32 ? 0 : x << count;
}
/** @param {number} x @param {number} xHigh @param {number} count */
export function shr64(x, xHigh, count) {
  over = xHigh >> (count & 32 ? 31 : count);
  return count & 32 ? xHigh >> count : (x >>> count) | ((xHigh << 1) << ~count);
}
/** @param {number} x @param {number} xHigh @param {number} count */
export function shrU64(x, xHigh, count) {
  over = count & 32 ? 0 : (xHigh >>> count) | 0;
  return count & 32 ? (xHigh >>> count) | 0 : (x >>> count) | ((xHigh << 1) << ~count);
}
/** @param {number} x @param {number} xHigh @param {number} count */
export function rotl64(x, xHigh, count) {
  if (count & 32) [x, xHigh] = [xHigh, x];
  over = (xHigh << count) | ((x >>> 1) >>> ~count);
  return (x << count) | ((xHigh >>> 1) >>> ~count);
}

/** The value, or less than nothing if `sign` is. @param {number} sign @param {number} x @param {number} xHigh */
function signed(sign, x, xHigh) {
  over = sign < 0 ? ~xHigh + Number(!x) : xHigh;
  over |= 0;
  return sign < 0 ? -x | 0 : x;
}
/**
 * Divides, without signs, by as much of the quotient at a time as a float64 can tell: all of it below 2 ** 53, and above a little
 * less than it is.
 * @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh
 */
function divide(x, xHigh, y, yHigh) {
  if (!(y | yHigh)) trap("division");
  quotient = quotientHigh = 0;
  const whole = (yHigh >>> 0) * 4294967296 + (y >>> 0);
  while (!lessU(x, xHigh, y, yHigh)) {
    const about = ((xHigh >>> 0) * 4294967296 + (x >>> 0)) / whole;
    const part = xHigh >>> 21 ? Math.max(1, Math.floor(about * (1 - 2 ** -50))) : Math.floor(about);
    const [low, top] = [part | 0, (part / 4294967296) | 0];
    const product = Math.imul(low, y);
    xHigh = (xHigh - mulHigh(low, y) - Math.imul(low, yHigh) - Math.imul(top, y) - Number(x >>> 0 < product >>> 0)) | 0;
    x = (x - product) | 0;
    quotient = (quotient + low) | 0;
    quotientHigh = (quotientHigh + top + Number(quotient >>> 0 < low >>> 0)) | 0;
  }
  [rest, restHigh] = [x, xHigh];
}
/** Divides what x and y are without signs. @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
function divideSizes(x, xHigh, y, yHigh) {
  const [size, sizeHigh] = [signed(xHigh, x, xHigh), over];
  divide(size, sizeHigh, signed(yHigh, y, yHigh), over);
}
/** @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export function div64(x, xHigh, y, yHigh) {
  divideSizes(x, xHigh, y, yHigh);
  // -(2 ** 63) / -1
  if (quotientHigh < 0 && (xHigh ^ yHigh) >= 0) trap("division");
  return signed(xHigh ^ yHigh, quotient, quotientHigh);
}
/** @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export const divU64 = (x, xHigh, y, yHigh) => (divide(x, xHigh, y, yHigh), signed(0, quotient, quotientHigh));
/** @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export const rem64 = (x, xHigh, y, yHigh) => (divideSizes(x, xHigh, y, yHigh), signed(xHigh, rest, restHigh));
/** @param {number} x @param {number} xHigh @param {number} y @param {number} yHigh */
export const remU64 = (x, xHigh, y, yHigh) => (divide(x, xHigh, y, yHigh), signed(0, rest, restHigh));

/** An i64 of what lies between two numbers. @param {number} x @param {number} above @param {number} below */
export function int64(x, above, below) {
  x = within(x, above, below);
  over = Math.floor(x / 4294967296) | 0;
  return x | 0;
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
