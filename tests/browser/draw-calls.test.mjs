// How much a drawing asks of the canvas, and that what it writes lies on it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DATA, launchWithHelpers, openEmpty } from "./widgets.mjs";

const MOST = { trajectory: 600, ranking: 250 };

let tab;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 1280, height: 900 } });
  await tab.inEveryPage(count);
  await openEmpty(tab);
}, { timeout: 60_000 });
after(() => tab?.close());

/** Runs in the page: counts every call and every property set, and notes where texts are written. */
function count() {
  const counted = { calls: {}, draws: 0, texts: [] };
  const note = (name) => (counted.calls[name] = (counted.calls[name] || 0) + 1);
  const context = CanvasRenderingContext2D.prototype;
  const { measureText, getTransform } = context;
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(context))) {
    if (name === "constructor") continue;
    const { value, set } = property;
    if (typeof value === "function") {
      context[name] = function (...given) {
        note(name);
        if (name === "fillText") counted.texts.push(written(this, ...given));
        return value.apply(this, given);
      };
    } else if (set) {
      Object.defineProperty(context, name, {
        ...property,
        set(given) {
          note(name);
          set.call(this, given);
        },
      });
    }
  }

  /** The box of a text in CSS pixels: its advance and its ink, by the browser's own measure. */
  function written(on, text, x, y) {
    const metrics = measureText.call(on, text);
    const { a: ratio } = getTransform.call(on);
    const scale = ratio / devicePixelRatio;
    const box = {
      left: x - metrics.actualBoundingBoxLeft,
      right: x + metrics.actualBoundingBoxRight,
      top: y - metrics.actualBoundingBoxAscent,
      bottom: y + metrics.actualBoundingBoxDescent,
      size: parseFloat(on.font.match(/([\d.]+)px/)[1]),
    };
    for (const key of Object.keys(box)) box[key] *= scale;
    return { text, ...box };
  }

  const canvas = HTMLCanvasElement.prototype;
  const width = Object.getOwnPropertyDescriptor(canvas, "width");
  Object.defineProperty(canvas, "width", {
    ...width,
    set(given) {
      counted.draws += 1;
      counted.texts.length = 0;
      width.set.call(this, given);
    },
  });

  /** What `act` asks of the canvas until all is drawn. */
  window.counting = async (act) => {
    await dui.settled();
    counted.calls = {};
    counted.draws = 0;
    await act();
    await dui.settled();
    const total = Object.values(counted.calls).reduce((sum, calls) => sum + calls, 0);
    return { total, draws: counted.draws, calls: counted.calls, texts: [...counted.texts] };
  };
}

/** A target of 40 years, with five peers as long. */
function decades() {
  const years = Array.from({ length: 40 }, (_, index) => 1985 + index);
  const regions = ["home", "p1", "p2", "p3", "p4", "p5"];
  const value = (region, year) => Math.round(100 * (1 + region * 0.13) * 1.05 ** (year - 1985) * (1 + 0.06 * Math.sin(year * (region + 1))));
  return {
    version: 1,
    title: "四十年",
    sources: [{ id: "s", title: "年鉴" }],
    regions: regions.map((id, index) => ({ id, name: `第${index}区`, kind: "zone" })),
    indicators: [{ id: "output", name: "产值", unit: "亿元", polarity: "higher", measure: "flow" }],
    observations: regions.flatMap((region, index) =>
      years.map((year) => ({ region, indicator: "output", period: String(year), value: value(index, year), source: "s" })),
    ),
    targets: [
      {
        id: "double",
        region: "home",
        indicator: "output",
        kind: "reach",
        text: "1500亿元",
        deadline: "2030",
        baseline: { period: "1985", text: "100亿元", basis: "stated" },
        source: "s",
      },
    ],
    views: [{ id: "decades", kind: "trajectory", target: "double", home: "home", places: regions.slice(1) }],
  };
}

/** The fullest parts of a count, for the report. */
function spelled({ total, draws, calls }) {
  const most = Object.entries(calls).sort((a, b) => b[1] - a[1]);
  return `${total} calls in ${draws} draw(s): ${most.map(([name, calls]) => `${name} ${calls}`).join(", ")}`;
}

