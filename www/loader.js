// @ts-check
/**
 * Loads the core once a page: WebAssembly where it runs, else the same core translated to JavaScript,
 * fetched only then.
 */
import { glue as newGlue } from "./core/glue.js";
import { VERSION } from "./core/version.js";

/** @typedef {typeof import("./core/duibiao.js")} Core */

/** Why the core did not load. */
export class LoadError extends Error {
  /** @param {"core" | "network"} code @param {unknown} cause */
  constructor(code, cause) {
    super(String(cause));
    this.name = "LoadError";
    this.code = code;
  }
}

/** The core of a ranking. */
const FIRST = "duibiao";
/** Views that have a core of their own, named after them (as xtask/src/core.rs builds them). */
const ALONE = ["trajectory", "profile", "progress", "milestones", "history", "quadrant", "ladder", "composite", "crosscheck"];
/** Cores that come with a script, for they do something else than draw. */
const SCRIPTED = ["choose", "share"];

/** Which core draws a kind of view. @param {string} view */
export const coreOf = (view) => (ALONE.includes(view) ? view : view === "scorecard" || view === "gap" ? "matrix" : FIRST);

/** Cores that are there, by name. @type {Map<string, Core>} */
const loaded = new Map();
/** Attempts under way or done, by folder and name. @type {Map<string, Promise<Core>>} */
const attempts = new Map();
/** The end of the last attempt: a page has each core once, so they go one after another. @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * A core: each once a page. Who comes while another loads waits for it, and tries its own folder only if that failed.
 * @param {string} base folder of the built files, with a slash at its end
 * @param {"auto" | "js"} kind `js` leaves WebAssembly alone, for pages whose policy forbids and reports it
 * @param {string} name which core
 * @returns {Promise<Core>}
 */
export function load(base, kind, name = FIRST) {
  const key = `${base} ${name}`;
  let attempt = attempts.get(key);
  if (!attempt) {
    attempt = queue.then(async () => loaded.get(name) ?? (await instantiate(base, kind, name)));
    attempts.set(key, attempt);
    // a failure is not kept: who asks later tries again
    queue = attempt.catch(() => attempts.delete(key));
  }
  return attempt;
}

/** What a browser keeps of another version would not fit. @param {string} address */
const versioned = (address) => `${address}?${VERSION}`;

/** The address of a core as WebAssembly. @param {string} base @param {string} name */
export const wasmOf = (base, name) => versioned(`${base}${name}_bg.wasm`);

/** @param {string} base @param {"auto" | "js"} kind @param {string} name @returns {Promise<Core>} */
async function instantiate(base, kind, name) {
  const glue = SCRIPTED.includes(name) ? await script(`${base}${name}.js`) : newGlue();
  const imports = { [`./${name}_bg.js`]: glue };
  const exports = (kind === "js" ? undefined : await wasm(wasmOf(base, name), imports)) ?? (await script(`${base}${name}.core.js`)).instantiate(imports);
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  loaded.set(name, glue);
  return glue;
}

/**
 * The exports of a WebAssembly core, or nothing where it cannot run here.
 * @param {string} address @param {WebAssembly.Imports} imports
 */
async function wasm(address, imports) {
  if (typeof WebAssembly !== "object") return undefined;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new LoadError("network", `${response.status} ${response.url}`);
    // by bytes, not by stream: a server that does not know the type of .wasm is as good as any
    const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    return /** @type {any} */ (instance.exports);
  } catch {
    return undefined;
  }
}

/** How often a module did not come, by address. @type {Map<string, number>} */
const misses = new Map();

/** A module of the package. @param {string} address @returns {Promise<any>} */
export async function script(address) {
  const missed = misses.get(address) ?? 0;
  try {
    // Firefox keeps that an address failed: what is tried again is called otherwise, and asked for as before
    return await import(versioned(address) + (missed ? `#${missed}` : ""));
  } catch (cause) {
    misses.set(address, missed + 1);
    throw new LoadError("core", cause);
  }
}
