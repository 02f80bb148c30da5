// @ts-check
/** The page of a briefing: one step at a time, and what is opened over it. What stands there is made by the core; this listens. */
import { Briefing, parseDataset, withNoted } from "../core/briefing_bg.js";
import { decoded, parts } from "../choices.js";
import { Figure } from "./figure.js";
import { Keep } from "./keep.js";
import { PAGE } from "./page-style.js";
import { Recorder, now } from "./record.js";
import { Report } from "./report.js";
import { file, partOf, programOf } from "./page.js";

/** @typedef {import("../core/briefing.js").Data} Data */

/** @param {string} tag @param {string} name of its class @param {Element} [parent] @returns {HTMLElement} */
function add(tag, name, parent) {
  const element = document.createElement(tag);
  element.className = name;
  parent?.append(element);
  return element;
}

/** How much of the screen's height a step that is larger moves at once: what was last is seen again. */
const PAGE_OF_STEP = 0.85;
/** How far a finger moves for another step, in pixels. */
const SWIPE = 60;

export class Presenter {
  /** Views that have been shown, by id. @type {Map<string, Figure>} */
  _figures = new Map();
  /** What has been chosen of each. @type {Map<string, string>} */
  _chosen = new Map();
  _isDark = false;
  /** What is open over the step, by the name of what opened it. */
  _open = "";
  /** The clock: when it was started, and what it had counted before. */
  _started = Date.now();
  _counted = 0;
  _isRunning = true;
  /** Whether something is changed that this browser does not keep. */
  _isUnsaved = false;
  /** @type {Window | null} the speaker's */
  _window = null;

  /** @param {string} dataset @param {import("./page.js").Edits} edits as the file has them */
  constructor(dataset, edits) {
    const { deck, lang } = edits;
    this._keep = new Keep(dataset + JSON.stringify(edits));
    /** The dataset with what has been noted. */
    this._dataset = (edits.noted && withNoted(dataset, edits.noted)) || dataset;
    this._lang = lang;
    const style = add("style", "", document.head);
    style.textContent = PAGE;
    const root = add("div", "briefing", document.body);
    this._main = add("main", "stage", root);
    this._back = add("div", "zone back", root);
    this._forward = add("div", "zone forward", root);
    this._notes = add("aside", "notes", root);
    this._bar = add("footer", "bar", root);
    this._overview = add("div", "overview", root);
    this._panel = add("section", "panel", root);
    this._told = add("p", "told", root);
    this._blank = add("button", "blank", root);
    this._told.setAttribute("role", "status");
    for (const part of [this._notes, this._overview, this._panel, this._blank]) part.hidden = true;
    for (const zone of [this._back, this._forward]) zone.setAttribute("aria-hidden", "true");
    this._root = root;
    /** @type {Data} */
    this._data = parseDataset(this._dataset, lang);
    this._briefing = new Briefing(this._data, this.options, deck);
    this._report = new Report(this);
    this._recorder = new Recorder(this);
    /** As the file came. */
    this._given = { noted: this._briefing.noted(), deck: this._briefing.deck(), edits };
    this._dress();
    this._restore();
    this._listen();
    this._arrive();
    this.show();
    setInterval(() => this._tick(), 1000);
  }

  get briefing() {
    return this._briefing;
  }

  get dataset() {
    return this._dataset;
  }

  /** For the core. */
  get options() {
    return { lang: this._lang, theme: this._isDark ? "dark" : "light", text: 1, font: getComputedStyle(document.body).fontFamily };
  }

  /** What has been chosen of a view. @param {string} id */
  chosen(id) {
    const known = this._chosen.get(id);
    if (known !== undefined) return known;
    const key = `duibiao.${encodeURIComponent(id)}=`;
    const part = parts(location.hash).find((part) => part.startsWith(key));
    return part ? decoded(part.slice(key.length)) : "";
  }

  /** Takes up what was changed in this browser before. */
  _restore() {
    const kept = this._keep.read();
    if (!kept || (kept.deck === this._briefing.deck() && kept.noted === this._briefing.noted())) return;
    try {
      this._take(kept.noted);
      this._briefing.setDeck(kept.deck);
      this._tell("restored");
      if (this._open) this._reopen();
      if (this._figures.size) this.show();
    } catch {
      // kept by another version: the file as it is
    }
  }

  /** Shows the dataset with these figures noted. @param {string} noted */
  _take(noted) {
    const dataset = withNoted(this._dataset, noted);
    if (dataset === undefined || dataset === this._dataset) return;
    const data = parseDataset(dataset, this._lang);
    this._briefing.take(data, this.options);
    this._data.free();
    this._data = data;
    this._dataset = dataset;
    const shown = this._briefing.view(this._briefing.at());
    for (const [id, figure] of this._figures) {
      if (id === shown) figure.data = dataset;
      else {
        // made anew when it is next shown
        figure.remove();
        this._figures.delete(id);
      }
    }
  }

