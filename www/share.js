// @ts-check
/** What a reader takes along of a widget. Loaded with its core, which makes everything that is shown, when it is first asked for. */
import { Aside } from "./aside.js";
import { Share, parseDataset } from "./core/share_bg.js";
import { VERSION } from "./core/version.js";
import { Look } from "./look.js";
import { SHARE } from "./style.js";

export * from "./core/share_bg.js";

/** @typedef {import("./aside.js").State} State */
/** @typedef {import("./core/share.js").Data} Data */

const look = new Look(SHARE);

/** Today where the reader is, as 2026-11-28. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Hands a file to the browser. @param {Blob} blob @param {string} name */
function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  // without bubbling: the page's own listeners would take it for a link of theirs
  link.dispatchEvent(new MouseEvent("click", { cancelable: true }));
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
const encoded = (canvas) =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no blob"))), "image/png"));

/** Something went wrong that has a short name in the core's words. */
class Unable extends Error {}

/** The panel of one widget. @extends {Aside<Data>} */
export class Panel extends Aside {
  _lang = "";

  /** @param {HTMLElement} inside @param {() => State} state */
  constructor(inside, state) {
    super(inside, state, "share", "share", look, parseDataset);
    this.root.addEventListener("click", ({ target }) => {
      const name = /** @type {Element} */ (target).closest("button")?.dataset.share;
      if (name) void this._act(name);
    });
    this.part(".plot").before(this.root);
  }

  get _canvas() {
    return /** @type {HTMLCanvasElement} */ (this.part(".code"));
  }

  /** The figure as the widget shows it now, for one use. @template T @param {(share: Share, state: State) => T} use @returns {T} */
  _with(use) {
    const state = this.state();
    // the sheet's margins come on top of the drawing's width
    const share = new Share(this.data(state), state.options, state.chosen, this.part(".plot").clientWidth + 48);
    try {
      return use(share, state);
    } finally {
      share.free();
    }
  }

  /** What is shown, as a file. @param {string} format @param {number} scale of a PNG @returns {Promise<Blob>} */
  async made(format, scale) {
    if (format === "png") return this._picture(scale);
    if (format === "csv") return new Blob([this._with((share) => share.csv())], { type: "text/csv;charset=utf-8" });
    if (format === "svg") return new Blob([this._drawing("")], { type: "image/svg+xml" });
    throw new TypeError(format);
  }

  /** Words in the widget's language, the address of what is shown. @param {State} state */
  refresh({ options, kept, src }) {
    this._with((share) => {
      const lang = options.lang ?? "";
      if (this._lang !== lang) {
        share.build(this.root);
        this._lang = lang;
      }
      this.part("[data-share=snippet]").hidden = !src;
      this.part("[data-share=picture]").hidden = !navigator.clipboard?.write || typeof ClipboardItem !== "function";
      // a file on this computer has no address for others
      const isShared = /^http/.test(location.protocol);
      const drawn = isShared && share.code(this._canvas, location.href);
      this.part(".phone").hidden = this.part("[data-share=link]").hidden = this.part("[data-share=offline]").hidden = !isShared;
      this._canvas.hidden = this.part("[data-share=code]").hidden = !drawn;
      this.part(".address").textContent = location.href;
      this._tell(drawn || !isShared ? (kept ? "" : share.told("not-kept", "")) : share.told("too-long", ""));
    });
  }

  /** @param {string} text */
  _tell(text) {
    this.part(".outcome").textContent = text;
  }

  /** A button. @param {string} name */
  async _act(name) {
    this.part(".by-hand").hidden = true;
    this._tell("");
    try {
      const told = await this._done(name);
      this._tell(told);
    } catch (error) {
      const reason = error instanceof Unable ? error.message : "no-picture";
      this._tell(this._with((share) => share.told(reason, "")));
    }
  }

