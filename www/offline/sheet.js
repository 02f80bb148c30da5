// @ts-check
/** A sheet of paper: what stands on it is as large as there is room for, and small only as far as it can be read. */
import { holding } from "./search.js";

/** The smallest letters of texts and tables as printed, in CSS pixels: 6.75 points. */
const SMALLEST = 9;
/** Scale of a sheet, and size of a table's letters as printed: from the largest to the smallest that can be read. */
const SIZES = [
  [1, 11.5],
  [1, 10.5],
  [1, 10],
  [0.94, 10],
  [0.88, 9.6],
  [0.82, 9.3],
  [0.76, SMALLEST],
  [0.7, SMALLEST],
  [0.63, SMALLEST],
];
/** Those of a sheet that is nothing but a table, for the more columns the smaller. */
const ANNEX = [
  [1, 10],
  [0.85, SMALLEST],
  [0.7, 8],
  [0.55, 7],
  [0.4, 5.5],
];
/** The smallest of a summary that stands on one sheet: else it has more. */
export const LEAST = 5;
/** Factors on the heights of a drawing, which takes what is left of a sheet. */
const STRETCHES = [0.8, 1, 1.15, 1.3, 1.5, 1.75];
/** Those of one that is short of room: the last leaves out what the table tells too. */
const LOW = [[1, 0.8], [0.6]];
/** Rows of a table that a sheet should have: all, those that matter most, or none. */
const ROWS = [Infinity, 12, 6, 0];
/** The line at the foot of a sheet. */
const FOOT = 24;

export class Sheet {
  /** @param {HTMLElement} pages what it is appended to @param {{ width: number, height: number }} paper in CSS pixels */
  constructor(pages, paper) {
    this._paper = paper;
    this._page = document.createElement("section");
    this._page.className = "page";
    /** What is to be filled. */
    this.article = document.createElement("article");
    this._page.append(this.article);
    pages.append(this._page);
  }

  /** @param {string} name */
  _find(name) {
    return /** @type {HTMLElement} */ (this.article.querySelector(name));
  }

  _rows() {
    return [.../** @type {HTMLTableElement} */ (this._find("table")).tBodies[0].rows];
  }

  /** @param {number[]} size of all, and of letters in tables */
  _set([scale, table]) {
    const { style, classList } = this.article;
    style.transform = `scale(${scale})`;
    style.width = `${this._paper.width / scale}px`;
    style.setProperty("--table", `${table / scale}px`);
    style.setProperty("--note", `${Math.max(11.5, SMALLEST / scale)}px`);
    classList.toggle("dense", table < 9);
  }

  _isLow() {
    return this.article.getBoundingClientRect().height <= this._paper.height - FOOT;
  }

  _isNarrow() {
    return this.article.scrollWidth <= this.article.clientWidth + 1;
  }

  /** Whether all is seen. */
  _fits() {
    return this._isLow() && this._isNarrow();
  }

  /** Shows all of it, as large as there is room for; whether there is. @param {number} [least] of the sizes */
  show(least = SIZES.length - 1) {
    return this._shrink() <= least;
  }

  /** Takes the largest letters with which all is seen, and gives their place among the sizes; after the last where there are none. @param {() => unknown} [then] once they are set */
  _shrink(then) {
    /** @param {number} at */
    const fits = (at) => {
      this._set(SIZES[at]);
      then?.();
      return this._fits();
    };
    if (fits(0)) return 0;
    const last = SIZES.length - 1;
    if (!fits(last)) return SIZES.length;
    const at = holding(last, (at) => !fits(at));
    // as it is left is how it was tried last
    fits(at);
    return at;
  }

