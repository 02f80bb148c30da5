// @ts-check
/** `<dui-biao>` on a screen that is looked at from afar: as large as there is room for. */
import { DuiBiao } from "../element.js";
import { Look } from "./look.js";
import { holding } from "./search.js";

/**
 * Factors on the size of text, of which the largest is taken with which all is seen. Where none is, it is scrolled: what nobody in the
 * room can read is no use either.
 */
const FACTORS = [1, 1.15, 1.35, 1.5, 1.65, 1.8, 2];
/** Factors on the heights of bars and plots, which then take what is left; the first are for plots that would be cut. */
const STRETCHES = [0.65, 0.75, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4, 2.8];
/** How wide a screen is from which on the next factor is the least. */
const WIDE = 600;

/** On a wide screen words stand beside the drawing. */
const look = new Look(`
:host([wide]) .figure{display:flow-root}
:host([wide]) .plot{float:left;width:66%}
:host([wide]) :is(.reading,.data,.notes,.sources){margin-left:69%}
:host([wide]) .reading{margin-top:0}
:host([wide]) :is(.notes,.sources){font-size:min(calc(13px*var(--scale)),20px)}
:host([wide]) .data[open]{margin-left:0;clear:both}
.root{padding:calc(20px*var(--scale)) 3%}
.title{max-width:none}
`);

export class Figure extends DuiBiao {
  _factor = 1;
  _stretch = 1;
  /** For which room, and of what, it has the size that it has. */
  _fitted = "";
  _room = { width: 0, height: 0 };

  connectedCallback() {
    super.connectedCallback();
    if (this.shadowRoot) look.put(this.shadowRoot);
  }

  get _options() {
    return { ...super._options, text: this._factor, stretch: this._stretch };
  }

  /** @param {string} event */
  _show(event) {
    this._inside?.style.setProperty("--scale", String(this._factor));
    super._show(event);
    if (event === "duibiao:fit") return;
    this._fitted = "";
    this.fit(this._room.width, this._room.height);
  }

  /** Takes the size that fills a room, where it is seen. @param {number} width @param {number} height */
  fit(width, height) {
    this._room = { width, height };
    if (!this._inside || !this.offsetWidth || !height) return;
    const key = `${width} ${height}`;
    if (this._fitted === key) return;
    this.toggleAttribute("wide", width > 1000 && width > height * 1.2);
    const factor = this._largest(FACTORS.slice(Math.min(2, Math.floor(width / WIDE))), (factor) => this._height(factor, 1) <= height);
    const isAllSeen = this._height(factor, 1) <= height;
    const bottom = () => {
      const plot = this._find(".plot")?.getBoundingClientRect().bottom ?? 0;
      return plot - this.getBoundingClientRect().top;
    };
    // where words go on below, the drawing is seen whole all the same, and as large as that leaves it
    const fits = (/** @type {number} */ stretch) => {
      const whole = this._height(factor, stretch);
      return (isAllSeen ? whole : bottom()) <= height;
    };
    const stretch = this._largest(STRETCHES, fits);
    this._height(factor, stretch);
    this._fitted = key;
  }

  /** The largest of some sizes that fits; the first where none does. @param {number[]} sizes @param {(size: number) => boolean} fits */
  _largest(sizes, fits) {
    return sizes[Math.max(0, holding(sizes.length, (at) => fits(sizes[at])) - 1)];
  }

  /** How high it is with a size of text, and so high bars. @param {number} factor @param {number} stretch */
  _height(factor, stretch) {
    if (this._factor !== factor || this._stretch !== stretch) {
      [this._factor, this._stretch] = [factor, stretch];
      this._show("duibiao:fit");
    }
    return this._inside?.offsetHeight ?? 0;
  }

  /** Shows what can be chosen, or no longer. */
  choose() {
    const isOn = this.getAttribute("controls") !== "off";
    if (isOn) this.setAttribute("controls", "off");
    else {
      this.removeAttribute("controls");
      if (this._inside?.querySelector("[data-do=choose]")?.getAttribute("aria-expanded") !== "true") void this._open("choose");
    }
    this._fitted = "";
    this.fit(this._room.width, this._room.height);
  }
}
