// Without what came to browsers after Chromium 61: the oldest here is newer, so it is taken away before the page's scripts run.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DATA, launchWithHelpers, openChoices, showOne } from "./widgets.mjs";

let tab;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 900, height: 900 } });
  await tab.inEveryPage(() => {
    const gone = (object, ...names) => names.forEach((name) => Reflect.deleteProperty(object, name));
    gone(window, "ResizeObserver", "queueMicrotask", "FinalizationRegistry", "WeakRef", "structuredClone");
    gone(Document.prototype, "adoptedStyleSheets", "replaceChildren");
    gone(ShadowRoot.prototype, "adoptedStyleSheets", "replaceChildren");
    gone(Element.prototype, "replaceChildren", "toggleAttribute");
    gone(Array.prototype, "at", "flat", "toSorted", "findLast");
    gone(String.prototype, "matchAll", "replaceAll", "at", "trimEnd", "trimStart");
    gone(Object, "fromEntries", "hasOwn");
    gone(Promise, "allSettled", "any");
    gone(WebAssembly, "compileStreaming", "instantiateStreaming");
    // the constructor came with adopted sheets
    Object.defineProperty(window, "CSSStyleSheet", { value: function () { throw new TypeError("Illegal constructor"); } });
  });
}, { timeout: 60_000 });
after(() => tab?.close());

const said = () => tab.evaluate(() => dui.said(document.querySelector("dui-biao")));

describe("an old browser", () => {
  test("draws with its styles, follows the window, and lets readers choose and save", async () => {
    await showOne(tab, { src: DATA, view: "loss-rate" });
    assert.match((await said()).title, /嘉兴/);
    await tab.until(() => getComputedStyle(dui.part(document.querySelector("dui-biao"), ".title")).fontWeight === "600");
    await tab.page.setViewportSize({ width: 500, height: 900 });
    await tab.until(() => dui.part(document.querySelector("dui-biao"), "canvas").clientWidth < 500 && dui.isDrawn(document.querySelector("dui-biao")));
    await openChoices(tab);
    await tab.page.locator("dui-biao [data-key=home]").selectOption("wuhu");
    assert.match((await said()).title, /芜湖/);
    await tab.page.locator("dui-biao [data-do=share]").click();
    await tab.page.locator("dui-biao [data-share=csv]").waitFor();
    assert.deepEqual(tab.seen.errors, []);
    assert.deepEqual(tab.seen.violations, []);
  });

  test("says what is wrong", async () => {
    await showOne(tab, { src: DATA, view: "loss-rate" });
    const message = await tab.evaluate(async () => {
      const widget = document.querySelector("dui-biao");
      const error = dui.next(widget, "error");
      widget.setAttribute("src", "/nothing.json");
      await error;
      return dui.part(widget, ".message").textContent;
    });
    assert.match(message, /不存在/);
  });

  test("draws by script where it has no wasm at all", async () => {
    await tab.inEveryPage(() => Reflect.deleteProperty(window, "WebAssembly"));
    await showOne(tab, { src: DATA, view: "doubling" });
    assert.match((await said()).title, /三年翻番/);
    assert.ok(tab.seen.requests.some((url) => url.endsWith("trajectory.core.js")));
    assert.deepEqual(tab.seen.errors, []);
  });
});