  /** Does what a button says; returns what is to be told. @param {string} name @returns {Promise<string>} */
  async _done(name) {
    const [file, title, called] = this._with((share) => [share.name() || "duibiao", share.title(), share.called(name)]);
    const told = (/** @type {string} */ what, /** @type {string} */ of) => this._with((share) => share.told(what, of));
    const save = (/** @type {Blob} */ blob, /** @type {string} */ name) => {
      download(blob, name);
      return told("saved", name);
    };
    const copy = async (/** @type {string} */ text, /** @type {string} */ html = "") => told((await this._copied(text, html)) ? "copied" : "by-hand", called);
    switch (name) {
      case "png-1":
        return save(await this.made("png", 1), `${file}.png`);
      case "png-2":
      case "png-3":
        return save(await this.made("png", Number(name.slice(4))), `${file}@${name.slice(4)}x.png`);
      case "svg":
        return save(await this.made(name, 1), `${file}.svg`);
      case "csv":
        return save(await this.made(name, 1), `${file}.csv`);
      case "dataset": {
        const { given, src } = this.state();
        const own = /[^/]+\.json$/i.exec(src.split(/[?#]/)[0]);
        return save(new Blob([given], { type: "application/json" }), own ? own[0] : `${file}.json`);
      }
      case "offline": {
        const { blob, title } = await this._briefing();
        return save(blob, `${title}.html`);
      }
      case "code":
        return save(await encoded(this._canvas), `${file} QR.png`);
      case "print":
        await this._print(title);
        return "";
      case "picture":
        return (await this._pictureCopied()) ? told("copied", called) : told("no-clipboard", "");
      case "table":
        return copy(...this._with((share) => /** @type {[string, string]} */ ([share.tabbed(), share.table()])));
      case "link":
        return this.state().kept ? copy(location.href) : `${await copy(location.href)} ${told("not-kept", "")}`;
      case "snippet":
        return copy(this._with((share, { script, core, src, kind }) => share.snippet(script, core, src, kind)));
      default:
        return "";
    }
  }

  /** The sheet as PNG. @param {number} scale @returns {Promise<Blob>} */
  async _picture(scale) {
    const canvas = document.createElement("canvas");
    if (!this._with((share) => share.picture(canvas, scale, today()))) throw new Unable("no-picture");
    return encoded(canvas);
  }

  /** The sheet as SVG. @param {string} address for paper */
  _drawing(address) {
    const text = this._with((share) => share.drawing(document.createElement("canvas"), today(), address));
    if (text === undefined) throw new Unable("no-picture");
    return text;
  }

  /** The dataset and what presents it, as one file. What makes it is fetched now. */
  async _briefing() {
    const { script, given, options } = this.state();
    const base = new URL("./", script).href;
    try {
      const { saved } = /** @type {typeof import("./offline/save.js")} */ (await import(`${base}offline.js?${VERSION}`));
      return await saved(base, given, options.lang ?? "");
    } catch {
      throw new Unable("no-file");
    }
  }

  /** Whether the picture came to the clipboard. */
  async _pictureCopied() {
    const picture = this._picture(2);
    const item = async (/** @type {Blob | Promise<Blob>} */ value) => navigator.clipboard.write([new ClipboardItem({ "image/png": value })]);
    try {
      // Safari wants it while the button is pressed, older Chromium when the picture is there
      await item(picture).catch(async () => item(await picture));
      return true;
    } catch {
      await picture;
      return false;
    }
  }

  /** Whether a text came to the clipboard; else it stands selected in a field. @param {string} text @param {string} html the same for who can take it */
  async _copied(text, html) {
    try {
      if (html && typeof ClipboardItem === "function" && navigator.clipboard.write) {
        const as = (/** @type {string} */ type, /** @type {string} */ value) => ({ [type]: new Blob([value], { type }) });
        await navigator.clipboard.write([new ClipboardItem({ ...as("text/plain", text), ...as("text/html", html) })]);
      } else {
        await navigator.clipboard.writeText(text);
      }
      return true;
    } catch {
      const field = /** @type {HTMLTextAreaElement} */ (this.part(".by-hand"));
      const before = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (this.inside.getRootNode()).activeElement);
      field.value = text;
      field.hidden = false;
      field.focus();
      field.select();
      // the old way, which also works on pages without https
      if (!document.execCommand("copy")) return false;
      field.hidden = true;
      before?.focus();
      return true;
    }
  }

  /** Prints the sheet alone, from a frame of its own: the page round the widget stays out. @param {string} title */
  async _print(title) {
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.setAttribute("aria-hidden", "true");
    frame.tabIndex = -1;
    Object.assign(frame.style, { position: "fixed", right: "0", bottom: "0", width: "0", height: "0", border: "0" });
    const address = URL.createObjectURL(new Blob([this._drawing(location.href)], { type: "image/svg+xml" }));
    try {
      await new Promise((resolve) => {
        frame.addEventListener("load", resolve, { once: true });
        this.root.append(frame);
      });
      const [page, view] = [frame.contentDocument, frame.contentWindow];
      if (!page || !view) throw new Unable("no-print");
      page.title = title;
      const picture = page.createElement("img");
      picture.alt = title;
      Object.assign(picture.style, { width: "100%", maxHeight: "96vh", objectFit: "contain", objectPosition: "top" });
      picture.src = address;
      page.body.append(picture);
      await picture.decode();
      view.focus();
      view.print();
    } catch {
      throw new Unable("no-print");
    } finally {
      // a phone prints after the call is over
      setTimeout(() => {
        frame.remove();
        URL.revokeObjectURL(address);
      }, 60_000);
    }
  }
}
