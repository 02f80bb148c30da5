// What a visitor sees when something is missing or wrong: the fallback or the last good picture, and why.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { axe, testInChromium } from "./harness.mjs";
import { DATA, drawn, launchWithHelpers, openEmpty, small } from "./widgets.mjs";

let tab;
before(async () => (tab = await launchWithHelpers({ viewport: { width: 900, height: 900 } })), { timeout: 60_000 });
after(() => tab?.close());
afterEach(() => tab.page.unrouteAll({ behavior: "ignoreErrors" }));

/** An address of its own for every try: what was fetched once is not asked for again. */
let tries = 0;
const address = () => `/data/try-${(tries += 1)}.json`;

/** A server that answers an address in this way. */
async function answering(answer) {
  const src = address();
  await tab.page.route(`**${src}`, (route) => (answer === "abort" ? route.abort() : route.fulfill(answer)));
  return src;
}

const json = (data) => ({ contentType: "application/json", body: JSON.stringify(data) });

/** Adds a widget that cannot show anything yet; resolves with what is seen of it. */
function fail(attributes, data) {
  return tab.evaluate(
    async ({ attributes, data }) => {
      window.widget = dui.make(attributes);
      const error = dui.next(widget, "error");
      document.body.append(widget);
      if (data !== undefined) widget.data = data;
      await error;
      await dui.settled();
      return look();
    },
    { attributes, data },
  );
}

/** Changes attributes; resolves with what is seen after an event of this kind. */
function set(attributes, type) {
  return tab.evaluate(
    async ({ attributes, type }) => {
      const event = dui.next(widget, type);
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) widget.removeAttribute(name);
        else widget.setAttribute(name, value);
      }
      await event;
      await dui.settled();
      return look();
    },
    { attributes, type },
  );
}

/** A fresh page, with a way to look at the widget of the test. */
async function freshPage() {
  await openEmpty(tab);
  await tab.evaluate(() => {
    window.look = () => {
      const alert = dui.part(widget, "[role=alert]");
      const fallback = widget.querySelector(".fallback");
      return {
        fallback: dui.hasBox(fallback) && fallback.innerText,
        alert: dui.hasBox(alert) && alert.firstChild.textContent,
        listed: [...alert.querySelectorAll("li")].map((item) => item.innerText),
        heard: dui.heard.filter(({ id }) => id === widget.id).map(({ type, detail }) => ({ type, ...detail })),
        isDrawn: dui.isDrawn(widget),
        title: dui.said(widget).title,
        colours: dui.isDrawn(widget) && dui.colours(widget),
      };
    };
  });
}

/** The fallback is there, the alert says this, and the one event has this code. */
function assertFailed({ fallback, alert, heard, isDrawn }, code, message) {
  assert.equal(fallback, "备用内容");
  assert.equal(isDrawn, false);
  assert.match(String(alert), message);
  assert.deepEqual(heard.map(({ type, code, message }) => ({ type, code, message })), [{ type: "error", code, message: alert }]);
}

/** The figure is there, fallback and alert are not. */
function assertShown({ fallback, alert, isDrawn, title }) {
  assert.deepEqual({ fallback, alert, isDrawn }, { fallback: false, alert: false, isDrawn: true });
  assert.ok(title.length > 4, title);
}

/** Nothing but the browser's own word about answers that failed. */
function assertNoOtherErrors() {
  // what browsers themselves say of a file that is not there
  assert.deepEqual(tab.seen.errors.filter((error) => !/^Failed to load resource|blocked because of a disallowed MIME type/.test(error)), []);
  assert.deepEqual(tab.seen.violations, []);
}

