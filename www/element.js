// @ts-check
/** `<dui-biao>`: the shell round the Rust core. Everything that is shown is made by the core. */
import { Choices } from "./choices.js";
import { VERSION } from "./core/version.js";
import { Body, Failure, because, fetched, parse } from "./data.js";
import { HERE } from "./here.js";
import { coreOf, load, wasmOf } from "./loader.js";
import { textFor } from "./names.js";
import { declareQuoted } from "./quoted.js";
import { Look } from "./look.js";
import { PROBE, STYLE } from "./style.js";
import { findLetters, rehearse } from "./rehearse.js";
import { isTraditional, text } from "./text.js";
import { Theme } from "./theme.js";

/** @typedef {import("./core/duibiao.js").Widget} Widget */
/** @typedef {import("./core/duibiao.js").Data} Data */
/** @typedef {import("./core/duibiao.js").Options} Options */

/** @typedef {"choose" | "share"} Aside what has a core of its own */

/** Attributes handed to the core as they are. */
const NAMES = /** @type {const} */ ([
  "view", "indicator", "period", "places", "home", "benchmark", "target", "shape", "weights", "weighting", "normalisation", "aggregation",
  "start", "factor", "years", "plan", "growth", "since", "relax", "sort",
]);
/** Attributes that have a property of the same name; `lang` every element has. */
const REFLECTED = ["src", "kind", "theme", "size", "loading", "controls", "address", "base", "core", ...NAMES];
const SIZES = { normal: 1, large: 1.15, senior: 1.5 };
/** How many pixels off the visible part of the page is near. */
const NEAR = 600;
const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Escape"];

const look = new Look(STYLE + PROBE);

/** Importing must not fail where a server renders the page. */
const Base = typeof HTMLElement === "function" ? HTMLElement : /** @type {typeof HTMLElement} */ (class {});

export class DuiBiao extends Base {
  /** Of the package. */
  static version = VERSION;
  static observedAttributes = ["src", "lang", "theme", "size", ...NAMES];

