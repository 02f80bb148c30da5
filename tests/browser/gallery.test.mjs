// All views on one page: each drawn by the core that has it, fetched when its widget comes near.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, until } from "./harness.mjs";
import { launchWithHelpers, openFresh, tour } from "./widgets.mjs";

const fetched = (tab) => tab.seen.requests.map((url) => url.split("/").pop()).filter((name) => /_bg\.wasm$|\.core\.js$/.test(name));

for (const csp of ["wasm", "strict"]) {
  describe(`the gallery, policy ${csp}`, () => {
    let tab;
    before(async () => (tab = await launchWithHelpers({ csp, viewport: { width: 1000, height: 800 } })), { timeout: 60_000 });
    after(() => tab?.close());

    test("loads a core when a view needs it, and draws all twelve", async () => {
      await openFresh(tab, "/gallery.html");
      await until(() => tab.evaluate(() => dui.isDrawn(document.querySelector("dui-biao"))));
      assert.ok(!fetched(tab).some((name) => name.startsWith("crosscheck")), fetched(tab).join());
      const shown = await tour(tab);
      assert.equal(shown.length, 12);
      for (const { view, isDrawn, title, reading } of shown) {
        assert.ok(isDrawn && title.length > 4 && reading.length > 10, `${view}: ${JSON.stringify({ isDrawn, title, reading })}`);
      }
      const kind = csp === "strict" ? ".core.js" : "_bg.wasm";
      const cores = ["duibiao", "trajectory", "matrix", "composite", "profile", "history", "quadrant", "progress", "milestones", "ladder", "crosscheck"];
      for (const core of cores) {
        assert.equal(fetched(tab).filter((name) => name === core + kind).length, 1, `${core} of ${fetched(tab)}`);
      }
    });

    if (csp === "wasm") {
      // other themes, languages and sizes: access.test.mjs
      test("nothing for axe to say, no errors", async () => {
        await tour(tab);
        assert.deepEqual(await axe(tab), []);
        assert.deepEqual(tab.seen.errors, []);
        assert.deepEqual(tab.seen.violations, []);
      });
    }
  });
}