describe("data that does not come", () => {
  before(freshPage);
  afterEach(assertNoOtherErrors);

  test("there is none at its address", async () => {
    assertFailed(await fail({ src: address(), view: "loss-rate" }), "missing", /不存在（404）/);
  });

  test("no answer at all", async () => {
    assertFailed(await fail({ src: await answering("abort"), view: "loss-rate" }), "network", /数据没有取到/);
  });

  test("no permission", async () => {
    assertFailed(await fail({ src: await answering({ status: 403, body: "" }) }), "denied", /权限/);
    assertFailed(await fail({ src: await answering({ status: 401, body: "", headers: {} }) }), "denied", /登录/);
  });

  testInChromium("no network at all", async () => {
    await tab.page.context().setOffline(true);
    assertFailed(await fail({ src: address() }), "offline", /没有网络/);
    await tab.page.context().setOffline(false);
  });

  test("a page instead of data", async () => {
    assertFailed(await fail({ src: "/index.html", view: "loss-rate" }), "html", /网页.*登录/);
  });

  test("data in GBK", async () => {
    // {"title":"淮北"}
    const body = Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xbb, 0xb4, 0xb1, 0xb1]), Buffer.from('"}')]);
    assertFailed(await fail({ src: await answering({ contentType: "application/json", body }) }), "encoding", /UTF-8/);
  });

  test("in the language of the page", async () => {
    const src = address();
    assertFailed(await fail({ src, lang: "en" }), "missing", /no data at its address.*404/i);
    assertFailed(await fail({ src, lang: "zh-Hant" }), "missing", /數據地址不存在/);
    assertFailed(await fail({ src: "/index.html", lang: "en" }), "html", /web page/);
  });

  test("a good address afterwards shows the figure and takes the message away", async () => {
    assertFailed(await fail({ src: address(), view: "loss-rate" }), "missing", /./);
    const shown = await set({ src: DATA }, "ready");
    assertShown(shown);
    assert.deepEqual(shown.heard.map(({ type }) => type), ["error", "ready"]);
  });

  test("an address that failed is asked again", async () => {
    const src = await answering({ status: 503, body: "" });
    assertFailed(await fail({ src, view: "output" }), "server", /服务器出错/);
    await tab.page.unrouteAll();
    await tab.page.route(`**${src}`, (route) => route.fulfill(json(small())));
    const shown = await tab.evaluate(async () => {
      const ready = dui.next(widget, "ready");
      widget.remove();
      document.body.append(widget);
      await ready;
      await dui.settled();
      return look();
    });
    assertShown(shown);
  });
});

describe("data that is wrong", () => {
  before(freshPage);
  afterEach(assertNoOtherErrors);

  test("text that is not JSON", async () => {
    const seen = await fail({ src: "/portal.css" });
    assertFailed(seen, "data", /1\s*处/);
    assert.deepEqual(seen.heard[0].issues.map(({ code }) => code), ["syntax"]);
    assert.match(seen.listed.join(), /JSON/);
  });

  test("three faults are listed with their places", async () => {
    const data = small();
    data.indicators[0].unit = "斗";
    data.observations[1].period = "去年";
    data.observations[2].source = "t";
    const places = ["/indicators/0/unit", "/observations/1/period", "/observations/2/source"];
    for (const [attributes, given] of [[{ src: await answering(json(data)) }], [{}, data], [{}, JSON.stringify(data)]]) {
      const seen = await fail(attributes, given);
      assertFailed(seen, "data", /3\s*处/);
      const { issues } = seen.heard[0];
      assert.deepEqual(issues.map(({ code, place }) => [code, place]), [
        ["unit", places[0]],
        ["period", places[1]],
        ["unknown-id", places[2]],
      ]);
      assert.equal(seen.listed.length, 3);
      for (const [index, line] of seen.listed.entries()) {
        assert.ok(line.includes(places[index]) && line.includes(issues[index].message), line);
      }
      for (const [index, found] of ["斗", "去年", "t"].entries()) assert.ok(seen.listed[index].includes(found), seen.listed[index]);
    }
  });

  test("mended data given by script shows the figure", async () => {
    assertFailed(await fail({}, "{"), "data", /1\s*处/);
    const shown = await tab.evaluate(async (data) => {
      const ready = dui.next(widget, "ready");
      widget.data = data;
      await ready;
      await dui.settled();
      return look();
    }, small());
    assertShown(shown);
  });
});

