// Two thousand widgets that come, are drawn, change and go, and three hundred datasets in one: nothing of them stays.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bundled, launchWithHelpers, openEmpty, small } from "./widgets.mjs";

let tab;
let devtools;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 700, height: 700 } });
  // the memory of each core, which the loader keeps to itself
  await tab.inEveryPage(() => {
    window.memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      memories.push(made.instance.exports.memory);
      return made;
    };
  });
  // few figures, so that two thousand take seconds
  const data = small();
  data.targets = [{ id: "t", region: "yi", indicator: "output", kind: "reach", text: "190亿元", deadline: "2026", baseline: { period: "2023", text: "95亿元", basis: "stated" }, source: "s" }];
  data.views.push({ id: "doubling", kind: "trajectory", target: "t", home: "yi" });
  await tab.page.route("**/small.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(data) }));
  devtools = await tab.page.context().newCDPSession(tab.page);
  await devtools.send("Performance.enable");
}, { timeout: 60_000 });
after(() => tab?.close());

/** So many widgets, one after another, of two views by turns. */
const cycle = (times) =>
  tab.evaluate(
    async ({ times, src }) => {
      for (let time = 0; time < times; time++) {
        const widget = document.createElement("dui-biao");
        for (const [name, value] of Object.entries({ src, view: time % 2 ? "doubling" : "output", loading: "eager" })) widget.setAttribute(name, value);
        const ready = dui.next(widget, "ready");
        document.body.append(widget);
        await ready;
        const change = dui.next(widget, "change");
        widget.setAttribute("theme", time % 3 ? "dark" : "light");
        await change;
        if (time % 50 === 0) await dui.settled();
        // what the tests keep of every event
        dui.heard.length = 0;
        widget.remove();
      }
    },
    { times, src: "/small.json" },
  );

/** What is there after the garbage has gone. */
async function held() {
  await tab.evaluate(() => dui.settled());
  // twice: what the first frees may hold more
  for (let time = 0; time < 2; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const memory = await tab.evaluate(() => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), memory };
}

test("nothing grows over 2,000 widgets", { timeout: 240_000 }, async (t) => {
  await openEmpty(tab);
  await cycle(50);
  const { memory } = await held();
  // what the engine learns of the code it runs it keeps, less and less of it
  await cycle(950);
  const first = await held();
  await cycle(1000);
  const last = await held();
  t.diagnostic(JSON.stringify({ first, last }));
  assert.equal(last.memory, memory, "wasm memory");
  // the engine's own tables grow by leaps; a widget with what hangs on it is kilobytes, a thousand of them megabytes
  for (const [what, few] of [["nodes", 20], ["listeners", 5], ["heap", 128_000]]) {
    assert.ok(last[what] <= first[what] * 1.01 + few, `${what}: ${first[what]} to ${last[what]}`);
  }
  assert.deepEqual(tab.seen.errors, []);
});

test("three hundred datasets in one widget leave room for the next", async () => {
  await openEmpty(tab);
  const give = (count) =>
    tab.evaluate(
      async ({ text, count }) => {
        window.fed ??= dui.make({ view: "loss-rate" });
        document.body.append(fed);
        for (let done = 0; done < count; done += 1) {
          const ready = dui.next(fed, "ready");
          fed.data = text;
          await ready;
        }
        dui.heard.length = 0;
      },
      { text: bundled(), count },
    );
  // two are there at a time, of texts that fit into what others left or not: that has settled by a hundred
  await give(100);
  const { memory } = await held();
  await give(200);
  assert.equal((await held()).memory, memory);
});