  /** The same, and keeps them. @param {string} noted */
  record(noted) {
    this._take(noted);
    this._changed();
    this.show();
  }

  /** What stands round the steps, in the language and colours of now. */
  _dress() {
    document.documentElement.lang = this._lang;
    document.documentElement.classList.toggle("dark", this._isDark);
    document.title = this._briefing.title();
    this._briefing.take(this._data, this.options);
    this._briefing.bar(this._bar);
    this._warn();
    this._told.textContent = "";
    // made anew, in these words and colours, when it is next shown
    this._overview.hidden = true;
    for (const figure of this._figures.values()) {
      figure.lang = this._lang;
      figure.setAttribute("theme", this._isDark ? "dark" : "light");
    }
  }

  /** The step that the address names, by its view or its number. */
  _arrive() {
    const part = parts(location.hash).find((part) => part.startsWith("step="));
    if (!part) return;
    const name = decoded(part.slice(5));
    const place = this._briefing.place(name) ?? this._briefing.places()[Number(name) - 1];
    if (place !== undefined) this._briefing.go(place);
  }

  /** Shows what fills the screen now. */
  show() {
    const screen = this._briefing.screen();
    const isBlank = screen === "black" || screen === "white";
    this._blank.hidden = !isBlank;
    this._blank.className = `blank ${screen}`;
    if (isBlank) {
      this._blank.setAttribute("aria-label", this._briefing.called(screen));
      this._blank.focus();
    }
    const isOverview = screen === "overview";
    if (isOverview && this._overview.hidden) this._survey();
    this._overview.hidden = !isOverview;
    if (isOverview) this._mark();
    if (!isOverview) this._step();
    this._say(".position", this._briefing.typed() || this._briefing.position());
    this._say(".step-title", this._briefing.stepTitle(this._briefing.at()));
    for (const [name, is] of Object.entries({ overview: isOverview, dark: this._isDark, notes: !this._notes.hidden, clock: this._isRunning, [this._open]: true })) {
      this._bar.querySelector(`[data-do=${name || "none"}]`)?.setAttribute("aria-pressed", String(is));
    }
    if (!this._notes.hidden) this._briefing.notes(this._notes);
    this._speak();
  }

  /** @param {string} selector of the bar @param {string} text */
  _say(selector, text) {
    const element = this._bar.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }

  /** Puts the step's figure on the stage. */
  _step() {
    const id = this._briefing.view(this._briefing.at());
    if (!id) return this._tell("no-steps");
    let figure = this._figures.get(id);
    if (!figure) {
      figure = /** @type {Figure} */ (/** @type {unknown} */ (document.createElement("dui-biao")));
      figure.id = id;
      figure.lang = this._lang;
      for (const [name, value] of Object.entries({ view: id, loading: "eager", controls: "off", theme: this._isDark ? "dark" : "light" })) {
        figure.setAttribute(name, value);
      }
      const heard = (/** @type {Event} */ event) => this._chosen.set(id, /** @type {CustomEvent} */ (event).detail.choices);
      figure.addEventListener("duibiao:ready", heard);
      figure.addEventListener("duibiao:change", heard);
      figure.data = this._dataset;
      figure.hidden = true;
      this._figures.set(id, figure);
      this._main.append(figure);
    }
    const isOther = figure.hidden;
    for (const other of this._figures.values()) other.hidden = other !== figure;
    if (isOther) this._main.scrollTop = 0;
    figure.fit(this._main.clientWidth, this._main.clientHeight);
    const others = parts(location.hash).filter((part) => !part.startsWith("step="));
    const hash = `#${[`step=${encodeURIComponent(id)}`, ...others].join("&")}`;
    // a file's address takes no other path
    if (location.hash !== hash) history.replaceState(history.state, "", hash);
  }

  /** Which of the small ones is the step. */
  _mark() {
    this._overview.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const current = /** @type {HTMLElement | null} */ (this._overview.querySelector(`[data-go="${this._briefing.at()}"]`));
    current?.setAttribute("aria-current", "step");
    current?.focus();
  }

  /** All steps, small. */
  _survey() {
    this._briefing.overview(this._overview);
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (this._overview.querySelectorAll("[data-go]"));
    buttons.forEach((button, place) => {
      const canvas = /** @type {HTMLCanvasElement} */ (button.querySelector("canvas"));
      this._briefing.thumbnail(canvas, place, this.chosen(this._briefing.view(place)), 320, devicePixelRatio);
    });
  }

