// The choices above a drawing: by mouse and by keyboard, taken back, kept in the address, found again.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NARROWEST, axe } from "./harness.mjs";
import { DATA, launchWithHelpers, openChoices, openEmpty, showOne, small } from "./widgets.mjs";

let tab;
before(async () => (tab = await launchWithHelpers({ viewport: { width: 900, height: 900 } })), { timeout: 60_000 });
after(() => tab?.close());

const said = () => tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
const hash = () => tab.evaluate(() => decodeURIComponent(location.hash));

/** A page with one widget, whose id is w, opened at this fragment. */
const show = (attributes, fragment) => showOne(tab, attributes, { fragment });

/** Opens the choices. */
const open = () => openChoices(tab);
const locate = (selector) => tab.page.locator(`dui-biao ${selector}`);

describe("choosing", () => {
  test("another indicator: its own period and places, in title, table and address", async () => {
    await show({ src: DATA, view: "loss-rate" });
    assert.equal(await locate(".choices").count(), 0);
    await open();
    await locate("[data-key=indicator]").selectOption("listed-firms");
    const { title, columns } = await said();
    assert.ok(columns.some((column) => column.includes("上市")), `${title}: ${columns}`);
    assert.equal(await hash(), "#duibiao.w=1;indicator=listed-firms");
    // the control is the one that was used
    assert.equal(await locate("[data-key=indicator]").evaluate((select) => select.value), "listed-firms");
  });

  test("a place goes and comes back, others stay", async () => {
    await show({ src: DATA, view: "loss-rate" });
    await open();
    const places = async () => (await said()).rows.map((row) => row[1]);
    const all = await places();
    await locate("[data-key=places][value=wuhu]").uncheck();
    assert.deepEqual(await places(), all.filter((place) => place !== "芜湖"));
    await locate("[data-key=places][value=wuhu]").check();
    assert.deepEqual((await places()).toSorted(), all.toSorted());
  });

  test("rows stand as the data lists them, or the best of a column first; what is found stays", async () => {
    const places = async (column) => (await said()).rows.map((row) => row[column]);
    await show({ src: DATA, view: "loss-rate" });
    const { title } = await said();
    const before = await places(1);
    await open();
    await locate("[data-key=sort]").selectOption("listed");
    const after = await places(1);
    assert.notDeepEqual(after, before);
    assert.deepEqual(after.toSorted(), before.toSorted());
    assert.equal((await said()).title, title);
    assert.equal(await hash(), "#duibiao.w=1;sort=listed");
    await locate("[data-do=reset]").click();
    assert.deepEqual(await places(1), before);
    await show({ src: DATA, view: "loss-rate", sort: "listed" });
    assert.deepEqual(await places(1), after);

    await show({ src: DATA, view: "capital-market" });
    await open();
    const first = (await places(0))[0];
    const firsts = new Set();
    for (const option of await locate("[data-key=sort] option").all()) {
      await locate("[data-key=sort]").selectOption(await option.getAttribute("value"));
      firsts.add((await places(0))[0]);
    }
    assert.ok(firsts.size > 1 && firsts.has(first), [...firsts].join());
  });

  test("a rule of comparability is given up by a tick, flagged, and kept in the address", async () => {
    await show({ src: DATA, view: "loss-rate" });
    await open();
    const notes = async () => (await said()).notes.length;
    const before = await notes();
    // the view gives up one of the two already
    assert.equal(await locate("[data-key=relax][value=definition]").isChecked(), true);
    await locate("[data-key=relax][value=year]").check();
    assert.equal(await hash(), "#duibiao.w=1;relax=definition,year");
    assert.ok((await notes()) >= before);
    await locate("[data-key=relax][value=year]").uncheck();
    assert.equal(await hash(), "#duibiao.w=1;relax=definition");
    await locate("[data-key=relax][value=definition]").uncheck();
    assert.equal(await hash(), "#duibiao.w=1;relax=-");
  });

  test("change is measured from another period", async () => {
    await show({ src: DATA, view: "loss-rate-change" });
    await open();
    const periods = await locate("[data-key=since] option").evaluateAll((options) => options.map((option) => option.value));
    assert.ok(periods.length > 1, periods.join());
    await locate("[data-key=since]").selectOption(periods.at(-1));
    assert.equal(await hash(), `#duibiao.w=1;since=${periods.at(-1)}`);
    await locate("[data-key=since]").selectOption("");
    assert.equal(await hash(), "#duibiao.w=1;since=-");
  });

  test("the last place stays, and its box stays ticked", async () => {
    await show({ src: DATA, view: "loss-rate", places: "wuhu" });
    await open();
    await locate("[data-key=places][value=wuhu]").click();
    assert.equal(await locate("[data-key=places][value=wuhu]").isChecked(), true);
    assert.equal((await said()).rows[0][1], "芜湖");
  });

  test("undo, redo, reset; the buttons come when there is something for them to do", async () => {
    await show({ src: DATA, view: "loss-rate" });
    await open();
    const visible = async () =>
      Promise.all(["undo", "redo", "reset"].map((name) => locate(`[data-do=${name}]`).isVisible()));
    assert.deepEqual(await visible(), [false, false, false]);
    const first = await said();
    await locate("[data-key=home]").selectOption("wuhu");
    const second = await said();
    assert.notEqual(second.title, first.title);
    assert.deepEqual(await visible(), [true, false, true]);
    await locate("[data-do=undo]").click();
    assert.equal((await said()).title, first.title);
    assert.equal(await hash(), "");
    assert.deepEqual(await visible(), [false, true, false]);
    await locate("[data-do=redo]").click();
    assert.equal((await said()).title, second.title);
    await locate("[data-do=reset]").click();
    assert.equal((await said()).title, first.title);
    // even a reset can be taken back
    await tab.page.keyboard.press("Control+z");
    assert.equal((await said()).title, second.title);
    await tab.page.keyboard.press("Control+Shift+z");
    assert.equal((await said()).title, first.title);
  });

  test("by keyboard alone, and the outcome is announced", async () => {
    await show({ src: DATA, view: "loss-rate" });
    await locate("[data-do=choose]").focus();
    await tab.page.keyboard.press("Enter");
    await locate(".choices").waitFor();
    assert.equal(await locate("[data-do=choose]").getAttribute("aria-expanded"), "true");
    for (let tabs = 0; tabs < 20; tabs++) {
      await tab.page.keyboard.press("Tab");
      if (await locate("[data-key=home]").evaluate((select) => select.getRootNode().activeElement === select)) break;
    }
    await tab.page.keyboard.press("Home");
    await tab.page.keyboard.press("ArrowDown");
    const { live, title } = await said();
    assert.equal(live, title);
    // the focus stays where it was
    assert.ok(await locate("[data-key=home]").evaluate((select) => select.getRootNode().activeElement === select));
  });

  test("a place is found by name, pinyin initials and code", async () => {
    const names = [["wuhu", "芜湖", "340200"], ["huaibei", "淮北", "340600"], ["quzhou", "衢州", "330800"], ["bozhou", "亳州", "341600"]];
    const more = ["甲市", "乙市", "丙市", "丁市"].map((name, index) => [`p${index}`, name, `90000${index}`]);
    const data = small();
    data.regions = [...names, ...more].map(([id, name, code]) => ({ id, name, code, kind: "city" }));
    data.observations = data.regions.map(({ id }, index) => ({ region: id, indicator: "output", period: "2023", value: index + 1, source: "s" }));
    data.views = [{ id: "output", kind: "ranking", indicator: "output" }];
    await openEmpty(tab);
    await tab.evaluate(async (data) => {
      const widget = dui.make({ view: "output" });
      widget.data = data;
      const ready = dui.next(widget, "ready");
      document.body.append(widget);
      await ready;
    }, data);
    await open();
    const shown = async (text) => {
      await locate("[data-do=search]").fill(text);
      return locate(".item:not([hidden])").allInnerTexts();
    };
    const all = await shown("");
    assert.equal(all.length, 8);
    for (const [asked, found] of [["芜湖", "芜湖"], ["wh", "芜湖"], ["HB", "淮北"], ["qz", "衢州"], ["bz", "亳州"], ["3406", "淮北"], ["没有这里", ""]]) {
      assert.equal((await shown(asked)).join(), found, asked);
    }
  });

  test("what a method changes: the composite by entropy weights", async () => {
    await show({ src: "/data/huaibei-2023.json", view: await firstOf("composite") });
    await open();
    const before = (await said()).notes.join();
    await locate("[data-key=weighting]").selectOption("entropy");
    assert.notEqual((await said()).notes.join(), before);
    assert.match(await hash(), /weighting=entropy/);
  });

  test("a policy that blocks wasm changes nothing", async () => {
    const strict = await launchWithHelpers({ csp: "strict" });
    try {
      await openEmpty(strict);
      const title = await strict.evaluate(async (data) => {
        const widget = await dui.show({ src: data, view: "loss-rate", core: "js" });
        await dui.openChoices(widget);
        const select = dui.part(widget, "[data-key=home]");
        select.value = "wuhu";
        select.dispatchEvent(new Event("change", { bubbles: true }));
        return dui.said(widget).title;
      }, DATA);
      assert.match(title, /芜湖/);
      assert.deepEqual(strict.seen.violations, []);
    } finally {
      await strict.close();
    }
  });
});

