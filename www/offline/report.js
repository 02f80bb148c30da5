// @ts-check
/** What is printed of a briefing: a sheet a step, the summary, and as annexes the tables that a sheet has no room for. */
import { LEAST, Sheet } from "./sheet.js";

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
    /** @param {(article: HTMLElement) => unknown} fill */
    const sheet = (fill) => {
      const sheet = new Sheet(this._pages, this._paper);
      sheets.push(sheet);
      fill(sheet.article);
      return sheet;
    };
    /** As many sheets as it takes. @param {(article: HTMLElement) => unknown} fill @param {"cut" | "slice"} part what of it a sheet has */
    const series = (fill, part) => {
      for (let from = /** @type {number | undefined} */ (0); from !== undefined; ) from = sheet(fill)[part](from);
    };
    /** @param {number} place */
    const chosen = (place) => this._presenter.chosen(briefing.view(place));
    /** Steps of which something goes on in an annex. @type {{ place: number, own: Sheet, rows: number, isDrawn: boolean }[]} */
    const annexed = [];
    for (const place of briefing.places()) {
      const own = sheet((article) => briefing.article(article, place, chosen(place)));
      const left = own.fit((into, stretch) => briefing.plot(into, this._canvas, into.clientWidth, stretch), briefing.annexed(true, 9999, 99, 999));
      if (left) annexed.push({ place, own, ...left });
    }
    /** @param {Sheet} sheet */
    const drop = (sheet) => {
      sheets.splice(sheets.indexOf(sheet), 1);
      sheet.remove();
    };
    this._summarise(sheet, series, drop);
    for (const [index, { place, own, rows, isDrawn }] of annexed.entries()) {
      const number = index + 1;
      own.tell(briefing.annexed(isDrawn, rows, number, sheets.length + 1));
      if (!isDrawn) {
        const drawing = document.createElement("div");
        drawing.className = "drawing";
        briefing.article(drawing, place, chosen(place));
        briefing.plot(drawing, this._canvas, width, 1);
        series((article) => (briefing.annex(article, place, chosen(place), number), article.querySelector("table")?.replaceWith(drawing.cloneNode(true))), "slice");
      }
      series((article) => briefing.annex(article, place, chosen(place), number), "cut");
    }
    for (const [index, own] of sheets.entries()) own.sign([briefing.title(), briefing.sheetNumber(index + 1, sheets.length)]);
  }

  /**
   * The summary, on a sheet or on more: a part is cut only where it is too long for one.
   * @param {(fill: (article: HTMLElement) => unknown) => Sheet} sheet @param {(fill: (article: HTMLElement) => unknown, part: "cut") => void} series
   * @param {(sheet: Sheet) => void} drop
   */
  _summarise(sheet, series, drop) {
    /** @type {Node | null} */
    let kicker = null;
    const next = () =>
      sheet((article) => {
        article.className = "summary";
        if (kicker) article.append(kicker.cloneNode(true));
      });
    let own = next();
    this._presenter.briefing.summary(own.article, this._home);
    if (own.show(LEAST)) return;
    kicker = own.article.firstChild;
    const parts = [...own.article.querySelectorAll(".part")];
    for (const part of parts) part.remove();
    let isBegun = false;
    for (const part of parts) {
      own.article.append(part);
      let fits = own.show(LEAST);
      if (!fits && isBegun) {
        part.remove();
        own.show();
        own = next();
        own.article.append(part);
        fits = own.show(LEAST);
      }
      isBegun = true;
      if (fits) continue;
      const { childNodes } = own.article;
      drop(own);
      series((article) => article.append(...[...childNodes].map((node) => node.cloneNode(true))), "cut");
      own = next();
      isBegun = false;
    }
    if (!isBegun) drop(own);
  }
}
