// The widget: what it draws, under which policy, at which size, and through which changes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ENGINE, NARROWEST, serve, testInChromium, until } from "./harness.mjs";
import { DATA, bundled, drawn, launchWithHelpers, openEmpty, openFresh, small } from "./widgets.mjs";

const HOME = "#1456b8";
const TARGET = "#8a4b08";
const PEER = "#8c95a1";
const MISSED = "#b97f45";
const HOME_DARK = "#6fa8f5";

let tab;
/** The driver's own line to the browser, where it has one. */
let devtools;

before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 1280, height: 900 } });
  if (ENGINE === "chromium") devtools = await tab.page.context().newCDPSession(tab.page);
}, { timeout: 60_000 });
after(() => tab?.close());

/** Nothing was blocked, nothing failed, nothing was asked of anyone else. */
function assertClean(server = tab.server) {
  assert.deepEqual(tab.seen.violations, []);
  assert.deepEqual(tab.seen.errors, []);
  const elsewhere = tab.seen.requests.filter((url) => !url.startsWith("data:") && !url.startsWith(`${server}/`));
  assert.deepEqual(elsewhere, []);
}

const requestsOf = (end) => tab.seen.requests.filter((url) => url.split("?")[0].endsWith(end)).length;

/** What `dui` says of an element of the page. */
const said = (id) => tab.evaluate((id) => dui.said(document.getElementById(id)), id);
const colours = (id) => tab.evaluate((id) => dui.colours(document.getElementById(id)), id);
const places = (id, colour, from) =>
  tab.evaluate(({ id, colour, from }) => dui.places(document.getElementById(id), colour, from), { id, colour, from });

