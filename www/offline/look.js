// @ts-check
/** Stands in for ../look.js in a briefing: no policy forbids style there, and there is no file to link. */

export class Look {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** @param {ShadowRoot} root */
  put(root) {
    if ([...root.querySelectorAll("style")].some((style) => style.textContent === this.text)) return;
    const style = document.createElement("style");
    style.textContent = this.text;
    root.prepend(style);
  }
}
