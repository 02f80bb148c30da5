// @ts-check
/** What opens under a widget's buttons, from a core of its own that is loaded when it is first asked for. */

/** @typedef {{ free(): void }} Data a parsed dataset of that core */

/**
 * What a widget shows, and where.
 * @typedef {object} State
 * @property {string} given the dataset as it came
 * @property {string} written the same with the names for the language
 * @property {string} src its address, empty where it has none
 * @property {import("./core/duibiao.js").Options} options
 * @property {string} chosen
 * @property {boolean} kept whether the page's address holds what is chosen
 * @property {string} script the address of duibiao.js
 * @property {string} kind of the view
 * @property {string} core the address of what draws it
 * @property {(text: string | undefined) => void} take takes a choice, where there is one
 */

/** @template {Data} Parsed */
export class Aside {
  root = document.createElement("div");
  /** @type {Parsed | undefined} */
  _data;
  _text = "";
  _onChange = () => this._refresh();

  /**
   * @param {HTMLElement} inside the widget's @param {() => State} state
   * @param {string} does what the button does that opens it @param {string} name of its class and part
   * @param {import("./look.js").Look} look of it
   * @param {(text: string, lang: string) => Parsed} parse the core's
   */
  constructor(inside, state, does, name, look, parse) {
    this.inside = inside;
    this.state = state;
    this.parse = parse;
    const shadow = /** @type {ShadowRoot} */ (inside.getRootNode());
    this.host = shadow.host;
    look.put(shadow);
    this.root.className = this.root.id = name;
    this.root.setAttribute("part", name);
    this.root.hidden = true;
    this.button = this.part(`[data-do=${does}]`);
    this.button.setAttribute("aria-controls", name);
    this.host.addEventListener("duibiao:change", this._onChange);
    this.host.addEventListener("duibiao:ready", this._onChange);
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.inside.querySelector(selector));
  }

  /** The dataset that the widget shows. @param {State} state @returns {Parsed} */
  data({ written, options }) {
    if (!this._data || this._text !== written) {
      this._data?.free();
      this._data = this.parse(written, options.lang ?? "");
      this._text = written;
    }
    return this._data;
  }

  /** Opens or closes it. */
  toggle() {
    this.root.hidden = !this.root.hidden;
    this.button.setAttribute("aria-expanded", String(!this.root.hidden));
    this._refresh();
  }

  /** Gives back what it holds; the inside has gone, or another takes its place. */
  close() {
    this.host.removeEventListener("duibiao:change", this._onChange);
    this.host.removeEventListener("duibiao:ready", this._onChange);
    this.root.remove();
    this._data?.free();
    this._data = undefined;
  }

  /** What is open follows what the widget shows. */
  _refresh() {
    if (!this.root.hidden) this.refresh(this.state());
  }

  /** Shows what belongs to a state. @param {State} state */
  refresh(state) {
    void state;
  }
}
