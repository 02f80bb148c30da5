// @ts-check
/** Reads a module from its beginning to its end. */
export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    /** The high half of the last number that `leb` read. */
    this.high = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** The low half of a number. @param {boolean} signed */
  leb(signed) {
    const start = this.at;
    while (this.byte() > 127);
    let at = this.at;
    let low = signed && this.bytes[at - 1] & 64 ? -1 : 0;
    this.high = low;
    while (at > start) {
      this.high = (this.high << 7) | (low >>> 25);
      low = (low << 7) | (this.bytes[--at] & 127);
    }
    return low;
  }
  count() {
    return this.leb(false) >>> 0;
  }
  /** @param {number} size */
  float(size) {
    const view = new DataView(this.bytes.slice(this.at, (this.at += size)).buffer);
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
  /** A constant operator's value, of an i64 the low half. @param {number} op */
  constant(op) {
    return op < 0x43 ? this.leb(true) : this.float(op === 0x43 ? 4 : 8);
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