  /** @param {string} name of what is told */
  _tell(name) {
    this.say(this._briefing.called(name));
  }

  /** Tells for some seconds. @param {string} text */
  say(text) {
    this._told.textContent = text;
    clearTimeout(this._silence);
    this._silence = setTimeout(() => (this._told.textContent = ""), 5000);
  }

  /** Does what a key or a button asks for. @param {string} what */
  _act(what) {
    const briefing = this._briefing;
    switch (what) {
      case "previous":
      case "next":
        return this._press(what === "next" ? "PageDown" : "PageUp");
      case "down":
      case "up":
        return this._main.scrollBy(0, this._main.clientHeight * (what === "down" ? PAGE_OF_STEP : -PAGE_OF_STEP));
      case "overview":
        return this._press("o");
      case "full":
        return void this._fill();
      case "notes":
        this._notes.hidden = !this._notes.hidden;
        return this.show();
      case "speaker":
        return this._openWindow();
      case "choose":
        return this._figures.get(briefing.view(briefing.at()))?.choose();
      case "clock":
        this._counted = this._seconds;
        this._started = Date.now();
        this._isRunning = !this._isRunning;
        this._tick();
        return this.show();
      case "dark":
        this._isDark = !this._isDark;
        this._dress();
        return this.show();
      case "save":
        return this._save();
      case "forget":
        return this._forget();
      case "close":
        return this._close();
      case "show":
        return this.show();
      default:
        return this._toggle(what);
    }
  }

  /** What is open, anew. */
  _reopen() {
    const name = this._open;
    this._open = "";
    this._toggle(name);
  }

  /** Opens a panel, or closes it. @param {string} name */
  _toggle(name) {
    if (this._open === name) return this._close();
    const panels = { help: () => this._briefing.help(this._panel), edit: () => this._briefing.editor(this._panel), record: () => this._recorder.build(this._panel), report: () => this._report.build(this._panel) };
    const build = panels[/** @type {keyof typeof panels} */ (name)];
    if (!build) return;
    if (!this._open) this._opener = /** @type {HTMLElement | null} */ (document.activeElement);
    build();
    this._open = name;
    this._panel.hidden = false;
    this._panel.setAttribute("role", "dialog");
    this._panel.setAttribute("aria-label", this._briefing.called(name));
    /** @type {HTMLElement | null} */ (this._panel.querySelector("input,textarea,select,button"))?.focus();
    this.show();
  }

  _close() {
    if (!this._open) return;
    // what is being typed is taken
    if (this._panel.contains(document.activeElement)) /** @type {HTMLElement} */ (document.activeElement).blur();
    this._bar.querySelector(`[data-do=${this._open}]`)?.setAttribute("aria-pressed", "false");
    this._open = "";
    this._panel.hidden = true;
    this._panel.textContent = "";
    this._opener?.focus();
    this.show();
  }

