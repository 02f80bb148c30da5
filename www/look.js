// @ts-check
/** Style sheets of shadow roots, without inline style. */
import { HERE } from "./here.js";

/** A sheet for many shadow roots. */
export class Look {
  /** @type {CSSStyleSheet | undefined} */
  #sheet;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /**
   * Chromium before 73 and Safari before 16.4 have no sheets that are made by script: there the file of all of them is linked.
   * @param {ShadowRoot} root
   */
  put(root) {
    const { adoptedStyleSheets: sheets } = root;
    if (sheets) {
      if (!this.#sheet) {
        this.#sheet = new CSSStyleSheet();
        this.#sheet.replaceSync(this.text);
      }
      if (!sheets.includes(this.#sheet)) root.adoptedStyleSheets = [...sheets, this.#sheet];
    } else if (!root.querySelector("link")) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = `${HERE}duibiao.css`;
      root.prepend(link);
    }
  }
}