describe("the demo page", () => {
  before(async () => {
    await openFresh(tab, "/");
    await drawn(tab);
  });

  test("nothing is blocked, nothing fails, nothing comes from elsewhere", () => {
    assertClean();
    assert.equal(requestsOf("duibiao_bg.wasm"), 1);
    assert.equal(requestsOf("duibiao.core.js"), 0);
  });

  test("the ranking says the six figures of the dataset, and that one is missing", async () => {
    const { title, subtitle, reading, columns, rows, home, sources, message } = await said("ranking");
    assert.match(title, /嘉兴.*芜湖.*4\.9倍/);
    assert.match(subtitle, /行政诉讼败诉率.*%.*2022年/);
    for (const fact of ["3.08%", "15.12%", "12.04个百分点", "7.18%", "淮北未见公开数据", "8%"]) {
      assert.ok(reading.includes(fact), `${fact}: ${reading}`);
    }
    const value = columns.findIndex((column) => column.startsWith("行政诉讼败诉率"));
    const place = columns.indexOf("地区");
    const told = rows.map((row) => `${row[place]} ${row[value]}`.replace(/ [†‡§¶]+$/, ""));
    const expected = ["嘉兴 3.08", "湖州 6.1", "徐州 6.86", "宿迁 7.5", "马鞍山 9.54", "芜湖 15.12", "淮北 未见公开数据"];
    assert.deepEqual(told, expected);
    assert.deepEqual(home, ["淮北"]);
    assert.match(sources, /淮北市赴外地学习考察调研报告.*司法篇.*衢州市全产业链/);
    assert.equal(message, "");
  });

  test("the trajectory says the path from 1,000 to 2,000", async () => {
    const { title, reading, columns, rows, notes, sources } = await said("trajectory");
    assert.match(title, /2025年.*2,000亿元.*26\.0%/);
    for (const fact of ["1,000亿元", "1,260", "1,587", "2,000"]) assert.ok(reading.includes(fact), `${fact}: ${reading}`);
    const column = (start) => columns.findIndex((name) => name.startsWith(start));
    const told = rows.map((row) => [row[column("时期")], row[column("工业产值")] || row[column("路径应达")]]);
    const expected = [["2022年", "1,000"], ["2023年", "1,260"], ["2024年", "1,587"], ["2025年", "2,000"]];
    assert.deepEqual(told, expected);
    assert.ok(notes.some((note) => note.includes("空心点")), notes.join());
    assert.match(sources, /经信篇/);
  });

  test("the bars are as long as their values, in the colours of who meets the target", async () => {
    const bars = [];
    for (const colour of [PEER, MISSED]) {
      const { rows } = await places("ranking", colour);
      // a bar is a run of rows with its colour; where its label does not lie on it, a row is as long as the bar
      let longest = 0;
      for (const count of [...rows, 0]) {
        if (count > 0) longest = Math.max(longest, count);
        else if (longest > 20) bars.push({ colour, length: longest });
        if (count === 0) longest = 0;
      }
    }
    const values = [3.08, 6.1, 6.86, 7.5, 9.54, 15.12];
    assert.deepEqual(bars.map(({ colour }) => colour), [PEER, PEER, PEER, PEER, MISSED, MISSED]);
    const scale = bars.at(-1).length / values.at(-1);
    for (const [index, { length }] of bars.entries()) {
      // lines across a bar take a few pixels of it
      assert.ok(Math.abs(length - values[index] * scale) < 6, `${values[index]}: ${length}, scale ${scale}`);
    }
  });

  test("the target line runs down all rows in the earth tone, the missing home row is in the accent", async () => {
    const target = await places("ranking", TARGET);
    const longest = Math.max(...target.columns);
    assert.ok(longest > target.height * 0.6, `${longest} of ${target.height}`);
    const grey = await places("ranking", PEER);
    const missed = await places("ranking", MISSED);
    const scale = (missed.right + 1 - grey.left) / 15.12;
    const at = target.columns.indexOf(longest);
    assert.ok(Math.abs(at - (grey.left + 8 * scale)) < 4, `target at ${at}, 8 % at ${grey.left + 8 * scale}`);
    const home = await places("ranking", HOME);
    // words, whose edges each engine smoothes in its way
    assert.ok(home.count > 50, `${home.count}`);
    assert.ok(home.top > missed.bottom, `home from ${home.top}, bars to ${missed.bottom}`);
  });

  test("the path climbs in the earth tone to the target, from a hollow point in the accent, without peers", async () => {
    const path = await places("trajectory", TARGET);
    assert.ok(path.count > 300, `${path.count}`);
    const home = await places("trajectory", HOME);
    assert.ok(home.count >= 12, `${home.count}`);
    assert.ok(home.right - home.left <= 10 && home.bottom - home.top <= 10, JSON.stringify([home.left, home.right]));
    assert.ok(path.right - home.right > path.width * 0.4, `from ${home.right} to ${path.right}`);
    // 2,000 is twice as high above the axis as 1,000
    const { rows } = await places("trajectory", "#868e99");
    const bottom = rows.indexOf(Math.max(...rows));
    const tip = await places("trajectory", TARGET, path.right - 5);
    const [start, goal] = [home, tip].map(({ top, bottom }) => (top + bottom) / 2);
    assert.ok(Math.abs((bottom - goal) / (bottom - start) - 2) < 0.03, JSON.stringify({ bottom, start, goal }));
    assert.equal((await places("trajectory", PEER)).count, 0);
  });

  test("the fallback is not shown beside the figure", async () => {
    const shown = await tab.evaluate(() => [...document.querySelectorAll("dui-biao > table")].map(dui.hasBox));
    assert.deepEqual(shown, [false, false]);
  });
});

describe("the strict policy", () => {
  const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-src 'self'";
  let strict;
  let address;
  before(async () => {
    strict = await serve("strict");
    address = await tab.before(strict.url);
  });
  after(() => strict?.close());

  test('with core="js" nothing is blocked, nothing is said, no wasm is fetched', async () => {
    const { headers } = await fetch(`${strict.url}/pages/javascript.html`);
    assert.equal(headers.get("content-security-policy"), POLICY);
    await openFresh(tab, `${address}/pages/javascript.html`);
    await drawn(tab);
    assertClean(address);
    assert.deepEqual(tab.seen.console.filter((line) => !line.includes("getImageData")), []);
    assert.equal(requestsOf(".wasm"), 0);
    assert.equal(requestsOf("duibiao.core.js"), 1);
    const [ranking, trajectory] = [await said("ranking"), await said("trajectory")];
    assert.match(ranking.title, /4\.9倍/);
    assert.match(trajectory.title, /26\.0%/);
  });

  test("without it the JavaScript core takes over, and draws what the wasm draws", async () => {
    await openFresh(tab, `${address}/pages/either.html`);
    await drawn(tab);
    assert.equal(requestsOf("duibiao.core.js"), 1);
    const javascript = [await said("ranking"), await colours("ranking"), await colours("trajectory")];
    await openFresh(tab, "/pages/either.html");
    await drawn(tab);
    assert.equal(requestsOf("duibiao.core.js"), 0);
    assert.equal(requestsOf("duibiao_bg.wasm"), 1);
    assert.deepEqual([await said("ranking"), await colours("ranking"), await colours("trajectory")], javascript);
  });
});

