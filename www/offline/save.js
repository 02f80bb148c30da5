// @ts-check
/** The file of a briefing, from a page that shows a dataset. Fetched when it is first asked for, for it packs. */
import { Encoder } from "lzma1/encoder";
import { InputBuffer, OutputBuffer } from "lzma1/streams";
import { APOLOGY, STYLE } from "./apology.js";
import { written } from "./letters.js";
import { file } from "./page.js";
import { isTraditional } from "../text.js";

export { APOLOGY, STYLE };

/** LZMA for what a briefing is made of: a byte is foretold by four bits of the one before, and by no place it stands at. */
class Packer extends Encoder {
  /** @param {object} mode */
  configure(mode) {
    super.configure(mode);
    this._numLiteralContextBits = 4;
    this._posStateBits = this._posStateMask = 0;
  }
}

/** The most thorough. */
const MODE = { searchDepth: 25, filterStrength: 255, modeIndex: 1 };

/** Bytes packed, as characters. @param {Uint8Array} bytes */
export function packed(bytes) {
  const output = new OutputBuffer();
  new Packer().compress(new InputBuffer(bytes), output, MODE);
  return written(output.toArray());
}

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

/**
 * The same with the program of a package, and with traditional forms of the names, for whoever turns to that language later.
 * @param {string} base its folder @param {string} dataset @param {string} lang
 */
export async function saved(base, dataset, lang) {
  /** @type {[Response, typeof import("../hant.js")]} */
  const [response, { localised }] = await Promise.all([fetch(`${base}briefing.json`), import(`${base}hant.js${new URL(import.meta.url).search}`)]);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { bytes, title } = made(await response.json(), localised(dataset, isTraditional(lang)), lang);
  return { blob: new Blob([bytes], { type: "text/html" }), title };
}
