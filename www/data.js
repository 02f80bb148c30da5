// @ts-check
/** Datasets as they come: fetched once a page, parsed once a core; and why one does not come. */
import { text } from "./text.js";

/** @typedef {import("./core/duibiao.js").Data} Data */

/** A failure with a stable code for `duibiao:error` and a message in the page's language. */
export class Failure extends Error {
  /** @param {string} code @param {string} message @param {{code: string, place: string, message: string}[]} [issues] */
  constructor(code, message, issues = []) {
    super(message);
    this.code = code;
    this.issues = issues;
  }
}

/** A failure by its cause; where nothing can be fetched at all, that is the cause. @param {import("./text.js").Key} key @param {string} lang */
export function because(key, lang) {
  const cause = key !== "core" && key !== "network" ? key : location.protocol === "file:" ? "file" : navigator.onLine === false ? "offline" : key;
  return new Failure(cause, text(lang, cause));
}

/** The views of a dataset's text: where they stand at its end, as they mostly do, no more than that is read. @param {string} text */
function viewsIn(text) {
  for (const part of [`{${text.slice(text.lastIndexOf('"views"'))}`, text]) {
    try {
      const { views } = JSON.parse(part);
      if (Array.isArray(views)) return /** @type {{ id?: unknown, kind?: unknown }[]} */ (views);
    } catch {
      // not the end of an object; of the whole, the core says what is wrong
    }
  }
  return [];
}

/** Datasets by address: one fetch a page. @type {Map<string, Promise<Body>>} */
const datasets = new Map();

/** A dataset as text, its views looked up and, for each core and language of messages, parsed once. */
export class Body {
  /** @type {Map<string, Data>} */
  _parsed = new Map();
  /** @type {{ id?: unknown, kind?: unknown }[] | undefined} */
  _views;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** The kind of a view by its id, of the first where none is named; else the name itself. @param {string | null} view */
  kindOf(view) {
    const views = (this._views ??= viewsIn(this.text));
    const found = view ? views.find((one) => one?.id === view) : views[0];
    return String(found?.kind ?? view);
  }

  /**
   * @param {import("./loader.js").Core} core @param {string} name of the core @param {string} lang
   * @param {string} written the text with the names for the language @returns {Data}
   */
  parsed(core, name, lang, written) {
    const key = `${name} ${lang} ${written === this.text}`;
    try {
      const data = this._parsed.get(key) ?? parse(core, lang, written, this.text);
      this._parsed.set(key, data);
      return data;
    } catch (error) {
      // what cannot be read is not kept: the next try asks the server again
      for (const [address, body] of datasets) body.then((kept) => kept === this && datasets.delete(address), () => 0);
      throw error;
    }
  }
}

/**
 * A dataset from its text with the names for a language; what is wrong is told of the text as it was given.
 * @param {import("./loader.js").Core} core @param {string} lang @param {string} written @param {string} given
 */
export function parse(core, lang, written, given) {
  if (written === given) return core.parseDataset(given, lang);
  try {
    return core.parseDataset(written, lang);
  } catch {
    return core.parseDataset(given, lang);
  }
}

/** A dataset by address, fetched once a page. @param {string} src @param {string} lang @returns {Promise<Body>} */
export function fetched(src, lang) {
  const key = new URL(src, document.baseURI).href;
  let promise = datasets.get(key);
  if (!promise) {
    promise = download(src, lang).then((body) => new Body(body));
    datasets.set(key, promise);
    // a failure is not kept: the next widget, or the next try, asks again
    promise.catch(() => datasets.delete(key));
  }
  return promise;
}

/** @param {string} src @param {string} lang @returns {Promise<string>} */
async function download(src, lang) {
  /** @type {Response | undefined} */
  let response;
  let body;
  try {
    response = await fetch(src);
    body = await response.text();
  } catch {
    // an answer that began and did not end was cut off
    throw because(response ? "cut" : await unanswered(src), lang);
  }
  if (response.ok) {
    if (body.includes("\ufffd")) throw because("encoding", lang);
    if (/^\s*</.test(body)) throw because("html", lang);
    // a first line with separators that opens no object
    if (/^[^{[\n]*[,;\t]/.test(body)) throw because("table", lang);
    return body;
  }
  const { status } = response;
  throw because(status === 404 || status === 410 ? "missing" : status === 401 || status === 403 ? "denied" : "server", lang);
}

/** Why an address gave no answer: another site's may have answered, but not for this page. @param {string} src @returns {Promise<import("./text.js").Key>} */
async function unanswered(src) {
  const { origin, protocol } = new URL(src, document.baseURI);
  if (origin === location.origin || !/^http/.test(protocol)) return "network";
  try {
    await fetch(src, { mode: "no-cors", credentials: "omit" });
    return "cors";
  } catch {
    return "network";
  }
}
