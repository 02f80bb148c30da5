// The widget without a mouse, with one, with a finger; and what axe finds on the demo page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ENGINE, NARROWEST, axe, testInChromium } from "./harness.mjs";
import { drawn, launchWithHelpers, openFresh } from "./widgets.mjs";

let tab;
let page;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 1280, height: 900 }, hasTouch: true });
  page = tab.page;
}, { timeout: 60_000 });
after(() => tab?.close());

async function openDemo(width = 1280) {
  await page.setViewportSize({ width, height: 900 });
  await openFresh(tab, "/");
  await drawn(tab);
}

/** What has the focus, by its class inside a widget or by its id. */
const focused = () =>
  tab.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer.shadowRoot?.activeElement;
    return inner ? `${outer.id} ${inner.className}` : outer.id || outer.localName;
  });

/** Presses keys, and waits for what they draw. */
async function press(...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await tab.evaluate(() => dui.settled());
}

const said = (id) => tab.evaluate((id) => dui.said(document.getElementById(id)), id);
const focusPlot = (id) => tab.evaluate((id) => dui.part(document.getElementById(id), ".plot").focus(), id);

/** The tip is shown, within the widget's box and the screen's width. */
async function assertTipInside(id, where) {
  const { tip, host, screen } = await tab.evaluate((id) => {
    const widget = document.getElementById(id);
    const box = (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const tip = dui.part(widget, ".tip");
    return { tip: dui.hasBox(tip) && box(tip), host: box(widget), screen: innerWidth };
  }, id);
  assert.ok(tip, `no tip, ${where}`);
  const inside = tip.left >= host.left && tip.right <= host.right && tip.top >= host.top && tip.bottom <= host.bottom;
  assert.ok(inside && tip.left >= 0 && tip.right <= screen, `${where}: ${JSON.stringify({ tip, host, screen })}`);
}

/** The middles of the ranking's rows, on the screen, found by what is told when they are pointed at. */
async function rowsOf(id) {
  const { left, top, width, height } = await tab.evaluate((id) => {
    const plot = dui.part(document.getElementById(id), ".plot");
    plot.scrollIntoView({ block: "center" });
    const { left, top, width, height } = plot.getBoundingClientRect();
    return { left, top, width, height };
  }, id);
  const rows = new Map();
  for (let y = 2; y < height; y += 8) {
    await page.mouse.move(left + width / 2, top + y);
    const { tip } = await said(id);
    if (!tip.length) continue;
    const known = rows.get(tip[0]);
    if (known) known.ys.push(top + y);
    else rows.set(tip[0], { tip, ys: [top + y] });
  }
  return [...rows.values()].map(({ tip, ys }) => ({ tip, x: left + width / 2, y: ys[Math.floor(ys.length / 2)] }));
}

const PLACES = ["嘉兴", "湖州", "徐州", "宿迁", "马鞍山", "芜湖", "淮北"];

describe("by keyboard", () => {
  before(() => openDemo());

  test("Tab leads through plot and table of both widgets", async () => {
    await tab.evaluate(() => document.querySelector("article .font:last-of-type").focus());
    const stops = [];
    for (let presses = 0; presses < 8; presses += 1) {
      await press("Tab");
      stops.push(await focused());
    }
    const stopsOf = (id) => ["button", "button", "plot", "summary"].map((part) => `${id} ${part}`);
    assert.deepEqual(stops, [...stopsOf("ranking"), ...stopsOf("trajectory")]);
    await press(...new Array(5).fill("Shift+Tab"));
    assert.equal(await focused(), "ranking plot");
  });

  test("the focus is seen on plot, summary and table; Enter opens the table", async () => {
    const seen = (part) =>
      tab.evaluate((part) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(dui.part(document.getElementById("ranking"), part));
        return [outlineStyle, outlineWidth, outlineColor].join(" ");
      }, part);
    const table = () => tab.evaluate(() => dui.hasBox(dui.part(document.getElementById("ranking"), "table")));
    const OUTLINE = "solid 2px rgb(20, 86, 184)";
    await tab.evaluate(() => dui.part(document.getElementById("ranking"), "[data-do=share]").focus());
    assert.doesNotMatch(await seen(".plot"), /solid/);
    await press("Tab");
    assert.equal(await seen(".plot"), OUTLINE);
    await press("Tab");
    assert.equal(await seen(".summary"), OUTLINE);
    assert.equal(await table(), false);
    await press("Enter");
    assert.equal(await table(), true);
    await press("Tab");
    assert.equal(await focused(), "ranking scroller");
    assert.equal(await seen(".scroller"), OUTLINE);
    await press("Shift+Tab", "Enter");
    assert.equal(await table(), false);
  });

  test("a table wider than the screen scrolls by arrow keys in its own box", async () => {
    await openDemo(NARROWEST);
    await tab.evaluate(() => dui.part(document.getElementById("ranking"), ".summary").focus());
    await press("Enter", "Tab", "ArrowRight");
    const scrolled = () => tab.evaluate(() => dui.part(document.getElementById("ranking"), ".scroller").scrollLeft);
    await tab.until(() => dui.part(document.getElementById("ranking"), ".scroller").scrollLeft > 0);
    assert.ok((await scrolled()) > 0);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });

  test("arrow keys announce place, value, rank, gap and source of each bar, and show the same", async () => {
    await openDemo();
    const { columns, rows } = await said("ranking");
    const gap = columns.findIndex((column) => column.includes("之差"));
    const value = columns.findIndex((column) => column.startsWith("行政诉讼败诉率"));
    await focusPlot("ranking");
    assert.equal((await said("ranking")).live, "");
    for (const [index, place] of PLACES.entries()) {
      await press("ArrowDown");
      const { live, tip } = await said("ranking");
      assert.equal(live, tip.join("，"));
      assert.equal(tip[0], place);
      const figure = rows[index][value].replace(/ [†‡§¶]+$/, "");
      assert.ok(tip[1].startsWith(figure), `${tip[1]}, not ${figure}`);
      if (place === "淮北") {
        assert.equal(tip.length, 2);
        continue;
      }
      assert.match(tip[2], new RegExp(`第${index + 1}`));
      // the first is what the others are measured to
      const far = rows[index][gap].replace(/^[+]/, "");
      assert.equal(far === "", index === 0);
      if (far) assert.match(tip[3], new RegExp(`嘉兴.*${far}个百分点`));
      assert.match(tip.at(-1), /来源.*调研报告.*司法篇/);
    }
    // the last is the last
    await press("ArrowDown", "ArrowRight");
    assert.equal((await said("ranking")).tip[0], "淮北");
    await press("ArrowUp", "ArrowLeft");
    assert.equal((await said("ranking")).tip[0], "马鞍山");
  });

  test("Home, End and Escape", async () => {
    await focusPlot("ranking");
    await press("Home");
    assert.match((await said("ranking")).live, /^嘉兴，/);
    await press("End");
    assert.match((await said("ranking")).live, /^淮北，/);
    await press("Escape");
    assert.deepEqual((await said("ranking")).tip, []);
    await press("ArrowUp");
    assert.match((await said("ranking")).live, /^淮北，/);
  });

  test("arrow keys go along the path", async () => {
    await focusPlot("trajectory");
    const told = [];
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) {
      await press(key);
      const { live, tip } = await said("trajectory");
      assert.equal(live, tip.join("，"));
      told.push(live);
    }
    for (const [index, [year, value]] of [["2022", "1,000"], ["2023", "1,260"], ["2024", "1,587"], ["2025", "2,000"]].entries()) {
      assert.ok(told[index].includes(year) && told[index].includes(value), told[index]);
    }
    assert.equal(told[4], told[3]);
  });

  test("keys that mean something do not move the page; others are the page's", async () => {
    await focusPlot("ranking");
    const taken = await tab.evaluate(() => {
      const plot = dui.part(document.getElementById("ranking"), ".plot");
      const press = (init) => !plot.dispatchEvent(new KeyboardEvent("keydown", { cancelable: true, bubbles: true, ...init }));
      const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"].map((key) => press({ key }));
      const others = [{ key: "PageDown" }, { key: " " }, { key: "Home", ctrlKey: true }, { key: "ArrowLeft", altKey: true }];
      return { keys, others: others.map(press) };
    });
    assert.deepEqual(taken, { keys: new Array(6).fill(true), others: new Array(4).fill(false) });
  });

  test("what is pointed at is ringed, until the focus leaves", async () => {
    await openDemo();
    await tab.evaluate(() => dui.part(document.getElementById("ranking"), "[data-do=share]").focus());
    const ink = () => tab.evaluate(() => dui.colours(document.getElementById("ranking"))["#1f2329"]);
    const before = await ink();
    await press("Tab", "End");
    assert.ok((await ink()) > before + 1000, `${before} to ${await ink()}`);
    await press("Tab");
    assert.equal(await ink(), before);
    assert.deepEqual((await said("ranking")).tip, []);
  });

  test("what a mouse already points at is announced when a key asks for it", async () => {
    await openDemo();
    const [first] = await rowsOf("ranking");
    await focusPlot("ranking");
    await page.mouse.move(first.x, first.y);
    assert.deepEqual((await said("ranking")).tip, first.tip);
    await press("Home");
    assert.equal((await said("ranking")).live, first.tip.join("，"));
  });

  test("another figure takes the tip away, another width takes it along", async () => {
    await openDemo();
    await focusPlot("ranking");
    await press("End", "ArrowUp");
    // in WebKit a window whose size changes loses the focus
    if (ENGINE !== "webkit") {
      await page.setViewportSize({ width: NARROWEST, height: 900 });
      await drawn(tab);
      assert.equal((await said("ranking")).tip[0], "芜湖");
      await assertTipInside("ranking", "after the screen became narrow");
    }
    await tab.evaluate(() => document.getElementById("ranking").setAttribute("indicator", "listed-firms"));
    await tab.evaluate(() => dui.settled());
    assert.deepEqual((await said("ranking")).tip, []);
  });
});

