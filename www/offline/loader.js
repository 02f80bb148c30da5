// @ts-check
/** Stands in for ../loader.js in a briefing: its core is in the file, and does what all the others do. */
import * as glue from "../core/briefing_bg.js";

/** @typedef {typeof import("../core/duibiao.js")} Core */

/**
 * As WebAssembly, or where that is switched off, translated here.
 * @param {Uint8Array<ArrayBuffer>} wasm
 * @param {string} translator the script of translate.js, which not every browser that has WebAssembly could read
 */
export async function begin(wasm, translator) {
  const imports = { "./briefing_bg.js": /** @type {any} */ (glue) };
  /** @type {any} */
  let exports;
  try {
    ({ exports } = (await WebAssembly.instantiate(wasm, imports)).instance);
  } catch {
    const { instantiate } = /** @type {typeof import("./translate.js")} */ (new Function(`${translator};return briefing`)());
    exports = instantiate(wasm, imports);
  }
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
}

/** What opens under a widget's buttons. @type {Record<string, () => Promise<any>>} */
const PARTS = {
  choose: () => import("../choose.js"),
  share: () => import("../share.js"),
};

/** @param {string} base @param {string} kind @param {string} name @returns {Promise<any>} */
export async function load(base, kind, name) {
  void base;
  void kind;
  return PARTS[name]?.() ?? glue;
}

export const coreOf = () => "briefing";
export const wasmOf = () => "";
export const script = () => Promise.reject(new Error("no script"));