/** The first view of a kind in the bundled dataset. */
const firstOf = (kind) =>
  tab.evaluate(async ({ data, kind }) => (await (await fetch(data)).json()).views.find((view) => view.kind === kind)?.id ?? kind, { data: DATA, kind });

describe("the address", () => {
  test("a link reopens what was chosen", async () => {
    await show({ src: DATA, view: "loss-rate" }, "#duibiao.w=1;home=wuhu");
    assert.match((await said()).title, /芜湖/);
    await open();
    assert.equal(await locate("[data-key=home]").evaluate((select) => select.value), "wuhu");
  });

  test("what others have in it stays", async () => {
    await show({ src: DATA, view: "loss-rate" }, "#part-2&duibiao.other=1;home=a");
    await open();
    await locate("[data-key=home]").selectOption("wuhu");
    assert.equal(await hash(), "#part-2&duibiao.other=1;home=a&duibiao.w=1;home=wuhu");
    await locate("[data-do=reset]").click();
    assert.equal(await hash(), "#part-2&duibiao.other=1;home=a");
  });

  test("a link followed on the same page is taken over", async () => {
    await show({ src: DATA, view: "loss-rate" });
    await tab.evaluate(async () => {
      const change = dui.next(document.querySelector("dui-biao"), "change");
      location.hash = "#duibiao.w=1;home=wuhu";
      await change;
    });
    assert.match((await said()).title, /芜湖/);
  });

  for (const [name, fragment] of [
    ["a place that is gone", "#duibiao.w=1;home=atlantis"],
    ["a period that is none", "#duibiao.w=1;period=soon"],
  ]) {
    test(`${name}: the author's view, and what is wrong`, async () => {
      await show({ src: DATA, view: "loss-rate" }, fragment);
      const { title, message } = await said();
      assert.match(title, /败诉率|4\.9倍/);
      assert.notEqual(message, "");
      assert.equal(await hash(), "");
    });
  }

  for (const [name, fragment] of [
    ["another version", "#duibiao.w=9;home=wuhu"],
    ["nonsense", "#duibiao.w=%E0%A4%A"],
    ["another widget's", "#duibiao.v=1;home=wuhu"],
  ]) {
    test(`${name} says nothing`, async () => {
      await show({ src: DATA, view: "loss-rate" }, fragment);
      const { message, home } = await said();
      assert.equal(message, "");
      assert.notDeepEqual(home, ["芜湖"]);
    });
  }

  test("a page's own route is left alone, and so is the address where it is switched off", async () => {
    for (const [attributes, fragment] of [
      [{ src: DATA, view: "loss-rate" }, "#/news/12"],
      [{ src: DATA, view: "loss-rate", address: "off" }, "#top"],
    ]) {
      await show(attributes, fragment);
      await open();
      await locate("[data-key=home]").selectOption("wuhu");
      assert.equal(await hash(), fragment);
      assert.match((await said()).title, /芜湖/);
    }
  });
});

