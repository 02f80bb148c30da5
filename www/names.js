// @ts-check
/** A dataset with the names that a language needs: for traditional Chinese, with those it gives in simplified only. */
import { script } from "./loader.js";
import { isTraditional } from "./text.js";

/** The table, once a page. @type {Promise<typeof import("./hant.js")> | undefined} */
let table;
/** Datasets with their names, by what holds the text. @type {WeakMap<{ text: string }, Promise<string>>} */
const named = new WeakMap();

/**
 * The text of a dataset for a language. Where the table cannot be had the names stay simplified, which is no failure:
 * who asks later tries again.
 * @param {{ text: string }} body @param {string} lang @param {string} base folder of the built files
 * @returns {Promise<string>}
 */
export async function textFor(body, lang, base) {
  if (!isTraditional(lang)) return body.text;
  let text = named.get(body);
  if (!text) {
    table ??= script(`${base}hant.js`);
    text = table.then(({ localised }) => localised(body.text));
    named.set(body, text);
  }
  try {
    return await text;
  } catch {
    table = undefined;
    named.delete(body);
    return body.text;
  }
}