for (const [view, attributes, data] of [
  ["trajectory", { view: "decades" }, decades()],
  ["ranking", { view: "loss-rate", src: DATA }, undefined],
]) {
  describe(`the ${view}`, () => {
    const limit = MOST[view];
    let first;

    before(async () => {
      first = await tab.evaluate(
        async ({ attributes, data }) => {
          document.body.replaceChildren();
          window.widget = dui.make(attributes);
          return counting(async () => {
            const ready = dui.next(widget, "ready");
            document.body.append(widget);
            if (data) widget.data = data;
            await ready;
          });
        },
        { attributes, data },
      );
    });

    test(`is drawn first with at most ${limit} calls beside those that measure texts`, (t) => {
      t.diagnostic(spelled(first));
      assert.equal(first.draws, 1);
      assert.ok(first.calls.measureText > 0 && first.calls.fillText > 5, spelled(first));
      // a text's first measure takes two: the font, the width
      assert.ok(first.total - 2 * first.calls.measureText <= limit, spelled(first));
    });

    test(`is drawn again with at most ${limit} calls, measuring nothing`, async (t) => {
      const again = await tab.evaluate(() => counting(() => widget.setAttribute("theme", "dark")));
      t.diagnostic(spelled(again));
      assert.equal(again.draws, 1);
      assert.equal(again.calls.measureText, undefined);
      assert.ok(again.total <= limit, spelled(again));
    });

    test(`is drawn for a pointer with at most ${limit} calls, and not at all while it points at the same`, async (t) => {
      const hover = await tab.evaluate(() =>
        counting(() => {
          const plot = dui.part(widget, ".plot");
          plot.focus();
          plot.dispatchEvent(new KeyboardEvent("keydown", { key: "Home" }));
          if (dui.said(widget).tip.length === 0) throw new Error("nothing is pointed at");
        }),
      );
      t.diagnostic(spelled(hover));
      assert.equal(hover.draws, 1);
      assert.ok(hover.total <= limit, spelled(hover));
      const same = await tab.evaluate(() =>
        counting(() => dui.part(widget, ".plot").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }))),
      );
      assert.deepEqual([same.total, same.draws], [0, 0]);
    });
  });
}

describe("what is written", () => {
  before(() => openEmpty(tab));

  for (const size of ["normal", "senior"]) {
    test(`lies on the canvas, at every width, in every language, ${size}`, async () => {
      const faults = [];
      for (const width of [280, 320, 768, 1280]) {
        await tab.page.setViewportSize({ width: width + 40, height: 900 });
        for (const [view, lang] of ["loss-rate", "doubling"].flatMap((view) => ["zh-Hans", "zh-Hant", "en"].map((lang) => [view, lang]))) {
          const { texts, canvas } = await tab.evaluate(
            async (attributes) => {
              document.body.replaceChildren();
              const widget = dui.make(attributes);
              const { texts } = await counting(async () => {
                const ready = dui.next(widget, "ready");
                document.body.append(widget);
                await ready;
              });
              const { clientWidth: width, clientHeight: height } = dui.part(widget, "canvas");
              return { texts, canvas: { width, height } };
            },
            { src: DATA, view, lang, size },
          );
          assert.ok(texts.length > 5, `${texts.length} texts at ${width}`);
          for (const { text, left, right, top, bottom, size: fontSize } of texts) {
            const inside = left >= -0.5 && top >= -0.5 && right <= canvas.width + 0.5 && bottom <= canvas.height + 0.5;
            const box = [left, top, right, bottom].map(Math.round);
            if (!inside) faults.push(`${view} ${lang} ${width}: ${text} at ${box} of ${Object.values(canvas)}`);
            const least = size === "senior" ? 18 : 12;
            if (fontSize < least - 0.01) faults.push(`${view} ${lang} ${width}: ${text} is ${fontSize} px`);
          }
        }
      }
      assert.deepEqual(faults, []);
    });
  }
});
