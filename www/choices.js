// @ts-check
/** What a reader has chosen in one widget: kept in the address, taken back and taken again. The text is the core's. */

/** The parts of an address's fragment. @param {string} hash @returns {string[]} */
export const parts = (hash) => hash.replace(/^#/, "").split("&").filter(Boolean);

/** What stands in one. @param {string} part */
export function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    // cut short on its way: as good as none
    return "";
  }
}

export class Choices {
  /** What was chosen before, and what was taken back. @type {string[]} */
  _before = [];
  /** @type {string[]} */
  _after = [];
  _text = "";

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  get text() {
    return this._text;
  }

  get canUndo() {
    return this._before.length > 0;
  }

  get canRedo() {
    return this._after.length > 0;
  }

  /** What the address calls this widget: by its id, or by its place on the page. */
  get _key() {
    const { id } = this.host;
    return `duibiao.${encodeURIComponent(id || [.../** @type {NodeListOf<Element>} */ (document.querySelectorAll("dui-biao"))].indexOf(this.host) + 1)}=`;
  }

  /** Whether the fragment is the page's own route, or the page wants it left alone. */
  get _isShut() {
    return this.host.getAttribute("address") === "off" || /^#[/!]/.test(location.hash);
  }

  /** Whether the page's address holds what is chosen, and so a link to it does. */
  get areKept() {
    return !this._text || !this._isShut;
  }

  /** Takes over what the address says; true where that is something else than before. */
  read() {
    if (this._isShut) return false;
    const found = parts(location.hash).find((part) => part.startsWith(this._key));
    const text = found ? decoded(found.slice(this._key.length)) : "";
    if (text === this._text) return false;
    this._text = text;
    this._before = [];
    this._after = [];
    return true;
  }

  /** Writes into the address what is chosen, beside what others have there. */
  _write() {
    if (this._isShut) return;
    const others = parts(location.hash).filter((part) => !part.startsWith(this._key));
    const own = this._text ? [this._key + encodeURIComponent(this._text).replace(/%3D/g, "=").replace(/%3B/g, ";").replace(/%2C/g, ",")] : [];
    const hash = [...others, ...own].join("&");
    // no entry in the history: going back leaves the page, as ever; and not relative to what a page may call its base
    history.replaceState(history.state, "", `${location.pathname}${location.search}${hash && "#"}${hash}`);
  }

  /** @param {string} text */
  take(text) {
    if (text === this._text) return;
    this._before.push(this._text);
    this._after = [];
    this._text = text;
    this._write();
  }

  undo() {
    this._move(this._before, this._after);
  }

  redo() {
    this._move(this._after, this._before);
  }

  /** What does not hold, as an old link's: without a way back to it. */
  drop() {
    this._text = this._before.pop() ?? "";
    this._write();
  }

  /** @param {string[]} from @param {string[]} to */
  _move(from, to) {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this._text);
    this._text = text;
    this._write();
  }
}
