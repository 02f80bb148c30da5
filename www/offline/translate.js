// @ts-check
/**
 * WebAssembly of the first version (MVP) translated to JavaScript: by the build, for pages whose policy forbids WebAssembly, and
 * where a page runs, for pages in one file: opened from a disk, in a browser where WebAssembly is switched off. Results are those
 * of WebAssembly to the bit, but for what a NaN carries.
 *
 * A function becomes a function, a local a variable, a block a labelled block. What is on the stack of WebAssembly stays an
 * expression here, and is put into a variable of its place on the stack (s0, s1 ...) only where something would change it or its
 * order. i32 is a number in the range of int32, f32 a number that float32 has. i64 is two of int32, for not every browser has
 * BigInt: the low half in the variable of an i32, the high half in one of its own (m0 beside l0, t0 beside s0, h0 beside g0). A
 * function gives the low half, and leaves the high half in R. What has to wait for one statement waits in w.
 *
 * Two liberties: an access outside of memory need not trap, and memory ends at 2 GiB, so that an address is never negative.
 */
import { OPERATORS, SHIFTS, operator } from "./operators.js";
import { Reader } from "./reader.js";
import * as RUNTIME from "./runtime.js";

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
  F: [2, "Float32"],
  D: [3, "Float64"],
};
/** The view of each load and store, from 0x28 on. */
const ACCESSES = "IIFDBUHVBUHVII" + "IIFDBHBHI";

/** @param {number} value */
function literal(value) {
  const text = Object.is(value, -0) ? "-0" : `${value}`;
  return /^\w[\w.+-]*$/.test(text) ? text : `(${text})`;
}

/** As a value comes in from JavaScript, as arguments of a function. @param {number} type @param {string} text */
const coerced = (type, text) =>
  type === I32 ? `${text}|0` : type === I64 ? `split(${text}),high()` : type === F32 ? `fround(${text})` : `+${text}`;

/** The variables of parameters. @param {Type} type */
const names = (type) => type.params.map((one, index) => `l${index}${one === I64 ? `,m${index}` : ""}`);

/** @typedef {{ params: number[], results: number[], key: number }} Type `key` is the same for equal types */
/** @typedef {{ types: Type[], functions: Type[], globals: number[], indirect: Set<number> }} Module `globals` are their types, `indirect` takes the keys of types */

/**
 * A value on the stack.
 * @typedef {object} Entry
 * @property {string} text an expression that can stand anywhere in another
 * @property {number} reads what it depends on: a bit for memory and globals, one for each variable, several of which share it
 * @property {number} depth
 * @property {string} loose an expression that can stand where an operator takes no more than the low 32 bits of a number
 * @property {string} loaded of an i64 in memory: its address
 * @property {boolean} truth whether JavaScript has a boolean there
 * @property {boolean} acts whether it does something or may trap: such an entry is the last, and waits for the next operator alone
 * @property {number | undefined} value where it is known, of an i64 the low half
 * @property {string} high of an i64: `text` is its low half then. What acts does so in the low half, which comes first
 */

const MEMORY = 1 << 31;
/** What may be written twice. */
const SIMPLE = /^(\w+|\(-\d+\))$/;

/** @param {string} text @param {string} high @param {number} reads @param {number} depth @returns {Entry} */
const entry = (text, high, reads, depth) => ({ text, high, reads, depth, loose: text, loaded: "", truth: false, acts: false, value: undefined });
/** @param {Entry} of */
const number = (of) => (of.truth ? `(${of.text}|0)` : of.text);
/** A value as arguments of a function. @param {Entry} of */
const halves = (of) => number(of) + (of.high && `,${of.high}`);

