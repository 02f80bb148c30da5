// What a page's own scripts do with the element: properties, figure, files, events; and the page's own life round it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { testInChromium, until } from "./harness.mjs";
import { DATA, drawn, launchWithHelpers, openEmpty, openFresh, showOne, small } from "./widgets.mjs";

let tab;
before(async () => (tab = await launchWithHelpers({ viewport: { width: 900, height: 900 } })), { timeout: 60_000 });
after(() => tab?.close());

describe("properties", () => {
  test("each attribute is one, and reads as the attribute does", async () => {
    await openEmpty(tab);
    const found = await tab.evaluate(() => {
      const widget = document.createElement("dui-biao");
      const names = Object.keys(Object.getPrototypeOf(widget));
      const wrong = names.filter((name) => {
        const before = widget[name] === "" && !widget.hasAttribute(name);
        widget[name] = "a";
        const set = widget.getAttribute(name) === "a" && widget[name] === "a";
        widget[name] = null;
        return !before || !set || widget.hasAttribute(name);
      });
      const observed = customElements.get("dui-biao").observedAttributes.filter((name) => name !== "lang" && !names.includes(name));
      widget.places = ["huaibei", "wuhu"];
      widget.years = 3;
      return { wrong, observed, places: widget.getAttribute("places"), years: widget.years, count: names.length };
    });
    assert.ok(found.count > 20);
    assert.deepEqual({ ...found, count: 0 }, { wrong: [], observed: [], places: "huaibei,wuhu", years: "3", count: 0 });
  });

  test("set before the script has come they count all the same", async () => {
    await openFresh(tab, "/pages/bare.html");
    const title = await tab.evaluate(
      ({ src, data }) => {
        const widget = document.createElement("dui-biao");
        Object.assign(widget, { view: "output", home: "bing", loading: "eager", data, src });
        document.body.append(widget);
        const script = document.createElement("script");
        script.src = "/pkg/duibiao.js";
        document.head.append(script);
        return new Promise((resolve) => addEventListener("duibiao:ready", ({ detail }) => resolve(detail.title)));
      },
      { src: DATA, data: small() },
    );
    assert.match(title, /丙市/);
  });

  test("nothing given as data gives src its place again", async () => {
    await showOne(tab, { view: "output" }, { data: small() });
    const titles = await tab.evaluate(async (src) => {
      const first = w.figure.title;
      Object.assign(w, { view: "loss-rate", src });
      const ready = new Promise((resolve) => addEventListener("duibiao:change", () => /嘉兴/.test(w.figure.title) && resolve()));
      const text = w.data;
      w.data = undefined;
      await Promise.race([ready, new Promise((resolve) => w.addEventListener("duibiao:ready", resolve))]);
      return [first, w.figure.title, typeof text, typeof w.data];
    }, DATA);
    assert.match(titles[0], /市/);
    assert.match(titles[1], /嘉兴/);
    assert.deepEqual(titles.slice(2), ["string", "undefined"]);
  });
});

describe("as frameworks set them", () => {
  test("data and a name that only the new data has, in one go, are no error", async () => {
    await showOne(tab, { view: "output", home: "yi" }, { data: small() });
    const found = await tab.evaluate(async (data) => {
      dui.heard.length = 0;
      data.regions[1].id = "ding";
      data.observations[1].region = data.views[0].home = "ding";
      const ready = dui.next(w, "ready").catch((error) => error.message);
      w.data = data;
      w.home = "ding";
      await ready;
      await dui.settled();
      return { errors: dui.heard.filter(({ type }) => type === "error"), message: dui.said(w).message, home: dui.said(w).home };
    }, small());
    assert.deepEqual(found, { errors: [], message: "", home: ["乙市"] });
  });

  test("nothing is nothing in each of its forms", async () => {
    await showOne(tab, { view: "loss-rate", src: DATA, home: "huaibei" });
    const found = await tab.evaluate(() => {
      const before = w.getAttribute("home");
      const after = [false, null, undefined, ""].map((nothing) => {
        Object.assign(w, { home: "wuhu" });
        w.home = nothing;
        return w.hasAttribute("home");
      });
      w.data = "";
      return { before, after, data: w.data === undefined };
    });
    assert.deepEqual(found, { before: "huaibei", after: [false, false, false, false], data: true });
  });
});

