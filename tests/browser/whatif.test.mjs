// Trying out another path: numbers typed, the target dragged with mouse and finger.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { testInChromium } from "./harness.mjs";
import { DATA, launchWithHelpers, openChoices, showOne } from "./widgets.mjs";

let tab;
before(async () => (tab = await launchWithHelpers({ viewport: { width: 900, height: 900 }, hasTouch: true })), { timeout: 60_000 });
after(() => tab?.close());

const said = () => tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
const hash = () => tab.evaluate(() => decodeURIComponent(location.hash));
const locate = (selector) => tab.page.locator(`dui-biao ${selector}`);

const show = (attributes, fragment) => showOne(tab, { src: DATA, view: "doubling", ...attributes }, { fragment });

/** The middle of the handle on the screen. */
async function grip(which = locate(".handle:not(.step)")) {
  const { x, y, width, height } = await which.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** The share of the path that the plot's height is, to move by values. */
async function drag(dx, dy, which) {
  const { x, y } = await grip(which);
  const { mouse } = tab.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + dx / 2, y + dy / 2);
  // no driver but Chromium's has a mouse that leaves the page
  await mouse.move(Math.max(x + dx, 1), y + dy);
  await tab.evaluate(() => dui.settled());
  return () => mouse.up();
}

describe("numbers", () => {
  test("another multiple: title, table, address; undone by one step", async () => {
    await show();
    const before = await said();
    await locate("[data-do=choose]").click();
    assert.equal(await locate("[data-key=start]").inputValue(), "1000");
    await locate("[data-key=factor]").fill("3");
    await locate("[data-key=factor]").press("Enter");
    const { title, rows, notes } = await said();
    assert.match(title, /^试算：.*3,000亿元/);
    assert.ok(rows.some((row) => row.includes("试算目标")), JSON.stringify(rows));
    assert.ok(notes.some((note) => note.startsWith("试算")));
    assert.equal(await hash(), "#duibiao.w=1;factor=3");
    await locate("[data-do=undo]").click();
    assert.equal((await said()).title, before.title);
    assert.equal(await locate("[data-key=factor]").inputValue(), "2");
  });

  test("what is no number is said, and the last good figure stays", async () => {
    await show();
    await locate("[data-do=choose]").click();
    await locate("[data-key=years]").fill("99");
    await locate("[data-key=years]").press("Enter");
    const { title, message } = await said();
    assert.match(message, /试算/);
    assert.match(title, /2,000亿元/);
    assert.equal(await locate("[data-key=years]").inputValue(), "3");
    assert.equal(await hash(), "");
  });

  test("a link reopens a trial, in English too", async () => {
    await show({ lang: "en" }, "#duibiao.w=1;growth=20");
    assert.match((await said()).title, /^What if: /);
  });
});

describe("the target under a pointer", () => {
  test("follows the mouse, and is taken over when it is let go", async () => {
    await show();
    const before = await said();
    const drop = await drag(0, 100);
    // words wait for the end
    assert.equal((await said()).title, before.title);
    assert.equal(await hash(), "");
    await drop();
    const { title } = await said();
    assert.match(title, /^试算/);
    const [, factor, years] = (await hash()).match(/^#duibiao\.w=1;factor=([\d.]+);years=(\d+)$/);
    assert.ok(Number(factor) < 2 && Number(factor) > 1, factor);
    assert.equal(years, "3");
    await tab.page.keyboard.press("Tab");
    await locate("[data-do=undo]").click();
    assert.equal((await said()).title, before.title);
  });

  testInChromium("a finger drags it, and the page stays where it is", async () => {
    await show();
    const { x, y } = await grip();
    const devtools = await tab.page.context().newCDPSession(tab.page);
    const touch = (type, points) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [{ x, y }]);
    for (let step = 1; step <= 6; step++) await touch("touchMove", [{ x, y: y + step * 15 }]);
    await touch("touchEnd", []);
    await tab.evaluate(() => dui.settled());
    assert.match((await said()).title, /^试算/);
    assert.equal(await tab.evaluate(() => scrollY), 0);
  });

  test("to the right come more years, to the left fewer, never fewer than one", async () => {
    const years = async () => Number((await hash()).match(/years=(\d+)/)[1]);
    await show();
    const width = (await locate(".plot").boundingBox()).width;
    await (await drag(-width, 0))();
    assert.equal(await years(), 1);
    await show();
    await (await drag(width * 0.16, 0))();
    assert.equal(await years(), 4);
  });

  test("a year on the way follows it too, and can be typed", async () => {
    await show();
    await (await drag(60, -60, locate(".step").nth(1)))();
    const [, value] = (await hash()).match(/^#duibiao\.w=1;plan=2024:(\d+)$/);
    assert.ok(Number(value) > 1600 && Number(value) < 2000, value);
    assert.match((await said()).title, /^试算/);
    await openChoices(tab);
    const field = locate("[data-key=plan][data-item='2024']");
    assert.equal(await field.inputValue(), value);
    await field.fill("1700");
    await field.press("Enter");
    assert.match((await said()).reading, /2024年1,700/);
    await locate("[data-key=plan][data-item='2023']").fill("1300");
    await locate("[data-key=plan][data-item='2023']").press("Enter");
    assert.equal(await hash(), "#duibiao.w=1;plan=2023:1300,2024:1700");
    await field.fill("");
    await field.press("Enter");
    assert.equal(await hash(), "#duibiao.w=1;plan=2023:1300");
    await locate("[data-do=reset]").click();
    assert.equal(await hash(), "");
  });

  test("Escape lets it go where it was", async () => {
    await show();
    const drop = await drag(0, 80);
    await tab.page.keyboard.press("Escape");
    await tab.page.mouse.move(300, 300);
    await drop();
    assert.equal(await hash(), "");
    assert.doesNotMatch((await said()).title, /试算/);
  });

  test("a field that is emptied leaves nothing in the address", async () => {
    await show();
    await openChoices(tab);
    for (const value of ["3", ""]) {
      await locate("[data-key=factor]").fill(value);
      await locate("[data-key=factor]").press("Enter");
    }
    assert.equal(await hash(), "");
    assert.doesNotMatch((await said()).title, /试算/);
  });

  test("a target that was only touched stays", async () => {
    await show();
    const { x, y } = await grip();
    await tab.page.mouse.click(x, y);
    assert.equal(await hash(), "");
  });
});
