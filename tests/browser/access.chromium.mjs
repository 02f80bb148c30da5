// What assistive technology gets: names, roles, announcements, room for larger text; and journeys by keyboard alone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe } from "./harness.mjs";
import { DATA, launchWithHelpers, openChoices, openFresh, showOne } from "./widgets.mjs";

let tab;
let devtools;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 1000, height: 800 } });
  devtools = await tab.page.context().newCDPSession(tab.page);
}, { timeout: 60_000 });
after(() => tab?.close());

/** What Chromium tells of role descriptions is UTF-8 read byte by byte. */
const utf8 = (value) => (typeof value === "string" && /[\x80-\xff]/.test(value) ? Buffer.from(value, "latin1").toString() : value);

/** The accessibility tree of the page as lines: role, name, and what is told of its state. */
async function tree() {
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const told = new Set(["expanded", "checked", "live", "roledescription", "level"]);
  return nodes
    .filter(({ ignored, role }) => !ignored && !["none", "generic", "InlineTextBox", "StaticText", "LineBreak"].includes(role.value))
    .map(({ role, name, description, properties = [] }) => ({
      role: role.value,
      name: name?.value ?? "",
      description: description?.value ?? "",
      ...Object.fromEntries(properties.filter((one) => told.has(one.name)).map((one) => [one.name, utf8(one.value.value)])),
    }));
}

const show = (attributes) => showOne(tab, { src: DATA, ...attributes });

const said = () => tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
const press = async (...keys) => {
  for (const key of keys) await tab.page.keyboard.press(key);
};
/** What has the focus, inside the shadow tree too. */
const focused = () =>
  tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.dataset.do ?? element?.dataset.key ?? element?.className ?? "";
  });
/** Tabs on until something has the focus. */
async function tabTo(name) {
  for (let presses = 0; presses < 40; presses++) {
    if ((await focused()) === name) return;
    await press("Tab");
  }
  assert.fail(`${name} is not reached by Tab; the focus is on ${await focused()}`);
}

describe("the accessibility tree", () => {
  for (const [lang, words] of [
    ["zh-Hans", { choose: "选择", role: "图表，可用方向键逐项查看", table: "数据表" }],
    ["zh-Hant", { choose: "選擇", role: "圖表，可用方向鍵逐項查看", table: "數據表" }],
    ["en", { choose: "Choose", role: "chart, arrow keys go from item to item", table: "Data table" }],
  ]) {
    test(`${lang}: a figure with a heading, a button, a chart that its title names and its reading describes, a table`, async () => {
      await show({ view: "loss-rate", home: "wuhu", lang });
      const { title, reading } = await said();
      const nodes = await tree();
      const find = (role, name) => nodes.find((node) => node.role === role && (name === undefined || node.name === name));
      assert.ok(find("figure"), "a figure");
      assert.equal(find("heading", title)?.level, 3);
      assert.equal(find("button", words.choose)?.expanded, false);
      const chart = find("application", title);
      assert.equal(chart?.roledescription, words.role);
      assert.equal(chart?.description, reading);
      // closed, the table is not there for a reader; open, it has a caption and headers
      assert.ok(!find("table"));
      await tab.evaluate(() => (dui.part(document.querySelector("dui-biao"), "details").open = true));
      const opened = await tree();
      const table = opened.find(({ role }) => role === "table");
      assert.equal(table?.name, title);
      assert.ok(opened.some(({ role }) => role === "columnheader"));
      assert.ok(opened.filter(({ role }) => role === "rowheader").length >= 6);
      assert.ok(opened.some(({ role, name }) => role === "region" && name.startsWith(words.table)));
    });
  }

  test("controls have names and states", async () => {
    await show({ view: "loss-rate" });
    await openChoices(tab);
    const nodes = await tree();
    assert.equal(nodes.find(({ name }) => name === "选择")?.expanded, true);
    for (const name of ["指标", "时期", "本地", "对标"]) {
      assert.ok(nodes.some((node) => node.role === "combobox" && node.name === name), name);
    }
    const boxes = nodes.filter(({ role }) => role === "checkbox");
    assert.ok(boxes.length >= 8 && boxes.every(({ name }) => name), JSON.stringify(boxes));
    // all places are shown, and one rule of comparability is kept
    assert.deepEqual(boxes.filter(({ checked }) => checked !== "true").map(({ name }) => name), ["相邻年份的"]);
  });

  test("what arrow keys reach is announced, politely", async () => {
    await show({ view: "loss-rate" });
    await tabTo("plot");
    await press("ArrowDown", "ArrowDown");
    const { live, tip } = await said();
    assert.equal(live, tip.join("，"));
    assert.equal(await tab.evaluate(() => dui.part(document.querySelector("dui-biao"), ".live").getAttribute("aria-live")), "polite");
  });
});