  async _fill() {
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } catch {
      this._tell("no-full");
    }
  }

  get _seconds() {
    return this._counted + (this._isRunning ? Math.floor((Date.now() - this._started) / 1000) : 0);
  }

  _tick() {
    const seconds = this._seconds;
    const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const text = `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    this._say(".clock", text);
    const clock = this._window?.closed ? undefined : this._window?.document.querySelector(".clock");
    if (clock) clock.textContent = text;
  }

  /** The speaker's notes in a window of their own, where the browser allows one; else below the step. */
  _openWindow() {
    if (!this._window || this._window.closed) {
      this._window = window.open("", "", "width=960,height=640");
      if (!this._window) {
        this._tell("no-window");
        this._notes.hidden = false;
        return this.show();
      }
      const page = this._window.document;
      page.title = this._briefing.called("speaker");
      page.documentElement.lang = this._lang;
      const style = page.createElement("style");
      style.textContent = PAGE;
      page.head.append(style);
      page.body.className = "speaker";
      for (const name of ["clock", "words"]) {
        const part = page.createElement("div");
        part.className = name;
        page.body.append(part);
      }
      // keys go where the presenter looks
      page.addEventListener("keydown", (event) => this._onKey(event));
      addEventListener("pagehide", () => this._window?.close(), { once: true });
    }
    this._window.focus();
    this._tick();
    this._speak();
  }

  _speak() {
    const words = this._window?.closed ? undefined : this._window?.document.querySelector(".words");
    if (words) this._briefing.notes(words);
  }

  /** Keeps what has been changed, in this browser. */
  _changed() {
    this._isUnsaved = !this._keep.write({ deck: this._briefing.deck(), noted: this._briefing.noted() });
    this._tell(this._isUnsaved ? "not-kept" : "kept");
    this._warn();
  }

  /** Says as long as it is so that changes are lost with the page. */
  _warn() {
    const save = /** @type {HTMLElement} */ (this._bar.querySelector("[data-do=save]"));
    save.textContent = this._briefing.called(this._isUnsaved ? "unsaved" : "save");
    save.classList.toggle("warning", this._isUnsaved);
  }

  _forget() {
    this._keep.forget();
    this._briefing.setDeck(this._given.deck);
    this._take(this._given.noted);
    this._close();
    this.show();
  }

  /** The file again, with what has been changed in it. */
  _save() {
    const { edits } = this._given;
    // what has not been changed stays as it is written, so that the same is the same to the byte
    const now = (/** @type {"deck" | "noted"} */ name) => (this._briefing[name]() === this._given[name] ? edits[name] : this._briefing[name]());
    const title = this._lang === edits.lang ? edits.title : this._briefing.title();
    const changed = { title, lang: this._lang, deck: now("deck"), noted: now("noted") };
    this.download(new Blob([file(programOf(document), partOf(document, "dataset"), changed)], { type: "text/html" }), "html");
    this._isUnsaved = false;
    this._warn();
  }

  /** Hands a file to the browser, called after the dataset. @param {Blob} blob @param {string} ending */
  download(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${this._briefing.title()} ${now().slice(0, 10)}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @param {KeyboardEvent} event */
  _onKey(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = /** @type {Element | undefined} */ (event.composedPath()[0]);
    const isButton = target?.matches?.("button,summary,a,select");
    if (event.key !== "Escape" && (target?.matches?.("input,textarea,select") || (this._open && !this._panel.hidden))) return;
    // Enter after a step's number is about the step
    const isPressed = isButton && ((event.key === "Enter" && !this._briefing.typed()) || event.key === " ");
    if (isPressed && target !== this._blank) return;
    if (this._press(event.key)) event.preventDefault();
  }

  /**
   * Does what a key means.
   * @param {string} key
   * @param {boolean} [isSwiped] whether a finger asks, which moves what lies beyond the screen's edges by itself
   * @returns {boolean} whether it means something
   */
  _press(key, isSwiped = false) {
    const { scrollTop, clientHeight, scrollHeight } = this._main;
    const act = this._briefing.press(key, !isSwiped && scrollTop > 1, !isSwiped && scrollTop + clientHeight < scrollHeight - 1);
    if (act) this._act(act);
    return !!act;
  }

  _listen() {
    document.addEventListener("keydown", (event) => this._onKey(event));
    addEventListener("hashchange", () => {
      this._arrive();
      this.show();
    });
    addEventListener("resize", () => this.show());
    addEventListener("beforeunload", (event) => {
      if (this._isUnsaved) event.preventDefault();
    });
    // changed in another tab of the same file
    addEventListener("storage", () => this._restore());
    addEventListener("focus", () => this._restore());
    this._root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (!button) return;
      const { do: what, go, to, place } = button.dataset;
      if (this._open === "record" && this._recorder.act(button)) return;
      if (button === this._blank) {
        this._press("Escape");
      } else if (go) {
        this._briefing.go(Number(go));
        this.show();
      } else if (to) {
        this._briefing.shift(Number(place), Number(to));
        this._briefing.editor(this._panel);
        /** @type {HTMLElement | null} */ (this._panel.querySelector(`[data-edit=title][data-place="${to}"]`))?.focus();
        this._changed();
        this.show();
      } else if (what) this._act(what);
    });
    this._root.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return;
      const { do: what, edit, place } = target.dataset;
      if (what === "lang") {
        this._lang = target.value;
        this._dress();
        this.show();
      } else if (this._open === "record") this._recorder.changed(target);
      else if (edit) {
        this._briefing.edit(Number(place), edit, target.type === "checkbox" ? (/** @type {HTMLInputElement} */ (target).checked ? "1" : "") : target.value);
        this._changed();
        this.show();
      }
    });
    this._back.addEventListener("click", () => this._act("previous"));
    this._forward.addEventListener("click", () => this._act("next"));
    /** @type {Touch | undefined} */
    let began;
    this._main.addEventListener("touchstart", ({ touches }) => (began = touches.length === 1 ? touches[0] : undefined), { passive: true });
    this._main.addEventListener("touchend", ({ changedTouches: [ended] }) => {
      const across = began && ended ? ended.clientX - began.clientX : 0;
      const down = began && ended ? ended.clientY - began.clientY : 0;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) this._press(across < 0 ? "PageDown" : "PageUp", true);
    });
  }
}
