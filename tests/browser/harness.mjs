// What every browser test stands on: a server, three engines behind one interface, and a few ways
// to look at what was drawn.
//
//   const tab = await launch({ csp: "strict" });
//   await tab.open("/");                     // resolves after load
//   await tab.evaluate((n) => n + 1, 1);     // in the page; arguments and results are plain data
//   await tab.inFrame(0, () => document.title); // the same in a frame, whosever it is
//   await tab.until(() => document.title);   // the first true value, or an error after 10 s
//   await tab.screenshot("a.png");
//   tab.seen                                 // { console, errors, violations, requests }
//   await tab.close();                       // the browser and the server

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { front } from "./front.mjs";
import { handsOf } from "./hands.mjs";

/** Finds npm packages where xtask installed them. */
export const require = createRequire(new URL("../../xtask/package.json", import.meta.url));

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The path of a program, or an error that says which Debian package holds it. */
export function program(name, debianPackage = name) {
  for (const folder of process.env.PATH.split(delimiter)) {
    if (existsSync(join(folder, name))) return join(folder, name);
  }
  throw new Error(`${name} is not installed: apt-get install -y ${debianPackage}`);
}

/** Starts a program that ends with this process, and resolves with its first line. */
export async function start(command, args, options = {}, firstLine = "stdout") {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], ...options });
  const stop = () => child.kill();
  process.once("exit", stop);
  const ended = new Promise((resolve) => child.once("close", resolve));
  let said = "";
  child.stderr.on("data", (text) => (said = (said + text).slice(-4000)));
  const line = await new Promise((resolve, reject) => {
    let out = "";
    const stream = typeof firstLine === "number" ? child.stdio[firstLine] : child[firstLine];
    stream.on("data", (text) => {
      out += text;
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")).trim());
    });
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`${command} ended (${code}): ${said}`)));
  });
  return {
    line,
    async stop() {
      process.off("exit", stop);
      child.kill();
      await ended;
    },
  };
}

/**
 * The server of `cargo xtask demo`, on a port of its own, with tests/browser/pages at /pages/ and
 * the unbundled modules at /stage/.
 * @param {"strict" | "wasm" | "trusted" | "none"} csp strict blocks wasm, wasm allows it, trusted enforces Trusted Types too, none sends no policy
 */
export async function serve(csp = "wasm") {
  // cargo xtask test names its own binary; by hand, cargo finds it
  const xtask = process.env.DUIBIAO_XTASK;
  const [command, ...args] = xtask ? [xtask] : ["cargo", "xtask"];
  const server = await start(command, [...args, "serve", "--csp", csp], { cwd: ROOT });
  return { url: `http://127.0.0.1:${server.line}`, close: server.stop };
}

/** @type {"chromium" | "firefox" | "webkit"} In which the tests run, which is said from outside. */
export const ENGINE = process.env.DUIBIAO_ENGINE ?? "chromium";

/** Whether this is what a browser says where a policy refuses WebAssembly, each in its way. @param {string} words */
export const refusesWasm = (words) => /wasm-eval|WebAssembly/.test(words);

/** No window of WebKit's is narrower. */
export const NARROWEST = ENGINE === "webkit" ? 447 : 320;

/** A test of what no other driver can do or tell: other engines have no such test. */
export const testInChromium = ENGINE === "chromium" ? test : () => undefined;

/**
 * A tab of a new browser on a new server.
 * @param {{ csp?: "strict" | "wasm" | "trusted" | "none", [option: string]: unknown }} options
 *   chromium also takes the options of Playwright's newContext (viewport, colorScheme, …)
 */
export async function launch({ csp = "wasm", ...options } = {}) {
  const server = await serve(csp);
  const seen = { console: [], errors: [], violations: [], requests: [] };
  try {
    const { launch } = await import(`./${ENGINE}.mjs`);
    const tab = await launch(seen, options);
    const told = { asked: (url) => seen.requests.push(unversioned(url)), hear: (kind, text) => record(seen, kind, text) };
    const before = (server) => (tab.hands ? front(server, tab.scripts, told) : { url: server, close: () => undefined });
    const fronts = [await before(server.url)];
    const [{ url }] = fronts;
    return {
      page: tab.hands && handsOf({ ...tab.hands, evaluate: tab.evaluate }, fronts[0]),
      ...tab,
      seen,
      server: url,
      /** The address of another server as this tab should see it. */
      async before(server) {
        fronts.push(await before(server));
        return fronts.at(-1).url;
      },
      open: (path) => tab.open(new URL(path, url).href),
      until: (fn, argument, patience) => until(() => tab.evaluate(fn, argument), patience),
      close: () => tab.close().finally(() => Promise.all([server, ...fronts].map((one) => one.close()))),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The first true value of `ask`, which may take a while to come true. */
export async function until(ask, patience = 10_000) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await ask();
    if (value) return value;
    if (Date.now() > end) throw new Error(`still not true after ${patience} ms: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Run in a page before its own scripts: policy violations become console messages. */
export function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.debug(`securitypolicyviolation: ${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** An address without the version that a core is asked for with. @param {string} url */
export const unversioned = (url) => url.replace(/\?\d+\.\d+\.\d+$/, "");

/** Files one console message under what it is. */
export function record(seen, kind, text) {
  const violation = text.match(/^securitypolicyviolation: (.*)/);
  if (violation) seen.violations.push(violation[1]);
  else if (kind === "error") seen.errors.push(text);
  else seen.console.push(`${kind}: ${text}`);
}

/**
 * What is drawn on a canvas, which may be the element itself or inside its (open) shadow root.
 * Background is the colour of the first pixel, or nothing at all.
 * @returns {Promise<{ width: number, height: number, painted: number, colours: [string, number][] }>}
 *   painted counts pixels that are not background; colours are those pixels' `#rrggbbaa`, most first
 */
export function pixels(tab, selector) {
  return tab.evaluate((selector) => {
    const find = (root, selector) => {
      const here = root.querySelector(selector);
      if (here) return here;
      for (const element of root.querySelectorAll("*")) {
        const below = element.shadowRoot && find(element.shadowRoot, selector);
        if (below) return below;
      }
      return null;
    };
    const found = find(document, selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    const canvas = found instanceof HTMLCanvasElement ? found : find(found.shadowRoot || found, "canvas");
    if (!canvas) throw new Error(`${selector} holds no canvas`);
    const { width, height } = canvas;
    const data = canvas.getContext("2d").getImageData(0, 0, width, height).data;
    const words = new DataView(data.buffer);
    const background = words.getUint32(0);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = words.getUint32(at);
      if (colour !== background && colour & 255) counts.set(colour, (counts.get(colour) || 0) + 1);
    }
    let painted = 0;
    for (const count of counts.values()) painted += count;
    const colours = [...counts].sort((a, b) => b[1] - a[1]);
    const spelled = colours.map(([colour, count]) => ["#" + colour.toString(16).padStart(8, "0"), count]);
    return { width, height, painted, colours: spelled };
  }, selector);
}

/**
 * Accessibility faults that axe-core finds, one line each; an empty list is a pass. Works under a
 * strict policy: the drivers' evaluate is not a page script.
 */
export async function axe(tab, within = "html") {
  await tab.evaluate(require("axe-core").source);
  return tab.evaluate(async (within) => {
    const { violations } = await axe.run(within, { preload: false });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`));
  }, within);
}
