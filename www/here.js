// @ts-check
/** The folder this script came from: a classic script knows it while it runs, a module always. */

/** What a page loads, as a classic script or as a module. */
const NAMES = /\/duibiao(\.module)?\.js([?#]|$)/;

function address() {
  // on a server there is no page
  if (typeof document === "undefined") return import.meta.url;
  const running = document.currentScript;
  if (running instanceof HTMLScriptElement && running.src) return running.src;
  // the classic script has no address of its own where it is included as a module
  return import.meta.url || [...document.scripts].map(({ src }) => src).find((src) => NAMES.test(src)) || document.baseURI;
}

export const HERE = new URL("./", address()).href;
