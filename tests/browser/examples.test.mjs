// www/examples as an integrator has them: built, opened under a strict policy, used.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "./examples/build.mjs";
import { axe } from "./harness.mjs";
import { drawn, launchWithHelpers, openFresh } from "./widgets.mjs";

let tab, out, warnings;
before(
  async () => {
    ({ out, warnings } = await build());
    tab = await launchWithHelpers({ viewport: { width: 900, height: 1200 } });
  },
  { timeout: 120_000 },
);
after(() => tab?.close());

/** Opens an example, and waits until its chart is drawn; it is an example in this too, that everyone can use it. */
async function open(name) {
  await openFresh(tab, `/examples/${name}/`);
  await drawn(tab);
  assert.deepEqual(await axe(tab), []);
}

function assertQuiet() {
  assert.deepEqual(tab.seen.errors, []);
  assert.deepEqual(tab.seen.violations, []);
}

/** The title of the only chart, and all of its pixels. */
const figure = () =>
  tab.evaluate(() => {
    const widget = document.querySelector("dui-biao");
    return { title: dui.said(widget).title, pixels: dui.part(widget, "canvas").toDataURL() };
  });

/** Waits until the page's own line says what the chart does, and that is another figure than before; returns it. */
async function another(before) {
  await tab.until((before) => {
    const title = dui.said(document.querySelector("dui-biao")).title;
    return title !== before && document.querySelector("#said").textContent === title && dui.isDrawn(document.querySelector("dui-biao"));
  }, before.title);
  const now = await figure();
  assert.notEqual(now.pixels, before.pixels);
  return now;
}

const choose = (id, value) => tab.page.locator(`#${id}`).selectOption(value);

/** Takes the chart out of the page with the example's button, and puts it back. */
async function unmountAndMount() {
  const before = await figure();
  await tab.page.locator("#toggle").click();
  await tab.until(() => !document.querySelector("dui-biao"));
  await tab.evaluate(() => dui.settled());
  // what happens to the page no longer concerns it
  await tab.page.setViewportSize({ width: 700, height: 1200 });
  await tab.page.emulateMedia?.({ colorScheme: "dark" });
  await tab.evaluate(() => dui.settled());
  await tab.page.setViewportSize({ width: 900, height: 1200 });
  await tab.page.emulateMedia?.({ colorScheme: "light" });
  assertQuiet();
  await tab.page.locator("#toggle").click();
  await drawn(tab);
  assert.deepEqual(await figure(), before);
}

/** The cores that were fetched: where from, in order. */
const fetched = () => tab.seen.requests.map((url) => new URL(url).pathname).filter((path) => path.endsWith(".wasm"));

test("the bundler has nothing to say", () => assert.deepEqual(warnings, []));

test("plain HTML hears what the chart tells", async () => {
  await open("plain");
  const { title } = await figure();
  assert.match(title, /嘉兴行政诉讼败诉率最低/);
  const titleOfPage = () => tab.evaluate(() => document.title);
  assert.equal(await titleOfPage(), title);
  assert.match(await tab.page.locator("#said").innerText(), /3\.08%/);
  await tab.evaluate(() => document.querySelector("dui-biao").setAttribute("home", "wuhu"));
  await tab.until((before) => document.title !== before, title);
  assert.match(await titleOfPage(), /芜湖/);
  assertQuiet();
  // a wrong address: the page says whom to tell, the chart stays
  await tab.evaluate(() => document.querySelector("dui-biao").setAttribute("src", "/data/nothing.json"));
  await tab.page.locator("#fault").waitFor();
  assert.equal(await tab.page.locator("#code").innerText(), "missing");
  assert.match((await figure()).title, /芜湖/);
  await tab.evaluate(() => document.querySelector("dui-biao").setAttribute("src", "/data/huaibei-2023.json"));
  await tab.page.locator("#fault").waitFor({ state: "hidden" });
  assert.deepEqual(tab.seen.violations, []);
});

test("Vue binds attributes and hears events, with the package's files in a folder of their own", async () => {
  await open("vue");
  const first = await figure();
  assert.match(first.title, /嘉兴行政诉讼败诉率最低/);
  assert.equal(await tab.page.locator("#said").innerText(), first.title);
  await choose("home", "wuhu");
  const second = await another(first);
  assert.match(second.title, /芜湖/);
  // drawn by another core
  await choose("view", "loss-rate-change");
  const third = await another(second);
  assert.deepEqual(fetched(), ["/pkg/duibiao_bg.wasm", "/pkg/quadrant_bg.wasm"]);
  assert.notEqual(third.title, second.title);
  await unmountAndMount();
  assertQuiet();
});

