// @ts-check
/** The analysis without drawing: the same core, built without canvas and document, for browsers and Node.js. */
import * as glue from "./core/analysis_bg.js";
import { unpacked } from "./packed.js";

/** @typedef {import("./analysis.d.ts").Analysis} Analysis */

/** What is thrown where an input cannot be used. */
export class AnalysisError extends Error {
  /** @param {{ code: "data" | "request" | "input", message: string, issues: import("./analysis.d.ts").Issue[] }} failure */
  constructor({ code, message, issues }) {
    super([message, ...issues.map(({ place, message }) => `  ${place}: ${message}`)].join("\n"));
    this.name = "AnalysisError";
    this.code = code;
    this.issues = issues;
  }
}

const OF_VALUES = ["rank", "composite", "peers", "status", "project", "whatIf", "split", "timeDistance", "catchUp"];
const OF_DATASETS = ["compare", "rankAll", "compositeOf", "peersOf", "crossCheck", "trajectory", "assess", "figure", "renderSvg"];

/** @type {Promise<Analysis> | undefined} */
let loaded;

/**
 * The functions, once the wasm beside this file is there.
 * @type {typeof import("./analysis.d.ts").load}
 */
export function load(wasm = new URL("analysis_bg.wasm", import.meta.url)) {
  loaded ??= instantiate(wasm);
  // a failure is not kept: who asks later tries again
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** @param {BufferSource | URL | string} wasm @returns {Promise<Analysis>} */
async function instantiate(wasm) {
  const bytes = wasm instanceof URL || typeof wasm === "string" ? await read(new URL(wasm, import.meta.url)) : wasm;
  const { instance } = await WebAssembly.instantiate(bytes, { "./analysis_bg.js": /** @type {any} */ (glue) });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start?.();
  const functions = /** @type {any} */ (glue);
  /** @param {string} name */
  const answering = (name) => {
    /** @param {unknown[]} input */
    const answer = (...input) => unpacked(...functions[name](...input));
    return [name, telling(answer)];
  };
  const answers = Object.fromEntries([...OF_VALUES, ...OF_DATASETS].map(answering));
  /** @param {unknown} given @param {unknown} [lang] */
  const parseDataset = (given, lang) => glue.parseDataset(asText(given), typeof lang === "string" ? lang : undefined);
  return { parseDataset: telling(parseDataset), ...answers };
}

/** A dataset as text, as which scripts without types hand in the bytes of a file or what was read of one. @param {unknown} given */
function asText(given) {
  if (typeof given === "string") return given;
  return given instanceof Uint8Array ? new TextDecoder().decode(given) : (JSON.stringify(given) ?? "");
}

/** @param {URL} url @returns {Promise<BufferSource>} */
async function read(url) {
  if (url.protocol !== "file:" || typeof process === "undefined") {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response.arrayBuffer();
  }
  const { readFile } = await import("node:fs/promises");
  return readFile(url);
}

/** The same function, throwing an error with a stack. @param {Function} call @returns {any} */
function telling(call) {
  /** @param {unknown[]} input */
  return (...input) => {
    try {
      return call(...input);
    } catch (failure) {
      throw /** @type {any} */ (failure)?.issues ? new AnalysisError(/** @type {any} */ (failure)) : failure;
    }
  };
}