  /**
   * Brings a step onto the sheet: by smaller letters, then by a drawing that leaves out what the table tells, then by a table that goes on
   * in an annex, at last with the drawing. `tell` then says so.
   * @param {(into: HTMLElement, stretch: number) => void} draw as wide as the element, with a factor on heights
   * @param {string} told that something is left to an annex, as long as it can get
   * @returns {{ rows: number, isDrawn: boolean } | undefined} how many rows are left, 0 for all, and whether the drawing is not
   */
  fit(draw, told) {
    const { article } = this;
    const plot = this._find(".drawing");
    const table = this._find("table");
    const rows = this._rows();
    const more = Object.assign(document.createElement("p"), { className: "note more", textContent: told });
    /** The first rows only. @param {number} count */
    const show = (count) => {
      rows.forEach((row, index) => (row.hidden = index >= count));
      table.hidden = count === 0;
      if (count >= rows.length) more.remove();
      else table.after(more);
    };
    const ways = this._paper.width > this._paper.height ? ["beside", ""] : [""];
    let height = 1;
    /** @param {number} stretch */
    const stretched = (stretch) => draw(plot, (height = stretch));
    /** The way with the largest letters, if there is any. @param {number[]} stretches */
    const settle = (stretches) => {
      let best = SIZES.length;
      let again = () => {};
      for (const stretch of stretches) {
        for (const way of ways) {
          const take = () => {
            article.className = way;
            return this._shrink(() => stretched(stretch));
          };
          const at = take();
          if (at === 0) return 0;
          if (at < best) [best, again] = [at, take];
        }
      }
      again();
      return best;
    };
    /** Whether all else is seen, as small as can be, without the table. */
    const isPossible = () =>
      ways.some((way) => {
        show(0);
        article.className = way;
        this._set(SIZES[SIZES.length - 1]);
        stretched(LOW[1][0]);
        return this._fits();
      });
    for (const count of ROWS) {
      if (count === ROWS[1] && !isPossible()) break;
      show(count);
      for (const stretches of LOW) {
        const at = settle(stretches);
        if (at === SIZES.length) continue;
        if (count < rows.length) {
          const taken = holding(rows.length, (at) => (show(at + 1), this._fits()));
          show(taken);
          return { rows: taken && rows.length - taken, isDrawn: true };
        }
        if (at === 0) {
          const least = height;
          const higher = STRETCHES.filter((stretch) => stretch > least);
          const taken = holding(higher.length, (at) => (stretched(higher[at]), this._fits()));
          stretched(taken ? higher[taken - 1] : least);
        }
        return undefined;
      }
    }
    // a drawing that is too long for any sheet goes on in the annex too
    plot.remove();
    article.className = "";
    this._set(SIZES[2]);
    show(0);
    const taken = holding(rows.length, (at) => (show(at + 1), this._fits()));
    show(Math.min(taken, ROWS[1]));
    table.after(more);
    return { rows: 0, isDrawn: false };
  }

  /**
   * Keeps of a drawing what there is room for, from a height on, without cutting a text; gives where it is to go on, and nothing after the
   * end. @param {number} from
   */
  slice(from) {
    this._set(ANNEX[0]);
    const svg = /** @type {SVGSVGElement} */ (this.article.querySelector("svg"));
    const { width, height } = svg.viewBox.baseVal;
    const scale = svg.getBoundingClientRect().width / width;
    const room = (this._paper.height - FOOT - (svg.getBoundingClientRect().top - this.article.getBoundingClientRect().top)) / scale;
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ y: Number(text.getAttribute("y")), size: Number(text.getAttribute("font-size")) }));
    let to = Math.min(height, from + room);
    // half a line above and below
    const isCut = () => texts.some(({ y, size }) => to > y - size * 1.2 && to < y + size * 0.6);
    while (to < height && to > from + room / 2 && isCut()) to -= 1;
    svg.setAttribute("viewBox", `0 ${from} ${width} ${to - from}`);
    svg.setAttribute("height", String(to - from));
    return to < height ? to : undefined;
  }

  /** Keeps of a table what there is room for, from a row on; gives where it is to go on, and nothing after the last. @param {number} from */
  cut(from) {
    ANNEX.some((size) => (this._set(size), this._isNarrow()));
    const rows = this._rows();
    for (const row of rows.splice(0, from)) row.remove();
    const bottom = this.article.getBoundingClientRect().top + this._paper.height - FOOT;
    let taken = Math.max(1, rows.filter((row) => row.getBoundingClientRect().bottom <= bottom).length);
    for (const row of rows.slice(taken)) row.remove();
    // columns are as wide as what is left needs, so that it may be higher
    while (taken > 1 && !this._isLow()) rows[--taken].remove();
    return taken < rows.length ? from + taken : undefined;
  }

  /** Writes at the foot. @param {string[]} texts */
  sign(texts) {
    const foot = document.createElement("footer");
    for (const text of texts) foot.append(Object.assign(document.createElement("span"), { textContent: text }));
    this._page.append(foot);
  }

  /** Tells where the rest of the table is. @param {string} text */
  tell(text) {
    this._find(".more").textContent = text;
  }

  remove() {
    this._page.remove();
  }
}