  /** @type {HTMLElement | undefined} the core's inside */
  _inside;
  /** @type {Widget | undefined} */
  _widget;
  /** @type {import("./loader.js").Core | undefined} which made it */
  _core;
  /** @type {Data | undefined} what is shown */
  _data;
  /** @type {Data | undefined} the same where it is this widget's alone, to be given back */
  _own;
  /** Whether that has, or will have when it is there, names in traditional Chinese which it did not come with. */
  _localised = false;
  /** It as text, as it came and with the names for the language. */
  _text = { given: "", written: "" };
  /** What opens under the buttons, by what they do, since it was first asked for. @type {Partial<Record<Aside, import("./aside.js").Aside<any>>>} */
  _asides = {};
  /** @type {string | undefined} a dataset as text, given by script instead of `src` */
  _given;
  /** The kind of the view. */
  _kind = "";
  /** What is shown, in words. @type {import("./core/duibiao.js").Page | undefined} */
  _page;
  /** Why the last load showed nothing. @type {unknown} */
  _failure;
  /** Counts loads, so that a late answer to an earlier question is not shown. */
  _turn = 0;
  /** Whether it has been near the visible part of the page, or is to load wherever it is. */
  _near = false;
  /** Whether a dataset or a core is on its way. */
  _isLoading = false;
  /** Whether attributes have changed since the last showing. */
  _stale = false;
  _slot = document.createElement("slot");
  _message = document.createElement("div");
  _onSize = () => this._measure();
  /** Chromium before 64 has none; there the window tells. */
  _resizing = typeof ResizeObserver === "function" ? new ResizeObserver(this._onSize) : undefined;
  _nearing = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this._approach(), { rootMargin: `${NEAR}px` });
  /** @type {MediaQueryList | undefined} */
  _density;
  /** @type {Theme} */
  _theme;
  _onPrint = () => this._near || this._approach();
  _onAddress = () => this._choices.read() && this._refresh();
  _choices = new Choices(this);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this._message.className = "message";
    this._message.setAttribute("part", "message");
    this._message.setAttribute("role", "alert");
    this._message.hidden = true;
    root.append(this._message, this._slot);
    this._theme = new Theme(this, root, () => this._refresh());
  }

  get data() {
    return this._given;
  }

  /** A dataset as JSON text or object; takes the place of `src`. @param {string | object | null | undefined} value */
  set data(value) {
    // Vue empties a property before it takes it away
    this._given = typeof value === "string" ? value || undefined : JSON.stringify(value ?? undefined);
    this._load();
  }

  get figure() {
    return this._page;
  }

  /** What is shown, as a file. @param {"png" | "svg" | "csv"} format @param {{ scale?: number }} [options] @returns {Promise<Blob>} */
  async export(format, { scale = 2 } = {}) {
    if (!this._page) {
      this._near = true;
      await this._load();
    }
    const share = this._page && (await this._aside("share"));
    // taken out of the page, or shown by another core, while this was fetched
    if (!share) throw this._failure ?? new DOMException("", "InvalidStateError");
    return share.made(format, scale);
  }

  connectedCallback() {
    // a property set before the element was defined hides the setter
    for (const name of ["data", ...REFLECTED]) {
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const given = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, given);
    }
    // here, for sheets stay behind when the element goes to another document
    if (this.shadowRoot) look.put(this.shadowRoot);
    this._theme.connect();
    // not the widget itself, whose height follows its width: browsers report that as an error to the page
    if (this._resizing) this._resizing.observe(this._theme.probe);
    else addEventListener("resize", this._onSize);
    addEventListener("beforeprint", this._onPrint);
    addEventListener("hashchange", this._onAddress);
    this._choices.read();
    if (this._near || this.getAttribute("loading") === "eager") this._approach();
    else {
      this._nearing.observe(this);
      // where it is near now, the observer would tell a frame later
      const { top, bottom } = this.getBoundingClientRect();
      if (bottom > -NEAR && top < innerHeight + NEAR) this._approach();
    }
  }

  /** Loads, for it may be seen soon. */
  _approach() {
    this._near = true;
    this._nearing.disconnect();
    this._load();
  }

  disconnectedCallback() {
    this._turn++;
    this._isLoading = false;
    this._theme.disconnect();
    this._density?.removeEventListener("change", this._onSize);
    this._density = undefined;
    this._resizing?.disconnect();
    removeEventListener("resize", this._onSize);
    this._nearing.disconnect();
    removeEventListener("beforeprint", this._onPrint);
    removeEventListener("hashchange", this._onAddress);
    this._drop();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "src") this._load();
    // another view may need another core; traditional Chinese needs the dataset with other names, and what comes after it
    else if (name === "view" || (name === "lang" && (this._localised || isTraditional(this._lang)))) this._load("duibiao:change");
    else this._refresh();
  }

  get _lang() {
    const nearest = this.closest("[lang]");
    return this.getAttribute("lang") || (nearest && nearest.getAttribute("lang")) || "zh-Hans";
  }

  get _size() {
    const size = this.getAttribute("size");
    return size === "large" || size === "senior" ? size : "normal";
  }

  /** @returns {Options} */
  get _options() {
    /** @type {Options} */
    const options = { lang: this._lang, text: SIZES[this._size], ...this._theme.options(this._lang) };
    for (const name of NAMES) options[name] = this.getAttribute(name) ?? undefined;
    return options;
  }

  /** @param {string} event what to tell when it shows; the first time it is ready */
  async _load(event = "duibiao:ready") {
    const src = this.getAttribute("src");
    const given = this._given;
    if (!this.isConnected || !this._near || (given === undefined && src === null)) return;
    const turn = ++this._turn;
    this._failure = undefined;
    this._isLoading = true;
    try {
      if (given === undefined && !src) throw because("src", this._lang);
      const coming = given === undefined ? fetched(String(src), this._lang) : new Body(given);
      // its core beside it, where the page says which; if that fails, or is not the one, it shows below
      const kind = this.getAttribute("kind");
      let isHere = given !== undefined;
      if (kind) this._part(coreOf(kind)).then((core) => isHere || rehearse(core, () => this._options)).catch(() => undefined);
      // when both are asked for
      setTimeout(() => findLetters(() => this._options));
      const body = await coming;
      isHere = true;
      const lang = this._lang;
      this._localised = isTraditional(lang);
      const named = textFor(body, lang, this._base);
      this._kind = body.kindOf(this.getAttribute("view"));
      const name = coreOf(this._kind);
      const core = await this._part(name);
      const written = await named;
      if (turn !== this._turn || !this.isConnected) return;
      const data = given === undefined ? body.parsed(core, name, lang, written) : parse(core, lang, written, given);
      if (this._core !== core) this._begin(core);
      const told = this._data ? event : "duibiao:ready";
      this._own?.free();
      this._own = given === undefined ? undefined : data;
      this._data = data;
      this._text = { given: body.text, written };
      this._isLoading = false;
      this._show(told);
    } catch (error) {
      if (turn !== this._turn) return;
      this._isLoading = false;
      this._fail(error);
    }
  }

  get _base() {
    return new URL(this.getAttribute("base") ?? HERE, document.baseURI).href;
  }

  /** A core, by name. @param {string} name @returns {Promise<any>} */
  _part(name) {
    return load(this._base, this.getAttribute("core") === "js" ? "js" : "auto", name).catch(() => {
      throw because("core", this._lang);
    });
  }

  /** Makes the inside anew with a core; what another core made stays until this one shows. @param {import("./loader.js").Core} core */
  _begin(core) {
    this._widget?.free();
    this._own?.free();
    this._own = undefined;
    this._closeAsides();
    const inside = document.createElement("div");
    inside.setAttribute("part", "root");
    this._widget = new core.Widget(inside);
    this._inside?.replaceWith(inside);
    this._inside = inside;
    this._core = core;
    this._listen(inside);
  }

  /** Shows again, once after however many attributes have changed; at once where a printer waits. */
  _refresh() {
    if (!this._widget || this._stale) return;
    if (this._theme.isPrinting) return this._show("duibiao:change");
    this._stale = true;
    void Promise.resolve().then(() => {
      this._stale = false;
      if (this._widget && this.isConnected) this._show("duibiao:change");
    });
  }

  /** @param {string} event */
  _show(event) {
    const [inside, widget, data] = [this._inside, this._widget, this._data];
    if (!inside || !widget || !data) return;
    let page, stale;
    try {
      try {
        page = widget.show(data, this._options, this._choices.text);
      } catch (error) {
        if (!this._choices.text) throw error;
        // the data has changed since the link was made, or two choices exclude each other: the author's view, or the last one
        stale = error;
        this._choices.drop();
        page = widget.show(data, this._options, this._choices.text);
      }
    } catch (error) {
      // what has changed may be for the dataset that is on its way
      return this._isLoading ? undefined : this._fail(error);
    }
    this._page = page;
    inside.className = `root ${this._theme.mode} ${this._size}`;
    inside.lang = this._lang;
    if (/^en/i.test(this._lang)) declareQuoted(inside);
    this._message.hidden = true;
    if (!inside.isConnected) this._slot.replaceWith(inside);
    this._theme.unfold(inside);
    this._measure();
    for (const [name, can] of Object.entries({ undo: this._choices.canUndo, redo: this._choices.canRedo, reset: this._choices.text !== "" })) {
      /** @type {HTMLElement} */ (this._find(`[data-do=${name}]`)).hidden = !can;
    }
    this._tell(event, { title: page.title, reading: page.reading, choices: this._choices.text });
    if (stale) this._fail(stale);
  }

  /** Shows what is chosen now, and says so where the focus is elsewhere. */
  _choose() {
    const root = this.shadowRoot;
    const { key, do: what } = /** @type {HTMLElement | null} */ (root?.activeElement)?.dataset ?? {};
    this._show("duibiao:change");
    // where the controls have been made anew, the focus goes to the one that was used
    if (!root?.activeElement && (key || what)) {
      this._find(key ? `[data-key=${key}]` : `[data-do=${what}]`)?.focus();
    }
    const live = this._find(".live");
    if (live) live.textContent = this._page?.title ?? "";
  }

  /** A button of the toolbar. @param {string | undefined} what */
  _act(what) {
    if (what === "choose" || what === "share") return void this._open(what);
    if (what === "undo") this._choices.undo();
    else if (what === "redo") this._choices.redo();
    else if (what === "reset") this._choices.take("");
    else return;
    this._choose();
    // a button that has gone takes the focus with it
    if (this._find(`[data-do=${what}]`)?.hidden) this._find("[data-do=choose]")?.focus();
  }

  /** An element of the inside. @param {string} selector @returns {HTMLElement | null | undefined} */
  _find(selector) {
    return this._inside?.querySelector(selector);
  }

  /** Opens or closes what a reader can choose, or take along. Its code is fetched when it is first asked for. @param {Aside} name */
  async _open(name) {
    const button = this._find(`[data-do=${name}]`);
    // pressed again while it is fetched: once is enough
    if (button?.hasAttribute("aria-busy")) return;
    button?.setAttribute("aria-busy", "true");
    try {
      (await this._aside(name))?.toggle();
    } catch (error) {
      this._fail(error);
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  /** It, made when it is first asked for; nothing where what it belongs to has gone meanwhile. @param {Aside} name */
  async _aside(name) {
    const inside = this._inside;
    const { Panel } = await this._part(name);
    if (!inside || inside !== this._inside) return undefined;
    const state = () => ({
      ...this._text,
      src: this._given === undefined ? new URL(String(this.getAttribute("src")), document.baseURI).href : "",
      options: this._options,
      chosen: this._choices.text,
      kept: this._choices.areKept,
      script: `${this._base}duibiao.js`,
      kind: this._kind,
      core: wasmOf(this._base, coreOf(this._kind)),
      take: (/** @type {string | undefined} */ text) => this._take(text),
    });
    return (this._asides[name] ??= new Panel(inside, state));
  }

  _closeAsides() {
    for (const aside of Object.values(this._asides)) aside.close();
    this._asides = {};
  }

  /** Takes a choice, where there is one, and shows what is chosen. @param {string | undefined} text */
  _take(text) {
    if (text !== undefined) this._choices.take(text);
    this._choose();
  }

  /** Says what is wrong; what was shown last, or the fallback inside the element, stays. @param {unknown} error */
  _fail(error) {
    this._failure = error;
    const known = /** @type {{code?: unknown, message?: unknown, issues?: unknown}} */ (error);
    const isKnown = typeof known?.code === "string" && typeof known.message === "string";
    const code = isKnown ? String(known.code) : "crash";
    const message = isKnown ? String(known.message) : text(this._lang, "crash");
    const issues = /** @type {Failure["issues"]} */ (Array.isArray(known?.issues) ? known.issues : []);
    this._message.textContent = message;
    if (issues.length) {
      const list = document.createElement("ul");
      for (const issue of issues.slice(0, 20)) {
        const item = document.createElement("li");
        item.textContent = `${issue.place}  ${issue.message}`;
        list.append(item);
      }
      if (issues.length > 20) list.append(`… +${issues.length - 20}`);
      this._message.append(list);
    }
    this._message.hidden = false;
    this._tell("duibiao:error", { code, message, issues });
  }

  /** @param {string} type @param {object} detail */
  _tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** Tells what is pointed at; true where something is. */
  _select() {
    const selected = this._widget?.selected();
    if (selected) this._tell("duibiao:select", selected);
    return Boolean(selected);
  }

  /** Tells the core how wide the plot is, on what kind of screen. */
  _measure() {
    const plot = this._find(".plot");
    if (!plot || !this._widget) return;
    const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    if (density.media !== this._density?.media) {
      this._density?.removeEventListener("change", this._onSize);
      density.addEventListener("change", this._onSize);
      this._density = density;
    }
    // for paper as wide as a page is between its margins, and finely; the style fits it to whatever page it is
    if (this._theme.isPrinting) this._widget.resize(680, 2);
    else this._widget.resize(plot.clientWidth, devicePixelRatio);
  }

  /** @param {HTMLElement} inside */
  _listen(inside) {
    const plot = /** @type {HTMLElement} */ (inside.querySelector(".plot"));
    /** @param {PointerEvent} event */
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      this._widget?.point(event.clientX - box.left, event.clientY - box.top);
    };
    plot.addEventListener("pointermove", point);
    plot.addEventListener("pointerdown", point);
    plot.addEventListener("pointerleave", (event) => {
      // a finger that is lifted has chosen; a mouse that leaves has not
      if (event.pointerType === "mouse") this._widget?.leave();
    });
    plot.addEventListener("click", () => this._select());
    plot.addEventListener("blur", () => this._widget?.leave());
    this._listenToHandles(plot);
    inside.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button) this._act(button.dataset.do);
    });
    inside.addEventListener("keydown", (event) => {
      const key = event.key.toLowerCase();
      // in a text field the browser undoes typing
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y") || /** @type {HTMLInputElement} */ (event.target).type === "search") return;
      const again = key === "y" || event.shiftKey;
      if (again ? !this._choices.canRedo : !this._choices.canUndo) return;
      event.preventDefault();
      this._act(again ? "redo" : "undo");
    });
    plot.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter" ? this._select() : KEYS.includes(event.key) && this._widget?.key(event.key)) event.preventDefault();
    });
  }

  /** A point of a path follows the pointer: once a frame, and words and table when it is let go. @param {HTMLElement} plot */
  _listenToHandles(plot) {
    /** @type {number | undefined} which is held */
    let held;
    /** @type {{ x: number, y: number } | undefined} */
    let at;
    let frame = 0;
    /** @type {string | undefined} */
    let text;
    const draw = () => {
      frame = 0;
      if (held !== undefined && at) text = this._widget?.drag(held, at.x, at.y) ?? text;
    };
    const onKey = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && drop(false);
    /** @param {string} type @param {(event: PointerEvent) => void} hear */
    const on = (type, hear) => plot.addEventListener(type, /** @type {EventListener} */ (hear), true);
    on("pointerdown", (event) => {
      const handles = /** @type {EventTarget[]} */ ([...plot.querySelectorAll(".handle")]);
      const index = event.target ? handles.indexOf(event.target) : -1;
      if (index < 0 || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      /** @type {Element} */ (event.target).setPointerCapture(event.pointerId);
      held = index;
      addEventListener("keydown", onKey);
    });
    on("pointermove", (event) => {
      if (held === undefined) return;
      event.stopPropagation();
      const box = plot.getBoundingClientRect();
      at = { x: event.clientX - box.left, y: event.clientY - box.top };
      frame ||= requestAnimationFrame(draw);
    });
    /** @param {boolean} taken whether it stays where it was let go; a gesture that is cancelled leaves things as they were */
    const drop = (taken) => {
      const moved = at;
      if (moved && taken && frame) draw();
      cancelAnimationFrame(frame);
      const chosen = taken ? text : undefined;
      held = at = text = undefined;
      frame = 0;
      removeEventListener("keydown", onKey);
      if (moved) this._take(chosen);
    };
    on("pointerup", () => drop(true));
    on("pointercancel", () => drop(false));
  }

  /** Gives the core's memory back and shows the fallback again. */
  _drop() {
    this._inside?.replaceWith(this._slot);
    this._closeAsides();
    this._widget?.free();
    this._own?.free();
    this._widget = this._core = this._inside = this._data = this._own = this._page = undefined;
  }
}

for (const name of REFLECTED) {
  Object.defineProperty(DuiBiao.prototype, name, {
    configurable: true,
    enumerable: true,
    /** @this {DuiBiao} */
    get() {
      return this.getAttribute(name) ?? "";
    },
    /** @this {DuiBiao} @param {unknown} value */
    set(value) {
      // a list is joined by commas; what frameworks write for nothing is nothing
      const text = value === false || value === null || value === undefined ? "" : String(value);
      if (text) this.setAttribute(name, text);
      else this.removeAttribute(name);
    },
  });
}
