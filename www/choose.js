// @ts-check
/** What a reader can choose of a widget. Loaded with its core, which makes the controls, when it is first asked for. */
import { Aside } from "./aside.js";
import { Form, parseDataset } from "./core/choose_bg.js";
import { Look } from "./look.js";
import { CHOICES } from "./style.js";

export * from "./core/choose_bg.js";

/** @typedef {import("./aside.js").State} State */
/** @typedef {import("./core/choose.js").Data} Data */

const look = new Look(CHOICES);

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
  _form = new Form(this.root);

  /** @param {HTMLElement} inside @param {() => State} state */
  constructor(inside, state) {
    super(inside, state, "choose", "choices", look, parseDataset);
    /** @param {string | undefined} key @param {string} value @param {boolean} on */
    const choose = (key, value, on) => {
      // also where nothing changed: the control must go back
      if (key) this.state().take(this._form.choose(key, value, on));
    };
    this.root.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button) choose(button.dataset.key, button.value, true);
    });
    this.root.addEventListener("change", ({ target }) => {
      const { localName, dataset, value, checked } = /** @type {HTMLInputElement} */ (target);
      const { key, item } = dataset;
      choose(key, item === undefined ? value : `${item}=${value}`, localName === "select" || checked);
    });
    this.root.addEventListener("input", ({ target }) => {
      const { dataset, parentElement, value } = /** @type {HTMLInputElement} */ (target);
      const list = dataset.do === "search" ? /** @type {HTMLElement | null | undefined} */ (parentElement?.querySelector(".list")) : null;
      if (list) search(list, value);
    });
    this.part(".toolbar").after(this.root);
  }

  /** Gives back what it holds. */
  close() {
    super.close();
    this._form.free();
  }

  /** @param {State} state */
  refresh(state) {
    this._form.show(this.data(state), state.options, state.chosen);
  }
}
