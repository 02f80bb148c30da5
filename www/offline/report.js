// @ts-check
/** What is printed of a briefing: a sheet a step, the summary, and as annexes the tables that a sheet has no room for. */
import { Sheet } from "./sheet.js";

/** Paper: what a sheet has between its margins, in CSS pixels. */
const PAPERS = {
  a4: { size: "210mm 297mm", margin: "12mm", width: 703, height: 1031 },
  wide: { size: "338.6mm 190.5mm", margin: "12mm", width: 1189, height: 629 },
};

export class Report {
  /** @param {import("./present.js").Presenter} presenter */
  constructor(presenter) {
    this._presenter = presenter;
    this._paper = PAPERS.a4;
    /** Whose summary, by id; empty for whom the views are about. */
    this._home = "";
    this._pages = document.createElement("div");
    this._style = document.createElement("style");
    this._canvas = document.createElement("canvas");
    document.head.append(this._style);
    document.body.append(this._pages);
    this._pages.className = "pages";
    // by the button, or from the browser's own menu
    addEventListener("beforeprint", () => this._fill());
    addEventListener("afterprint", () => (this._pages.textContent = ""));
  }

  /** The choice of paper. @param {HTMLElement} panel */
  build(panel) {
    this._presenter.briefing.papers(panel, this._home);
    const home = /** @type {HTMLSelectElement} */ (panel.querySelector("[data-home]"));
    home.addEventListener("change", () => (this._home = home.value));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-paper]"))) {
      button.addEventListener("click", () => {
        this._paper = PAPERS[/** @type {keyof typeof PAPERS} */ (button.dataset.paper)];
        print();
      });
    }
  }

  /** Makes the sheets. */
  _fill() {
    const { briefing } = this._presenter;
    const { size, margin, width, height } = this._paper;
    this._style.textContent = `@page{size:${size};margin:${margin}}.page{width:${width}px;height:${height}px}`;
    this._pages.classList.toggle("wide", width > height);
    this._pages.textContent = "";
    /** @type {Sheet[]} */
    const sheets = [];
    /** @param {(article: HTMLElement) => unknown} fill false where there is nothing to tell */
    const sheet = (fill) => {
      const sheet = new Sheet(this._pages, this._paper);
      if (fill(sheet.article) === false) return sheet.remove();
      sheets.push(sheet);
      return sheet;
    };
    /** On how many pages the first of them are. */
    const count = (first = sheets.length) => sheets.slice(0, first).reduce((sum, { count }) => sum + count, 0);
    /** @param {number} place */
    const chosen = (place) => this._presenter.chosen(briefing.view(place));
    /** Steps whose tables go on in an annex. @type {{ place: number, sheet: Sheet, left: number }[]} */
    const annexed = [];
    for (const place of briefing.places()) {
      const own = sheet((article) => briefing.article(article, place, chosen(place)));
      // numbers as long as they can get
      const left = own?.fit((into, stretch) => briefing.plot(into, this._canvas, into.clientWidth, stretch), (left) => briefing.annexed(left, 99, 999));
      if (own && left !== undefined) annexed.push({ place, sheet: own, left });
    }
    sheet((article) => {
      article.className = "summary";
      return briefing.summary(article, this._home);
    })?.show();
    for (const [index, { place, sheet: own, left }] of annexed.entries()) {
      own.tell(briefing.annexed(left, index + 1, count() + 1));
      /** @type {number | undefined} */
      let from = 0;
      while (from !== undefined) from = sheet((article) => briefing.annex(article, place, chosen(place), index + 1))?.cut(from);
    }
    for (const [index, own] of sheets.entries()) own.sign([briefing.title(), briefing.sheetNumber(count(index + 1), count())]);
  }
}
