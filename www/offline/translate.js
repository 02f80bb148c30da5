// @ts-check
/**
 * WebAssembly of the first version (MVP) translated to JavaScript where a page runs, for pages in one file: opened from a disk, in
 * a browser where WebAssembly is switched off. Results are those of WebAssembly to the bit, but for what a NaN carries.
 *
 * A function becomes a function, a local a variable, a block a labelled block. What is on the stack of WebAssembly stays an
 * expression here, and is put into a variable of its place on the stack (s0, s1 ...) only where something would change it or its
 * order. i32 is a number in the range of int32, f32 a number that float32 has, i64 a BigInt in the range of int64.
 *
 * Two liberties: an access outside of memory need not trap, and memory ends at 2 GiB, so that an address is never negative.
 */

/** Types of values. */
const [I32, I64, F32] = [0x7f, 0x7e, 0x7d];
const PAGE = 65536;
/** 2 GiB less a page. */
const MOST_PAGES = 32767;
/** Expressions nest no deeper: the browser's parser descends into them. */
const DEEPEST = 24;

/** Views of memory by the letter they have in the translation: bits of the size of an element, and its name. @type {Record<string, [number, string]>} */
const VIEWS = {
  B: [0, "Int8"],
  U: [0, "Uint8"],
  H: [1, "Int16"],
  V: [1, "Uint16"],
  I: [2, "Int32"],
  J: [3, "BigInt64"],
  F: [2, "Float32"],
  D: [3, "Float64"],
};
/** The view of each load and store, from 0x28 on. */
const ACCESSES = "IJFDBUHVBUHVII" + "IJFDBHBHI";

/**
 * What an operator is in JavaScript: `x` and `y` stand for its operands, `x32` and `x64` for them without a sign; a star marks
 * what may trap.
 * @param {string} text
 */
function operators(text) {
  return text.split(/\s+/).map((one) => {
    const traps = one[0] === "*";
    const template = traps ? one.slice(1) : one;
    // text, operand, bits, text, operand ...
    const parts = template.split(/\b([xy])(32|64)?\b/);
    // what needs no parentheses round it: a call, or the operand alone
    return { parts, traps, two: parts.includes("y"), bare: /^\w*(\(.*\))?$/.test(template) };
  });
}

const COMPARE = "!x x===y x!==y x<y x32<y32 x>y x32>y32 x<=y x32<=y32 x>=y x32>=y32";
const ORDER = "x===y x!==y x<y x>y x<=y x>=y";
const ROUND = "abs(x) -x ceil(x) floor(x) trunc(x) nearest(x)";
const TO_I32 = "*int(x,-2147483649,2147483648) *int(x,-1,4294967296)";
// the number before -2 ** 63
const TO_I64 = "*big(x,-9223372036854777856,9223372036854775808) *big(x,-1,18446744073709551616)";

/** From 0x45 on. */
const OPERATORS = operators(
  [
    COMPARE,
    COMPARE.replace(/32/g, "64"),
    ORDER,
    ORDER,
    "clz(x) ctz(x) ones(x) x+y|0 x-y|0 imul(x,y) *div(x,y) *divU(x,y) *rem(x,y) *remU(x,y)",
    "x&y x|y x^y x<<y x>>y x>>>y|0 rotl(x,y) rotl(x,-y)",
    "clz64(x) ctz64(x) ones64(x) S(64,x+y) S(64,x-y) S(64,x*y) *div64(x,y) *S(64,x64/y64) *x%y *S(64,x64%y64)",
    "x&y x|y x^y S(64,x<<y) x>>y S(64,x64>>y) rotl64(x,y) rotl64(x,-y)",
    ROUND,
    "fround(sqrt(x)) fround(x+y) fround(x-y) fround(x*y) fround(x/y) min(x,y) max(x,y) copysign(x,y)",
    ROUND,
    "sqrt(x) x+y x-y x*y x/y min(x,y) max(x,y) copysign(x,y)",
    `Number(S(32,x)) ${TO_I32} ${TO_I32} BigInt(x) BigInt(x32) ${TO_I64} ${TO_I64}`,
    "fround(x) fround(x32) single(x) single(x64) fround(x) x x32 Number(x) Number(x64) x",
    "bits32(x) bits64(x) float32(x) float64(x)",
  ].join(" "),
);
/** i32.div_s to i32.rem_u, where the divisor is known and neither 0 nor -1. */
const DIVISIONS = operators("x/y|0 x32/y32|0 x%y|0 x32%y32|0");