describe("a request that has no figure", () => {
  before(freshPage);
  afterEach(assertNoOtherErrors);

  for (const [name, attributes, message] of [
    ["an unknown view", { view: "败诉" }, /没有这个视图.*败诉/],
    ["an unknown indicator", { view: "loss-rate", indicator: "幸福" }, /没有这个指标.*幸福/],
    ["an unknown place", { view: "loss-rate", home: "蓬莱" }, /没有这个地区.*蓬莱/],
    ["an unknown place in English", { view: "loss-rate", home: "Penglai", lang: "en" }, /no such place.*Penglai/],
  ]) {
    test(`${name} is named; a known one then shows the figure`, async () => {
      assertFailed(await fail({ src: DATA, ...attributes }), "request", message);
      const mended = Object.fromEntries(Object.keys(attributes).map((key) => [key, key === "view" ? "loss-rate" : null]));
      assertShown(await set(mended, "change"));
    });
  }
});

describe("after a good picture", () => {
  let good;
  beforeEach(async () => {
    await freshPage();
    good = await tab.evaluate(async (src) => {
      window.widget = await dui.show({ src, view: "loss-rate" });
      await dui.settled();
      dui.heard.length = 0;
      return look();
    }, DATA);
    assertShown(good);
  });
  afterEach(assertNoOtherErrors);

  /** The picture is as it was, with a word of what is wrong now, which does not speak of the fallback. */
  function assertKept(seen, code, message) {
    assert.deepEqual(seen.colours, good.colours);
    assert.equal(seen.title, good.title);
    assert.equal(seen.fallback, false);
    assert.match(String(seen.alert), message);
    assert.deepEqual(seen.heard.map(({ type, code }) => [type, code]), [["error", code]]);
    assert.doesNotMatch(seen.alert, /备用内容/);
  }

  test("an unknown indicator leaves it, a known one draws again", async () => {
    assertKept(await set({ indicator: "幸福" }, "error"), "request", /没有这个指标.*幸福/);
    const shown = await set({ indicator: null }, "change");
    assertShown(shown);
    assert.deepEqual(shown.colours, good.colours);
  });

  test("data that does not come leaves it", async () => {
    assertKept(await set({ src: address() }, "error"), "missing", /不存在/);
    assertShown(await set({ src: DATA }, "ready"));
  });

  test("data that is wrong leaves it", async () => {
    const broken = { ...small(), version: 2 };
    assertKept(await set({ src: await answering(json(broken)) }, "error"), "data", /1\s*处/);
  });

  test("it still follows its attributes and its width", async () => {
    await set({ src: address() }, "error");
    await tab.page.setViewportSize({ width: 600, height: 900 });
    await drawn(tab);
    const dark = await set({ theme: "dark" }, "change");
    assert.ok(dark.isDrawn);
    assert.ok(dark.colours["#616a76"] > 2000, JSON.stringify(dark.colours["#616a76"]));
    await tab.page.setViewportSize({ width: 900, height: 900 });
  });
});