test("a kind has its core fetched while the data is on its way; a wrong one is put right", async () => {
  for (const [kind, core] of [
    ["trajectory", "trajectory"],
    ["ladder", "ladder"],
    ["", undefined],
  ]) {
    let answer;
    await tab.page.route("**/slow.json", async (route) => {
      await new Promise((resolve) => (answer = resolve));
      await route.continue({ url: `${tab.server}${DATA}` });
    });
    await openEmpty(tab);
    await tab.evaluate((kind) => {
      const widget = dui.make({ src: "/data/slow.json", view: "doubling", kind });
      window.ready = dui.next(widget, "ready");
      document.body.append(widget);
    }, kind);
    const cores = () => tab.seen.requests.filter((url) => url.endsWith("_bg.wasm")).map((url) => url.split("/").pop().replace("_bg.wasm", ""));
    await until(() => answer && (!core || cores().length > 0));
    assert.deepEqual(cores(), core ? [core] : [], `${kind}: before the data is there`);
    answer();
    assert.match((await tab.evaluate(() => ready)).title, /三年翻番/);
    assert.ok(cores().includes("trajectory"));
    // what warms the core up is neither seen nor heard
    assert.deepEqual(await tab.evaluate(() => dui.heard.map(({ type }) => type)), ["ready"]);
    assert.deepEqual(tab.seen.errors, []);
    await tab.page.unroute("**/slow.json");
  }
});

describe("the figure", () => {
  test("is what the widget says, from when it shows until it has gone", async () => {
    await showOne(tab, { view: "output" }, { data: small() });
    const found = await tab.evaluate(() => {
      const { title, reading, columns, rows } = w.figure;
      const given = { title, reading, columns, rows: rows.map((row) => row.cells) };
      const { title: heading, reading: text, columns: heads, rows: lines } = dui.said(w);
      const widget = w;
      widget.remove();
      return { given, said: { title: heading, reading: text, columns: heads, rows: lines }, none: [widget, document.createElement("dui-biao")].map(({ figure }) => figure === undefined) };
    });
    assert.deepEqual(found.given, found.said);
    assert.deepEqual(found.none, [true, true]);
  });
});

describe("duibiao:select", () => {
  const selections = () =>
    tab.evaluate(() => {
      window.selected = [];
      addEventListener("duibiao:select", ({ detail }) => selected.push(detail));
    });

  test("tells which place was clicked, and what its tip says", async () => {
    await showOne(tab, { src: DATA, view: "loss-rate" });
    await selections();
    await tab.page.locator("dui-biao .plot").click();
    const { selected, tip } = await tab.evaluate(() => ({ selected, tip: dui.said(w).tip }));
    assert.equal(selected.length, 1);
    assert.match(selected[0].place, /^[a-z]+$/);
    assert.deepEqual(selected[0].lines, tip);
    const { regions } = await tab.evaluate((src) => fetch(src).then((answer) => answer.json()), DATA);
    const { name, short } = regions.find(({ id }) => id === selected[0].place);
    assert.ok(selected[0].lines[0].includes(short?.["zh-Hans"] ?? short ?? name?.["zh-Hans"] ?? name), JSON.stringify(selected[0]));
  });

  test("and which one was entered by keyboard; where nothing is pointed at, nothing", async () => {
    await showOne(tab, { src: DATA, view: "loss-rate" });
    await selections();
    await tab.page.locator("dui-biao .plot").focus();
    await tab.page.keyboard.press("Enter");
    assert.deepEqual(await tab.evaluate(() => selected), []);
    for (const key of ["ArrowDown", "Enter", "ArrowDown", "Enter"]) await tab.page.keyboard.press(key);
    const places = await tab.evaluate(() => selected.map(({ place }) => place));
    assert.equal(new Set(places).size, 2, String(places));
  });

  test("every view names its places by what the dataset calls them", async () => {
    const { views, regions } = await (await fetch(`${tab.server}${DATA}`)).json();
    const ids = regions.map(({ id }) => id);
    const kinds = new Map(views.map((view) => [view.kind, view.id]));
    for (const [kind, view] of kinds) {
      await showOne(tab, { src: DATA, view });
      await selections();
      await tab.page.locator("dui-biao .plot").focus();
      for (const key of ["Home", "Enter", "End", "Enter"]) await tab.page.keyboard.press(key);
      const places = await tab.evaluate(() => selected.map(({ place }) => place));
      assert.equal(places.length, 2, kind);
      // a check is about figures of several places, a median or an entry of the key about none
      if (kind === "crosscheck") assert.deepEqual(places, ["", ""]);
      else assert.ok(ids.includes(places[0]), `${kind}: ${places}`);
    }
    assert.ok(kinds.size >= 10);
  });
});