test("React hands over an object and hears events, with the package's files beside the bundle", async () => {
  await open("react");
  const first = await figure();
  assert.match(first.title, /甲市/);
  assert.equal(await tab.page.locator("#said").innerText(), first.title);
  const data = await tab.evaluate(() => document.querySelector("dui-biao").hasAttribute("data"));
  assert.equal(data, false, "the object went to the property");
  // another object
  await choose("year", "2023");
  const second = await another(first);
  assert.match(second.title, /乙市/);
  // another attribute
  await choose("home", "bing");
  await another(second);
  assert.deepEqual(fetched(), ["/examples/react/duibiao_bg.wasm"]);
  await unmountAndMount();
  assertQuiet();
});

test("what the page for developers writes in Vue is heard and drawn", async () => {
  await openFresh(tab, "/examples/told-vue/");
  await drawn(tab);
  const { title } = await figure();
  assert.match(title, /嘉兴/);
  assert.equal(await tab.evaluate(() => document.querySelector("h2").textContent), title);
  assertQuiet();
});

test("what it writes in React takes an object, and tells which place was chosen", async () => {
  await openFresh(tab, "/examples/told-react/");
  await drawn(tab);
  assert.match((await figure()).title, /芜湖/);
  await tab.page.locator("dui-biao .plot").focus();
  for (const key of ["Home", "Enter"]) await tab.page.keyboard.press(key);
  assert.equal(await tab.evaluate(() => document.title), "jiaxing");
  assertQuiet();
});

describe("WordPress", () => {
  /** What stays of a post, as kses has it for those who may not write unfiltered HTML. */
  const ALLOWED = {
    "": ["class", "id", "title", "lang"],
    ...Object.fromEntries("p div span figure figcaption strong em h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot tr br".split(" ").map((tag) => [tag, []])),
    th: ["scope", "colspan", "rowspan"],
    td: ["scope", "colspan", "rowspan"],
    a: ["href"],
    img: ["src", "alt", "width", "height"],
  };

  /** Unknown elements go, what is in them stays; of the others, the attributes that are allowed. */
  const sanitised = (html) =>
    html.replace(/<[^>]*>?/g, (piece) => {
      const [, slash, name, rest] = /^<\s*(\/?)\s*([a-zA-Z0-9-]+)([^>]*)>$/.exec(piece) ?? [];
      const tag = name?.toLowerCase();
      if (!tag || !Object.hasOwn(ALLOWED, tag)) return "";
      if (slash) return `</${tag}>`;
      const kept = [...rest.matchAll(/([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].filter(([, attribute, value = ""]) => {
        const lower = attribute.toLowerCase();
        const isKnown = /^data(-[a-z0-9_]+)+$/.test(lower) || [...ALLOWED[""], ...ALLOWED[tag]].includes(lower);
        return isKnown && !/^["']?\s*javascript:/i.test(value);
      });
      return `<${[tag, ...kept.map(([whole]) => whole)].join(" ")}>`;
    });

  const source = (name) => readFile(join(out, "wordpress", name), "utf8");

  test("would drop the element and leave its table", () => {
    const post = '<dui-biao src="/d.json" view="v" onclick="x()"><table><tr><td onclick="x()">3.08</td></tr></table></dui-biao><script src="/x.js"></script>';
    assert.equal(sanitised(post), "<table><tr><td>3.08</td></tr></table>");
  });

  test("leaves the block as it was pasted", async () => {
    const post = await source("post.html");
    assert.equal(sanitised(post), post);
  });

  test("draws the block with the script that the theme puts below", async () => {
    // what wp_enqueue_script makes of the theme's line
    const [, script] = /wp_enqueue_script\( 'duibiao', get_theme_file_uri\( '([^']+)' \), array\(\), null, true \);/.exec(await source("functions.php"));
    const page = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>文章</title><link rel="icon" href="data:,">
<body><main><h1>文章</h1>${sanitised(await source("post.html"))}</main><script src="theme/${script}" id="duibiao-js"></script></body></html>`;
    await writeFile(join(out, "wordpress/index.html"), page);
    await open("wordpress");
    assert.match((await figure()).title, /嘉兴行政诉讼败诉率最低/);
    const visible = await tab.evaluate(() => [...document.querySelectorAll("[data-duibiao] > dui-biao > table")].map(dui.hasBox));
    assert.deepEqual(visible, [false], "the table has made way");
    assert.deepEqual(fetched(), ["/examples/wordpress/theme/duibiao/duibiao_bg.wasm"]);
    assertQuiet();
  });
});