describe("size and density", () => {
  let height = 900;
  /** Another screen under the live page. Always another height: with that alone, density tells no one it has changed. */
  const screen = (width, deviceScaleFactor = 1) => {
    height = height === 900 ? 901 : 900;
    if (!devtools) return tab.page.setViewportSize({ width, height });
    return devtools.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
  };
  after(() => (devtools ? devtools.send("Emulation.clearDeviceMetricsOverride") : screen(1280)));

  test("the canvas follows the width, down and up; nothing sticks out", async () => {
    await openFresh(tab, "/");
    const heights = [];
    for (const width of [1280, 768, 501, NARROWEST, 501, 768, 1280]) {
      await screen(width);
      await tab.until((width) => innerWidth === width, width);
      await drawn(tab);
      const measured = await tab.evaluate(() =>
        [...document.querySelectorAll("dui-biao")].map((widget) => {
          const { width: backing } = dui.part(widget, "canvas");
          const canvas = dui.part(widget, "canvas").getBoundingClientRect();
          const host = widget.getBoundingClientRect();
          const parts = [".root", ".title", ".subtitle", ".plot", ".reading", ".notes", ".sources"];
          const cut = parts.filter((name) => dui.part(widget, name).scrollWidth > dui.part(widget, name).clientWidth);
          const inside = canvas.left >= host.left && canvas.right <= host.right;
          const stretched = Math.abs(canvas.width - backing) > 0.06;
          const over = widget.scrollWidth - widget.clientWidth;
          return { width: canvas.width, height: canvas.height, faults: { inside, stretched, cut, over } };
        }),
      );
      for (const { width: canvas, faults } of measured) {
        assert.deepEqual(faults, { inside: true, stretched: false, cut: [], over: 0 }, `at ${width}`);
        assert.ok(canvas <= width && canvas > width * 0.6, `${canvas} of ${width}`);
      }
      const page = await tab.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(page <= width, `the page is ${page} wide on a screen of ${width}`);
      heights.push(measured.map(({ height }) => height));
    }
    // the way back leads to the same picture
    assert.deepEqual(heights.slice(4).reverse(), heights.slice(0, 3));
    assert.deepEqual(await tab.evaluate(() => dui.faults), []);
    assert.deepEqual(tab.seen.errors, []);
  });

  test("in narrow places and under styles that reach inside, nothing sticks out", async () => {
    await screen(1280);
    await openEmpty(tab);
    const found = await tab.evaluate(async (src) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".narrow{width:200px}.hard{white-space:nowrap;text-transform:uppercase;writing-mode:vertical-rl;width:600px}");
      document.adoptedStyleSheets = [sheet];
      const over = [];
      for (const name of ["narrow", "hard"]) {
        const place = document.body.appendChild(document.createElement("div"));
        place.className = name;
        const widget = await dui.show({ src, view: "loss-rate" }, place);
        await dui.settled();
        const right = place.getBoundingClientRect().right + 1;
        for (const part of [".title", ".reading", ".canvas", ".sources"]) {
          const element = dui.part(widget, part);
          if (element.getBoundingClientRect().right > right || element.scrollWidth > element.clientWidth + 1) over.push(`${name} ${part}`);
        }
        if (dui.part(widget, ".plot").clientWidth < 100) over.push(`${name} plot`);
      }
      document.adoptedStyleSheets = [];
      return over;
    }, DATA);
    assert.deepEqual(found, []);
  });

  test("in layouts that grow with their content, it shrinks too", async () => {
    await screen(1280);
    await openFresh(tab, "/pages/columns.html");
    await drawn(tab);
    await tab.evaluate(() => {
      for (const widget of document.querySelectorAll("dui-biao")) dui.part(widget, "details").open = true;
    });
    for (const width of [1280, 768, NARROWEST]) {
      await screen(width);
      await tab.until((width) => innerWidth === width, width);
      await drawn(tab);
      const widths = await tab.evaluate(() =>
        Object.fromEntries([...document.querySelectorAll("dui-biao")].map(({ id, offsetWidth }) => [id, offsetWidth])),
      );
      const room = await tab.evaluate(() => document.documentElement.clientWidth);
      assert.deepEqual(widths, { flex: room, grid: room, cell: room }, `at ${width}`);
    }
  });

  testInChromium("the backing store follows the density of the screen, on the live page", async () => {
    await screen(1280, 1);
    await openFresh(tab, "/");
    await drawn(tab);
    const before = await followDensity([1, 2, 3, 1.5, 1]);
    // four times the pixels for the same bars
    assert.ok(before[2] / before[1] > 3.6 && before[2] / before[1] < 4.4, JSON.stringify(before));
    assert.ok(before[3] / before[1] > 8 && before[3] / before[1] < 10, JSON.stringify(before));
  });

  testInChromium("it still does after the widget has been moved", async () => {
    await screen(1280, 1);
    await openFresh(tab, "/");
    await drawn(tab);
    await tab.evaluate(async () => {
      const widget = document.getElementById("ranking");
      const ready = dui.next(widget, "ready");
      document.querySelector("article").prepend(widget);
      await ready;
    });
    await followDensity([1, 2]);
  });

  /** Goes through densities; resolves with the grey pixels at each. */
  async function followDensity(densities) {
    const grey = {};
    for (const density of densities) {
      await screen(1280, density);
      await tab.until((density) => devicePixelRatio === density, density);
      await drawn(tab);
      const { css, backing } = await tab.evaluate(() => {
        const canvas = dui.part(document.getElementById("ranking"), "canvas");
        const { width, height } = canvas.getBoundingClientRect();
        return { css: [width, height], backing: [canvas.width, canvas.height] };
      });
      // a pixel of the canvas is one of the screen: stretched, it would be blurred
      for (const [side, length] of css.entries()) {
        assert.ok(Math.abs(length * density - backing[side]) < 0.06, `${backing} for ${css} at ${density}`);
      }
      const { count } = await places("ranking", PEER);
      assert.ok(count > 10_000 * density, `${count} grey pixels at ${density}`);
      grey[density] = count;
    }
    return grey;
  }
});

