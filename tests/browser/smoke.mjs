// Both cores, and the demo's own page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pixels, refusesWasm, until } from "./harness.mjs";
import { openFresh } from "./widgets.mjs";

/** @param {() => { tab: object, at: (csp: string, path: string) => string }} context */
export function smoke(context) {
  for (const csp of ["wasm", "strict"]) {
    test(`both cores draw the same, the wasm only where policy ${csp} lets it`, async () => {
      const { tab, at } = context();
      await tab.open(at(csp, "/pages/core.html"));
      await tab.until(() => "done" in document.documentElement.dataset);
      const { wasm, javascript } = await tab.evaluate(() => {
        const drawn = (core) => document.getElementById(core).textContent;
        return { wasm: drawn("wasm"), javascript: drawn("javascript") };
      });
      assert.doesNotMatch(javascript, /^failed/);
      assert.ok(JSON.parse(javascript).length > 0);
      if (csp === "strict") assert.match(wasm, /^failed: .*(Security Policy|CSP)/);
      else assert.ok(wasm === javascript, `not the same:\n${wasm}\n${javascript}`);
    });

    test(`the demo page draws without faults under policy ${csp}`, async () => {
      const { tab, at } = context();
      await openFresh(tab, at(csp, "/"));
      const drawn = await until(async () => {
        const drawn = await pixels(tab, "dui-biao").catch(() => undefined);
        return drawn?.painted > 1000 && drawn;
      });
      assert.ok(drawn.colours.length > 2, JSON.stringify(drawn.colours));
      // under the strict policy trying the wasm is refused, and browsers say so
      const refused = (words) => csp === "strict" && refusesWasm(words);
      assert.deepEqual(tab.seen.errors.filter((error) => !refused(error)), []);
      assert.deepEqual(tab.seen.violations.filter((violation) => !refused(violation)), []);
      const elsewhere = tab.seen.requests.filter((url) => !/^data:/.test(url) && !url.startsWith(at(csp, "/")));
      assert.deepEqual(elsewhere, []);
    });
  }
}
