// @ts-check
/** What each operator of WebAssembly is in JavaScript, as the translator writes it. */

const COMPARE = "!x x===y x!==y x<y x32<y32 x>y x32>y32 x<=y x32<=y32 x>=y x32>=y32";
const ORDER = "x===y x!==y x<y x>y x<=y x>=y";
const ROUND = "abs(x) -x ceil(x) floor(x) trunc(x) nearest(x)";
const INT = "int(x,-2147483648,2147483648) int(x,0,4294967296)";
const INT64 = "int(x,-9223372036854775808,9223372036854775808);high() int(x,0,18446744073709551616);high()";
const LESS = "less(x,X,y,Y) less(x,X32,y,Y32)";
const MORE = "less(y,Y,x,X) less(y,Y32,x,X32)";

/**
 * What an operator is in JavaScript, from 0x45 on: `x` and `y` stand for its operands, `X` and `Y` for their high halves, `x32` for
 * what has no sign. After a semicolon comes the high half of the result. What is called is in runtime.js or Math.
 */
export const OPERATORS = [
  COMPARE,
  "!(x|X) !(x^y|X^Y) !!(x^y|X^Y)",
  `${LESS} ${MORE}`,
  `${MORE} ${LESS}`.replace(/less/g, "!less"),
  ORDER,
  ORDER,
  "clz32(x) ctz(x) ones(x) x+y|0 x-y|0 imul(x,y) x/divisor(x,y)|0 x32/(divisor(0,y)>>>0)|0 x%divisor(0,y)|0 x32%(divisor(0,y)>>>0)|0",
  "x&y x|y x^y x<<y x>>y x>>>y|0 x<<y|x>>>-y x>>>y|x<<-y",
  "X?clz32(X):32+clz32(x);0 x?ctz(x):32+ctz(X);0 ones(x)+ones(X);0",
  "x+y|0;X+Y+((x+y|0)>>>0<y32)|0 x-y|0;X-Y-(x32<y32)|0 imul(x,y);mulHigh(x,y)+imul(x,Y)+imul(X,y)|0",
  "1,0 0,0 1,1 0,1".replace(/\S+/g, "div64(x,X,y,Y,$&);high()"),
  "x&y;X&Y x|y;X|Y x^y;X^Y",
  "shl64(x,X,0,0,y);high() shr64(x,X,X>>31,y);high() shr64(x,X,0,y);high() shl64(x,X,X,x,y);high() shl64(x,X,X,x,-y);high()",
  ROUND,
  "fround(sqrt(x)) fround(x+y) fround(x-y) fround(x*y) fround(x/y) min(x,y) max(x,y) copysign(x,y)",
  ROUND,
  "sqrt(x) x+y x-y x*y x/y min(x,y) max(x,y) copysign(x,y)",
  `x ${INT} ${INT} x;x>>31 x;0 ${INT64} ${INT64}`,
  "fround(x) fround(x32) single(x,X) single(x,X32) fround(x) x x32 X*4294967296+x32 X32*4294967296+x32 x",
  "bits32(x) bits64(x);high() float32(x) float64(x,X)",
]
  .join(" ")
  .split(" ");
/** i64.shl to i64.shr_u by `n` from 1 to 31, then from 32 on: JavaScript takes it modulo 32. */
export const SHIFTS = "x<<n;X<<n|x>>>-n x>>>n|X<<-n;X>>n x>>>n|X<<-n;X>>>n 0;x<<n X>>n;X>>31 X>>>n|0;0".split(" ");

/**
 * @typedef {object} Operator
 * @property {{ parts: string[], bare: boolean }[]} halves of the result
 * @property {boolean} traps whether it acts: see Entry
 * @property {boolean} two whether it has two operands
 * @property {string[]} twice which halves of them are written more than once
 * @property {boolean} loose whether it takes no more than the low 32 bits of them
 */
/** Operators that have been taken apart. @type {Record<string, Operator>} */
const known = Object.create(null);
/** @param {string} template @returns {Operator} */
export function operator(template) {
  if (known[template]) return known[template];
  const halves = template.split(";").map((half) => ({
    // text, operand, bits, text, operand ...
    parts: half.split(/\b([xyXY])(32)?\b/),
    // what needs no parentheses round it: a call, or the operand alone
    bare: /^!*\w*(\([^()]*\))?$/.test(half),
  }));
  const twice = [..."xXyY"].filter((half) => RegExp(`\\b${half}(32)?\\b.*\\b${half}`).test(template));
  const [two, traps, loose] = [/\by\b|y32/, /divisor|^int|high/, /^(x(<<|>>>?|[+&|^-])y(\|0)?|imul\(x,y\))$/].map((one) => one.test(template));
  return (known[template] = { halves, two, traps, twice, loose });
}
