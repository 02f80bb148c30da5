// What a reader takes along: each file opened again, what lies on the clipboard, the code fetched only when asked for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { briefing, place } from "../briefing.mjs";
import { NARROWEST, axe } from "./harness.mjs";
import { clipboardOf, fileOf, watchTaken } from "./taken.mjs";
import { DATA, bundled, launchWithHelpers, showOne, small } from "./widgets.mjs";

let tab;
before(
  async () => {
    tab = await launchWithHelpers({ viewport: { width: 900, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
    await watchTaken(tab);
    await tab.inEveryPage(watchPrinted);
  },
  { timeout: 60_000 },
);
after(() => tab?.close());

/** Before a page's own scripts: what a frame that prints holds at that moment. */
function watchPrinted() {
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow");
  Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
    get() {
      const frame = get.call(this);
      frame.print = () => {
        const { images, title } = frame.document;
        window.printed = { printed: [...images].map((image) => [image.alt, image.naturalWidth, image.complete]), title };
      };
      return frame;
    },
  });
}

const locate = (selector, within = tab) => within.page.locator(`dui-biao ${selector}`);
const address = () => tab.evaluate(() => location.href);
const outcome = () => locate(".outcome").innerText();

/** A page with one widget that has the id w, at this fragment. */
const show = (attributes, { within = tab, ...rest } = {}) => showOne(within, attributes, rest);

/** Opens the panel. */
async function open(within = tab) {
  await locate("[data-do=share]", within).click();
  await locate("[data-share=csv]", within).waitFor();
}

/** Presses a button; the file that comes of it. */
const saved = (name, within = tab) => fileOf(within, () => locate(`[data-share=${name}]`, within).click());

/** Width and height of a PNG. */
function sizeOf(png) {
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** How many colours a picture has. */
const coloursOf = (bytes) =>
  tab.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, bytes.toString("base64"));

const LOSS = { src: DATA, view: "loss-rate", home: "huaibei" };

describe("files", () => {
  test("PNG at 1, 2 and 3 pixels to one, painted", async () => {
    await show(LOSS);
    await open();
    const width = (await tab.evaluate(() => dui.part(document.querySelector("dui-biao"), ".plot").clientWidth)) + 48;
    const [one, two, three] = [await saved("png-1"), await saved("png-2"), await saved("png-3")];
    const [, height] = sizeOf(one.bytes);
    for (const [scale, { bytes }] of [[1, one], [2, two], [3, three]]) {
      const [across, down] = sizeOf(bytes);
      assert.equal(across, scale * width);
      // the height is rounded at its own scale
      assert.ok(Math.abs(down - scale * height) < scale, `${down} of ${height}`);
      assert.ok((await coloursOf(bytes)) > 20);
    }
    const title = await locate(".title").innerText();
    assert.equal(one.name, `${title} 2022年.png`);
    assert.equal(two.name, `${title} 2022年@2x.png`);
    assert.match(await outcome(), /@3x\.png/);
  });

  test("SVG with real text: title, source line and date", async () => {
    await show(LOSS);
    await open();
    const { name, bytes } = await saved("svg");
    assert.match(name, /\.svg$/);
    const text = bytes.toString();
    const title = await locate(".title").innerText();
    assert.ok(text.includes(`>${title}</text>`), text.slice(0, 2000));
    assert.match(text, />来源：[^<]+<\/text>/);
    const now = new Date();
    assert.ok(text.includes(`>制图日期：${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日</text>`));
    const wrong = await tab.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent, text);
    assert.ok(!wrong, wrong);
  });

  test("CSV begins with its mark, then the head; notes and sources at the end", async () => {
    await show(LOSS);
    await open();
    const { bytes } = await saved("csv");
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().slice(1).split("\r\n");
    const { columns, rows, title } = await tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
    assert.deepEqual(lines[0].split(","), columns);
    assert.equal(lines[1].split(",")[1], rows[0][1]);
    assert.match(lines[rows.length + 1], /^,+$/);
    assert.ok(lines[rows.length + 2].startsWith(title));
    assert.match(lines.at(-2), /^"?来源/);
  });

  test("the dataset as it came", async () => {
    await show(LOSS);
    await open();
    const { name, bytes } = await saved("dataset");
    assert.equal(name, "huaibei-2023.json");
    assert.equal(bytes.toString(), bundled());
  });

  test("a dataset given by script has no snippet, and is saved under the figure's name", async () => {
    await show({ view: "output" }, { data: small() });
    await open();
    assert.equal(await locate("[data-share=snippet]").isVisible(), false);
    const { name, bytes } = await saved("dataset");
    assert.match(name, /2023年\.json$/);
    assert.deepEqual(JSON.parse(bytes.toString()), small());
  });

  test("what is chosen is what is saved; another kind of view too", async () => {
    await show(LOSS, { fragment: "#duibiao.w=1;home=wuhu" });
    await open();
    const { name } = await saved("csv");
    assert.match(name, /^芜湖/);
    await tab.evaluate(async () => {
      const widget = document.querySelector("dui-biao");
      const change = dui.next(widget, "change");
      widget.setAttribute("view", "doubling");
      await change;
    });
    // another core has made another inside, with the panel closed
    await open();
    const title = await locate(".title").innerText();
    assert.ok((await saved("svg")).bytes.toString().includes(`>${title.slice(0, 6)}`));
  });

  test("the code of the address", async () => {
    await show(LOSS);
    await open();
    const { bytes } = await saved("code");
    const [width, height] = sizeOf(bytes);
    assert.equal(width, height);
    assert.equal(await coloursOf(bytes), 2);
    assert.equal(await locate(".address").innerText(), await address());
  });
});

describe("the clipboard", () => {
  const text = async () => (await clipboardOf(tab))["text/plain"];

  test("a link that reopens what is chosen", async () => {
    await show(LOSS);
    await locate("[data-do=choose]").click();
    await open();
    await locate("[data-key=home]").selectOption("wuhu");
    assert.match(await locate(".address").innerText(), /home=wuhu/);
    await locate("[data-share=link]").click();
    await tab.until(() => dui.part(document.querySelector("dui-biao"), ".outcome").textContent);
    assert.equal(await outcome(), "已复制：链接");
    const link = await text();
    assert.equal(link, await address());
    await show(LOSS, { fragment: new URL(link).hash });
    assert.match(await locate(".title").innerText(), /芜湖/);
  });

  test("where the page keeps its address, the link says what it leaves out", async () => {
    await show({ ...LOSS, address: "off" });
    await locate("[data-do=choose]").click();
    await locate("[data-key=home]").selectOption("wuhu");
    await open();
    assert.equal(await outcome(), "链接只打开本页，不带所选内容。");
  });

  test("the table, as text and as a table", async () => {
    await show(LOSS);
    await open();
    await locate("[data-share=table]").click();
    await tab.until(() => dui.part(document.querySelector("dui-biao"), ".outcome").textContent);
    const rows = (await text()).trimEnd().split(/\r?\n/);
    const { columns } = await tab.evaluate(() => dui.said(document.querySelector("dui-biao")));
    assert.deepEqual(rows[0].split("\t"), columns);
    assert.match((await clipboardOf(tab))["text/html"], /<table[^]*芜湖/);
  });

  test("the picture", async () => {
    await show(LOSS);
    await open();
    await locate("[data-share=picture]").click();
    await tab.until(() => dui.part(document.querySelector("dui-biao"), ".outcome").textContent);
    assert.equal(await outcome(), "已复制：图片");
    assert.deepEqual(Object.keys(await clipboardOf(tab)), ["image/png"]);
  });

  test("a snippet that shows the same elsewhere", async () => {
    await show(LOSS, { fragment: "#duibiao.w=1;home=wuhu" });
    const title = await locate(".title").innerText();
    await open();
    await locate("[data-share=snippet]").click();
    await tab.until(() => dui.part(document.querySelector("dui-biao"), ".outcome").textContent);
    const snippet = await text();
    assert.match(snippet, /^<link rel="preload" href="http[^"]+\/pkg\/duibiao_bg\.wasm\?[\d.]+" as="fetch" crossorigin>\n<script src="http[^"]+\/pkg\/duibiao\.js" defer><\/script>\n<dui-biao src="http[^"]+" kind="ranking"/);
    const again = await tab.evaluate(async (snippet) => {
      const page = new DOMParser().parseFromString(snippet, "text/html");
      const widget = document.importNode(page.querySelector("dui-biao"), true);
      widget.setAttribute("loading", "eager");
      const ready = dui.next(widget, "ready");
      document.body.append(widget);
      await ready;
      return { title: dui.said(widget).title, fallback: widget.querySelector("caption").textContent };
    }, snippet);
    assert.deepEqual(again, { title, fallback: title });
  });

  test("without a clipboard the old way, and where that is refused, by hand", async () => {
    await show(LOSS);
    await tab.evaluate(() => void Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
    await open();
    assert.equal(await locate("[data-share=picture]").isVisible(), false);
    await locate("[data-share=link]").click();
    assert.equal(await outcome(), "已复制：链接");
    await tab.evaluate(() => void (document.execCommand = () => false));
    await locate("[data-share=link]").click();
    assert.match(await outcome(), /Ctrl\+C/);
    const field = await tab.evaluate(() => {
      const { activeElement } = document.querySelector("dui-biao").shadowRoot;
      return activeElement.value.slice(activeElement.selectionStart, activeElement.selectionEnd);
    });
    assert.equal(field, await address());
  });
});

describe("around it", () => {
  test("its files are fetched when it is opened, and once", async () => {
    await show(LOSS);
    const fetched = () => tab.seen.requests.filter((request) => /\/share[._]/.test(JSON.stringify(request))).length;
    assert.equal(fetched(), 0);
    await open();
    const first = fetched();
    assert.ok(first > 0);
    await locate("[data-do=share]").click();
    await open();
    assert.equal(fetched(), first);
  });

  test("printing prints the sheet alone", async () => {
    await show(LOSS);
    await open();
    await locate("[data-share=print]").click();
    const { printed, title } = await tab.until(() => window.printed);
    assert.equal(title, await locate(".title").innerText());
    assert.equal(printed.length, 1);
    assert.equal(printed[0][0], title);
    assert.ok(printed[0][1] > 0 && printed[0][2]);
    assert.equal(await outcome(), "");
  });

  test("by keyboard: open, save, close, the focus staying where it was", async () => {
    await show(LOSS);
    await locate("[data-do=share]").focus();
    await tab.page.keyboard.press("Enter");
    await locate("[data-share=csv]").waitFor();
    assert.equal(await locate("[data-do=share]").getAttribute("aria-expanded"), "true");
    await tab.page.keyboard.press("Tab");
    const focused = () => tab.evaluate(() => document.querySelector("dui-biao").shadowRoot.activeElement?.dataset.share);
    assert.equal(await focused(), "png-1");
    for (let step = 0; step < 4; step++) await tab.page.keyboard.press("Tab");
    assert.equal(await focused(), "csv");
    const { name } = await fileOf(tab, () => tab.page.keyboard.press("Space"));
    assert.match(name, /\.csv$/);
    assert.equal(await focused(), "csv");
    await locate("[data-do=share]").press("Enter");
    assert.equal(await locate(".share").isVisible(), false);
  });

  test("with controls off there is no button", async () => {
    await show({ ...LOSS, controls: "off" });
    assert.equal(await locate("[data-do=share]").isVisible(), false);
  });

  test("axe finds nothing in the open panel, in three languages and for seniors", async () => {
    await show(LOSS);
    await open();
    for (const attributes of [{ lang: "zh-Hans" }, { lang: "zh-Hant", theme: "dark" }, { lang: "en", size: "senior" }]) {
      await tab.evaluate(async (attributes) => {
        const widget = document.querySelector("dui-biao");
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        await dui.settled();
      }, attributes);
      assert.deepEqual(await axe(tab, "dui-biao"), []);
    }
    assert.equal(await locate("[data-share=link]").innerText(), "Link");
    const low = await locate(".share .button").evaluateAll((buttons) => buttons.filter((button) => dui.hasBox(button) && button.getBoundingClientRect().height < 44).length);
    assert.equal(low, 0, "44 px for seniors");
  });

  test("on a phone nothing sticks out", async () => {
    await tab.page.setViewportSize({ width: NARROWEST, height: 700 });
    await show({ ...LOSS, size: "senior" });
    await open();
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await tab.page.setViewportSize({ width: 900, height: 900 });
  });

  test("under a policy that blocks wasm everything works, and nothing violates it", async () => {
    const strict = await launchWithHelpers({ csp: "strict" });
    try {
      await watchTaken(strict);
      await strict.inEveryPage(watchPrinted);
      await show({ ...LOSS, core: "js" }, { within: strict });
      await open(strict);
      for (const name of ["png-2", "svg", "csv", "dataset"]) assert.ok((await saved(name, strict)).bytes.length > 100, name);
      await locate("[data-share=print]", strict).click();
      await strict.evaluate(() => dui.settled());
      assert.deepEqual(strict.seen.violations, []);
      assert.deepEqual(strict.seen.errors, []);
    } finally {
      await strict.close();
    }
  });

  test("where its files are missing, the widget says so and stays", async () => {
    await show(LOSS);
    await tab.page.route("**/share*", (route) => route.abort());
    try {
      await locate("[data-do=share]").click();
      await tab.until(() => dui.said(document.querySelector("dui-biao")).message);
      assert.equal(await locate(".plot").isVisible(), true);
    } finally {
      await tab.page.unroute("**/share*");
    }
  });
});

test("an offline briefing is saved, the same as the command makes, and says when its parts cannot be fetched", async () => {
  await show({ src: DATA, view: "loss-rate" });
  await open();
  const { name, bytes } = await saved("offline");
  assert.match(name, /^淮北学习考察.*\.html$/);
  await briefing("shared.html");
  assert.ok(bytes.equals(await readFile(place("shared.html"))));
  await tab.page.route("**/briefing.json", (route) => route.abort());
  await locate("[data-share=offline]").click();
  await tab.until(() => /离线文件没有做成/.test(dui.part(document.querySelector("dui-biao"), ".outcome").textContent));
  await tab.page.unroute("**/briefing.json");
});