describe("coming, going, moving", () => {
  /** Answers an address with the dataset when told to. */
  async function held(name) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    let [asked, answered] = [0, 0];
    await tab.page.route(`**/${name}`, async (route) => {
      asked += 1;
      await released;
      // who has gone does not wait any more
      await route.fulfill({ contentType: "application/json", body: bundled() }).catch(() => {});
      answered += 1;
    });
    return {
      src: `/data/${name}`,
      asked: () => until(() => asked),
      /** Answers, and waits until the page has had time to take it in: a later answer has been. */
      async release() {
        release();
        await until(() => answered);
        await tab.evaluate(async () => (await fetch("/dataset.schema.json")).text());
        await tab.evaluate(() => dui.settled());
      },
    };
  }

  before(() => openEmpty(tab));

  test("removed while its data is on the way it says nothing, and draws when it comes back", async () => {
    const data = await held("removed.json");
    await tab.evaluate((src) => {
      window.removed = dui.make({ src, view: "loss-rate" });
      document.body.append(removed);
    }, data.src);
    await data.asked();
    await tab.evaluate(() => removed.remove());
    await data.release();
    assert.deepEqual(await tab.evaluate(() => dui.heard.filter(({ id }) => id === removed.id)), []);
    await tab.evaluate(async () => {
      const ready = dui.next(removed, "ready");
      document.body.append(removed);
      await ready;
      await dui.settled();
    });
    assert.deepEqual(await tab.evaluate(() => dui.heard.filter(({ id }) => id === removed.id).map(({ type }) => type)), ["ready"]);
    assert.ok(await tab.evaluate(() => dui.isDrawn(removed)));
    assertClean();
  });

  test("removed and put back while its data is on the way it draws once", async () => {
    const data = await held("blink.json");
    await tab.evaluate((src) => {
      window.blink = dui.make({ src, view: "doubling" });
      document.body.append(blink);
    }, data.src);
    await data.asked();
    await tab.evaluate(async () => {
      blink.remove();
      await dui.settled();
      document.body.append(blink);
    });
    await data.release();
    await tab.until(() => dui.isDrawn(blink));
    assert.deepEqual(await tab.evaluate(() => dui.heard.filter(({ id }) => id === blink.id).map(({ type }) => type)), ["ready"]);
    assertClean();
  });

  test("moved in the document it draws again, without asking for anything again", async () => {
    const { title, moved } = await tab.evaluate(async (src) => {
      const widget = await dui.show({ src, view: "loss-rate" });
      const { title } = dui.said(widget);
      const section = document.createElement("section");
      document.body.append(section);
      const ready = dui.next(widget, "ready");
      section.append(widget);
      await ready;
      await dui.settled();
      const fallback = dui.hasBox(widget.querySelector(".fallback"));
      return { title, moved: { title: dui.said(widget).title, isDrawn: dui.isDrawn(widget), fallback } };
    }, DATA);
    assert.match(title, /嘉兴/);
    assert.deepEqual(moved, { title, isDrawn: true, fallback: false });
    assert.equal(requestsOf("duibiao_bg.wasm"), 1);
    assert.equal(requestsOf("huaibei-2023.json"), 1);
    assertClean();
  });

  test("twenty widgets share one core and one dataset", async () => {
    await openEmpty(tab);
    const titles = await tab.evaluate(async (src) => {
      const views = ["loss-rate", "doubling"];
      const widgets = Array.from({ length: 20 }, (_, index) => dui.show({ src, view: views[index % 2] }));
      const shown = await Promise.all(widgets);
      await dui.settled();
      return shown.map((widget) => dui.isDrawn(widget) && dui.said(widget).title);
    }, DATA);
    assert.equal(titles.length, 20);
    for (const [index, title] of titles.entries()) assert.match(title, index % 2 ? /26\.0%/ : /4\.9倍/);
    assert.equal(requestsOf("duibiao_bg.wasm"), 1);
    assert.equal(requestsOf("huaibei-2023.json"), 1);
    assert.equal(requestsOf("duibiao.core.js"), 0);
    assertClean();
  });
});