for (const width of [NARROWEST, 1280]) {
  describe(`by pointer, ${width} wide`, () => {
    let announced;
    before(async () => {
      await openDemo(width);
      await focusPlot("ranking");
      announced = [];
      for (const index of PLACES.keys()) {
        await press(index === 0 ? "Home" : "ArrowDown");
        announced.push((await said("ranking")).live);
        await assertTipInside("ranking", `key ${index}`);
      }
      await tab.evaluate(() => document.activeElement.blur());
    });

    test("hovering shows what the keyboard announces, within the widget", async () => {
      const rows = await rowsOf("ranking");
      assert.deepEqual(rows.map(({ tip }) => tip.join("，")), announced);
      for (const { tip, x, y } of rows) {
        const box = await tab.evaluate(() => {
          const { left, right } = dui.part(document.getElementById("ranking"), ".plot").getBoundingClientRect();
          return { left, right };
        });
        for (const at of [box.left + 2, x, box.right - 2]) {
          await page.mouse.move(at, y);
          assert.deepEqual((await said("ranking")).tip, tip);
          await assertTipInside("ranking", `${tip[0]} at ${at}`);
        }
      }
      // a pointer is not announced, and leaves nothing behind
      await page.mouse.move(rows[0].x, rows[0].y);
      assert.notEqual((await said("ranking")).live, announced[0]);
      await page.mouse.move(1, 1);
      const { tip, live } = await said("ranking");
      assert.deepEqual({ tip, live }, { tip: [], live: "" });
    });

    test("hovering over the path shows its points", async () => {
      await focusPlot("trajectory");
      const points = [];
      for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowRight"]) {
        await press(key);
        await assertTipInside("trajectory", key);
        points.push((await said("trajectory")).live);
      }
      await tab.evaluate(() => document.activeElement.blur());
      // the hollow point is the only mark in the accent; the tip of the diamond is the last in the earth tone
      const [start, goal] = await tab.evaluate(() => {
        const widget = document.getElementById("trajectory");
        const { left, top } = dui.part(widget, "canvas").getBoundingClientRect();
        const middle = (mark) => [left + (mark.left + mark.right) / 2, top + (mark.top + mark.bottom) / 2];
        const path = dui.places(widget, "#8a4b08");
        return [middle(dui.places(widget, "#1456b8")), middle(dui.places(widget, "#8a4b08", path.right - 5))];
      });
      for (const [[x, y], told] of [[start, points[0]], [goal, points[3]]]) {
        await page.mouse.move(x, y);
        assert.equal((await said("trajectory")).tip.join("，"), told);
        await assertTipInside("trajectory", told);
      }
      await page.mouse.move(1, 1);
    });

    testInChromium("a tap shows it and lets it stand, a tap elsewhere takes it away", async () => {
      const rows = await rowsOf("ranking");
      await page.mouse.move(1, 1);
      assert.deepEqual((await said("ranking")).tip, []);
      for (const { tip, x, y } of [rows[0], rows.at(-1)]) {
        await page.touchscreen.tap(x, y);
        await tab.evaluate(() => dui.settled());
        assert.deepEqual((await said("ranking")).tip, tip);
        await assertTipInside("ranking", `tap on ${tip[0]}`);
      }
      const { x, y } = await tab.evaluate(() => {
        const { left, top } = dui.part(document.getElementById("ranking"), ".reading").getBoundingClientRect();
        return { x: left + 5, y: top + 5 };
      });
      await page.touchscreen.tap(x, y);
      await tab.evaluate(() => dui.settled());
      assert.deepEqual((await said("ranking")).tip, []);
    });
  });
}

