// @ts-check
/**
 * The one file of a briefing, written: by `cargo xtask briefing` and by the page that saves itself. The same parts give the same
 * bytes.
 */
import { written } from "./letters.js";

/**
 * What is done with a dataset.
 * @typedef {object} Edits
 * @property {string} title of the file
 * @property {string} lang of the words
 * @property {string} deck what has been edited of the steps, as the core writes it; empty where nothing has
 * @property {string} noted figures heard, as the JSON list of a dataset; empty where none are
 */

/**
 * What it is shown by: the same for all briefings.
 * @typedef {object} Program
 * @property {string} core program and wasm, packed, as characters
 * @property {string} boot the script that unpacks them
 * @property {string} style of the page before that
 * @property {string} apology what is read where scripts do not run
 */

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Of a page that is a briefing, to be written again. @param {Document} page @returns {Program} */
export function programOf(page) {
  const [core, boot, style, apology] = ["core", "boot", "style", "apology"].map((name) => partOf(page, name));
  return { core, boot, style, apology };
}

/** What stands in a part of such a page. @param {Document} page @param {string} name */
export const partOf = (page, name) => page.getElementById(`briefing-${name}`)?.textContent ?? "";

/** The same of a page's text. @param {string} text @param {string} name */
export const partIn = (text, name) => new RegExp(`<script id="briefing-${name}"[^>]*>([^<]*)<`).exec(text)?.[1] ?? "";

/** The text of the file. @param {Program} program @param {string} dataset packed, as characters @param {Edits} edits */
function page({ core, boot, style, apology }, dataset, edits) {
  return `<!doctype html>
<html lang="${escaped(edits.lang)}">
<head>
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escaped(edits.title)}</title>
<style id="briefing-style">${style}</style>
</head>
<body>
<noscript id="briefing-apology">${apology}</noscript>
<script id="briefing-core" type="text/plain">${core}</script>
<script id="briefing-dataset" type="text/plain">${dataset}</script>
<script id="briefing-edits" type="text/plain">${written(new TextEncoder().encode(JSON.stringify(edits)))}</script>
<script id="briefing-boot">${boot}</script>
</body>
</html>
`;
}

/** The file: UTF-16, with the mark that says so. @param {Program} program @param {string} dataset @param {Edits} edits @returns {Uint8Array<ArrayBuffer>} */
export function file(program, dataset, edits) {
  const text = `\ufeff${page(program, dataset, edits)}`;
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), true);
  return new Uint8Array(bytes.buffer);
}
