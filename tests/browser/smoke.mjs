// What must hold in every engine.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, pixels, until } from "./harness.mjs";

export function smoke(engine) {
  for (const csp of ["wasm", "strict"]) {
    describe(`${engine}, policy ${csp}`, () => {
      let tab;
      before(async () => (tab = await launch(engine, { csp })), { timeout: 60_000 });
      after(() => tab?.close());

      test("both cores draw the same, the wasm only where it is allowed", async () => {
        await tab.open("/pages/core.html");
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

      test("the demo page draws without faults", async () => {
        for (const list of Object.values(tab.seen)) list.length = 0;
        await tab.open("/");
        const drawn = await until(async () => {
          const drawn = await pixels(tab, "dui-biao").catch(() => undefined);
          return drawn?.painted > 1000 && drawn;
        });
        assert.ok(drawn.colours.length > 2, JSON.stringify(drawn.colours));
        // under the strict policy trying the wasm is refused, and browsers say so
        const refused = (words) => csp === "strict" && /wasm-eval|WebAssembly/.test(words);
        assert.deepEqual(tab.seen.errors.filter((error) => !refused(error)), []);
        assert.deepEqual(tab.seen.violations.filter((violation) => !refused(violation)), []);
        const elsewhere = tab.seen.requests.filter((url) => !/^data:/.test(url) && !url.startsWith(tab.server));
        assert.deepEqual(elsewhere, []);
      });
    });
  }
}