describe("files", () => {
  test("are made of what is shown, at once where nothing has been shown yet", async () => {
    await openEmpty(tab);
    const made = await tab.evaluate(
      async ({ data }) => {
        const widget = document.createElement("dui-biao");
        Object.assign(widget, { data, view: "output" });
        // far below what is seen: it has not loaded
        widget.style.marginTop = "9000px";
        document.body.append(widget);
        const [csv, svg, png] = [await widget.export("csv"), await widget.export("svg"), await widget.export("png", { scale: 3 })];
        const { width, height } = await createImageBitmap(png);
        const plot = widget.shadowRoot.querySelector(".plot").clientWidth;
        const bytes = [...new Uint8Array(await csv.arrayBuffer())].slice(0, 3);
        return { types: [csv.type, svg.type, png.type], bytes, csv: await csv.text(), svg: await svg.text(), width, height, plot, title: widget.figure.title };
      },
      { data: small() },
    );
    assert.deepEqual(made.types, ["text/csv;charset=utf-8", "image/svg+xml", "image/png"]);
    assert.deepEqual(made.bytes, [0xef, 0xbb, 0xbf]);
    assert.match(made.csv, /甲市/);
    assert.ok(made.svg.includes(made.title));
    assert.equal(made.width, (made.plot + 48) * 3);
    assert.deepEqual(tab.seen.errors, []);
  });

  test("are refused with the reason", async () => {
    await openEmpty(tab);
    const reasons = await tab.evaluate(async (data) => {
      const reason = (promise) => promise.then(() => "made", ({ code, name }) => (typeof code === "string" ? code : name));
      const [apart, lost, shown] = [document.createElement("dui-biao"), document.createElement("dui-biao"), document.createElement("dui-biao")];
      Object.assign(lost, { src: "/data/lost.json" });
      Object.assign(shown, { data });
      document.body.append(lost, shown);
      return [await reason(apart.export("png")), await reason(lost.export("png")), await reason(shown.export("pdf")), await reason(shown.export("csv"))];
    }, small());
    assert.deepEqual(reasons, ["InvalidStateError", "missing", "TypeError", "made"]);
  });
});

describe("a page", () => {
  test("with another version already keeps that, and is told", async () => {
    await openFresh(tab, "/pages/bare.html");
    const told = await tab.evaluate(async () => {
      class Other extends HTMLElement {
        static version = "0.0.1";
      }
      customElements.define("dui-biao", Other);
      const error = new Promise((resolve) => document.addEventListener("duibiao:error", ({ detail }) => resolve(detail)));
      const script = document.createElement("script");
      script.src = "/pkg/duibiao.js";
      document.head.append(script);
      return { ...(await error), kept: customElements.get("dui-biao") === Other };
    });
    assert.deepEqual({ ...told, message: "" }, { code: "version", message: "", issues: [], kept: true });
    assert.match(told.message, /两个版本/);
  });

  test("in a browser without custom elements keeps its fallbacks, and is told", async () => {
    await openFresh(tab, "/pages/bare.html");
    const told = await tab.evaluate(async () => {
      Object.defineProperty(window, "customElements", { value: undefined });
      document.documentElement.lang = "en";
      document.body.innerHTML = "<dui-biao><p>fallback</p></dui-biao>";
      const error = new Promise((resolve) => document.addEventListener("duibiao:error", ({ detail }) => resolve(detail)));
      const script = document.createElement("script");
      script.src = "/pkg/duibiao.js";
      document.head.append(script);
      return { ...(await error), fallback: dui.hasBox(document.querySelector("p")) };
    });
    assert.deepEqual([told.code, told.fallback], ["old", true]);
    assert.match(told.message, /too old/);
  });

  test("hands a widget to a frame of its own, where it looks and works as before", async () => {
    await showOne(tab, { src: DATA, view: "loss-rate" });
    const found = await tab.evaluate(async () => {
      const frame = document.createElement("iframe");
      Object.assign(frame.style, { width: "700px", height: "800px" });
      // Firefox has another document there once it is loaded
      frame.srcdoc = "<!doctype html>";
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      const widget = w;
      const styled = () => getComputedStyle(dui.part(widget, ".title")).fontWeight;
      const [before, title] = [styled(), dui.said(widget).title];
      const ready = dui.next(widget, "ready");
      frame.contentDocument.body.append(widget);
      const shown = await ready;
      await dui.settled();
      const isDrawn = dui.isDrawn(widget);
      await dui.openChoices(widget);
      const home = dui.part(widget, "[data-key=home]");
      home.value = "wuhu";
      home.dispatchEvent(new Event("change", { bubbles: true }));
      return { before, after: styled(), same: shown.title === title, isDrawn, chosen: dui.said(widget).home };
    });
    assert.equal(found.after, found.before);
    assert.deepEqual([found.same, found.isDrawn, found.chosen], [true, true, ["芜湖"]]);
  });
});

testInChromium("a page that comes back from the cache of the back button goes on where it was", async () => {
  const own = await launchWithHelpers({ viewport: { width: 900, height: 900 }, driver: { ignoreDefaultArgs: ["--disable-back-forward-cache"] } });
  try {
    await openFresh(own, "/hosts/plain.html");
    await drawn(own);
    await own.evaluate(() => addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted)));
    await own.page.goto(`${own.server}/pages/bare.html`);
    // what comes from there is not loaded
    await own.page.goBack({ waitUntil: "commit" });
    await own.until(() => window.persisted !== undefined);
    assert.equal(await own.evaluate(() => window.persisted), true, "it came from the cache");
    await own.evaluate(() => document.querySelector("dui-biao").setAttribute("home", "wuhu"));
    await own.until(() => document.querySelector("dui-biao").figure.rows.some(({ isHome, cells }) => isHome && cells.join().includes("芜湖")));
    await drawn(own);
    assert.deepEqual(own.seen.errors, []);
  } finally {
    await own.close();
  }
});
