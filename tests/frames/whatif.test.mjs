// What a frame of trying out another path costs. Tests of this folder measure, and run with nothing beside them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DATA, launchWithHelpers, openChoices, showOne } from "../browser/widgets.mjs";

let tab;
let devtools;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 900, height: 900 }, hasTouch: true });
  devtools = await tab.page.context().newCDPSession(tab.page);
}, { timeout: 60_000 });
after(() => tab?.close());

const locate = (selector) => tab.page.locator(`dui-biao ${selector}`);

const show = () => showOne(tab, { src: DATA, view: "doubling" });

describe("what a frame costs", () => {
  /** Medians in ms: of a drag's frame, and of a frame that clears and fills an empty canvas of the same size. */
  const frames = () =>
    tab.evaluate(async () => {
      const widget = document.querySelector("dui-biao");
      const handle = dui.part(widget, ".handle");
      const canvas = dui.part(widget, "canvas");
      const empty = document.createElement("canvas");
      [empty.width, empty.height] = [canvas.width, canvas.height];
      const context = empty.getContext("2d");
      const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
      const request = window.requestAnimationFrame;
      /** @type {FrameRequestCallback | undefined} */
      let waiting;
      // the frame's own work is run and timed here
      window.requestAnimationFrame = (callback) => ((waiting = callback), 1);
      const box = handle.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      handle.setPointerCapture = () => {};
      handle.hasPointerCapture = () => true;
      handle.dispatchEvent(new PointerEvent("pointerdown", { pointerId: 1, button: 0, clientX: x, clientY: y }));
      const [drags, blanks] = [[], []];
      for (let step = 0; step < 120; step++) {
        handle.dispatchEvent(new PointerEvent("pointermove", { pointerId: 1, clientX: x, clientY: y + (step % 60) }));
        let start = performance.now();
        waiting?.(start);
        drags.push(performance.now() - start);
        start = performance.now();
        context.clearRect(0, 0, empty.width, empty.height);
        context.fillRect(0, 0, empty.width, empty.height);
        blanks.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve));
      }
      window.requestAnimationFrame = request;
      handle.dispatchEvent(new PointerEvent("pointerup", { pointerId: 1 }));
      return { drag: median(drags), blank: median(blanks) };
    });

  test("less than 4 ms more than an empty canvas, as a median", async () => {
    await show();
    const { drag, blank } = await frames();
    console.log(`# a frame of dragging: ${drag.toFixed(2)} ms, of an empty canvas ${blank.toFixed(2)} ms`);
    assert.ok(drag - blank < 4, `${drag} - ${blank}`);
  });

  test("an input leads to one layout and one paint at most", async () => {
    await show();
    await openChoices(tab);
    await tab.evaluate(() => dui.settled());
    const counts = async () => {
      const { metrics } = await devtools.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "LayoutCount").value;
    };
    await devtools.send("Performance.enable");
    const painted = await tab.evaluate(async () => {
      const widget = document.querySelector("dui-biao");
      const canvas = dui.part(widget, "canvas");
      const context = canvas.getContext("2d");
      let clears = 0;
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        if (this === context) clears += 1;
        return clearRect.apply(this, box);
      };
      const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
      Object.defineProperty(canvas, "width", {
        get: () => width.get.call(canvas),
        set: (value) => {
          clears += 1;
          width.set.call(canvas, value);
        },
      });
      const factor = dui.part(widget, "[data-key=factor]");
      factor.value = "2.5";
      window.painted = () => clears;
      // typing is laid out too, before what is counted
      await dui.settled();
      return clears;
    });
    assert.equal(painted, 0);
    const before = await counts();
    await tab.evaluate(async () => {
      const factor = dui.part(document.querySelector("dui-biao"), "[data-key=factor]");
      factor.dispatchEvent(new Event("change", { bubbles: true }));
      await dui.settled();
    });
    const layouts = (await counts()) - before;
    assert.equal(await tab.evaluate(() => window.painted()), 1, "paints");
    assert.ok(layouts <= 2, `${layouts} layouts: one for what is shown, one for the frame`);
  });
});
