// Pages as portals have them, in any engine: what the widget draws there, and that it leaves the page's own ground as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn } from "./widgets.mjs";

/** Waits until the page's widgets have drawn as large as they are, and holds the first to what it should say. */
export async function drawsIt(tab) {
  await drawn(tab);
  const { title, reading, rows } = await tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
  assert.match(title, /嘉兴行政诉讼败诉率最低/);
  assert.match(reading, /嘉兴/);
  assert.ok(rows.length >= 6, `${rows.length} rows`);
  // the bars of the own place, or of the others: not a blank canvas
  const colours = await tab.evaluate(() => dui.colours(document.querySelector("dui-biao")));
  assert.ok(Object.keys(colours).length > 10 && Math.max(...Object.values(colours)) > 2000, JSON.stringify(colours).slice(0, 200));
  const fallbacks = await tab.evaluate(() => [...document.querySelectorAll("dui-biao > *")].filter(dui.hasBox).length);
  assert.equal(fallbacks, 0, "the fallback has made way");
}

/** What the page's own scripts stand on is as it was before the widget came. */
async function assertUntouched(tab) {
  const changed = await tab.evaluate(() => {
    const { look, at } = document.documentElement.before;
    const now = look();
    const found = [];
    for (const kind of ["array", "func", "string", "object"]) {
      const names = new Set([...Object.keys(at[kind]), ...Object.keys(now[kind])]);
      for (const name of names) {
        const [before, after] = [at[kind][name], now[kind][name]];
        const same = before && after && ["value", "get", "set", "writable", "enumerable", "configurable"].every((key) => before[key] === after[key]);
        if (!same) found.push(`${kind}.${name}`);
      }
    }
    // the tests' own is the one that may be there
    found.push(...now.window.filter((name) => !at.window.includes(name) && !/^(dui|__playwright.*)$/.test(name)).map((name) => `window.${name}`));
    return found;
  });
  assert.deepEqual(changed, []);
}

/** @param {() => { tab: object, at: (csp: string, path: string) => string }} context */
export function hosts(context) {
  for (const [page, csp, what] of [
    ["quirks", "wasm", "without a doctype, in a table, in a font element"],
    ["gbk", "wasm", "in GBK"],
    ["jquery", "none", "with jQuery 1.12, which moves the widget"],
    ["prototype", "none", "with Prototype 1.7, which gives arrays and strings a toJSON"],
    ["mootools", "none", "with MooTools, which changes Array, String and Function"],
    ["resets", "wasm", "with a style sheet that is important everywhere"],
    ["rtl", "wasm", "from right to left"],
    ["write", "none", "that is written by document.write"],
    ["script", "strict", "with a strict policy, without wasm"],
    ["plain", "trusted", "that enforces Trusted Types"],
  ]) {
    test(`a page ${what}`, async () => {
      const { tab, at } = context();
      await tab.open(at(csp, `/hosts/${page}.html`));
      await drawsIt(tab);
      await assertUntouched(tab);
      assert.deepEqual(await tab.evaluate(() => document.documentElement.before.faults), []);
    });
  }
}
