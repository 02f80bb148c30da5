// @ts-check
/**
 * In what colours and letters a widget is drawn: light or dark as its attribute says, else as the visitor's system does;
 * with the contrast and the colours the system asks for; and on white while the page is printed.
 */

/** @typedef {"light" | "dark" | "contrast" | "contrast-dark" | "print"} Mode */

/** Those who look: what changes for all is told to each. @type {Set<() => void>} */
const lookers = new Set();
const tell = () => lookers.forEach((look) => look());

let isPrinting = false;

/** What the visitor's system asks for, watched from the first widget on. @type {ReturnType<typeof watch> | undefined} */
let asked;

function watch() {
  const query = (/** @type {string} */ condition) => {
    const list = matchMedia(condition);
    // Safari 13 has no more than this
    list.addListener(tell);
    return list;
  };
  const print = (/** @type {boolean} */ is) => () => {
    isPrinting = is;
    tell();
  };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
  return {
    dark: query("(prefers-color-scheme:dark)"),
    contrast: query("(prefers-contrast:more)"),
    forced: query("(forced-colors:active)"),
    print: query("print"),
  };
}

/** What one widget is drawn in. */
export class Theme {
  _asked = (asked ??= watch());
  _host;
  _tell;
  /** Unseen, as wide as the widget and of no height. */
  probe = document.createElement("div");
  /** Details that are open for the printer only. @type {HTMLDetailsElement[]} */
  _unfolded = [];

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {() => void} tell what to do when something has changed */
  constructor(host, root, tell) {
    this._host = host;
    this._tell = tell;
    this.probe.className = "probe";
    this.probe.addEventListener("transitionend", tell);
    root.append(this.probe);
  }

  connect() {
    lookers.add(this._tell);
  }

  disconnect() {
    lookers.delete(this._tell);
  }

  /** Whether it is drawn for paper now, whatever it is on screen. */
  get isPrinting() {
    return isPrinting || this._asked.print.matches;
  }

  /** @returns {Mode} */
  get mode() {
    const told = this._host.getAttribute("theme") ?? "";
    if (told === "print" || this.isPrinting) return "print";
    const { dark, contrast, forced } = this._asked;
    const isTold = /^(light|dark|contrast|contrast-dark)$/.test(told) && !forced.matches;
    const isDark = isTold ? told.endsWith("dark") : dark.matches;
    const isStrong = (isTold && told.startsWith("contrast")) || contrast.matches || forced.matches;
    return isStrong ? (isDark ? "contrast-dark" : "contrast") : isDark ? "dark" : "light";
  }

  /** The core's options; `lang` is the language, which the families depend on. @param {string} lang */
  options(lang) {
    this.probe.lang = lang;
    const theme = this.mode;
    const { boxShadow, fontFamily: font } = getComputedStyle(this.probe);
    // contrast and paper are no place for a page's own colours
    const isGiven = theme === "light" || theme === "dark" || (this._asked.forced.matches && theme !== "print");
    return { theme, colors: isGiven ? read(boxShadow) : [], font };
  }

  /** Opens what is folded while the page is printed. @param {HTMLElement} inside */
  unfold(inside) {
    if (!this.isPrinting) {
      for (const details of this._unfolded) details.open = false;
      this._unfolded = [];
      return;
    }
    for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (inside.querySelectorAll(".data:not([open])"))) {
      details.open = true;
      this._unfolded.push(details);
    }
  }
}

/** Colours of the roles, by the computed value of shadows. @param {string} computed */
function read(computed) {
  // rgb(1, 2, 3) 0px 0px 0px 0px, color(srgb 0 0 0) 0px …
  return computed.split(/(?: 0px)+(?:, )?/).map((color) => {
    const [, red, green, blue, alpha] = /^rgba?\((\d+), (\d+), (\d+)(, 0)?/.exec(color) ?? [];
    if (color && !alpha) return red ? (+red << 16) | (+green << 8) | +blue : painted(color);
  });
}

/** A colour in newer syntax as a canvas paints it. @param {string} color */
function painted(color) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return 0;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return (red << 16) | (green << 8) | blue;
}
