// @ts-check
/** The file of a briefing, from a page that shows a dataset. Fetched when it is first asked for, for it packs. */
import { compress } from "lzma1";
import { APOLOGY, STYLE } from "./apology.js";
import { written } from "./letters.js";
import { file } from "./page.js";

export { APOLOGY, STYLE };

/** Bytes packed, as characters. @param {Uint8Array} bytes */
export const packed = (bytes) => written(Uint8Array.from(compress(bytes, 9)));

/** What a dataset is called, in the words' language where it says so. @param {string} dataset @param {string} lang @returns {string} */
function titleOf(dataset, lang) {
  const { title } = JSON.parse(dataset.replace(/^\ufeff/, ""));
  return typeof title === "string" ? title : (title[lang] ?? title["zh-Hans"]);
}

/**
 * The bytes of the file, and what it is called.
 * @param {import("./page.js").Program} program @param {string} dataset @param {string} lang
 */
export function made(program, dataset, lang) {
  const title = titleOf(dataset, lang);
  return { bytes: file(program, packed(new TextEncoder().encode(dataset)), { title, lang, deck: "", noted: "" }), title };
}

/** The same with the program of a package. @param {string} base its folder @param {string} dataset @param {string} lang */
export async function saved(base, dataset, lang) {
  const response = await fetch(`${base}briefing.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { bytes, title } = made(await response.json(), dataset, lang);
  return { blob: new Blob([bytes], { type: "text/html" }), title };
}
