// @ts-check
/** Style sheets of shadow roots, without inline style. */
import { HERE } from "./here.js";

/** A sheet for many shadow roots. */
export class Look {
  /** One a document: they cannot be shared. @type {WeakMap<Document, CSSStyleSheet>} */
  _sheets = new WeakMap();

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /**
   * Chromium before 73 and Safari before 16.4 have no sheets that are made by script: there the file of all of them is linked.
   * @param {ShadowRoot} root
   */
  put(root) {
    const { adoptedStyleSheets: sheets, ownerDocument: page } = root;
    if (sheets) {
      let sheet = this._sheets.get(page);
      if (!sheet) {
        // a frame's document takes none but those of its own window
        sheet = new (page.defaultView ?? window).CSSStyleSheet();
        sheet.replaceSync(this.text);
        this._sheets.set(page, sheet);
      }
      if (!sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet];
    } else if (!root.querySelector("link")) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL("duibiao.css", new URL(root.host.getAttribute("base") ?? HERE, page.baseURI)).href;
      root.prepend(link);
    }
  }
}
