// The pages for editors and developers: what they tell to paste works, where they say so; what they list is what there is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { NARROWEST, axe } from "./harness.mjs";
import { launchWithHelpers, openChoices, openFresh } from "./widgets.mjs";

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

let tab;
before(
  async () => {
    tab = await launchWithHelpers({ viewport: { width: 900, height: 900 } });
    await tab.inEveryPage(() => {
      window.logged = [];
      console.log = (...words) => logged.push(words);
    });
  },
  { timeout: 60_000 },
);
after(() => tab?.close());

/** The text of a part of a page. */
async function told(id, page = "guide") {
  await openFresh(tab, `/${page}.html`);
  return tab.page.locator(`#${id}`).innerText();
}

/** What the first column of a table lists. */
async function listed(page, table) {
  await openFresh(tab, `/${page}.html`);
  return tab.page.locator(`.${table} tbody th`).allInnerTexts();
}

/** Opens a page that is nothing but this, under the policy that the guide names. */
async function paste(snippet, policy) {
  const body = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>正文</title><link rel="icon" href="data:,"><body>${snippet}</body></html>`;
  await tab.page.route("**/pasted.html", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body, headers: { "content-security-policy": policy } }),
  );
  await openFresh(tab, "/pasted.html");
}

describe("the guide", () => {
  for (const id of ["snippet-element", "snippet-block"]) {
    test(`${id} draws under the policy it names`, async () => {
      const [snippet, policy] = [await told(id), await told("policy")];
      await paste(snippet, policy);
      await tab.until(() => Boolean(document.querySelector("dui-biao") && dui.isDrawn(document.querySelector("dui-biao"))));
      assert.match(await tab.evaluate(() => dui.said(document.querySelector("dui-biao")).title), /嘉兴/);
      assert.deepEqual(tab.seen.errors, []);
      assert.deepEqual(tab.seen.violations, []);
    });
  }

  test("names the version that there is", async () => {
    const { version } = JSON.parse(source("pkg/package.json"));
    assert.match(await told("snippet-element"), new RegExp(`duibiao_bg\\.wasm\\?${version}"`));
  });

  test("snippet-frame draws in a frame as high as what it shows", async () => {
    const [snippet, policy] = [await told("snippet-frame"), await told("policy")];
    await paste(snippet, policy);
    const title = await tab.until(() => document.querySelector("iframe").contentDocument.querySelector("dui-biao")?.shadowRoot?.querySelector(".title")?.textContent);
    assert.match(title, /嘉兴/);
    await tab.until(() => document.querySelector("iframe").height !== "640");
    assert.deepEqual(tab.seen.violations, []);
  });

  test("snippet-picture has a text in place of the picture", async () => {
    const snippet = await told("snippet-picture");
    assert.match(snippet, /^<img src="[^"]+\.svg" width="\d+" alt="[^"]{10,}">$/);
    await paste(snippet, await told("policy"));
    assert.equal(await tab.evaluate(() => document.querySelector("img").decode().then(() => document.querySelector("img").naturalWidth)), 760);
    assert.deepEqual(tab.seen.violations, []);
  });
});

test("every code that there is has its line, and no other", async () => {
  const texts = source("www/text.js").match(/ {2}en: \{([^}]+)\}/)[1];
  const own = [...texts.matchAll(/^ +(\w+):/gm)].map(([, code]) => code);
  assert.deepEqual((await listed("codes", "codes")).toSorted(), [...own, "data", "request"].toSorted());
});

