/** `<dui-biao>`: what importing `duibiao` defines, and how scripts use it. */

import type { Issue, Page, Selected } from "./core.js";

export type { Data, Failure, Issue, Options, Page, Selected, Widget } from "./core.js";

/** What `duibiao:ready` and `duibiao:change` tell. */
export interface Shown {
  title: string;
  reading: string;
  /** What the reader has chosen, as the address of the page holds it; empty where nothing is. */
  choices: string;
}

/** What `duibiao:error` tells. */
export interface Failed {
  /** One of the codes in the guide: `missing`, `cors`, `data` … */
  code: string;
  /** In the widget's language. */
  message: string;
  /** Of a dataset that was refused: every problem with its place. */
  issues: Issue[];
}

/** Events of a widget. All of them bubble, out of shadow roots too. */
export interface DuiBiaoEventMap {
  /** A dataset is shown for the first time. */
  "duibiao:ready": CustomEvent<Shown>;
  /** It is shown otherwise: by an attribute, by the reader, or with other data. */
  "duibiao:change": CustomEvent<Shown>;
  /** A reader has clicked on something of the drawing, or pressed Enter on it. */
  "duibiao:select": CustomEvent<Selected>;
  /** Something is wrong; what was shown last stays. */
  "duibiao:error": CustomEvent<Failed>;
}

/** What an attribute takes by script: nothing removes it, a list is joined by commas. */
export type Given = string | number | readonly (string | number)[] | null | undefined;

/** The element. Each attribute but `lang`, which every element has, is also a property of that name; one that is not there reads as "". */
export declare class DuiBiao extends HTMLElement {
  /** Of the package. */
  static readonly version: string;

  /** The address of a dataset. */
  get src(): string;
  set src(value: Given);
  /** A view of the dataset by id, or the name of a drawing, such as `ranking`. */
  get view(): string;
  set view(value: Given);
  /** The kind of that view, such as `trajectory`: its program is then fetched beside the data, and not after it. */
  get kind(): string;
  set kind(value: Given);
  get indicator(): string;
  set indicator(value: Given);
  get period(): string;
  set period(value: Given);
  get places(): string;
  set places(value: Given);
  get home(): string;
  set home(value: Given);
  get benchmark(): string;
  set benchmark(value: Given);
  get target(): string;
  set target(value: Given);
  get shape(): string;
  set shape(value: Given);
  get weights(): string;
  set weights(value: Given);
  get weighting(): string;
  set weighting(value: Given);
  get normalisation(): string;
  set normalisation(value: Given);
  get aggregation(): string;
  set aggregation(value: Given);
  get start(): string;
  set start(value: Given);
  get factor(): string;
  set factor(value: Given);
  get years(): string;
  set years(value: Given);
  get plan(): string;
  set plan(value: Given);
  get growth(): string;
  set growth(value: Given);
  get since(): string;
  set since(value: Given);
  get relax(): string;
  set relax(value: Given);
  get sort(): string;
  set sort(value: Given);
  /** `light`, `dark`, `contrast`, `contrast-dark` or `print`; else as the visitor's system. */
  get theme(): string;
  set theme(value: Given);
  /** `normal`, `large` or `senior`. */
  get size(): string;
  set size(value: Given);
  /** `eager` loads at once, wherever the element is. */
  get loading(): string;
  set loading(value: Given);
  /** `off` shows no buttons above the drawing. */
  get controls(): string;
  set controls(value: Given);
  /** `off` leaves the page's address alone. */
  get address(): string;
  set address(value: Given);
  /** The folder of the package's files, where it is not that of the script. */
  get base(): string;
  set base(value: Given);
  /** `js` leaves WebAssembly alone. */
  get core(): string;
  set core(value: Given);

  /** A dataset as object or JSON text, which takes the place of `src`; nothing gives `src` its place again. Reads as text. */
  get data(): string | undefined;
  set data(value: string | object | null | undefined);

  /** What is shown, in words and as a table; undefined before `duibiao:ready`. */
  readonly figure: Page | undefined;

  /**
   * What is shown, as a file: the picture with title, reading, notes and sources, or the table. Loads first, where need be.
   * Rejects with what `duibiao:error` tells, and where the browser makes no picture of that size.
   * @param options `scale` of a PNG: 1 to 3 device pixels a CSS pixel, 2 unless told
   */
  export(format: "png" | "svg" | "csv", options?: { scale?: number }): Promise<Blob>;
}

/** What a template may write on the element, beside what every element takes. */
export type DuiBiaoAttributes = { [Name in Exclude<keyof DuiBiao, keyof HTMLElement | "data" | "figure" | "export">]?: Given } & {
  data?: string | object | null;
};

/** The core of a ranking, loaded once a page, to parse datasets and to make the inside of a widget by hand. */
export declare function core(): Promise<typeof import("./core.js")>;

declare global {
  interface HTMLElementTagNameMap {
    "dui-biao": DuiBiao;
  }
  /** Of elements, document and window. */
  interface GlobalEventHandlersEventMap extends DuiBiaoEventMap {}
}