describe("axe finds nothing on the demo page", () => {
  for (const width of [NARROWEST, 1280]) {
    for (const [name, button] of [["as it comes", null], ["夜间", "dark"], ["长辈版", "senior"], ["繁体", "traditional"], ["English", "english"]]) {
      test(`${name}, ${width} wide`, async () => {
        await openDemo(width);
        const before = await said("ranking");
        if (button) await tab.evaluate((id) => document.getElementById(id).click(), button);
        // the table is read too
        await tab.evaluate(() => {
          for (const widget of document.querySelectorAll("dui-biao")) dui.part(widget, "details").open = true;
        });
        await tab.evaluate(() => dui.settled());
        // the table of traditional names comes over the network
        if (button === "traditional") {
          await tab.until(() => [...document.querySelectorAll("dui-biao")].every((widget) => dui.part(widget, ".root").lang === "zh-Hant"));
        }
        const now = await tab.evaluate(() => {
          const root = dui.part(document.getElementById("ranking"), ".root");
          return { look: root.className, lang: root.lang, title: dui.part(root.getRootNode().host, ".title").textContent };
        });
        const expected = {
          null: { look: "root light normal", lang: "zh-Hans" },
          dark: { look: "root dark normal", lang: "zh-Hans" },
          senior: { look: "root light senior", lang: "zh-Hans" },
          traditional: { look: "root light normal", lang: "zh-Hant" },
          english: { look: "root light normal", lang: "en" },
        }[button];
        assert.deepEqual({ look: now.look, lang: now.lang }, expected);
        assert.equal(now.title === before.title, expected.lang === "zh-Hans");
        assert.deepEqual(await axe(tab), []);
        assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= width);
      });
    }
  }
});

test("the senior version has large targets and large text", async () => {
  await openDemo(NARROWEST);
  await tab.evaluate(() => document.getElementById("senior").click());
  await tab.evaluate(() => dui.settled());
  const small = await tab.evaluate(() => {
    const faults = [];
    const targets = [...document.querySelectorAll(".tools button, .font, select")];
    const parts = [".title", ".subtitle", ".reading", ".summary", "td", "th", ".note", ".sources", ".tip"];
    for (const widget of document.querySelectorAll("dui-biao")) {
      targets.push(dui.part(widget, ".summary"));
      dui.part(widget, "details").open = true;
      for (const part of parts) {
        const element = dui.part(widget, part);
        const size = element ? parseFloat(getComputedStyle(element).fontSize) : 18;
        if (size < 18) faults.push(`${widget.id} ${part} is ${size} px`);
      }
    }
    for (const target of targets) {
      const { height } = target.getBoundingClientRect();
      if (height < 44) faults.push(`${target.id || target.className} is ${height} px high`);
    }
    return faults;
  });
  assert.deepEqual(small, []);
});
