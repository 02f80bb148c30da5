// A phone: everything by finger, on a narrow screen, in 长辈版 as well.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DATA, launchWithHelpers, showOne } from "./widgets.mjs";

let tab;
before(async () => {
  tab = await launchWithHelpers({ viewport: { width: 375, height: 760 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true });
}, { timeout: 60_000 });
after(() => tab?.close());

const show = (attributes, rest) => showOne(tab, { src: DATA, view: "loss-rate", ...attributes }, rest);
const said = () => tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
const locate = (selector) => tab.page.locator(`dui-biao ${selector}`);

/** A row of the drawing, by the place it is of. */
async function tapRow(place) {
  const { rows } = await said();
  const index = rows.findIndex((row) => row[1] === place);
  const { x, y, width, height } = await locate("canvas").boundingBox();
  // rows share the height below the lines' names, axis excepted
  for (let step = 0.12; step < 0.98; step += 0.02) {
    await tab.page.touchscreen.tap(x + width * 0.3, y + height * step);
    const { tip } = await said();
    if (tip[0] === place) return tip;
  }
  assert.fail(`no row of ${place}, the ${index + 1}th`);
}

describe("by finger", () => {
  test("two places compared, and the source of a figure", async () => {
    await show();
    await locate("[data-do=choose]").tap();
    await locate("[data-key=home]").selectOption("wuhu");
    await locate("[data-key=benchmark]").selectOption("huzhou");
    await locate("[data-do=choose]").tap();
    assert.equal(await locate(".choices").isVisible(), false);
    const tip = await tapRow("芜湖");
    assert.ok(tip.some((line) => line.includes("与湖州相差9.02个百分点")), tip.join());
    assert.ok(tip.some((line) => line.startsWith("来源：")), tip.join());
  });

  test("a place put out and in, and all back to the author's", async () => {
    await show();
    await locate("[data-do=choose]").tap();
    await locate("[data-key=places][value=wuhu]").tap();
    assert.ok(!(await said()).rows.some((row) => row[1] === "芜湖"));
    await locate("[data-do=undo]").tap();
    assert.ok((await said()).rows.some((row) => row[1] === "芜湖"));
  });

  test("shared, and opened again by the link", async () => {
    await show();
    await locate("[data-do=choose]").tap();
    await locate("[data-key=home]").selectOption("wuhu");
    await locate("[data-do=choose]").tap();
    const { title } = await said();
    await locate("[data-do=share]").tap();
    await locate("[data-share=link]").waitFor();
    const [download] = await Promise.all([tab.page.waitForEvent("download"), locate("[data-share=csv]").tap()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    const { hash } = new URL(tab.page.url());
    await show({}, { fragment: hash });
    assert.equal((await said()).title, title);
  });

  for (const attributes of [{ size: "senior" }, { size: "senior", lang: "en", theme: "dark" }]) {
    test(`${Object.values(attributes).join(", ")}: what is tapped is 44 px high and nothing is wider than the screen`, async () => {
      await show(attributes);
      await locate("[data-do=choose]").tap();
      await locate(".choices").waitFor();
      await tab.evaluate(() => dui.settled());
      const found = await tab.evaluate(() => {
        const { shadowRoot } = document.querySelector("dui-biao");
        const controls = [...shadowRoot.querySelectorAll("button, select, input[type=search], label.item, summary")].filter(dui.hasBox);
        const low = controls.filter((control) => control.getBoundingClientRect().height < 43.5).map((control) => control.outerHTML.slice(0, 80));
        return { controls: controls.length, low, wide: document.documentElement.scrollWidth > innerWidth };
      });
      assert.ok(found.controls > 10, `${found.controls}`);
      assert.deepEqual({ low: found.low, wide: found.wide }, { low: [], wide: false });
    });
  }
});