const scratch = new DataView(new ArrayBuffer(8));

/** @param {string} why @returns {never} */
function trap(why) {
  throw new Error(why);
}

/** How many bits are set. @param {number} x */
function ones(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
/** @param {number} x */
const ctz = (x) => ones(~x & (x - 1));
/** The halves of an i64. @param {bigint} x */
const low = (x) => Number(BigInt.asIntN(32, x));
/** @param {bigint} x */
const high = (x) => Number(x >> 32n);
/** @param {number} x @param {number} y */
const divisor = (x, y) => (y === 0 || (y === -1 && x === -2147483648) ? trap("division") : y);
/** @param {number} x @param {number} above @param {number} below */
const within = (x, above, below) => (x > above && x < below ? Math.trunc(x) : trap("integer"));

/** What the translation calls. Math comes by the names it has there. */
const RUNTIME = {
  S: BigInt.asIntN,
  N: BigInt.asUintN,
  imul: Math.imul,
  fround: Math.fround,
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  trunc: Math.trunc,
  sqrt: Math.sqrt,
  min: Math.min,
  max: Math.max,
  clz: Math.clz32,
  trap,
  ones,
  ctz,
  /** @param {number} x @param {number} y */
  div: (x, y) => (x / divisor(x, y)) | 0,
  /** @param {number} x @param {number} y */
  divU: (x, y) => ((x >>> 0) / (divisor(0, y) >>> 0)) | 0,
  /** @param {number} x @param {number} y */
  rem: (x, y) => x % divisor(0, y) | 0,
  /** @param {number} x @param {number} y */
  remU: (x, y) => (x >>> 0) % (divisor(0, y) >>> 0) | 0,
  /** @param {number} x @param {number} y */
  rotl: (x, y) => (x << y) | (x >>> -y),
  /** BigInt itself refuses to divide by nothing. @param {bigint} x @param {bigint} y */
  div64: (x, y) => (y === -1n && x === -(2n ** 63n) ? trap("division") : x / y),
  /** @param {bigint} x */
  clz64: (x) => BigInt(high(x) ? Math.clz32(high(x)) : 32 + Math.clz32(low(x))),
  /** @param {bigint} x */
  ctz64: (x) => BigInt(low(x) ? ctz(low(x)) : 32 + ctz(high(x))),
  /** @param {bigint} x */
  ones64: (x) => BigInt(ones(low(x)) + ones(high(x))),
  /** @param {bigint} x @param {bigint} y */
  rotl64: (x, y) => BigInt.asIntN(64, (x << (y & 63n)) | (BigInt.asUintN(64, x) >> (-y & 63n))),
  /** Ties to even: at 2 ** 52 a number has no fraction. @param {number} x */
  nearest(x) {
    const size = Math.abs(x);
    if (!(size < 2 ** 52)) return x;
    const whole = size + 2 ** 52 - 2 ** 52;
    return x < 0 || Object.is(x, -0) ? -whole : whole;
  },
  /** @param {number} x @param {number} y */
  copysign(x, y) {
    scratch.setFloat64(0, y);
    return scratch.getInt8(0) < 0 ? -Math.abs(x) : Math.abs(x);
  },
  /** @param {number} x @param {number} above @param {number} below */
  int: (x, above, below) => within(x, above, below) | 0,
  /** @param {number} x @param {number} above @param {number} below */
  big: (x, above, below) => BigInt.asIntN(64, BigInt(within(x, above, below))),
  /** f32 of an integer, rounded once: what float64 does not hold becomes its odd neighbour. @param {bigint} x */
  single(x) {
    if (BigInt.asIntN(53, x) === x) return Math.fround(Number(x));
    return Math.fround(Number((x >> 11n) | (x & 2047n ? 1n : 0n)) * 2048);
  },
  /** @param {number} x */
  bits32: (x) => (scratch.setFloat32(0, x), scratch.getInt32(0)),
  /** @param {number} x */
  bits64: (x) => (scratch.setFloat64(0, x), scratch.getBigInt64(0)),
  /** @param {number} x */
  float32: (x) => (scratch.setInt32(0, x), scratch.getFloat32(0)),
  /** @param {bigint} x */
  float64: (x) => (scratch.setBigInt64(0, x), scratch.getFloat64(0)),
};

/** Reads a module from its beginning to its end. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** The low 32 bits of a number of any length, as a signed number. @param {boolean} signed */
  leb(signed) {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      if (shift < 32) value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return signed && shift < 32 && byte & 64 ? value | (-1 << shift) : value;
  }
  count() {
    return this.leb(false) >>> 0;
  }
  long() {
    let [value, shift, byte] = [0n, 0n, 0];
    do {
      byte = this.byte();
      value |= BigInt(byte & 127) << shift;
      shift += 7n;
    } while (byte > 127);
    return BigInt.asIntN(Number(shift < 64n ? shift : 64n), value);
  }
  /** @param {number} size */
  float(size) {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, size);
    this.at += size;
    return size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
  }
  take() {
    const size = this.count();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }
  name() {
    return new TextDecoder().decode(this.take());
  }
  /** @template T @param {() => T} one @returns {T[]} */
  list(one) {
    return Array.from({ length: this.count() }, one);
  }
  /** A constant operator's value. @param {number} op */
  constant(op) {
    return op === 0x41 ? this.leb(true) : op === 0x42 ? this.long() : this.float(op === 0x43 ? 4 : 8);
  }
  /** An expression outside of functions. */
  initial() {
    const op = this.byte();
    if (op < 0x41 || op > 0x44) throw new Error(`initial operator ${op}`);
    const value = this.constant(op);
    this.at += 1;
    return value;
  }
  /** Passes what follows an operator that is never reached. @param {number} op */
  pass(op) {
    if (op === 0x0e) this.list(() => this.count());
    if (op === 0x43 || op === 0x44) this.at += op === 0x43 ? 4 : 8;
    // indices, places in memory, types of blocks and numbers
    else if ((op >= 0x02 && op <= 0x04) || (op >= 0x0c && op <= 0x11 && op !== 0x0f) || (op >= 0x20 && op <= 0x42)) this.leb(false);
    if (op === 0x11 || (op >= 0x28 && op <= 0x3e)) this.leb(false);
  }
}