describe("attributes, properties, events", () => {
  before(async () => {
    await openEmpty(tab);
    await tab.evaluate(async (src) => (window.widget = await dui.show({ src, view: "loss-rate", home: "huaibei" })), DATA);
  });

  /** Sets attributes; resolves with what was heard, and what is said and drawn before and after. */
  const change = (attributes, isLater = false) =>
    tab.evaluate(async ({ attributes, isLater }) => {
      const look = () => {
        const { width, height } = dui.part(widget, "canvas");
        return { ...dui.said(widget), colours: dui.colours(widget), width, height };
      };
      const before = look();
      dui.heard.length = 0;
      const told = isLater && dui.next(widget, "change");
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) widget.removeAttribute(name);
        else widget.setAttribute(name, value);
      }
      await told;
      await dui.settled();
      return { before, after: look(), heard: dui.heard.map(({ type, detail }) => ({ type, detail })) };
    }, { attributes, isLater });

  /** One change was heard, with the words that are now shown. */
  function assertChanged({ after, heard }) {
    assert.deepEqual(heard, [{ type: "change", detail: { title: after.title, reading: after.reading, choices: "" } }]);
  }

  test("it was ready once, and nothing else", async () => {
    await tab.evaluate(() => dui.settled());
    const { title, reading } = await tab.evaluate(() => dui.said(widget));
    const heard = await tab.evaluate(() => dui.heard);
    const id = await tab.evaluate(() => widget.id);
    assert.deepEqual(heard, [{ type: "ready", id, detail: { title, reading, choices: "" }, bubbles: true, composed: true }]);
  });

  test("another home is drawn in the accent", async () => {
    const changed = await change({ home: "wuhu" });
    assertChanged(changed);
    assert.ok(!(changed.before.colours[HOME] > 2000), `${changed.before.colours[HOME]}`);
    assert.ok(changed.after.colours[HOME] > 5000, `${changed.after.colours[HOME]}`);
    assert.match(changed.after.title, /芜湖/);
    assert.deepEqual(changed.after.home, ["芜湖"]);
  });

  test("another indicator is another ranking", async () => {
    const changed = await change({ indicator: "listed-firms" });
    assertChanged(changed);
    assert.match(changed.after.subtitle, /上市/);
    assert.notDeepEqual(changed.after.rows, changed.before.rows);
    assert.notDeepEqual(changed.after.colours, changed.before.colours);
    const back = await change({ indicator: null });
    assertChanged(back);
    assert.deepEqual(back.after.rows, changed.before.rows);
  });

  test("another language is said, drawn and declared", async () => {
    const changed = await change({ lang: "en" });
    assertChanged(changed);
    assert.match(changed.after.title, /Wuhu/);
    assert.notDeepEqual(changed.after.colours, changed.before.colours);
    assert.equal(await tab.evaluate(() => dui.part(widget, ".root").lang), "en");
    // which needs the dataset anew, with other names
    const traditional = await change({ lang: "zh-Hant" }, true);
    assertChanged(traditional);
    assert.match(traditional.after.reading, /個地區/);
    assertChanged(await change({ lang: null }, true));
  });

  test("the dark theme has other colours", async () => {
    const changed = await change({ theme: "dark" });
    assertChanged(changed);
    assert.ok(changed.before.colours[HOME] > 5000 && !changed.before.colours[HOME_DARK]);
    assert.ok(changed.after.colours[HOME_DARK] > 5000 && !changed.after.colours[HOME]);
    assert.equal(changed.after.title, changed.before.title);
    assertChanged(await change({ theme: null }));
  });

  testInChromium("without a theme it follows the system, live", async () => {
    const follow = async (colorScheme) => {
      await tab.evaluate(() => (dui.heard.length = 0));
      await tab.page.emulateMedia({ colorScheme });
      await tab.evaluate(() => dui.settled());
      return tab.evaluate(() => ({ heard: dui.heard.map(({ type }) => type), colours: dui.colours(widget) }));
    };
    const dark = await follow("dark");
    assert.deepEqual(dark.heard, ["change"]);
    assert.ok(dark.colours[HOME_DARK] > 5000 && !dark.colours[HOME]);
    const told = await change({ theme: "light" });
    assert.ok(told.after.colours[HOME] > 5000 && !told.after.colours[HOME_DARK]);
    const light = await follow("light");
    assert.ok(light.colours[HOME] > 5000 && !light.colours[HOME_DARK]);
    assertChanged(await change({ theme: null }));
  });

  test("the senior size is larger, in words and drawing", async () => {
    const sizes = () => tab.evaluate(() => parseFloat(getComputedStyle(dui.part(widget, ".reading")).fontSize));
    const before = await sizes();
    const changed = await change({ size: "senior" });
    assertChanged(changed);
    assert.ok(changed.after.height > changed.before.height * 1.15, `${changed.before.height} to ${changed.after.height}`);
    assert.ok((await sizes()) >= 18 && (await sizes()) > before, `${before} to ${await sizes()}`);
    assert.ok(await tab.evaluate(() => dui.isDrawn(widget)));
    assertChanged(await change({ size: null }));
  });

  test("attributes set together are one change, attributes set to what they were are none", async () => {
    const together = await change({ home: "xuzhou", lang: "en", theme: "dark", size: "large" });
    assertChanged(together);
    assert.deepEqual((await change({ home: "xuzhou", lang: "en" })).heard, []);
    assertChanged(await change({ home: "huaibei", lang: null, theme: null, size: null }));
  });

  test("a dataset can be given as an object or as text, again and again", async () => {
    const data = small();
    const titles = await tab.evaluate(async (data) => {
      const widget = dui.make();
      document.body.append(widget);
      const titles = [];
      for (const given of [data, JSON.stringify(data).replaceAll("乙市", "丁市")]) {
        const ready = dui.next(widget, "ready");
        widget.data = given;
        await ready;
        await dui.settled();
        titles.push(dui.isDrawn(widget) && dui.said(widget).title);
      }
      return titles;
    }, data);
    assert.match(titles[0], /乙市/);
    assert.equal(titles[1], titles[0].replaceAll("乙市", "丁市"));
  });

  test("a dataset given before the element is in the page is shown when it is", async () => {
    const title = await tab.evaluate(async (data) => {
      const widget = dui.make();
      widget.data = data;
      const ready = dui.next(widget, "ready");
      document.body.append(widget);
      return (await ready).title;
    }, small());
    assert.match(title, /乙市/);
  });

  test("a dataset given before the element is defined is not lost", async () => {
    await openFresh(tab, "/pages/early.html");
    await tab.evaluate(() => customElements.whenDefined("dui-biao").then(() => true));
    await drawn(tab);
    assert.match((await said("early")).title, /乙市/);
    assertClean();
  });

  test("events leave a shadow tree and reach the window", async () => {
    await openEmpty(tab);
    const heard = await tab.evaluate(async (src) => {
      const host = document.createElement("div");
      host.id = "outer";
      document.body.append(host);
      const widget = await dui.show({ src, view: "loss-rate" }, host.attachShadow({ mode: "open" }));
      widget.setAttribute("lang", "en");
      await dui.settled();
      widget.setAttribute("view", "nonsense");
      await dui.settled();
      return dui.heard.map(({ type, id, bubbles, composed }) => ({ type, id, bubbles, composed }));
    }, DATA);
    const event = { id: "outer", bubbles: true, composed: true };
    assert.deepEqual(heard, ["ready", "change", "error"].map((type) => ({ type, ...event })));
  });
});