/** Goes down the list that has the focus to an item. */
async function pick(value) {
  const key = await focused();
  const now = () => tab.page.locator(`dui-biao [data-key=${key}]`).inputValue();
  await press("Home");
  for (let presses = 0; presses < 40 && (await now()) !== value; presses++) await press("ArrowDown");
  assert.equal(await now(), value);
}

describe("journeys by keyboard alone", () => {
  test("compare two places, find the source of a figure", async () => {
    await show({ view: "loss-rate" });
    await tabTo("choose");
    await press("Enter");
    await tabTo("home");
    await pick("wuhu");
    await tabTo("benchmark");
    await pick("huzhou");
    const { title } = await said();
    assert.match(title, /芜湖/);
    await tabTo("plot");
    await press("End");
    const { live } = await said();
    assert.match(live, /芜湖.*15\.12%/);
    assert.match(live, /与湖州相差9\.02个百分点/);
    assert.match(live, /来源：.*司法篇/);
  });

  test("move the target by typing, and take it back", async () => {
    await show({ view: "doubling" });
    await tabTo("choose");
    await press("Enter");
    await tabTo("factor");
    await tab.page.keyboard.press("Control+a");
    await tab.page.keyboard.type("3");
    await press("Enter");
    assert.match((await said()).title, /3,000亿元/);
    await press("Tab", "Shift+Tab");
    await tabTo("plot");
    await press("Control+z");
    assert.match((await said()).title, /2,000亿元/);
  });

  test("switch to 长辈版 and to English keeps the state", async () => {
    await show({ view: "loss-rate" });
    await tab.page.locator("dui-biao [data-do=choose]").click();
    await tab.page.locator("dui-biao [data-key=home]").selectOption("wuhu");
    await tab.evaluate(async () => {
      const widget = document.querySelector("dui-biao");
      widget.setAttribute("size", "senior");
      widget.setAttribute("lang", "en");
      await dui.settled();
    });
    assert.match((await said()).title, /Wuhu/);
    assert.equal(await tab.page.locator("dui-biao [data-key=home]").inputValue(), "wuhu");
  });
});

/** Every view, as the gallery shows them. */
async function gallery(prepare) {
  await openFresh(tab, "/gallery.html");
  await tab.evaluate(async (attributes) => {
    const widgets = [...document.querySelectorAll("dui-biao")];
    for (const widget of widgets) {
      widget.setAttribute("loading", "eager");
      for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
      widget.scrollIntoView({ block: "center" });
      for (let wait = 0; wait < 200 && !dui.isDrawn(widget); wait++) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await dui.settled();
  }, prepare);
}

describe("every view", () => {
  for (const attributes of [
    { theme: "contrast", lang: "en", size: "large" },
    { theme: "dark", lang: "zh-Hant", size: "senior" },
  ]) {
    test(`${Object.values(attributes).join(", ")}: with its choices open, nothing for axe to say`, async () => {
      await gallery(attributes);
      await tab.evaluate(async () => {
        for (const widget of document.querySelectorAll("dui-biao")) {
          if (dui.hasBox(dui.part(widget, "[data-do=choose]"))) await dui.openChoices(widget);
        }
        await dui.settled();
      });
      assert.deepEqual(await axe(tab), []);
      assert.deepEqual(tab.seen.errors, []);
    });
  }

  test("at 400 % of a 1280 px screen nothing needs scrolling in two directions", async () => {
    await tab.page.setViewportSize({ width: 320, height: 256 });
    await gallery({ lang: "zh-Hans" });
    const wide = await tab.evaluate(() => {
      const screen = document.documentElement.clientWidth;
      const parts = [...document.querySelectorAll("dui-biao")].flatMap((widget) => [...widget.shadowRoot.querySelectorAll("*")]);
      const inScroller = (part) => part.closest(".scroller") && !part.matches(".scroller");
      return parts.filter((part) => !inScroller(part) && part.getBoundingClientRect().right > screen + 1).map((part) => part.className);
    });
    assert.deepEqual(wide, []);
    await tab.page.setViewportSize({ width: 1000, height: 800 });
  });

  test("with the text spacing of WCAG 1.4.12 nothing is cut off", async () => {
    await gallery({ lang: "en" });
    const cut = await tab.evaluate(async () => {
      const spaced = new CSSStyleSheet();
      spaced.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}");
      const found = [];
      for (const widget of document.querySelectorAll("dui-biao")) {
        widget.shadowRoot.adoptedStyleSheets = [...widget.shadowRoot.adoptedStyleSheets, spaced];
        await dui.settled();
        const host = widget.getBoundingClientRect();
        for (const name of ["title", "subtitle", "reading", "note", "sources", "button", "summary"]) {
          for (const part of [...widget.shadowRoot.querySelectorAll(`.${name}`)].filter(dui.hasBox)) {
            const text = document.createRange();
            text.selectNodeContents(part);
            const box = text.getBoundingClientRect();
            if (box.right > host.right || box.bottom > host.bottom) found.push(`${widget.getAttribute("view")} ${name}`);
          }
        }
      }
      return found;
    });
    assert.deepEqual(cut, []);
  });
});