/** @param {number | bigint} value */
function literal(value) {
  const text = typeof value === "bigint" ? `${value}n` : Object.is(value, -0) ? "-0" : `${value}`.replace("Infinity", "1/0");
  return /^\w[\w.+-]*$/.test(text) ? text : `(${text})`;
}

/** As a value comes in from JavaScript. @param {number} type @param {string} text */
const coerced = (type, text) =>
  type === I32 ? `${text}|0` : type === I64 ? `S(64,${text})` : type === F32 ? `fround(${text})` : `+${text}`;

/** The variables of parameters. @param {Type} type */
const names = (type) => type.params.map((_, index) => `l${index}`);

/** @typedef {{ params: number[], results: number[], key: number }} Type `key` is the same for equal types */
/** @typedef {{ types: Type[], functions: Type[] }} Module */

/**
 * A value on the stack.
 * @typedef {object} Entry
 * @property {string} text an expression that can stand anywhere in another
 * @property {number} reads what it depends on: a bit for memory and globals, one for each variable, several of which share it
 * @property {number} depth
 * @property {boolean} truth whether JavaScript has a boolean there
 * @property {boolean} acts whether it does something or may trap: such an entry is the last, and waits for the next operator alone
 * @property {number | bigint | undefined} value where it is known
 * @property {string} low an i64 as two i32, where that is cheaper
 * @property {string} high
 */

const MEMORY = 1 << 31;
const SIMPLE = /^\w+$/;

/** @param {string} text @param {number} reads @param {number} depth @returns {Entry} */
const entry = (text, reads, depth) => ({ text, reads, depth, truth: false, acts: false, value: undefined, low: "", high: "" });
/** @param {Entry} of */
const number = (of) => (of.truth ? `(${of.text}|0)` : of.text);

