// @ts-check
/** `<dui-biao>`: the shell round the Rust core. Everything that is shown is made by the core. */
import { Choices } from "./choices.js";
import { VERSION } from "./core/version.js";
import { Body, Failure, because, fetched, parse } from "./data.js";
import { HERE } from "./here.js";
import { coreOf, load } from "./loader.js";
import { textFor } from "./names.js";
import { declareQuoted } from "./quoted.js";
import { Look } from "./look.js";
import { PROBE, STYLE } from "./style.js";
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
const SIZES = { normal: 1, large: 1.15, senior: 1.5 };
const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Escape"];

const look = new Look(STYLE + PROBE);

export class DuiBiao extends HTMLElement {
  /** Of the package. */
  static version = VERSION;
  static observedAttributes = ["src", "lang", "theme", "size", ...NAMES];

  /** @type {HTMLElement | undefined} the core's inside */
  #inside;
  /** @type {Widget | undefined} */
  #widget;
  /** @type {import("./loader.js").Core | undefined} which made it */
  #core;
  /** @type {Data | undefined} what is shown */
  #data;
  /** @type {Data | undefined} the same where it is this widget's alone, to be given back */
  #own;
  /** Whether that has, or will have when it is there, names in traditional Chinese which it did not come with. */
  #localised = false;
  /** It as text, as it came and with the names for the language. */
  #text = { given: "", written: "" };
  /** What opens under the buttons, by what they do, since it was first asked for. @type {Partial<Record<Aside, { toggle(): void, close(): void }>>} */
  #asides = {};
  /** @type {string | undefined} a dataset as text, given by script instead of `src` */
  #given;
  /** Counts loads, so that a late answer to an earlier question is not shown. */
  #turn = 0;
  /** Whether it has been near the visible part of the page, or is to load wherever it is. */
  #near = false;
  /** Whether attributes have changed since the last showing. */
  #stale = false;
  #slot = document.createElement("slot");
  #message = document.createElement("div");
  #onSize = () => this.#measure();
  /** Chromium before 64 has none; there the window tells. */
  #resizing = typeof ResizeObserver === "function" ? new ResizeObserver(this.#onSize) : undefined;
  #nearing = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#approach(), { rootMargin: "600px" });
  /** @type {MediaQueryList | undefined} */
  #density;
  /** @type {Theme} */
  #theme;
  #onPrint = () => this.#near || this.#approach();
  #onAddress = () => this.#choices.read() && this.#refresh();
  #choices = new Choices(this);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    look.put(root);
    this.#message.className = "message";
    this.#message.setAttribute("part", "message");
    this.#message.setAttribute("role", "alert");
    this.#message.hidden = true;
    root.append(this.#message, this.#slot);
    this.#theme = new Theme(this, root, () => this.#refresh());
  }

  /** The dataset as JSON text or object; takes the place of `src`. @param {string | object} value */
  set data(value) {
    this.#given = typeof value === "string" ? value : JSON.stringify(value);
    this.#load();
  }

