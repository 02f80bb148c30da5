// The guide for editors: what it tells to paste works, where it says so; its codes are those there are.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { axe } from "./harness.mjs";
import { launchWithHelpers, openFresh } from "./widgets.mjs";

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

let tab;
before(async () => (tab = await launchWithHelpers({ viewport: { width: 900, height: 900 } })), { timeout: 60_000 });
after(() => tab?.close());

/** The text of a part of the guide. */
async function told(id) {
  await openFresh(tab, "/guide.html");
  return tab.page.locator(`#${id}`).innerText();
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
      await tab.until(() => document.querySelector("dui-biao") && dui.isDrawn(document.querySelector("dui-biao")));
      assert.match(await tab.evaluate(() => dui.said(document.querySelector("dui-biao")).title), /嘉兴/);
      assert.deepEqual(tab.seen.errors, []);
      assert.deepEqual(tab.seen.violations, []);
    });
  }

  test("snippet-frame draws in a frame as high as what it shows", async () => {
    const [snippet, policy] = [await told("snippet-frame"), await told("policy")];
    await paste(snippet, policy);
    const frame = tab.page.frameLocator("iframe");
    await frame.locator("dui-biao .title").waitFor();
    assert.match(await frame.locator("dui-biao .title").innerText(), /嘉兴/);
    await tab.until(() => document.querySelector("iframe").height !== "640");
    assert.deepEqual(tab.seen.violations, []);
  });

  test("snippet-picture has a text in place of the picture", async () => {
    assert.match(await told("snippet-picture"), /^<img src="[^"]+\.svg" width="\d+" alt="[^"]{10,}">$/);
  });

  test("tells every code that there is, and no other", async () => {
    await openFresh(tab, "/guide.html");
    const listed = await tab.page.locator(".codes tbody th").allInnerTexts();
    const texts = source("www/text.js").match(/ {2}en: \{([^}]+)\}/)[1];
    const own = [...texts.matchAll(/^ +(\w+):/gm)].map(([, code]) => code);
    assert.deepEqual(listed.toSorted(), [...own, "data", "request"].toSorted());
  });

  test("nothing for axe to say, and nothing sticks out of a phone", async () => {
    await tab.page.setViewportSize({ width: 320, height: 700 });
    await openFresh(tab, "/guide.html");
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await axe(tab), []);
    await tab.page.setViewportSize({ width: 900, height: 900 });
  });
});