/** The inside of a function. @param {Reader} read @param {Module} module @param {Type} type */
function translate(read, { types, functions }, type) {
  read.count();
  /** Zeros of locals. @type {string[]} */
  const zeros = [];
  for (let groups = read.count(); groups > 0; groups -= 1) {
    const count = read.count();
    const zero = read.byte() === I64 ? "0n" : "0";
    for (let index = 0; index < count; index += 1) zeros.push(zero);
  }
  const params = type.params.length;
  const locals = params + zeros.length;
  const declared = new Set(zeros.map((zero, index) => `l${params + index}=${zero}`));
  /** @type {string[]} */
  const out = [];
  /** @type {Entry[]} */
  const stack = [];
  /** @param {number} place */
  const bit = (place) => 1 << place % 31;

  /** Puts an entry into its variable. @param {number} place */
  const keep = (place) => {
    const variable = `s${place}`;
    const reads = bit(locals + place);
    if (stack[place].text === variable) return;
    // what is below may have been made of what was here; nothing above can
    for (let below = 0; below < place; below += 1) if (stack[below].reads & reads) keep(below);
    declared.add(variable);
    out.push(`${variable}=${number(stack[place])};`);
    stack[place] = entry(variable, reads, 0);
  };
  /** Keeps what depends on something about to change. @param {number} changes */
  const settle = (changes) => {
    for (let place = 0; place < stack.length; place += 1) if (stack[place].reads & changes) keep(place);
  };
  /** Keeps the last entry if it acts. */
  const act = () => {
    if (stack.length && stack[stack.length - 1].acts) keep(stack.length - 1);
  };
  /** @param {Entry} one */
  const push = (one) => {
    act();
    stack.push(one);
    if (one.depth > DEEPEST) keep(stack.length - 1);
  };
  const pop = () => /** @type {Entry} */ (stack.pop());
  const last = () => number(stack[stack.length - 1]);
  /** @param {number} index */
  const local = (index) => push(entry(`l${index}`, bit(index), 0));
  /** What acts, with what it gives. @param {string} text @param {number} results */
  const perform = (text, results) => {
    settle(MEMORY);
    if (results) push({ ...entry(text, MEMORY, 1), acts: true });
    else out.push(text, ";");
  };

  /** @param {Entry} operand @param {string} bits without a sign, where given */
  const operand = (operand, bits) => {
    if (!bits) return number(operand);
    if (operand.value !== undefined) return literal(bits === "64" ? BigInt.asUintN(64, BigInt(operand.value)) : Number(operand.value) >>> 0);
    return bits === "64" ? `N(64,${operand.text})` : `(${number(operand)}>>>0)`;
  };
  /** @param {number} op from 0x45 on */
  const operate = (op) => {
    let { parts, traps, two, bare } = OPERATORS[op - 0x45];
    const y = two ? pop() : undefined;
    const x = pop();
    if (op >= 0x6d && op <= 0x70 && y?.value && y.value !== -1) ({ parts, traps, bare } = DIVISIONS[op - 0x6d]);
    // JavaScript takes the low bits of the count of a shift by itself, but not for BigInt
    if (y && op >= 0x86 && op <= 0x88) y.text = y.value === undefined ? `(${y.text}&63n)` : `${BigInt(y.value) & 63n}n`;
    if (op === 0xa7 && x.low) return push({ ...entry(x.low, x.reads, x.depth), acts: x.acts });
    let text = parts[0];
    if (text === "!") text += x.text + parts[3];
    else for (let at = 1; at < parts.length; at += 3) text += operand(parts[at] === "y" && y ? y : x, parts[at + 1]) + parts[at + 2];
    const made = entry(bare ? text : `(${text})`, x.reads | (y ? y.reads : 0), 1 + Math.max(x.depth, y ? y.depth : 0));
    made.truth = op <= 0x66;
    made.acts = traps || x.acts || (y !== undefined && y.acts);
    if (made.acts) made.reads |= MEMORY;
    if (op === 0xad) [made.low, made.high] = [number(x), "0"];
    push(made);
  };

  /** @param {Entry} address @param {number} offset */
  const place = (address, offset) => {
    if (typeof address.value === "number") return `${(address.value >>> 0) + offset}`;
    return offset ? `${number(address)}+${offset}` : number(address);
  };
  /** A word at an address. @param {Entry} address @param {number} offset */
  const word = (address, offset) => `I[${place(address, offset)}>>2]`;
  /** @param {number} op from 0x28 to 0x3e */
  const access = (op) => {
    const [view, align, offset] = [ACCESSES[op - 0x28], read.count(), read.count()];
    const [shift, name] = VIEWS[view];
    if (op >= 0x3c) operate(0xa7);
    // the view in an access is found before its operands are computed: nothing there may grow memory
    act();
    const words = view === "J" && align >= 2;
    if (op < 0x36) {
      const address = pop();
      const at = place(address, offset);
      const text = align >= shift ? `${view}[${at}${shift ? `>>${shift}` : ""}]` : `X.get${name}(${at},true)`;
      const made = entry(text, address.reads | MEMORY, address.depth + 1);
      if (words && SIMPLE.test(address.text)) [made.low, made.high] = [word(address, offset), word(address, offset + 4)];
      push(made);
      if (op >= 0x30) operate(op % 2 ? 0xad : 0xac);
      return;
    }
    if (words && stack[stack.length - 1].low && !SIMPLE.test(stack[stack.length - 2].text)) keep(stack.length - 2);
    const value = pop();
    const address = pop();
    const at = place(address, offset);
    settle(MEMORY);
    if (words && value.low) {
      let { low, high } = value;
      // what is written first may be what is read then
      if (high[0] === "I") {
        declared.add("w");
        out.push(`w=${high};`);
        high = "w";
      }
      out.push(`${word(address, offset)}=${low};${word(address, offset + 4)}=${high};`);
    } else if (align >= shift) out.push(`${view}[${at}${shift ? `>>${shift}` : ""}]=${number(value)};`);
    else out.push(`X.set${name}(${at},${number(value)},true);`);
  };

  /** Blocks we are in, from the function itself on; `live` says whether the end is reached so far, `at` where `out` has its label. */
  const frames = [{ op: 0x02, result: type.results.length, height: 0, at: -1, used: false, live: false }];
  /** Whether what follows is never reached, and how many blocks deep in that. */
  let dead = false;
  let skipped = 0;
  /** @param {number} op */
  const open = (op) => {
    const result = read.byte() === 0x40 ? 0 : 1;
    const condition = op === 0x04 ? pop().text : "";
    settle(-1);
    frames.push({ op, result, height: stack.length, at: out.length, used: false, live: false });
    out.push("", condition && `if(${condition}){`);
  };
  /** Hands the result of a block over. @param {{ height: number }} frame */
  const yielded = ({ height }) => {
    const [variable, value] = [`s${height}`, last()];
    declared.add(variable);
    return variable === value ? "" : `${variable}=${value};`;
  };
  /** @param {number} depth */
  const jump = (depth) => {
    const index = frames.length - 1 - depth;
    const frame = frames[index];
    // what is left on the stack may not have been done yet
    if (!frame.result || frame.op === 0x03) act();
    if (index === 0) return frame.result ? `return ${last()};` : "return;";
    frame.used = true;
    // a loop is left at its end: a jump to it starts it again
    if (frame.op === 0x03) return `continue L${index};`;
    return `${frame.result ? yielded(frame) : ""}break L${index};`;
  };
  const close = () => {
    const index = frames.length - 1;
    const { op, result, height, at, used, live } = frames[index];
    frames.pop();
    // without a jump to it, a block or loop is no more than what is in it
    if (!used && op !== 0x04 && op !== 0x05) return;
    if (!dead && result) out.push(yielded({ height }));
    if (op === 0x03) {
      out[at] = `L${index}:for(;;){`;
      out.push(dead ? "}" : "break}");
    } else {
      if (used) out[at] = op === 0x02 ? `L${index}:{` : `L${index}:`;
      out.push("}");
      dead = dead && !used && !live && op !== 0x04;
    }
    stack.length = height;
    if (result) stack.push(entry(`s${height}`, bit(locals + height), 0));
  };

  while (frames.length) {
    const op = read.byte();
    if (dead && (skipped > 0 || (op !== 0x05 && op !== 0x0b))) {
      if (op >= 0x02 && op <= 0x04) skipped += 1;
      if (op === 0x0b) skipped -= 1;
      read.pass(op);
    } else if (op >= 0x45 && op <= 0xbf) operate(op);
    else if (op >= 0x41 && op <= 0x44) {
      const value = read.constant(op);
      const made = entry(literal(value), 0, 0);
      made.value = value;
      if (typeof value === "bigint") [made.low, made.high] = [literal(low(value)), literal(high(value))];
      push(made);
    } else if (op >= 0x28 && op <= 0x3e) access(op);
    else {
      switch (op) {
        case 0x00:
          act();
          out.push('throw trap("unreachable");');
          dead = true;
          break;
        case 0x01:
          break;
        case 0x02:
        case 0x03:
        case 0x04:
          open(op);
          break;
        case 0x05: {
          const frame = frames[frames.length - 1];
          if (!dead && frame.result) out.push(yielded(frame));
          out.push("}else{");
          [frame.op, frame.live, stack.length, dead] = [op, !dead, frame.height, false];
          break;
        }
        case 0x0b:
          if (frames.length === 1 && !dead && type.results.length) out.push(jump(0));
          close();
          break;
        case 0x0c:
          out.push(jump(read.count()));
          dead = true;
          break;
        case 0x0d: {
          const condition = pop().text;
          out.push(`if(${condition}){${jump(read.count())}}`);
          break;
        }
        case 0x0e: {
          const index = number(pop());
          const [targets, other] = [read.list(() => read.count()), read.count()];
          out.push(`switch(${index}){`);
          for (const target of new Set(targets)) {
            if (target === other) continue;
            targets.forEach((one, at) => one === target && out.push(`case ${at}:`));
            out.push(jump(target));
          }
          out.push(`default:${jump(other)}}`);
          dead = true;
          break;
        }
        case 0x0f:
          out.push(jump(frames.length - 1));
          dead = true;
          break;
        case 0x10:
        case 0x11: {
          const index = read.count();
          const { params, results, key } = op === 0x10 ? functions[index] : types[index];
          // the table, then what is looked up in it
          if (op === 0x11) read.count();
          const callee = op === 0x10 ? `f${index}` : `T${key}[${number(pop())}]`;
          const values = stack.splice(stack.length - params.length).map(number);
          perform(`${callee}(${values})`, results.length);
          break;
        }
        case 0x1a: {
          const { text, acts } = pop();
          if (acts) out.push(text, ";");
          break;
        }
        case 0x1b: {
          const [condition, y, x] = [pop(), pop(), pop()];
          const depth = 1 + Math.max(condition.depth, y.depth, x.depth);
          const made = entry(`(${condition.text}?${number(x)}:${number(y)})`, condition.reads | y.reads | x.reads, depth);
          made.acts = condition.acts;
          push(made);
          break;
        }
        case 0x20:
          local(read.count());
          break;
        case 0x21:
        case 0x22: {
          const index = read.count();
          const value = number(pop());
          settle(bit(index));
          out.push(`l${index}=${value};`);
          if (op === 0x22) local(index);
          break;
        }
        case 0x23:
          push(entry(`g${read.count()}`, MEMORY, 0));
          break;
        case 0x24: {
          const value = number(pop());
          settle(MEMORY);
          out.push(`g${read.count()}=${value};`);
          break;
        }
        case 0x3f:
          read.byte();
          push(entry(`(U.length>>>16)`, MEMORY, 1));
          break;
        case 0x40:
          read.byte();
          perform(`grow(${number(pop())})`, 1);
          break;
        default:
          throw new Error(`operator ${op}`);
      }
    }
  }
  return `${declared.size ? `var ${[...declared]};` : ""}${out.join("")}`;
}

