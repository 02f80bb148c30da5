// The one file of a briefing, opened from the disk, in every engine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINE } from "./harness.mjs";
import { briefing, withoutWasm } from "../briefing.mjs";

/** Waits until the step that is shown is drawn, and tells of it: how much is painted, and the words. */
const drawn = (tab, view) =>
  tab.until((view) => {
    const figure = document.querySelector("dui-biao:not([hidden])");
    const canvas = figure?.shadowRoot.querySelector("canvas");
    if (!canvas?.width || (view && figure.id !== view)) return undefined;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let painted = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]) painted++;
    const words = (name) => figure.shadowRoot.querySelector(`.${name}`).textContent;
    return painted > 500 && { view: figure.id, painted, title: words("title"), reading: words("reading") };
  }, view);

/** A key, as a keyboard or a clicker sends it. */
const press = (tab, ...keys) =>
  tab.evaluate((keys) => {
    for (const key of keys) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
  }, keys);

const shown = (tab) =>
  tab.evaluate(() => ({
    view: document.querySelector("dui-biao:not([hidden])")?.id,
    position: document.querySelector(".bar .position").textContent,
    overview: !document.querySelector(".overview").hidden,
    blank: document.querySelector(".blank").hidden ? "" : document.querySelector(".blank").className,
    hash: decodeURIComponent(location.hash),
  }));

/** The step after a view, which is seen to its end first where it is larger than the screen. */
async function following(tab, view) {
  for (let presses = 0; presses < 20; presses++) {
    await press(tab, "PageDown");
    const state = await shown(tab);
    if (state.view !== view) return state;
  }
  return assert.fail(`no step follows ${view}`);
}

/** @param {() => { tab: object }} context */
export function briefings(context) {
  test("a briefing draws every step from the disk, with WebAssembly and without, and asks for nothing else", async () => {
    const { tab } = context();
    const address = await briefing(`${ENGINE}.html`);
    const steps = {};
    for (const [core, file] of Object.entries({ wasm: address, js: await withoutWasm(`${ENGINE}.html`) })) {
      tab.seen.requests.length = tab.seen.errors.length = 0;
      await tab.open(file);
      steps[core] = [await drawn(tab)];
      const count = await tab.evaluate(() => Number(document.querySelector(".bar .position").textContent.split("/")[1]));
      assert.ok(count > 12, count);
      for (let step = 1; step < count; step++) {
        const { view } = await following(tab, steps[core].at(-1).view);
        steps[core].push(await drawn(tab, view));
      }
      assert.deepEqual(tab.seen.errors, []);
      assert.deepEqual(tab.seen.requests.filter((url) => !/^(file|data|blob):/.test(url)), []);
      assert.equal(await tab.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => !/^data:/.test(name)).length), 0);
    }
    assert.deepEqual(steps.js, steps.wasm);
  });

  test("keys and clickers step, jump, look over and blank", async () => {
    const { tab } = context();
    await tab.open(await briefing(`${ENGINE}.html`));
    const first = (await drawn(tab)).view;
    const check = async (keys, expect) => {
      await press(tab, ...keys);
      const state = await shown(tab);
      for (const [name, value] of Object.entries(expect)) assert.equal(state[name], value, `${name} after ${keys}`);
    };
    await check(["PageDown", "ArrowRight"], { position: "3 / 18" });
    await check(["PageUp"], { position: "2 / 18", view: "doubling", hash: "#step=doubling" });
    await check(["End"], { position: "18 / 18" });
    await check(["Home"], { view: first, position: "1 / 18" });
    await check(["1"], { position: "1" });
    await check(["2", "Enter"], { position: "12 / 18" });
    await check(["o"], { overview: true });
    await check(["ArrowLeft"], { overview: true, position: "11 / 18" });
    await check(["Escape"], { overview: false, position: "11 / 18" });
    await check(["."], { blank: "blank black" });
    await check(["PageDown"], { blank: "", position: "11 / 18" });
    await check(["w"], { blank: "blank white" });
    await check([" "], { blank: "", position: "11 / 18" });
    // an address with the step opens it
    await tab.open("about:blank");
    await tab.open(`${await briefing(`${ENGINE}.html`)}#step=doubling`);
    await drawn(tab, "doubling");
    await check([], { position: "2 / 18" });
  });

  test("whoever turns to traditional Chinese or English there has names in it too", async () => {
    const { tab } = context();
    await tab.open(await briefing(`${ENGINE}.html`));
    await drawn(tab);
    const turn = (lang) =>
      tab.evaluate(async (lang) => {
        const select = document.querySelector("[data-do=lang]");
        select.value = lang;
        select.dispatchEvent(new Event("change", { bubbles: true }));
        const figure = document.querySelector("dui-biao:not([hidden])");
        const root = () => figure.shadowRoot.querySelector("[part=root]");
        for (let wait = 0; wait < 100 && root().lang !== lang; wait++) await new Promise((resolve) => setTimeout(resolve, 20));
        return figure.shadowRoot.querySelector(".title").textContent;
      }, lang);
    assert.match(await turn("zh-Hant"), /嘉興行政訴訟敗訴率/);
    assert.match(await turn("en"), /Government loss rate in court: Jiaxing/);
    assert.match(await turn("zh-Hans"), /嘉兴行政诉讼败诉率/);
  });

  test("a figure heard is kept in the browser: it is there when the file is opened again", async () => {
    const { tab } = context();
    const address = await briefing(`${ENGINE}.html`);
    const again = async () => {
      await tab.open("about:blank");
      await tab.open(address);
      await drawn(tab);
    };
    await again();
    await tab.evaluate(() => localStorage.clear());
    await again();
    const figure = "dui-biao:not([hidden])";
    await tab.evaluate(() => document.querySelector(".bar [data-do=record]").click());
    const types = (field, value) =>
      tab.evaluate(
        ([field, value]) => {
          const input = document.querySelector(field);
          input.value = value;
          input.dispatchEvent(new Event("change", { bubbles: true }));
        },
        [field, value],
      );
    for (const [field, value] of Object.entries({ indicator: "loss-rate", period: "2022", by: "张三" })) {
      await tab.until((name) => document.querySelector(`[data-record=${name}]`) && true, field);
      await types(`[data-record=${field}]`, value);
    }
    await tab.until(() => document.querySelector("[data-heard=huaibei]") && true);
    await types("[data-heard=huaibei]", "约7.2%");
    const sources = () => tab.until((figure) => /现场记录（张三[^）]*）/.exec(document.querySelector(figure).shadowRoot.querySelector(".sources").textContent)?.[0], figure);
    const said = await sources();
    await again();
    assert.equal(await sources(), said);
    await tab.evaluate(() => localStorage.clear());
  });
}
