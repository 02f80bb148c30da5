// Names in traditional Chinese: the table is fetched for them alone, once, and all renderings use it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { simplifiedIn } from "../cases/simplified.mjs";
import { refusesWasm } from "./harness.mjs";
import { DATA, bundled, launchWithHelpers, openEmpty, small } from "./widgets.mjs";

const VIEWS = JSON.parse(bundled()).views.map(({ id }) => id);

const tables = (tab) => tab.seen.requests.filter((url) => url.endsWith("/hant.js")).length;

/** Runs in the page: keeps every text that is written on a canvas. */
function listen() {
  const context = CanvasRenderingContext2D.prototype;
  const { fillText } = context;
  window.written = [];
  context.fillText = function (...given) {
    window.written.push(given[0]);
    return fillText.apply(this, given);
  };
}

/** All that a new widget says, draws and gives to a screen reader. */
const shown = (tab, attributes) =>
  tab.evaluate(async (attributes) => {
    const widget = await dui.show(attributes);
    await dui.settled();
    const named = [...widget.shadowRoot.querySelectorAll("[aria-label], [title]")];
    const labels = named.flatMap((one) => [one.getAttribute("aria-label"), one.getAttribute("title")]);
    const { title } = dui.said(widget);
    const text = widget.shadowRoot.querySelector("[part=root]").innerText + widget.shadowRoot.querySelector("table").textContent;
    widget.remove();
    return { title, text, drawn: window.written.splice(0).join("\n"), labels: labels.join("\n") };
  }, attributes);

for (const csp of ["wasm", "strict"]) {
  describe(`traditional Chinese, policy ${csp}`, () => {
    let tab;
    before(async () => {
      tab = await launchWithHelpers({ csp, viewport: { width: 900, height: 800 } });
      await tab.inEveryPage(listen);
    }, { timeout: 60_000 });
    after(() => tab?.close());

    test("a page in simplified Chinese or English never fetches the table", async () => {
      await openEmpty(tab);
      for (const lang of ["zh-Hans", "en", "zh-CN"]) await shown(tab, { src: DATA, view: "loss-rate", lang });
      assert.equal(tables(tab), 0);
    });

    test("every view is in traditional characters, in words, table and drawing, by one table", async () => {
      await openEmpty(tab);
      for (const view of csp === "strict" ? ["loss-rate", "doubling"] : VIEWS) {
        const { title, text, drawn, labels } = await shown(tab, { src: DATA, view, lang: "zh-Hant" });
        assert.ok(title && drawn, view);
        for (const [where, all] of Object.entries({ text, drawn, labels })) {
          assert.equal(simplifiedIn(all), "", `${view}, ${where}: ${all}`);
        }
      }
      assert.equal(tables(tab), 1);
      // under the strict policy each core, one a view, has tried WebAssembly once, and each engine says so in its way
      const refused = (words) => csp === "strict" && refusesWasm(words);
      assert.deepEqual([...tab.seen.errors, ...tab.seen.violations].filter((words) => !refused(words)), []);
    });

    // what follows does not depend on how the core runs
    if (csp === "strict") return;

    test("names stay keys, and what the dataset gives stays as given", async () => {
      await openEmpty(tab);
      const data = small();
      data.regions[0].name = { "zh-Hans": "发展区", "zh-Hant": "發展園" };
      data.regions[1].name = "联系县";
      const { title, table } = await tab.evaluate(async (data) => {
        const widget = dui.make({ view: "ranking", indicator: "output", home: "联系县", lang: "zh-TW" });
        const ready = dui.next(widget, "ready");
        document.body.append(widget);
        widget.data = data;
        await ready;
        return { title: dui.said(widget).title, table: dui.said(widget).rows.flat() };
      }, data);
      assert.match(title, /聯繫縣/);
      assert.ok(table.includes("發展園"), table.join());
    });

    test("a widget that turns to traditional Chinese fetches it, and back again shows the names as they are", async () => {
      await openEmpty(tab);
      const titles = await tab.evaluate(async (src) => {
        const widget = await dui.show({ src, view: "loss-rate" });
        const told = () => [dui.said(widget).title, dui.said(widget).sources].join();
        const titles = [told()];
        for (const lang of ["zh-Hant", "zh-Hans"]) {
          const changed = dui.next(widget, "change");
          widget.setAttribute("lang", lang);
          await changed;
          titles.push(told());
        }
        return titles;
      }, DATA);
      assert.match(titles[0], /嘉兴行政诉讼败诉率最低.*15 条/);
      assert.match(titles[1], /嘉興行政訴訟敗訴率最低.*15 條/);
      assert.equal(titles[2], titles[0]);
      assert.equal(tables(tab), 1);
    });

    test("without the table names stay simplified, until a widget finds it", async () => {
      await openEmpty(tab);
      await tab.page.route("**/hant.js?*", (route) => route.abort());
      const without = await shown(tab, { src: DATA, view: "loss-rate", lang: "zh-Hant" });
      assert.match(without.title, /行政诉讼败诉率/);
      // the widget's own words are traditional all the same
      assert.match(without.text, /數據表/);
      await tab.page.unroute("**/hant.js?*");
      const again = await shown(tab, { src: DATA, view: "loss-rate", lang: "zh-Hant" });
      assert.match(again.title, /行政訴訟敗訴率/);
    });

    test("what is wrong with a dataset is told of it as it was given", async () => {
      await openEmpty(tab);
      const faults = JSON.stringify({ ...small(), version: 9 });
      const told = await tab.evaluate(async (data) => {
        const widget = dui.make({ lang: "zh-Hant" });
        document.body.append(widget);
        const error = dui.next(widget, "error");
        widget.data = data;
        return (await error).issues.map(({ place }) => place);
      }, faults);
      assert.deepEqual(told, ["/version"]);
    });
  });
}