describe("around it", () => {
  test("without choices there is no bar, and none where the author wants none", async () => {
    await show({ src: DATA, view: "loss-rate", controls: "off" });
    assert.equal(await locate(".toolbar").isVisible(), false);
  });

  test("axe finds nothing in the open choices, in three languages and for seniors", async () => {
    await show({ src: DATA, view: "loss-rate", home: "huaibei" });
    await open();
    for (const attributes of [{ lang: "zh-Hans" }, { lang: "zh-Hant", theme: "dark" }, { lang: "en", size: "senior" }]) {
      await tab.evaluate(async (attributes) => {
        const widget = document.querySelector("dui-biao");
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        await dui.settled();
      }, attributes);
      assert.deepEqual(await axe(tab, "dui-biao"), []);
    }
    const small = await locate(":is(.button, .select, .item)").evaluateAll((controls) =>
      controls.filter((control) => dui.hasBox(control) && control.getBoundingClientRect().height < 44).map((control) => control.outerHTML),
    );
    assert.deepEqual(small, [], "44 px for seniors");
  });

  test("on a phone nothing sticks out", async () => {
    await tab.page.setViewportSize({ width: NARROWEST, height: 700 });
    await show({ src: DATA, view: "loss-rate" });
    await open();
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await tab.page.setViewportSize({ width: 900, height: 900 });
  });

  test("new data keeps what is chosen", async () => {
    await openEmpty(tab);
    const title = await tab.evaluate(async (data) => {
      const widget = dui.make({ view: "output" });
      widget.id = "w";
      widget.data = data;
      const ready = dui.next(widget, "ready");
      document.body.append(widget);
      await ready;
      await dui.openChoices(widget);
      const select = dui.part(widget, "[data-key=home]");
      select.value = "bing";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      data.observations[0].value = 10;
      const again = dui.next(widget, "ready");
      widget.data = data;
      await again;
      return dui.said(widget).title;
    }, small());
    assert.match(title, /丙市/);
  });
});