/** The inside of a function. @param {Reader} read @param {Module} module @param {Type} type */
function translate(read, { types, functions, globals, indirect }, type) {
  read.count();
  /** Types of locals. */
  const locals = [...type.params];
  /** @type {Set<string>} */
  const declared = new Set();
  for (let groups = read.count(); groups > 0; groups -= 1) {
    const count = read.count();
    const one = read.byte();
    for (let index = 0; index < count; index += 1) {
      declared.add(`l${locals.length}=0`);
      if (one === I64) declared.add(`m${locals.length}=0`);
      locals.push(one);
    }
  }
  /** @type {string[]} */
  const out = [];
  /** @type {Entry[]} */
  const stack = [];
  /** @param {number} place */
  const bit = (place) => 1 << place % 31;

  /** Gives a variable, and that of the high half, a value. @param {string} low @param {string} top @param {Entry} value */
  const assign = (low, top, value) => {
    const { text, high } = value;
    if (!high) return `${low}=${number(value)};`;
    // the high half may be computed from what the variable is now
    if (!RegExp(`\\b${low}\\b`).test(high)) return `${low}=${text};${top}=${high};`;
    return `w=${high};${low}=${text};${top}=w;`;
  };

  /** The variables of a place on the stack. @param {number} place @param {Entry} value */
  const assignPlace = (place, value) => {
    declared.add(`s${place}`);
    if (value.high) declared.add(`t${place}`);
    return assign(`s${place}`, `t${place}`, value);
  };
  /** Puts an entry into its variable. @param {number} place */
  const keep = (place) => {
    const { text, high } = stack[place];
    const reads = bit(locals.length + place);
    const kept = entry(`s${place}`, high && `t${place}`, reads, 0);
    if (text === kept.text && high === kept.high) return;
    // what is below may have been made of what was here; nothing above can
    for (let below = 0; below < place; below += 1) if (stack[below].reads & reads) keep(below);
    out.push(assignPlace(place, stack[place]));
    stack[place] = kept;
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
  const last = () => stack[stack.length - 1];
  /** @param {number} index */
  const local = (index) => push(entry(`l${index}`, locals[index] === I64 ? `m${index}` : "", bit(index), 0));
  /** What acts, with what it gives. @param {string} text @param {number[]} results */
  const perform = (text, [result]) => {
    settle(MEMORY);
    if (result) push({ ...entry(text, result === I64 ? "R" : "", MEMORY, 1), acts: true });
    else out.push(text, ";");
  };

  /** An operator, where its second operand may be known. @param {number} op @param {Entry | undefined} y */
  const template = (op, y) => {
    const general = OPERATORS[op - 0x45];
    if (op >= 0x6d && op <= 0x70 && y?.value && y.value !== -1) return general.replace(/divisor\(.,y\)/, "y");
    if (y?.value === undefined || op < 0x86 || op > 0x88) return general;
    const count = y.value & 63;
    return count ? SHIFTS[op - (count < 32 ? 0x86 : 0x83)].replace(/n/g, `${count}`).replace(/\W+32/, "") : "x;X";
  };
  /** @param {number} op from 0x45 on */
  const operate = (op) => {
    const first = stack.length - (operator(OPERATORS[op - 0x45]).two ? 2 : 1);
    const { halves, traps, twice, loose } = operator(template(op, stack[first + 1]));
    for (let place = first; place < stack.length; place += 1) {
      const { text, high, acts } = stack[place];
      const [low, top] = place > first ? "yY" : "xX";
      // only i32.wrap_i64 lets the high half fall
      const apart = high && acts && op !== 0xa7;
      if (apart || (twice.includes(low) && !SIMPLE.test(text)) || (twice.includes(top) && !SIMPLE.test(high))) keep(place);
    }
    const [x, y = entry("", "", 0, 0)] = stack.splice(first);
    /** @param {string} half @param {string} bits without a sign, where given */
    const operand = (half, bits) => {
      const of = half.toLowerCase() === "x" ? x : y;
      const text = half < "Z" ? of.high : bits || loose ? of.loose : op === 0x45 ? of.text : number(of);
      return bits ? `(${text}>>>0)` : text;
    };
    const [low, high = ""] = halves.map(({ parts, bare }) => {
      let text = parts[0];
      for (let at = 1; at < parts.length; at += 3) text += operand(parts[at], parts[at + 1]) + parts[at + 2];
      return bare ? text : `(${text})`;
    });
    const made = entry(low, high, x.reads | y.reads, 1 + Math.max(x.depth, y.depth));
    made.truth = op <= 0x66;
    // what takes 32 bits of it does so by itself; but of a quotient the fraction would count in a sum
    if (op >= 0x67 && op <= 0x78 && op !== 0x6d && op !== 0x6e) made.loose = low.replace(/\|0\)$/, ")");
    made.acts = traps || x.acts || y.acts;
    if (made.acts) made.reads |= MEMORY;
    push(made);
  };

  /** @param {Entry} address @param {number} offset @param {boolean} loose */
  const place = (address, offset, loose) => {
    if (address.value !== undefined) return `${(address.value >>> 0) + offset}`;
    const text = loose ? address.loose : number(address);
    return offset ? `${text}+${offset}` : text;
  };
  /** @param {number} op from 0x28 to 0x3e */
  const access = (op) => {
    const [view, align, offset] = [ACCESSES[op - 0x28], read.count(), read.count()];
    const [shift, name] = VIEWS[view];
    const isLong = op === 0x29 || op === 0x37;
    const isStore = op >= 0x36;
    if (op >= 0x3c) operate(0xa7);
    // the view in an access is found before its operands are computed: nothing there may grow memory
    act();
    const from = stack.length - (isStore ? 2 : 1);
    const isCopy = isStore && isLong && last().loaded;
    if (isLong && !isCopy && !SIMPLE.test(stack[from].text)) keep(from);
    const [address, value] = stack.splice(from);
    /** @param {number} offset */
    const element = (offset) => `${view}[${place(address, offset, shift > 0)}${shift ? `>>${shift}` : ""}]`;
    if (isStore) {
      settle(MEMORY);
      /** @param {number} offset @param {string} text */
      const store = (offset, text) => (align >= shift ? `${element(offset)}=${text};` : `X.set${name}(${place(address, offset, false)},${text},true);`);
      if (isCopy) {
        out.push(`copy(${place(address, offset, false)},${value.loaded});`);
        return;
      }
      let { high, reads } = value;
      // what is written first may be what is read then
      if (high && reads & MEMORY) {
        out.push(`w=${high};`);
        high = "w";
      }
      out.push(store(offset, value.loose));
      if (high) out.push(store(offset + 4, high));
      return;
    }
    /** @param {number} offset */
    const load = (offset) => (align >= shift ? element(offset) : `X.get${name}(${place(address, offset, false)},true)`);
    const made = entry(load(offset), isLong ? load(offset + 4) : "", address.reads | MEMORY, address.depth + 1);
    if (isLong) made.loaded = place(address, offset, false);
    push(made);
    if (op >= 0x30) operate(op % 2 ? 0xad : 0xac);
  };

  /**
   * Blocks we are in, from the function itself on; `live` says whether the end is reached so far, `at` where `out` has its label,
   * `labelled` whether a jump names it.
   * @type {{ op: number, result: number | undefined, height: number, at: number, used: boolean, labelled: boolean, live: boolean }[]}
   */
  const frames = [{ op: 0x02, result: type.results[0], height: 0, at: -1, used: false, labelled: false, live: false }];
  /** Whether what follows is never reached, and how many blocks deep in that. */
  let dead = false;
  let skipped = 0;
  /** @param {number} op */
  const open = (op) => {
    const one = read.byte();
    const result = one === 0x40 ? undefined : one;
    const condition = op === 0x04 ? pop().text : "";
    settle(-1);
    frames.push({ op, result, height: stack.length, at: out.length, used: false, labelled: false, live: false });
    out.push("", condition && `if(${condition}){`);
  };
  /** Hands the result of a block over. @param {{ height: number }} frame */
  const yielded = ({ height }) => {
    const { text, high } = last();
    return text === `s${height}` && (!high || high === `t${height}`) ? "" : assignPlace(height, last());
  };
  /** Leaves the function. @param {number | undefined} result */
  const leave = (result) => {
    if (!result) return "return;";
    if (last().high !== "R") act();
    const { text, high } = last();
    return high && high !== "R" ? `R=${high};return ${text};` : `return ${number(last())};`;
  };
  /** @param {number} depth */
  const jump = (depth) => {
    const index = frames.length - 1 - depth;
    const frame = frames[index];
    // what is left on the stack may not have been done yet
    if (!frame.result || frame.op === 0x03) act();
    if (index === 0) return leave(frame.result);
    frame.used = true;
    // a loop is left at its end: a jump to it starts it again
    if (frame.op === 0x03 && !frames.some(({ op }, at) => at > index && op === 0x03)) return "continue;";
    frame.labelled = true;
    if (frame.op === 0x03) return `continue L${index};`;
    return `${frame.result ? yielded(frame) : ""}break L${index};`;
  };
  const close = () => {
    const index = frames.length - 1;
    const { op, result, height, at, used, labelled, live } = frames[index];
    frames.pop();
    // without a jump to it, a block or loop is no more than what is in it
    if (!used && op !== 0x04 && op !== 0x05) return;
    if (!dead && result) out.push(yielded({ height }));
    if (op === 0x03) {
      out[at] = `${labelled ? `L${index}:` : ""}for(;;){`;
      out.push(dead ? "}" : "break}");
    } else {
      if (used) out[at] = op === 0x02 ? `L${index}:{` : `L${index}:`;
      out.push("}");
      dead = dead && !used && !live && op !== 0x04;
    }
    stack.length = height;
    if (result) stack.push(entry(`s${height}`, result === I64 ? `t${height}` : "", bit(locals.length + height), 0));
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
      push({ ...entry(literal(value), op === 0x42 ? literal(read.high) : "", 0, 0), value });
    } else if (op >= 0x28 && op <= 0x3e) access(op);
    else {
      switch (op) {
        case 0x00:
          act();
          out.push("trap();");
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
          if (op === 0x11) {
            // which table
            read.count();
            indirect.add(key);
          }
          const callee = op === 0x10 ? `f${index}` : `T${key}[${number(pop())}]`;
          const values = stack.splice(stack.length - params.length).map(halves);
          perform(`${callee}(${values})`, results);
          break;
        }
        case 0x1a: {
          const { text, acts } = pop();
          if (acts) out.push(text, ";");
          break;
        }
        case 0x1b: {
          // written for each half
          if (stack[stack.length - 2].high && !SIMPLE.test(last().text)) keep(stack.length - 1);
          const [condition, y, x] = [pop(), pop(), pop()];
          const depth = 1 + Math.max(condition.depth, y.depth, x.depth);
          const high = x.high && `(${condition.text}?${x.high}:${y.high})`;
          const made = entry(`(${condition.text}?${number(x)}:${number(y)})`, high, condition.reads | y.reads | x.reads, depth);
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
          const value = pop();
          settle(bit(index));
          out.push(assign(`l${index}`, `m${index}`, value));
          if (op === 0x22) local(index);
          break;
        }
        case 0x23: {
          const index = read.count();
          push(entry(`g${index}`, globals[index] === I64 ? `h${index}` : "", MEMORY, 0));
          break;
        }
        case 0x24: {
          const [value, index] = [pop(), read.count()];
          settle(MEMORY);
          out.push(assign(`g${index}`, `h${index}`, value));
          break;
        }
        case 0x3f:
          read.byte();
          push(entry(`(U.length>>>16)`, "", MEMORY, 1));
          break;
        case 0x40:
          read.byte();
          perform(`grow(${number(pop())})`, [I32]);
          break;
        default:
          throw new Error(`operator ${op}`);
      }
    }
  }
  return `${declared.size ? `var ${[...declared]};` : ""}${out.join("")}`;
}