describe("a core that does not come", () => {
  beforeEach(freshPage);

  const EMPTY = "/pages/nothing/";

  test("neither form is there", async () => {
    assertFailed(await fail({ src: DATA, view: "loss-rate", base: EMPTY }), "core", /图表程序没有加载/);
    const asked = tab.seen.requests.filter((url) => url.includes(EMPTY)).map((url) => url.split("/").at(-1));
    assert.deepEqual(asked, ["duibiao_bg.wasm", "duibiao.core.js"]);
    assertNoOtherErrors();
  });

  test("in the language of the page", async () => {
    assertFailed(await fail({ src: DATA, base: EMPTY, lang: "en" }), "core", /chart could not be loaded/);
  });

  test("a widget beside it with the right folder is not drawn into it", async () => {
    const neighbour = await tab.evaluate(
      async ({ src, base }) => {
        window.widget = dui.make({ src, view: "loss-rate", base });
        const error = dui.next(widget, "error");
        document.body.append(widget);
        const neighbour = await dui.show({ src, view: "doubling" });
        await error;
        await dui.settled();
        return dui.isDrawn(neighbour);
      },
      { src: DATA, base: EMPTY },
    );
    assert.ok(neighbour);
    assertFailed(await tab.evaluate(() => look()), "core", /图表程序没有加载/);
  });

  test("five widgets without one ask for it once", async () => {
    await tab.evaluate(
      async ({ src, base }) => {
        const widgets = Array.from({ length: 5 }, () => dui.make({ src, base }));
        const errors = widgets.map((widget) => dui.next(widget, "error"));
        document.body.append(...widgets);
        await Promise.all(errors);
      },
      { src: DATA, base: EMPTY },
    );
    const asked = tab.seen.requests.filter((url) => url.includes(EMPTY)).map((url) => url.split("/").at(-1));
    assert.deepEqual(asked, ["duibiao_bg.wasm", "duibiao.core.js"]);
  });

  for (const core of ["auto", "js"]) {
    test(`when it comes after all, the widget draws, core="${core}"`, async () => {
      await tab.page.route("**/duibiao_bg.wasm?*", (route) => route.fulfill({ status: 404 }));
      await tab.page.route("**/duibiao.core.js?*", (route) => route.fulfill({ status: 404 }));
      assertFailed(await fail({ src: DATA, view: "loss-rate", core }), "core", /./);
      await tab.page.unrouteAll();
      assertShown(await set({ src: `${DATA}?again` }, "ready"));
    });
  }

  for (const [name, answer] of [
    ["missing", () => ({ status: 404, body: "Not found" })],
    ["cut short", (body) => ({ contentType: "application/wasm", body: body.subarray(0, 5000) })],
    ["answered with a page", () => ({ contentType: "text/html", body: "<!doctype html><title>登录</title>" })],
  ]) {
    test(`with its wasm ${name} the JavaScript form takes over`, async () => {
      await tab.page.route("**/duibiao_bg.wasm?*", async (route) => {
        const body = await (await route.fetch()).body();
        await route.fulfill(answer(body));
      });
      const widget = await tab.evaluate(async (src) => {
        window.widget = await dui.show({ src, view: "loss-rate" });
        await dui.settled();
        return look();
      }, DATA);
      assertShown(widget);
      assert.deepEqual(widget.heard.map(({ type }) => type), ["ready"]);
      assert.ok(tab.seen.requests.some((url) => url.endsWith("/pkg/duibiao.core.js")));
      assertNoOtherErrors();
    });
  }

  test("wasm of an unknown type is as good as any", async () => {
    await tab.page.route("**/duibiao_bg.wasm?*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { "content-type": "application/octet-stream" } });
    });
    const widget = await tab.evaluate(async (src) => {
      window.widget = await dui.show({ src, view: "loss-rate" });
      await dui.settled();
      return look();
    }, DATA);
    assertShown(widget);
    assert.ok(!tab.seen.requests.some((url) => url.endsWith("duibiao.core.js")));
  });
});

test("data that comes faulty while other data is still on its way to fail leaves no rejection to the page", async () => {
  await openEmpty(tab);
  await tab.page.route("**/faulty.json", (route) => route.fulfill(json({})));
  await tab.page.route("**/late.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({ status: 404 });
  });
  const codes = await tab.evaluate(async () => {
    const widgets = ["/faulty.json", "/late.json"].map((src) => dui.make({ src }));
    const errors = widgets.map((widget) => dui.next(widget, "error"));
    document.body.append(...widgets);
    const told = await Promise.all(errors);
    // a rejection is told of after all that waits for it had its turn
    await new Promise((resolve) => setTimeout(resolve, 100));
    return told.map(({ code }) => code);
  });
  assert.deepEqual(codes, ["data", "missing"]);
  assert.deepEqual(await tab.evaluate(() => dui.faults), []);
});