describe("the pages for developers", () => {
  test("list the attributes, events and colours that there are, and no other", async () => {
    await openFresh(tab, "/pages/empty.html");
    const names = await tab.evaluate(() => Object.keys(customElements.get("dui-biao").prototype));
    const typings = source("www/index.d.ts");
    assert.deepEqual([...typings.matchAll(/^ {2}set (\w+)\(value: Given\)/gm)].map(([, name]) => name).toSorted(), names.toSorted(), "typings");
    const events = [...typings.matchAll(/^ {2}"(duibiao:\w+)":/gm)].map(([, name]) => name);
    const roles = [...source("www/style.js").match(/ROLES = \{([^}]+)\}/)[1].matchAll(/(\w+):/g)].map(([, role]) => `--duibiao-${role}`);
    for (const page of ["develop", "develop.en"]) {
      assert.deepEqual((await listed(page, "attributes")).toSorted(), names.toSorted(), page);
      assert.deepEqual(await listed(page, "events"), events, page);
      assert.deepEqual((await listed(page, "colours")).toSorted(), [...roles, "--duibiao-font"].toSorted(), page);
    }
  });

  test("have the same code in both languages", async () => {
    const code = async (page) => {
      await openFresh(tab, `/${page}.html`);
      return tab.page.locator("pre").allInnerTexts();
    };
    const pieces = await code("develop");
    assert.ok(pieces.length >= 7);
    assert.deepEqual(await code("develop.en"), pieces);
  });

  test("have parts that there are", async () => {
    await openFresh(tab, "/develop.html");
    const named = await tab.page.locator("#parts code").allInnerTexts();
    await openFresh(tab, "/hosts/plain.html");
    await tab.until(() => dui.isDrawn(document.querySelector("dui-biao")));
    await openChoices(tab);
    const there = await tab.evaluate(() => [...document.querySelector("dui-biao").shadowRoot.querySelectorAll("[part]")].flatMap((element) => [...element.part]));
    assert.deepEqual(there.filter((part) => !named.includes(part)), []);
  });

  test("snippet-module and snippet-files do what they say", async () => {
    const code = [await told("snippet-module", "develop"), await told("snippet-files", "develop")].map((text) => text.replace('"duibiao"', '"/pkg/duibiao.module.js"'));
    // the second waits for the element of the first
    const script = (text) => ({ contentType: "text/javascript; charset=utf-8", body: text });
    await tab.page.route("**/first.js", (route) => route.fulfill(script(code[0])));
    await tab.page.route("**/second.js", (route) => route.fulfill(script(code[1])));
    await paste('<main></main><script type="module" src="/first.js"></script><script type="module" src="/second.js"></script>', await told("policy"));
    await tab.until(() => dui.isDrawn(document.querySelector("dui-biao")));
    await tab.page.locator("dui-biao .plot").click();
    const logged = await tab.until(() => logged.length >= 2 && logged);
    const [picked, files] = [2, 6].map((count) => logged.find((words) => words.length === count));
    assert.ok(/^[a-z]+$/.test(picked[0]) && /嘉兴/.test(files[0]) && files[4] > 1000 && files[5] > 1000, JSON.stringify(logged));
    assert.deepEqual(tab.seen.errors, []);
    assert.deepEqual(tab.seen.violations, []);
  });

  test("snippet-analysis answers", async () => {
    const code = (await told("snippet-analysis", "develop")).replace('"duibiao/analysis"', '"/pkg/analysis.js"');
    await tab.page.route("**/third.js", (route) => route.fulfill({ contentType: "text/javascript; charset=utf-8", body: code }));
    await paste('<script type="module" src="/third.js"></script>', await told("policy"));
    const [[ranks]] = await tab.until(() => logged.length > 0 && logged);
    // more than 850 may be more than 855
    assert.deepEqual(ranks, [{ point: 2, best: 1, worst: 2 }, { point: 1, best: 1, worst: 2 }, null]);
  });
});

for (const page of ["guide", "codes", "develop", "develop.en"]) {
  test(`${page}: nothing for axe to say, and nothing sticks out of a phone`, async () => {
    await tab.page.setViewportSize({ width: NARROWEST, height: 700 });
    await openFresh(tab, `/${page}.html`);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await axe(tab), []);
    await tab.page.setViewportSize({ width: 900, height: 900 });
  });
}