/**
 * @typedef {object} Translation
 * @property {string} text the inside of a function that gives the exports: of `i`, the imports, of `M`, the memory, and of what
 *   runtime.js exports
 * @property {[string, string][]} imported modules and names
 * @property {{ first: number, bytes: Uint8Array }[]} data what is in memory
 * @property {number} size of memory
 */

/** @param {Uint8Array} bytes @returns {Translation} */
export function translation(bytes) {
  const read = new Reader(bytes);
  /** @type {Type[]} */
  const types = [];
  /** @type {Type[]} */
  const functions = [];
  /** @type {number[]} */
  const globals = [];
  /** @type {Translation} */
  const made = { text: "", imported: [], data: [], size: 0 };
  /** Types of functions that are called by their place in the table. @type {Set<number>} */
  const indirect = new Set();
  /** Functions in the table, by their places. @type {number[]} */
  const table = [];
  let most = MOST_PAGES;
  const out = ["var R,{abs,ceil,clz32,floor,fround,imul,max,min,sqrt,trunc}=Math;"];
  /** @type {string[]} */
  const exported = [];
  let [bodies, start] = [0, ""];
  const limits = () => {
    const bounded = read.byte();
    return [read.count(), bounded ? read.count() : MOST_PAGES];
  };

  if (String.fromCharCode(...bytes.subarray(0, 5)) !== "\0asm\x01") throw new TypeError("no WebAssembly");
  for (read.at = 8; read.at < bytes.length; ) {
    const section = read.byte();
    const end = read.count() + read.at;
    /** @param {() => void} one */
    const each = (one) => read.list(one);
    if (section === 1)
      each(() => {
        read.byte();
        const [params, results] = [[...read.take()], [...read.take()]];
        const key = types.findIndex((one) => `${one.params}>${one.results}` === `${params}>${results}`);
        types.push({ params, results, key: key < 0 ? types.length : key });
      });
    if (section === 2)
      each(() => {
        const [from, name, kind] = [read.name(), read.name(), read.byte()];
        if (kind) throw new TypeError(`import ${from} ${name}`);
        const type = types[read.count()];
        const index = functions.push(type) - 1;
        made.imported.push([from, name]);
        const values = type.params.map((one, at) => (one === I64 ? `join(l${at},m${at})` : `l${at}`));
        const [result] = type.results;
        const call = `i${index}(${values})`;
        out.push(`var i${index}=i[${JSON.stringify(from)}][${JSON.stringify(name)}];function f${index}(${names(type)}){`);
        out.push(result === I64 ? `var r=split(${call});R=high();return r}` : `${result ? `return ${coerced(result, call)}` : call}}`);
      });
    if (section === 3) each(() => functions.push(types[read.count()]));
    if (section === 5)
      each(() => {
        const [least, bound] = limits();
        made.size = least * PAGE;
        most = Math.min(bound, MOST_PAGES);
      });
    if (section === 6)
      each(() => {
        const index = globals.push(read.byte()) - 1;
        read.at += 1;
        out.push(`var g${index}=${literal(read.initial())},h${index}=${read.high};`);
      });
    if (section === 7)
      each(() => {
        // in brackets, for the name may be __proto__
        const [name, kind, index] = [`[${JSON.stringify(read.name())}]`, read.byte(), read.count()];
        if (kind === 0) {
          const { params, results } = functions[index];
          const values = params.map((one, at) => coerced(one, `l${at}`));
          const call = `f${index}(${values})`;
          exported.push(`${name}:(${params.map((_, at) => `l${at}`)})=>${results[0] === I64 ? `join(${call},R)` : call}`);
        } else if (kind === 2) exported.push(`${name}:M`);
        else if (kind === 3) exported.push(`${name}:{get value(){return ${globals[index] === I64 ? `join(g${index},h${index})` : `g${index}`}}}`);
        else throw new Error(`export ${kind}`);
      });
    if (section === 8) start = `f${read.count()}();`;
    if (section === 9)
      each(() => {
        read.count();
        const first = read.initial();
        read.list(() => read.count()).forEach((index, at) => (table[first + at] = index));
      });
    if (section === 10)
      each(() => {
        const index = made.imported.length + bodies++;
        out.push(`function f${index}(${names(functions[index])}){`, translate(read, { types, functions, globals, indirect }, functions[index]), "}");
      });
    if (section === 11)
      each(() => {
        read.count();
        made.data.push({ first: read.initial() >>> 0, bytes: read.take() });
      });
    read.at = end;
  }

  const views = Object.entries(VIEWS).map(([view, [, name]]) => `${view}=new ${name}Array(b);`);
  out.push(
    `var ${Object.keys(VIEWS)},X,`,
    `view=b=>{M.buffer=b;${views.join("")}X=new DataView(b)},`,
    `grow=n=>{var o=U,p=o.length/${PAGE};n=p+(n>>>0);if(n>${most})return -1;`,
    `try{view(new ArrayBuffer(n*${PAGE}))}catch(e){return -1}U.set(o);return p};M.grow=grow;`,
    "view(M.buffer);",
    // an i64 from one address to another
    "var w,copy=(to,from)=>(to|from)&3?U.copyWithin(to,from,from+8):(w=I[from+4>>2],I[to>>2]=I[from>>2],I[to+4>>2]=w);",
  );
  // a table for each type that is asked for, so that a function of another is missing there
  for (const key of indirect) {
    out.push(`var T${key}=[];`);
    table.forEach((index, at) => functions[index].key === key && out.push(`T${key}[${at}]=f${index};`));
  }
  out.push(start, `return Object.freeze(Object.assign(Object.create(null),{${exported}}))`);
  made.text = out.join("");
  return made;
}

/**
 * A module's exports, as `WebAssembly.Instance` has them.
 * @param {Uint8Array} bytes
 * @param {Record<string, Record<string, Function>>} imports
 * @returns {Record<string, any>}
 */
export function instantiate(bytes, imports) {
  const { text, imported, data, size } = translation(bytes);
  for (const [from, name] of imported) if (typeof imports[from]?.[name] !== "function") throw new TypeError(`import ${from} ${name}`);
  const memory = { buffer: new ArrayBuffer(size) };
  const all = new Uint8Array(memory.buffer);
  for (const { first, bytes } of data) all.set(bytes, first);
  return new Function("i", "M", ...Object.keys(RUNTIME), `"use strict";${text}`)(imports, memory, ...Object.values(RUNTIME));
}