test("data that has changed when the page is loaded again is shown as it is then", async () => {
  const first = small();
  const second = small();
  second.observations[0].value = 50;
  second.regions.pop();
  second.observations.pop();
  const given = [first, second, { ...second, version: 2 }, first];
  let times = 0;
  await tab.page.route("**/changing.json", (route) => route.fulfill(json(given[times++])));
  const load = async () => {
    // a link to a place that the second has no more
    await openEmpty(tab, `/pages/empty.html?${Math.random()}#duibiao.w=1;home=bing`);
    return tab.evaluate(async () => {
      const widget = dui.make({ src: "/data/changing.json", view: "output" });
      widget.id = "w";
      const told = new Promise((resolve) => ["ready", "error"].forEach((type) => widget.addEventListener(`duibiao:${type}`, () => resolve(type), { once: true })));
      document.body.append(widget);
      const type = await told;
      await dui.settled();
      const { rows, home, message } = dui.said(widget);
      return { type, rows: rows.length, home: home.join(), message: message.length > 0, fallback: dui.hasBox(widget.querySelector(".fallback")) };
    });
  };
  assert.deepEqual(await load(), { type: "ready", rows: 3, home: "丙市", message: false, fallback: false });
  assert.deepEqual(await load(), { type: "ready", rows: 2, home: "乙市", message: true, fallback: false });
  assert.deepEqual(await load(), { type: "error", rows: 0, home: "", message: true, fallback: true });
  assert.deepEqual(await load(), { type: "ready", rows: 3, home: "丙市", message: false, fallback: false });
});

test("figures heard on the spot are refused by name, for a page shows what is published", async () => {
  await openEmpty(tab);
  const heard = await tab.evaluate(async (data) => {
    const widget = dui.make({ view: "output", loading: "eager" });
    widget.data = data;
    const error = dui.next(widget, "error");
    document.body.append(widget);
    return await error;
  }, { ...small(), noted: [{ region: "yi", indicator: "output", period: "2024", text: "超9亿元" }] });
  assert.deepEqual([heard.code, heard.issues.map(({ code, place }) => [code, place])], ["data", [["unknown-field", "/noted"]]]);
});

test("a failed widget has no accessibility faults", async () => {
  await freshPage();
  const data = { ...small(), version: 2 };
  assertFailed(await fail({}, data), "data", /./);
  assert.deepEqual(await axe(tab, "dui-biao"), []);
});

describe("data of another server", () => {
  let own;
  /** Answers as the address says. */
  const server = createServer((request, response) => {
    const body = JSON.stringify(small());
    const headers = { "content-type": "application/json" };
    if (request.url !== "/closed") headers["access-control-allow-origin"] = "*";
    if (request.url === "/cut") {
      response.writeHead(200, { ...headers, "content-length": body.length * 2 });
      response.write(body);
      setTimeout(() => response.destroy(), 200);
    } else if (request.url === "/login") {
      response.writeHead(302, { ...headers, location: "/page" }).end();
    } else if (request.url === "/page") {
      response.writeHead(200, { ...headers, "content-type": "text/html" }).end("<!doctype html><title>登录</title>");
    } else {
      response.writeHead(200, headers);
      // slow: the end comes later than the beginning
      response.write(body.slice(0, 200));
      setTimeout(() => response.end(body.slice(200)), 700);
    }
  });
  const at = (path) => `http://127.0.0.1:${server.address().port}${path}`;

  before(async () => {
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    own = tab;
    tab = await launchWithHelpers({ csp: "none" });
    await freshPage();
  }, { timeout: 60_000 });
  after(async () => {
    await tab.close();
    tab = own;
    server.closeAllConnections();
    server.close();
  });

  test("that lets no other page read it", async () => {
    assertFailed(await fail({ src: at("/closed") }), "cors", /另一网站/);
  });

  test("that breaks off", async () => {
    assertFailed(await fail({ src: at("/cut") }), "cut", /传输中断/);
  });

  test("that leads to a login", async () => {
    assertFailed(await fail({ src: at("/login") }), "html", /登录/);
  });

  test("that is not there at all", async () => {
    assertFailed(await fail({ src: "http://127.0.0.1:9/" }), "network", /没有取到/);
  });

  test("that is slow", async () => {
    const shown = await tab.evaluate(async (src) => {
      window.widget = await dui.show({ src, view: "output" });
      await dui.settled();
      return look();
    }, at("/slow"));
    assertShown(shown);
  });
});