  connectedCallback() {
    // a property set before the element was defined hides the setter
    if (Object.prototype.hasOwnProperty.call(this, "data")) {
      const given = /** @type {string | object} */ (Reflect.get(this, "data"));
      Reflect.deleteProperty(this, "data");
      this.data = given;
    }
    this.#theme.connect();
    if (this.#resizing) this.#resizing.observe(this);
    else addEventListener("resize", this.#onSize);
    addEventListener("beforeprint", this.#onPrint);
    addEventListener("hashchange", this.#onAddress);
    this.#choices.read();
    if (this.#near || this.getAttribute("loading") === "eager") this.#approach();
    else this.#nearing.observe(this);
  }

  /** Loads, for it may be seen soon. */
  #approach() {
    this.#near = true;
    this.#nearing.disconnect();
    this.#load();
  }

  disconnectedCallback() {
    this.#turn++;
    this.#theme.disconnect();
    this.#density?.removeEventListener("change", this.#onSize);
    this.#density = undefined;
    this.#resizing?.disconnect();
    removeEventListener("resize", this.#onSize);
    this.#nearing.disconnect();
    removeEventListener("beforeprint", this.#onPrint);
    removeEventListener("hashchange", this.#onAddress);
    this.#drop();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "src") this.#load();
    // another view may need another core; traditional Chinese needs the dataset with other names, and what comes after it
    else if (name === "view" || (name === "lang" && (this.#localised || isTraditional(this.#lang)))) this.#load("duibiao:change");
    else this.#refresh();
  }

  get #lang() {
    const nearest = this.closest("[lang]");
    return this.getAttribute("lang") || (nearest && nearest.getAttribute("lang")) || "zh-Hans";
  }

  get #size() {
    const size = this.getAttribute("size");
    return size === "large" || size === "senior" ? size : "normal";
  }

  /** @returns {Options} */
  get #options() {
    /** @type {Options} */
    const options = { lang: this.#lang, text: SIZES[this.#size], ...this.#theme.options(this.#lang) };
    for (const name of NAMES) options[name] = this.getAttribute(name) ?? undefined;
    return options;
  }

  /** @param {string} event what to tell when it shows; the first time it is ready */
  async #load(event = "duibiao:ready") {
    const src = this.getAttribute("src");
    const given = this.#given;
    if (!this.isConnected || !this.#near || (given === undefined && src === null)) return;
    const turn = ++this.#turn;
    try {
      if (given === undefined && !src) throw because("src", this.#lang);
      const body = given === undefined ? await fetched(String(src), this.#lang) : new Body(given);
      const lang = this.#lang;
      this.#localised = isTraditional(lang);
      const named = textFor(body, lang, this.#base);
      const name = coreOf(body.kindOf(this.getAttribute("view")));
      const core = await this.#part(name);
      const written = await named;
      if (turn !== this.#turn || !this.isConnected) return;
      const data = given === undefined ? body.parsed(core, name, lang, written) : parse(core, lang, written, given);
      if (this.#core !== core) this.#begin(core);
      const told = this.#data ? event : "duibiao:ready";
      this.#own?.free();
      this.#own = given === undefined ? undefined : data;
      this.#data = data;
      this.#text = { given: body.text, written };
      this.#show(told);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  get #base() {
    return new URL(this.getAttribute("base") ?? HERE, document.baseURI).href;
  }

  /** A core, by name. @param {string} name @returns {Promise<any>} */
  #part(name) {
    return load(this.#base, this.getAttribute("core") === "js" ? "js" : "auto", name).catch(() => {
      throw because("core", this.#lang);
    });
  }

  /** Makes the inside anew with a core; what another core made stays until this one shows. @param {import("./loader.js").Core} core */
  #begin(core) {
    this.#widget?.free();
    this.#own?.free();
    this.#own = undefined;
    this.#closeAsides();
    const inside = document.createElement("div");
    inside.setAttribute("part", "root");
    this.#widget = new core.Widget(inside);
    this.#inside?.replaceWith(inside);
    this.#inside = inside;
    this.#core = core;
    this.#listen(inside);
  }

  /** Shows again, once after however many attributes have changed; at once where a printer waits. */
  #refresh() {
    if (!this.#widget || this.#stale) return;
    if (this.#theme.isPrinting) return this.#show("duibiao:change");
    this.#stale = true;
    void Promise.resolve().then(() => {
      this.#stale = false;
      if (this.#widget && this.isConnected) this.#show("duibiao:change");
    });
  }

  /** @param {string} event */
  #show(event) {
    const [inside, widget, data] = [this.#inside, this.#widget, this.#data];
    if (!inside || !widget || !data) return;
    let page, stale;
    try {
      try {
        page = widget.show(data, this.#options, this.#choices.text);
      } catch (error) {
        if (!this.#choices.text) throw error;
        // the data has changed since the link was made, or two choices exclude each other: the author's view, or the last one
        stale = error;
        this.#choices.drop();
        page = widget.show(data, this.#options, this.#choices.text);
      }
    } catch (error) {
      return this.#fail(error);
    }
    inside.className = `root ${this.#theme.mode} ${this.#size}`;
    inside.lang = this.#lang;
    if (/^en/i.test(this.#lang)) declareQuoted(inside);
    this.#message.hidden = true;
    if (!inside.isConnected) this.#slot.replaceWith(inside);
    this.#theme.unfold(inside);
    this.#measure();
    for (const [name, can] of Object.entries({ undo: this.#choices.canUndo, redo: this.#choices.canRedo, reset: this.#choices.text !== "" })) {
      /** @type {HTMLElement} */ (inside.querySelector(`[data-do=${name}]`)).hidden = !can;
    }
    this.#tell(event, { title: page.title, reading: page.reading, choices: this.#choices.text });
    if (stale) this.#fail(stale);
  }

  /** Shows what is chosen now, and says so where the focus is elsewhere. */
  #choose() {
    const root = this.shadowRoot;
    const { key, do: what } = /** @type {HTMLElement | null} */ (root?.activeElement)?.dataset ?? {};
    this.#show("duibiao:change");
    // where the controls have been made anew, the focus goes to the one that was used
    if (!root?.activeElement && (key || what)) {
      /** @type {HTMLElement | null | undefined} */ (this.#inside?.querySelector(key ? `[data-key=${key}]` : `[data-do=${what}]`))?.focus();
    }
    const live = this.#inside?.querySelector(".live");
    if (live) live.textContent = this.#inside?.querySelector(".title")?.textContent ?? "";
  }

  /** A button of the toolbar. @param {string | undefined} what */
  #act(what) {
    if (what === "choose" || what === "share") return void this.#open(what);
    if (what === "undo") this.#choices.undo();
    else if (what === "redo") this.#choices.redo();
    else if (what === "reset") this.#choices.take("");
    else return;
    this.#choose();
    // a button that has gone takes the focus with it
    const inside = this.#inside;
    const gone = inside?.querySelector(`[data-do=${what}]`);
    if (gone instanceof HTMLElement && gone.hidden) /** @type {HTMLElement | null} */ (inside?.querySelector("[data-do=choose]"))?.focus();
  }

  /** Opens or closes what a reader can choose, or take along. Its code is fetched when it is first asked for. @param {Aside} name */
  async #open(name) {
    const [inside, before] = [this.#inside, this.#asides[name]];
    const button = inside?.querySelector(`[data-do=${name}]`);
    button?.setAttribute("aria-busy", "true");
    try {
      const { Panel } = await this.#part(name);
      // pressed again while it was fetched: once is enough
      if (!inside || inside !== this.#inside || before !== this.#asides[name]) return;
      const state = () => ({
        ...this.#text,
        src: this.#given === undefined ? new URL(String(this.getAttribute("src")), document.baseURI).href : "",
        options: this.#options,
        chosen: this.#choices.text,
        kept: this.#choices.areKept,
        script: `${this.#base}duibiao.js`,
        take: (/** @type {string | undefined} */ text) => this.#take(text),
      });
      (this.#asides[name] ??= new Panel(inside, state))?.toggle();
    } catch (error) {
      this.#fail(error);
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  #closeAsides() {
    for (const aside of Object.values(this.#asides)) aside.close();
    this.#asides = {};
  }

  /** Takes a choice, where there is one, and shows what is chosen. @param {string | undefined} text */
  #take(text) {
    if (text !== undefined) this.#choices.take(text);
    this.#choose();
  }

  /** Says what is wrong; what was shown last, or the fallback inside the element, stays. @param {unknown} error */
  #fail(error) {
    const known = /** @type {{code?: unknown, message?: unknown, issues?: unknown}} */ (error);
    const isKnown = typeof known?.code === "string" && typeof known.message === "string";
    const code = isKnown ? String(known.code) : "crash";
    const message = isKnown ? String(known.message) : text(this.#lang, "crash");
    const issues = /** @type {Failure["issues"]} */ (Array.isArray(known?.issues) ? known.issues : []);
    this.#message.textContent = message;
    if (issues.length) {
      const list = document.createElement("ul");
      for (const issue of issues.slice(0, 20)) {
        const item = document.createElement("li");
        item.textContent = `${issue.place}  ${issue.message}`;
        list.append(item);
      }
      this.#message.append(list);
    }
    this.#message.hidden = false;
    this.#tell("duibiao:error", { code, message, issues });
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** Tells the core how wide the plot is, on what kind of screen. */
  #measure() {
    const plot = this.#inside?.querySelector(".plot");
    if (!plot || !this.#widget) return;
    const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    if (density.media !== this.#density?.media) {
      this.#density?.removeEventListener("change", this.#onSize);
      density.addEventListener("change", this.#onSize);
      this.#density = density;
    }
    // for paper as wide as a page is between its margins, and finely; the style fits it to whatever page it is
    if (this.#theme.isPrinting) this.#widget.resize(680, 2);
    else this.#widget.resize(plot.clientWidth, devicePixelRatio);
  }

  /** @param {HTMLElement} inside */
  #listen(inside) {
    const plot = /** @type {HTMLElement} */ (inside.querySelector(".plot"));
    /** @param {PointerEvent} event */
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      this.#widget?.point(event.clientX - box.left, event.clientY - box.top);
    };
    plot.addEventListener("pointermove", point);
    plot.addEventListener("pointerdown", point);
    plot.addEventListener("pointerleave", (event) => {
      // a finger that is lifted has chosen; a mouse that leaves has not
      if (event.pointerType === "mouse") this.#widget?.leave();
    });
    plot.addEventListener("blur", () => this.#widget?.leave());
    this.#listenToHandles(plot);
    inside.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button) this.#act(button.dataset.do);
    });
    inside.addEventListener("keydown", (event) => {
      const key = event.key.toLowerCase();
      // in a text field the browser undoes typing
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y") || (event.target instanceof HTMLInputElement && event.target.type === "search")) return;
      const again = key === "y" || event.shiftKey;
      if (again ? !this.#choices.canRedo : !this.#choices.canUndo) return;
      event.preventDefault();
      this.#act(again ? "redo" : "undo");
    });
    plot.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !KEYS.includes(event.key)) return;
      if (this.#widget?.key(event.key)) event.preventDefault();
    });
  }

  /** A point of a path follows the pointer: once a frame, and words and table when it is let go. @param {HTMLElement} plot */
  #listenToHandles(plot) {
    /** @type {number | undefined} which is held */
    let held;
    /** @type {{ x: number, y: number } | undefined} */
    let at;
    let frame = 0;
    /** @type {string | undefined} */
    let text;
    const draw = () => {
      frame = 0;
      if (held !== undefined && at) text = this.#widget?.drag(held, at.x, at.y) ?? text;
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
      if (moved) this.#take(chosen);
    };
    on("pointerup", () => drop(true));
    on("pointercancel", () => drop(false));
  }

  /** Gives the core's memory back and shows the fallback again. */
  #drop() {
    this.#inside?.replaceWith(this.#slot);
    this.#closeAsides();
    this.#widget?.free();
    this.#own?.free();
    this.#widget = this.#core = this.#inside = this.#data = this.#own = undefined;
  }
}
