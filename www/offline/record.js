// @ts-check
/** Figures heard at a meeting, typed or pasted beside the published ones. */
import { partIn } from "./page.js";
import { readText } from "./letters.js";

/** Now where the presenter is, as 2026-11-28T10:32. */
export function now() {
  const time = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

export class Recorder {
  _indicator = "";
  _period = "";
  _by = "";
  /** The view of the step for which it was opened. */
  _step = "";
  /** What was noted before the last removal. */
  _before = "";

  /** @param {import("./present.js").Presenter} presenter */
  constructor(presenter) {
    this._presenter = presenter;
  }

  get _briefing() {
    return this._presenter.briefing;
  }

  /** @param {HTMLElement} panel */
  build(panel) {
    this._panel = panel;
    const step = this._briefing.view(this._briefing.at());
    // another step is about something else
    if (step !== this._step) this._indicator = this._period = "";
    this._step = step;
    this._briefing.record(panel, this._presenter.chosen(step), this._indicator, this._period, this._by);
    this._indicator = this._field("indicator").value;
    this._period = this._field("period").value;
    panel.onpaste = (event) => this._paste(event);
  }

  /** @param {string} name */
  _field(name) {
    return /** @type {HTMLInputElement} */ (this._panel?.querySelector(`[data-record=${name}]`));
  }

  /** Anew, with the focus where it is. */
  _again() {
    const key = (/** @type {Element | null} */ element) => element instanceof HTMLElement && ["heard", "record"].map((name) => element.dataset[name] && `[data-${name}="${CSS.escape(element.dataset[name] ?? "")}"]`).find(Boolean);
    const focused = key(document.activeElement);
    if (!this._panel || this._panel.hidden) return;
    const { scrollTop } = this._panel;
    this.build(this._panel);
    this._panel.scrollTop = scrollTop;
    if (focused) /** @type {HTMLElement | null} */ (this._panel.querySelector(focused))?.focus();
  }

  /** A field has another value. @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field */
  changed({ dataset: { record, heard }, value }) {
    if (record === "indicator") [this._indicator, this._period] = [value, ""];
    else if (record === "period") this._period = value;
    else if (record === "by") this._by = value.trim();
    else if (heard !== undefined && !this._note(heard, value)) return;
    // when the focus has gone where it goes
    setTimeout(() => {
      this._again();
      if (this._field("period").getAttribute("aria-invalid")) this._presenter.say(this._briefing.heard("no-period"));
    });
  }

  /** Whether a figure could be noted; else the row says why. @param {string} place @param {string} value */
  _note(place, value) {
    const input = this._panel?.querySelector(`[data-heard="${CSS.escape(place)}"]`);
    const state = input?.closest("tr")?.querySelector(".state");
    try {
      this._presenter.record(this._briefing.note(place, this._indicator, this._period, value, this._by, now()));
      return true;
    } catch (failure) {
      input?.setAttribute("aria-invalid", "true");
      const message = String(/** @type {any} */ (failure).message ?? "");
      if (state) state.textContent = message;
      this._presenter.say(message);
      return false;
    }
  }

  /** Cells from a spreadsheet: a column goes down from where it is pasted, of two columns the first names the places. @param {ClipboardEvent} event */
  _paste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const rows = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t").map((cell) => cell.trim()));
    const target = event.target instanceof HTMLElement ? event.target.dataset.heard : undefined;
    if (target === undefined || (rows.length < 2 && rows[0].length < 2)) return;
    event.preventDefault();
    const fields = /** @type {HTMLElement[]} */ ([...(this._panel?.querySelectorAll("[data-heard]") ?? [])]);
    const first = fields.findIndex((field) => field.dataset.heard === target);
    const wrong = [];
    for (const [index, cells] of rows.entries()) {
      const value = cells[cells.length - 1];
      const named = cells.length > 1 ? this._briefing.placeNamed(cells[0]) : fields[first + index]?.dataset.heard;
      if (!value) continue;
      if (named === undefined || !this._note(named, value)) wrong.push(cells.join(" "));
    }
    this._again();
    if (wrong.length) this._presenter.say(`${this._briefing.heard("not-read")} ${wrong.join(" | ")}`);
  }

  /** Whether a button is of this panel, and done. @param {HTMLElement} button */
  act(button) {
    const { do: what, remove } = button.dataset;
    if (remove !== undefined) {
      this._before = this._briefing.noted();
      this._presenter.record(this._briefing.unnote(Number(remove)));
      this._again();
      this._focus(Number(remove));
      // until the panel is made anew
      const first = /** @type {HTMLElement} */ (this._panel?.querySelector("[data-do=csv]"));
      const restore = /** @type {HTMLElement} */ (first.cloneNode());
      restore.dataset.do = "restore";
      restore.textContent = this._briefing.heard("restore");
      first.before(restore);
    } else if (what === "restore") {
      this._presenter.record(this._before);
      this._again();
      this._focus(0);
    } else if (what === "csv") this._presenter.download(new Blob([this._briefing.notedCsv()], { type: "text/csv;charset=utf-8" }), "csv");
    else if (what === "json") this._presenter.download(new Blob([this._presenter.dataset], { type: "application/json" }), "json");
    else if (what === "import") this._choose();
    else return false;
    return true;
  }

  /** On the button that removes a figure, or the last one, or the first of the others. @param {number} place */
  _focus(place) {
    const left = /** @type {NodeListOf<HTMLElement>} */ (this._panel?.querySelectorAll("[data-remove]"));
    (left[Math.min(place, left.length - 1)] ?? this._panel?.querySelector("[data-do=csv]"))?.focus();
  }

  _choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,.html";
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      if (file) this._import(new Uint8Array(await file.arrayBuffer()));
    });
    input.click();
  }

  /** Takes up what a dataset or a briefing's file has noted. @param {Uint8Array} bytes */
  _import(bytes) {
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    const text = new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(bytes);
    let other = text;
    try {
      if (isWide) other = `{"noted":${JSON.parse(readText(partIn(text, "edits"))).noted || "[]"}}`;
    } catch {
      // no briefing
    }
    const merged = this._briefing.merged(this._presenter.dataset, other);
    if (merged === undefined) return this._presenter.say(this._briefing.heard("no-notes"));
    this._presenter.record(merged);
    this._again();
  }
}
