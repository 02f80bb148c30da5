// Pages as portals have them: many widgets, hard rules, and what a CMS leaves of the markup. Those of hosts.mjs are opened in every engine.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { until } from "./harness.mjs";
import { drawsIt } from "./hosts.mjs";
import { launchWithHelpers, openChoices, openFresh } from "./widgets.mjs";

/** A tab a policy, opened by the first test that needs it. @type {Map<string, Promise<object>>} */
const tabs = new Map();
after(async () => {
  for (const tab of tabs.values()) await (await tab).close();
});

/** Runs in the tab of a policy. */
async function on(csp, act) {
  if (!tabs.has(csp)) tabs.set(csp, launchWithHelpers({ csp, viewport: { width: 900, height: 1200 } }));
  await act(await tabs.get(csp));
}

function assertQuiet(tab) {
  assert.deepEqual(tab.seen.errors, []);
  assert.deepEqual(tab.seen.violations, []);
}

describe("a page", () => {
  test("with rules of its own leaves the widget's letters and places as they are", () =>
    on("wasm", async (tab) => {
      const box = async (page) => {
        await openFresh(tab, `/hosts/${page}.html`);
        await drawsIt(tab);
        return tab.evaluate(() => {
          const widget = document.querySelector("dui-biao");
          const title = dui.part(widget, ".title");
          const { fontSize, color, direction } = getComputedStyle(title);
          const { width, height } = dui.part(widget, "canvas");
          return { fontSize, color, direction, isWide: width > 300, isHigh: height > 150 };
        });
      };
      const plain = await box("plain");
      assert.deepEqual(await box("rtl"), plain);
      assert.deepEqual(await box("resets"), plain);
    }));

  test("with fifty widgets fetches each file once and draws all that come near", () =>
    on("wasm", async (tab) => {
      await openFresh(tab, "/hosts/fifty.html");
      await tab.until(() => dui.isDrawn(document.querySelector("dui-biao")));
      const before = await tab.evaluate(() => [...document.querySelectorAll("dui-biao")].filter(dui.isDrawn).length);
      assert.ok(before < 25, `${before} of 50 are drawn while the first is looked at`);
      await tab.evaluate(async () => {
        for (const widget of document.querySelectorAll("dui-biao")) {
          widget.scrollIntoView({ block: "center" });
          for (let wait = 0; wait < 200 && !dui.isDrawn(widget); wait++) await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      await drawsIt(tab);
      for (const file of ["duibiao.js", "duibiao_bg.wasm", "trajectory_bg.wasm", "huaibei-2023.json"]) {
        assert.equal(tab.seen.requests.filter((url) => url.endsWith(`/${file}`)).length, 1, file);
      }
      assertQuiet(tab);
    }));
});

describe("what a CMS leaves", () => {
  test("a block with data attributes becomes a widget, now and later, and follows them", () =>
    on("wasm", async (tab) => {
      await openFresh(tab, "/hosts/blocks.html");
      await drawsIt(tab);
      const english = await tab.evaluate(() => dui.said(document.querySelector("#two dui-biao")).title);
      assert.match(english, /doubl/i);
      const title = await tab.evaluate(async () => {
        const widget = document.querySelector("#one dui-biao");
        const change = dui.next(widget, "change");
        document.querySelector("#one").dataset.home = "wuhu";
        await change;
        return dui.said(widget).title;
      });
      assert.match(title, /芜湖/);
      const later = await tab.evaluate(async () => {
        const column = document.createElement("div");
        column.innerHTML = '<p><span data-duibiao="/data/huaibei-2023.json" data-view="doubling" data-loading="eager">备用</span></p>';
        const ready = new Promise((resolve) => column.addEventListener("duibiao:ready", resolve, { once: true }));
        document.body.append(column);
        await ready;
        return { title: dui.said(column.querySelector("dui-biao")).title, widgets: document.querySelectorAll("dui-biao").length };
      });
      assert.match(later.title, /三年翻番/);
      assert.equal(later.widgets, 3);
      assertQuiet(tab);
    }));

  test("a frame takes the height of what it shows, and follows it", () =>
    on("wasm", async (tab) => {
      await openFresh(tab, "/hosts/framed.html");
      const height = () => tab.evaluate(() => document.querySelector("iframe").clientHeight);
      await tab.until(() => document.querySelector("iframe").clientHeight > 400);
      const inner = await tab.evaluate(() => {
        const { contentDocument, clientHeight } = document.querySelector("iframe");
        const { documentElement, scrollingElement } = contentDocument;
        return { height: documentElement.getBoundingClientRect().height, scrolls: scrollingElement.scrollHeight > clientHeight };
      });
      assert.ok(Math.abs(inner.height - (await height())) <= 1 && !inner.scrolls, JSON.stringify(inner));
      const before = await height();
      await tab.evaluate(() => dui.part(document.querySelector("iframe").contentDocument.querySelector("dui-biao"), ".summary").click());
      await tab.until((before) => document.querySelector("iframe").clientHeight > before + 100, before);
      assertQuiet(tab);
    }));

  test("a frame shows its own site's data only, and believes only the page round it", () =>
    on("none", async (tab) => {
      await openFresh(tab, "/pkg/embed.html#src=https://elsewhere.example/data.json&view=loss-rate&style=color:red");
      await tab.until(() => Boolean(customElements.get("dui-biao") && document.querySelector("dui-biao")));
      const widget = await tab.evaluate(() => {
        const { attributes } = document.querySelector("dui-biao");
        return [...attributes].map(({ name }) => name);
      });
      assert.deepEqual(widget.toSorted(), ["loading", "src", "view"]);
      await tab.until(() => dui.said(document.querySelector("dui-biao")).message);
      assert.match(await tab.evaluate(() => dui.said(document.querySelector("dui-biao")).message), /本站/);
      assert.ok(!tab.seen.requests.some((url) => url.split("#")[0].includes("elsewhere")));
      // nor what is no address
      await openFresh(tab, "/pages/empty.html");
      await openFresh(tab, "/pkg/embed.html#src=http://[&view=loss-rate");
      await tab.until(() => document.querySelector("dui-biao") && dui.said(document.querySelector("dui-biao")).message);
      assert.deepEqual(tab.seen.errors, []);
      // a page that asks itself is not the page round it
      const heard = await tab.evaluate(async () => {
        const heard = [];
        addEventListener("message", ({ data }) => heard.push(data.type));
        const stranger = document.createElement("iframe");
        document.body.append(stranger);
        stranger.contentWindow.eval("parent.postMessage({ type: 'duibiao:ask' }, '*')");
        await new Promise((resolve) => setTimeout(resolve, 200));
        return heard;
      });
      assert.deepEqual(heard, ["duibiao:ask"]);
    }));

  test("a sandboxed frame draws where it may read its own site, and says why not where it may not", () =>
    // in a frame without an origin, WebKit takes no script for one of 'self'
    on("none", async (tab) => {
      await openFresh(tab, "/hosts/sandboxed.html");
      const said = (frame, selector) => until(() => tab.inFrame(frame, selector));
      const title = await said(0, () => document.querySelector("dui-biao")?.shadowRoot?.querySelector(".title")?.textContent);
      assert.match(title, /嘉兴/);
      const message = await said(1, () => document.querySelector("dui-biao")?.shadowRoot?.querySelector(".message:not([hidden])")?.textContent);
      assert.ok(message.length > 10);
      assert.ok(await tab.inFrame(1, () => document.querySelector("dui-biao table").getBoundingClientRect().height > 0), "the fallback is still readable");
    }));

  test("a page that calls another address its base stays where it is", () =>
    on("none", async (tab) => {
      await openFresh(tab, "/hosts/base.html?page=1");
      await drawsIt(tab);
      await openChoices(tab);
      await tab.page.locator("dui-biao [data-key=home]").selectOption("wuhu");
      const { pathname, search, hash } = new URL(await tab.evaluate(() => location.href));
      assert.deepEqual([pathname, search, hash], ["/hosts/base.html", "?page=1", "#duibiao.1=1;home=wuhu"]);
    }));

  test("both forms of the script on one page define one element", () =>
    on("wasm", async (tab) => {
      await openFresh(tab, "/hosts/plain.html");
      await tab.evaluate(() => import("/pkg/duibiao.module.js").then(() => undefined));
      await drawsIt(tab);
      assertQuiet(tab);
    }));
});
