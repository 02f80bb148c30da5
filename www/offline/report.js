// @ts-check
/** What is printed of a briefing: a page a step, or for very long lists as many as it takes. */

/** Paper: what a page has between its margins, in CSS pixels, and how wide a drawing is on it. */
const PAPERS = {
  a4: { size: "210mm 297mm", margin: "12mm", width: 703, height: 1031, drawing: 703 },
  wide: { size: "338.6mm 190.5mm", margin: "12mm", width: 1189, height: 629, drawing: 730 },
};

/** Below this nobody reads it: a list that is still too long goes on to the next page. */
const SMALLEST = 0.45;

export class Report {
  /** @param {import("./present.js").Presenter} presenter */
  constructor(presenter) {
    this._presenter = presenter;
    /** @type {keyof typeof PAPERS} */
    this._paper = "a4";
    /** Whose summary, by id; empty for whom the views are about. */
    this._home = "";
    this._pages = document.createElement("div");
    this._pages.className = "pages";
    this._style = document.createElement("style");
    document.head.append(this._style);
    document.body.append(this._pages);
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
        this._paper = /** @type {keyof typeof PAPERS} */ (button.dataset.paper);
        print();
      });
    }
  }

  /** Makes the pages, each as small as it must be to be one. */
  _fill() {
    const { briefing } = this._presenter;
    const { size, margin, width, height, drawing } = PAPERS[this._paper];
    this._style.textContent = `@page{size:${size};margin:${margin}}.pages .page{width:${width}px;height:${height}px}.pages svg{max-height:${Math.round(height * 0.6)}px}`;
    this._pages.className = `pages ${this._paper}`;
    this._pages.textContent = "";
    const canvas = document.createElement("canvas");
    /** @param {(article: HTMLElement) => unknown} fill false where there is nothing to print */
    const page = (fill) => {
      const page = document.createElement("section");
      page.className = "page";
      const article = document.createElement("article");
      page.append(article);
      this._pages.append(page);
      if (fill(article) === false) return page.remove();
      // smaller letters leave more of them in a line, so that it takes a few tries; then once more with a table of less space
      const isOver = () => article.getBoundingClientRect().height > height || article.scrollWidth > article.clientWidth + 1;
      for (const isDense of [false, true]) {
        page.classList.toggle("dense", isDense);
        for (let scale = 1; scale > SMALLEST; scale -= 0.04) {
          article.style.transform = `scale(${scale})`;
          article.style.width = `${width / scale}px`;
          if (!isOver()) return;
        }
      }
      article.removeAttribute("style");
      page.classList.add("long");
    };
    for (const place of briefing.places()) page((article) => briefing.article(article, canvas, place, this._presenter.chosen(briefing.view(place)), drawing));
    page((article) => {
      article.className = "summary";
      return briefing.summary(article, this._home);
    });
  }
}