/**
 * A module's exports, as `WebAssembly.Instance` has them.
 * @param {Uint8Array} bytes
 * @param {Record<string, Record<string, Function>>} imports
 * @returns {Record<string, any>}
 */
export function instantiate(bytes, imports) {
  const read = new Reader(bytes);
  /** @type {Type[]} */
  const types = [];
  /** @type {Type[]} */
  const functions = [];
  /** @type {Function[]} */
  const imported = [];
  /** Functions in the table, by their places. @type {number[]} */
  const table = [];
  const memory = { buffer: new ArrayBuffer(0) };
  let most = MOST_PAGES;
  const out = ['"use strict";'];
  /** @type {string[]} */
  const exported = [];
  let [globals, bodies, start] = [0, 0, ""];
  const limits = () => {
    const bounded = read.byte();
    return [read.count(), bounded ? read.count() : MOST_PAGES];
  };
  const valueTypes = () => read.list(() => read.byte());

  if (String.fromCharCode(...bytes.subarray(0, 5)) !== "\0asm\x01") throw new TypeError("no WebAssembly");
  for (read.at = 8; read.at < bytes.length; ) {
    const section = read.byte();
    const end = read.count() + read.at;
    /** @param {() => void} one */
    const each = (one) => read.list(one);
    if (section === 1)
      each(() => {
        read.byte();
        const [params, results] = [valueTypes(), valueTypes()];
        const key = types.findIndex((one) => `${one.params}>${one.results}` === `${params}>${results}`);
        types.push({ params, results, key: key < 0 ? types.length : key });
      });
    if (section === 2)
      each(() => {
        const [from, name, kind] = [read.name(), read.name(), read.byte()];
        const what = imports[from]?.[name];
        if (kind || typeof what !== "function") throw new TypeError(`import ${from} ${name}`);
        const type = types[read.count()];
        const index = imported.push(what) - 1;
        const call = `i${index}(${names(type)})`;
        out.push(`const i${index}=i[${index}];function f${functions.push(type) - 1}(${names(type)}){`, type.results.length ? `return ${coerced(type.results[0], call)}` : call, "}");
      });
    if (section === 3) each(() => functions.push(types[read.count()]));
    if (section === 4)
      each(() => {
        read.byte();
        table.length = limits()[0];
      });
    if (section === 5)
      each(() => {
        const [least, bound] = limits();
        memory.buffer = new ArrayBuffer(least * PAGE);
        most = Math.min(bound, MOST_PAGES);
      });
    if (section === 6)
      each(() => {
        read.at += 2;
        out.push(`let g${globals++}=${literal(read.initial())};`);
      });
    if (section === 7)
      each(() => {
        // in brackets, for the name may be __proto__
        const [name, kind, index] = [`[${JSON.stringify(read.name())}]`, read.byte(), read.count()];
        if (kind === 0) {
          const parameters = names(functions[index]);
          const values = parameters.map((one, at) => coerced(functions[index].params[at], one));
          exported.push(`${name}:(${parameters})=>f${index}(${values})`);
        } else if (kind === 2) exported.push(`${name}:M`);
        else if (kind === 3) exported.push(`${name}:{get value(){return g${index}}}`);
        else throw new Error(`export ${kind}`);
      });
    if (section === 8) start = `f${read.count()}();`;
    if (section === 9)
      each(() => {
        read.count();
        const first = Number(read.initial());
        read.list(() => read.count()).forEach((index, at) => (table[first + at] = index));
      });
    if (section === 10)
      each(() => {
        const index = imported.length + bodies++;
        out.push(`function f${index}(${names(functions[index])}){`, translate(read, { types, functions }, functions[index]), "}");
      });
    if (section === 11)
      each(() => {
        read.count();
        const first = Number(read.initial()) >>> 0;
        new Uint8Array(memory.buffer).set(read.take(), first);
      });
    read.at = end;
  }

  const views = Object.entries(VIEWS).map(([view, [, name]]) => `${view}=new ${name}Array(b);`);
  out.push(
    `let ${Object.keys(VIEWS)},X;`,
    `const view=b=>{M.buffer=b;${views.join("")}X=new DataView(b)},`,
    `grow=n=>{const o=U,p=o.length/${PAGE};n=p+(n>>>0);if(n>${most})return -1;`,
    `try{view(new ArrayBuffer(n*${PAGE}))}catch(e){return -1}U.set(o);return p};`,
    "view(M.buffer);",
  );
  // a table for each type, so that a function of another is missing there
  types.forEach(({ key }, index) => key === index && out.push(`const T${key}=Array(${table.length});`));
  table.forEach((index, at) => out.push(`T${functions[index].key}[${at}]=f${index};`));
  out.push(start, `return Object.freeze(Object.assign(Object.create(null),{${exported}}))`);
  return new Function("i", "M", ...Object.keys(RUNTIME), out.join(""))(imported, memory, ...Object.values(RUNTIME));
}
