// @ts-check
/** What a reader can choose of a widget. Loaded with its core, which makes the controls, when it is first asked for. */
import { Aside } from "./aside.js";
import { Form, parseDataset } from "./core/choose_bg.js";

export * from "./core/choose_bg.js";

/** @typedef {import("./aside.js").State} State */
/** @typedef {import("./core/choose.js").Data} Data */

const STYLE = `
:host([controls=off]) .choices,.choices[hidden],.item[hidden]{display:none}
.select,.search,input.number{box-sizing:border-box;min-height:32px;padding:3px 12px;border:1px solid var(--axis);border-radius:4px;background:var(--paper);
  color:inherit;font:inherit;font-size:calc(14px*var(--scale));line-height:1.5}
.choices{display:flex;flex-wrap:wrap;gap:12px 20px;margin:0 0 16px;padding:14px 0;border-top:1px solid var(--grid);border-bottom:1px solid var(--grid)}
.field{display:flex;flex-direction:column;gap:4px;min-width:0;max-width:100%;margin:0;padding:0;border:0;font-size:calc(14px*var(--scale))}
.select{max-width:min(22em,100%);padding-right:4px}
.places{flex-basis:100%;display:block}
input.number{width:9em;text-align:left}
.search{width:min(22em,100%);margin:0 8px 6px 0}
.places>.button{margin:0 8px 6px 0}
.list{display:flex;flex-wrap:wrap;gap:2px 16px;max-height:12em;overflow-y:auto;padding:3px}
.item{display:flex;gap:6px;align-items:center;min-height:26px;line-height:1.4}
.slider{display:flex;flex-direction:column;width:min(14em,100%);min-height:44px;line-height:1.4}
.slider input{width:100%;margin:4px 0;accent-color:var(--accent)}
.slider input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.item input{width:calc(15px*var(--scale));height:calc(15px*var(--scale));margin:0;accent-color:var(--accent)}
.select:focus-visible,.search:focus-visible,input.number:focus-visible,.item input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.senior .select,.senior .search,.senior input.number,.senior .item{min-height:44px}
@media print{.choices{display:none}}
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** Where each letter begins among characters in order of their pinyin. */
const FIRST = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";

/** The initials of a name's pinyin: 淮北 gives hb. @param {string} name */
function initials(name) {
  const { compare } = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
  let letters = "";
  for (const one of name) {
    if (!/[\u3400-\u9fff]/.test(one)) continue;
    let at = 0;
    while (at + 1 < LETTERS.length && compare(FIRST[at + 1], one) <= 0) at++;
    letters += LETTERS[at];
  }
  return letters;
}

/** Leaves those items of a list that are meant: by name, pinyin initials or code. @param {HTMLElement} list @param {string} asked */
function search(list, asked) {
  const text = asked.trim().toLowerCase();
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".item"))) {
    const name = (item.textContent ?? "").toLowerCase();
    const code = item.dataset.code ?? "";
    item.hidden = Boolean(text) && !name.includes(text) && !code.startsWith(text) && !initials(name).startsWith(text);
  }
}

/** The panel of one widget. @extends {Aside<Data>} */
export class Panel extends Aside {
  #form = new Form(this.root);

  /** @param {HTMLElement} inside @param {() => State} state */
  constructor(inside, state) {
    super(inside, state, "choices", sheet, parseDataset);
    /** @param {string | undefined} key @param {string} value @param {boolean} on */
    const choose = (key, value, on) => {
      // also where nothing changed: the control must go back
      if (key) this.state().take(this.#form.choose(key, value, on) ?? "");
    };
    this.root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button) choose(button.dataset.key, button.value, true);
    });
    this.root.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) choose(target.dataset.key, target.value, true);
      else if (target instanceof HTMLInputElement) {
        const { key, item } = target.dataset;
        choose(key, item === undefined ? target.value : `${item}=${target.value}`, target.checked);
      }
    });
    this.root.addEventListener("input", ({ target }) => {
      const list = target instanceof HTMLInputElement && target.dataset.do === "search" && target.parentElement?.querySelector(".list");
      if (list instanceof HTMLElement) search(list, /** @type {HTMLInputElement} */ (target).value);
    });
    this.part(".toolbar").after(this.root);
  }

  /** Gives back what it holds. */
  close() {
    super.close();
    this.#form.free();
  }

  /** @param {State} state */
  refresh(state) {
    this.#form.show(this.data(state), state.options, state.chosen);
  }
}
