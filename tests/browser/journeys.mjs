// What readers and pages do, in any engine: by events that a script can make, since not every driver has hands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINE, axe } from "./harness.mjs";
import { DATA, openFresh, showOne, small, tour } from "./widgets.mjs";

/** @param {() => { tab: object, at: (csp: string, path: string) => string }} context */
export function journeys(context) {
  /** A page with one widget, drawn, of a small dataset where no other is named; the rest in the page, with it as `w`. */
  const withOne = async (attributes, act) => {
    const { tab } = context();
    await showOne(tab, attributes, { data: attributes.src ? undefined : small() });
    return tab.evaluate(act);
  };

  for (const csp of ["wasm", "strict"]) {
    test(`a core comes when a view needs it, and all twelve draw, each with its own words, under policy ${csp}`, async () => {
      const { tab, at } = context();
      const cores = () => tab.seen.requests.map((url) => url.split("/").pop()).filter((name) => /_bg\.wasm$|\.core\.js$/.test(name));
      await openFresh(tab, at(csp, "/gallery.html"));
      await tab.until(() => dui.isDrawn(document.querySelector("dui-biao")));
      assert.ok(!cores().some((name) => name.startsWith("crosscheck")), cores().join());
      const shown = await tour(tab);
      assert.equal(new Set(shown.map(({ title }) => title)).size, 12);
      for (const one of shown) assert.ok(one.isDrawn && one.title.length > 4 && one.reading.length > 10 && one.rows.length > 0, JSON.stringify(one));
      // what only its driver tells, and where axe runs in a few seconds
      if (ENGINE !== "chromium") return;
      const kind = csp === "strict" ? ".core.js" : "_bg.wasm";
      for (const core of ["duibiao", "trajectory", "matrix", "composite", "profile", "history", "quadrant", "progress", "milestones", "ladder", "crosscheck"]) {
        assert.equal(cores().filter((name) => name === core + kind).length, 1, `${core} of ${cores()}`);
      }
      if (csp === "strict") return;
      // other themes, languages and sizes: access.chromium.mjs
      assert.deepEqual(await axe(tab), []);
      assert.deepEqual(tab.seen.errors, []);
      assert.deepEqual(tab.seen.violations, []);
    });
  }

  test("a reader chooses another place, finds it in the address, and takes it back", async () => {
    const found = await withOne({ src: DATA, view: "loss-rate" }, async () => {
      const before = dui.said(w).home;
      await dui.openChoices(w);
      const home = dui.part(w, "[data-key=home]");
      home.value = "wuhu";
      const change = dui.next(w, "change");
      home.dispatchEvent(new Event("change", { bubbles: true }));
      await change;
      const [chosen, address] = [dui.said(w).home, location.hash];
      dui.part(w, "[data-do=undo]").click();
      await dui.settled();
      return { before, chosen, address, after: dui.said(w).home, left: location.hash };
    });
    assert.deepEqual(found.chosen, ["芜湖"]);
    assert.equal(found.address, "#duibiao.w=1;home=wuhu");
    assert.deepEqual([found.after, found.left], [found.before, ""]);
  });

  test("keys go from item to item and are told; Enter selects", async () => {
    const found = await withOne({ src: DATA, view: "loss-rate" }, async () => {
      const plot = dui.part(w, ".plot");
      const press = (key) => plot.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const selected = [];
      addEventListener("duibiao:select", ({ detail }) => selected.push(detail));
      plot.focus();
      press("End");
      const { live, tip } = dui.said(w);
      press("Enter");
      press("Escape");
      return { live, tip, selected, after: dui.said(w).tip };
    });
    assert.ok(found.tip.length > 0 && found.live.startsWith(found.tip[0]), JSON.stringify(found));
    assert.deepEqual(found.selected.map(({ lines }) => lines), [found.tip]);
    assert.deepEqual(found.after, []);
  });

  test("a pointer is told what it is at, and drags the target", async () => {
    const found = await withOne({ src: DATA, view: "doubling" }, async () => {
      const plot = dui.part(w, ".plot");
      const handle = dui.part(w, ".handle");
      // no pointer of the system's is down that could be captured
      handle.setPointerCapture = () => undefined;
      const box = handle.getBoundingClientRect();
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const point = (target, type, dy) =>
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerId: 1, button: 0, clientX: at.x, clientY: at.y + dy }));
      const before = dui.said(w).title;
      point(plot, "pointermove", 0);
      const { tip } = dui.said(w);
      point(handle, "pointerdown", 0);
      point(handle, "pointermove", 40);
      await dui.settled();
      point(handle, "pointerup", 40);
      await dui.settled();
      return { before, tip, after: dui.said(w).title, address: location.hash };
    });
    assert.ok(found.tip.length > 0);
    assert.notEqual(found.after, found.before);
    assert.match(found.address, /factor=/);
  });

  test("what is shown can be taken along as picture, drawing and table", async () => {
    const made = await withOne({ view: "output" }, async () => {
      const [csv, svg, png] = [await w.export("csv"), await w.export("svg"), await w.export("png")];
      const picture = new Image();
      picture.src = URL.createObjectURL(png);
      await picture.decode();
      return { csv: await csv.text(), svg: await svg.text(), width: picture.naturalWidth, plot: dui.part(w, ".plot").clientWidth, title: w.figure.title };
    });
    assert.match(made.csv, /甲市,120/);
    assert.ok(made.svg.includes(made.title));
    assert.equal(made.width, (made.plot + 48) * 2);
  });

  test("another language, letters and colours are taken up", async () => {
    const found = await withOne({ src: DATA, view: "loss-rate" }, async () => {
      const set = async (attributes) => {
        const change = dui.next(w, "change");
        for (const [name, value] of Object.entries(attributes)) w.setAttribute(name, value);
        await change;
        await dui.settled();
        const { title } = dui.said(w);
        return { title, ground: getComputedStyle(dui.part(w, ".root")).backgroundColor, size: parseFloat(getComputedStyle(dui.part(w, ".reading")).fontSize) };
      };
      return [await set({ theme: "light" }), await set({ lang: "zh-Hant" }), await set({ lang: "en", theme: "dark", size: "senior" })];
    });
    const [first, hant, en] = found;
    assert.match(hant.title, /嘉興行政訴訟/);
    assert.match(en.title, /^[\x20-\x7e\u2010-\u2030]+$/);
    assert.notEqual(en.ground, first.ground);
    assert.ok(en.size > first.size * 1.3, `${first.size} to ${en.size}`);
  });

  test("where the data is missing, or a page, the fallback stays under the reason", async () => {
    const { tab, at } = context();
    await tab.open(at("wasm", "/pages/empty.html"));
    const found = await tab.evaluate(async () => {
      const codes = [];
      for (const src of ["/data/nowhere.json", "/gallery.html"]) {
        const widget = dui.make({ src });
        const error = dui.next(widget, "error");
        document.body.append(widget);
        const { code } = await error;
        await dui.settled();
        codes.push([code, dui.said(widget).message.length > 5, dui.hasBox(widget.querySelector(".fallback"))]);
      }
      return codes;
    });
    assert.deepEqual(found, [
      ["missing", true, true],
      ["html", true, true],
    ]);
  });

  test("a frame takes the height of what it shows", async () => {
    const { tab, at } = context();
    await tab.open(at("wasm", "/hosts/framed.html"));
    await tab.until(() => document.querySelector("iframe").clientHeight > 400);
    const inner = await tab.evaluate(() => document.querySelector("iframe").contentDocument.documentElement.getBoundingClientRect().height);
    await tab.until((inner) => Math.abs(document.querySelector("iframe").clientHeight - inner) <= 1, inner);
  });

  test("on paper all of it is on white, opened, and then as it was", async () => {
    const found = await withOne({ src: DATA, view: "loss-rate", theme: "dark" }, async () => {
      const look = () => ({ isPrint: dui.part(w, ".root").classList.contains("print"), isOpen: dui.part(w, ".data").open });
      dispatchEvent(new Event("beforeprint"));
      const printed = look();
      dispatchEvent(new Event("afterprint"));
      await dui.settled();
      return [printed, look()];
    });
    assert.deepEqual(found, [
      { isPrint: true, isOpen: true },
      { isPrint: false, isOpen: false },
    ]);
  });

  test("magnified four times, a page scrolls in one direction only", async () => {
    const { tab, at } = context();
    await tab.open(at("wasm", "/hosts/zoom.html"));
    const found = await tab.until(() => {
      const page = document.querySelector("iframe").contentDocument;
      const widget = page?.querySelector("dui-biao");
      if (!widget?.figure || !dui.isDrawn(widget)) return undefined;
      const { scrollWidth, clientWidth } = page.documentElement;
      return { scrollWidth, clientWidth, title: dui.said(widget).title };
    });
    assert.ok(found.scrollWidth <= found.clientWidth, JSON.stringify(found));
    assert.match(found.title, /嘉兴/);
  });

  test("blocks that a CMS leaves become widgets, and later ones too", async () => {
    const { tab, at } = context();
    await tab.open(at("wasm", "/hosts/blocks.html"));
    await tab.until(() => dui.isDrawn(document.querySelector("dui-biao")));
    const title = await tab.evaluate(async () => {
      const column = document.createElement("div");
      column.innerHTML = '<p><span data-duibiao="/data/huaibei-2023.json" data-view="doubling" data-loading="eager">备用</span></p>';
      const ready = new Promise((resolve) => column.addEventListener("duibiao:ready", resolve, { once: true }));
      document.body.append(column);
      await ready;
      return dui.said(column.querySelector("dui-biao")).title;
    });
    assert.match(title, /三年翻番/);
    // a copy is a widget, and none within a widget
    const copies = await tab.evaluate(async () => {
      const copy = document.querySelector("[data-duibiao]").cloneNode(true);
      const ready = new Promise((resolve) => copy.addEventListener("duibiao:ready", resolve, { once: true }));
      document.body.append(copy);
      copy.scrollIntoView();
      await ready;
      return { nested: document.querySelectorAll("dui-biao dui-biao").length, title: dui.said(copy.querySelector("dui-biao")).title.length > 0 };
    });
    assert.deepEqual(copies, { nested: 0, title: true });
  });
}
