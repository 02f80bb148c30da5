// @ts-check
/**
 * Loads the core once a page: WebAssembly where it runs, else the same core translated to JavaScript,
 * fetched only then.
 */
import * as glue from "./core/duibiao_bg.js";

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

/** The core, once it is there. @type {Core | undefined} */
let loaded;
/** Attempts under way or done, by folder. @type {Map<string, Promise<Core>>} */
const attempts = new Map();
/** The end of the last attempt: there is one core a page, so they go one after another. @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * The core: one a page. Who comes while another loads waits for it, and tries its own folder only if that failed.
 * @param {string} base folder of the built files, with a slash at its end
 * @param {"auto" | "js"} kind `js` leaves WebAssembly alone, for pages whose policy forbids and reports it
 * @returns {Promise<Core>}
 */
export function load(base, kind) {
  let attempt = attempts.get(base);
  if (!attempt) {
    attempt = queue.then(async () => (loaded ??= await instantiate(base, kind)));
    attempts.set(base, attempt);
    // a failure is not kept: who asks later tries again
    queue = attempt.catch(() => attempts.delete(base));
  }
  return attempt;
}

/** @param {string} base @param {"auto" | "js"} kind @returns {Promise<Core>} */
async function instantiate(base, kind) {
  const imports = { "./duibiao_bg.js": glue };
  const exports = (kind === "js" ? undefined : await wasm(base, imports)) ?? (await translated(base, imports));
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  return /** @type {Core} */ (/** @type {unknown} */ (glue));
}

/**
 * The exports of the WebAssembly core, or nothing where it cannot run here.
 * @param {string} base @param {WebAssembly.Imports} imports
 */
async function wasm(base, imports) {
  if (typeof WebAssembly !== "object") return undefined;
  try {
    const response = await fetch(base + "duibiao_bg.wasm");
    if (!response.ok) throw new LoadError("network", `${response.status} ${response.url}`);
    // by bytes, not by stream: a server that does not know the type of .wasm is as good as any
    const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    return /** @type {any} */ (instance.exports);
  } catch {
    return undefined;
  }
}

/** @param {string} base @param {WebAssembly.Imports} imports */
async function translated(base, imports) {
  try {
    const module = await import(base + "duibiao.core.js");
    return module.instantiate(imports);
  } catch (cause) {
    throw new LoadError("core", cause);
  }
}
