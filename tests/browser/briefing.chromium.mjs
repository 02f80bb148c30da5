// The one file of a briefing: what only Chromium's driver can do.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { axe, launch } from "./harness.mjs";
import { BUNDLED, briefing, place } from "../briefing.mjs";

let tab, page, address;
before(
  async () => {
    address = await briefing("own.html");
    tab = await launch({ viewport: { width: 1280, height: 720 }, acceptDownloads: true });
    page = tab.page;
    await page.context().setOffline(true);
  },
  { timeout: 60_000 },
);
after(() => tab?.close());

/** Opens the file as for the first time. */
async function open(at = address, fragment = "") {
  await page.goto("about:blank");
  tab.seen.errors.length = 0;
  await page.goto(at + fragment);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto(at + fragment);
  await ready();
}

const ready = (on = page) => on.waitForFunction(() => document.querySelector("dui-biao:not([hidden])")?.figure);
const text = (selector, on = page) => on.locator(selector).first().textContent();
const button = (name, on = page) => on.locator(`.bar [data-do=${name}]`);

/** Notes a figure for a place, as said by someone. */
async function note(value, { region = "huaibei", indicator = "loss-rate", period = "2022", by = "张三" } = {}) {
  if (!(await page.locator(".panel [data-record=indicator]").count())) await button("record").click();
  await page.locator("[data-record=indicator]").selectOption(indicator);
  await page.waitForTimeout(30);
  for (const [field, typed] of Object.entries({ period, by })) {
    await page.locator(`[data-record=${field}]`).fill(typed);
    await page.locator(`[data-record=${field}]`).blur();
    await page.waitForTimeout(30);
  }
  await page.locator(`[data-heard=${region}]`).fill(value);
  await page.locator(`[data-heard=${region}]`).blur();
  await page.waitForTimeout(50);
}

/** The file that a button hands to the browser. */
async function downloaded(click, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  await download.saveAs(place(name));
  return place(name);
}

test("a figure heard is marked where it is shown, and survives the kill of its tab", async () => {
  await open();
  const own = page;
  const sources = () => page.evaluate(() => document.querySelector("dui-biao:not([hidden])").shadowRoot.querySelector(".sources").textContent);
  // heard in a tab that dies
  page = await own.context().newPage();
  await page.goto(address);
  await ready();
  await note("约7.2%");
  assert.match(await text(".panel .noted"), /淮北.*约7\.2%.*张三/s);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => /现场记录/.test(document.querySelector("dui-biao:not([hidden])").shadowRoot.querySelector(".sources").textContent));
  assert.match(await sources(), /现场记录（张三/);
  await page.goto("chrome://crash").catch(() => undefined);
  await page.close();
  page = own;
  await page.goto("about:blank");
  await page.goto(address);
  await ready();
  assert.match(await text(".told"), /已恢复/);
  assert.match(await sources(), /现场记录（张三/);
  // and is given up when that is asked for
  await button("edit").click();
  await page.locator(".panel [data-do=forget]").click();
  await page.waitForFunction(() => !/现场记录/.test(document.querySelector("dui-biao:not([hidden])").shadowRoot.querySelector(".sources").textContent));
});

test("what contradicts a published figure is shown beside it, and does not replace it", async () => {
  await open();
  const before = await page.evaluate(() => document.querySelector("dui-biao").figure.rows.map(({ cells }) => cells.join(" ")));
  await note("9.9", { region: "jiaxing" });
  assert.match(await text("tr:has([data-heard=jiaxing]) .state"), /3\.08/);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("dui-biao").figure.notes.some((note) => /9\.9/.test(note)));
  const { rows } = await page.evaluate(() => document.querySelector("dui-biao").figure);
  assert.equal(rows.length, before.length);
  assert.match(rows[0].cells.join(" "), /嘉兴.*3\.08/);
});

test("what cannot be read is said at its field and not taken", async () => {
  await open();
  await note("八百多吧?");
  assert.equal(await page.locator("[data-heard=huaibei]").getAttribute("aria-invalid"), "true");
  assert.notEqual(await text("tr:has([data-heard=huaibei]) .state"), "");
  assert.notEqual(await text(".told"), "");
  // no amount is a share
  await note("超850亿");
  assert.equal(await page.locator("[data-heard=huaibei]").getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator(".noted tr").count(), 0);
});

test("two tabs of one file keep both figures; what is being typed is taken when the panel closes; another step asks for its own", async () => {
  await open();
  const other = await page.context().newPage();
  await other.goto(address);
  await ready(other);
  await note("7.1");
  await page.keyboard.press("Escape");
  await other.bringToFront();
  await other.waitForFunction(() => /含现场记录/.test(document.querySelector("dui-biao:not([hidden])").shadowRoot.querySelector(".subtitle").textContent));
  await other.close();
  await page.bringToFront();
  await button("record").click();
  assert.equal(await page.locator("[data-record=indicator]").inputValue(), "loss-rate");
  await page.locator("[data-record=by]").fill("张三");
  await page.locator("[data-record=by]").blur();
  await page.waitForTimeout(50);
  await page.locator("[data-heard=hefei]").fill("6.6");
  await page.keyboard.press("Escape");
  for (const key of ["2", "Enter"]) await page.keyboard.press(key);
  await button("record").click();
  assert.match(await text(".noted"), /7\.1.*6\.6/s);
  assert.notEqual(await page.locator("[data-record=indicator]").inputValue(), "loss-rate");
  // what was removed leaves the focus on the next
  await page.locator("[data-remove='0']").click();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.remove), "0");
  assert.doesNotMatch(await text(".noted"), /7\.1/);
  // and can be taken back, until something else is done
  await page.locator("[data-do=restore]").click();
  assert.match(await text(".noted"), /7\.1.*6\.6/s);
  assert.equal(await page.locator("[data-do=restore]").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.remove), "0");
});

test("cells are pasted from a spreadsheet, down a column or by names", async () => {
  await open();
  await note("1", { region: "xuzhou" });
  const paste = (region, text) =>
    page.evaluate(
      ({ region, text }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        document.querySelector(`[data-heard=${region}]`).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      { region, text },
    );
  const value = (region) => page.locator(`[data-heard=${region}]`).inputValue();
  await paste("xuzhou", "淮北\t7.1\r\n合肥\t超8\r\n哪里\t9\r\n");
  assert.deepEqual([await value("huaibei"), await value("hefei")], ["7.1", "超8"]);
  assert.match(await text(".told"), /哪里 9/);
  // by whatever a place is called
  await paste("xuzhou", "徐州市\t7.2\nJiaxing\t3.3\n");
  assert.deepEqual([await value("xuzhou"), await value("jiaxing")], ["7.2", "3.3"]);
  await paste("hefei", "5\n6\n");
  const order = await page.evaluate(() => [...document.querySelectorAll("[data-heard]")].map(({ dataset }) => dataset.heard));
  assert.deepEqual([await value("hefei"), await value(order[order.indexOf("hefei") + 1])], ["5", "6"]);
});

test("the panel asks for what the step shows, for a period as it is said", async () => {
  await open();
  const field = (name) => page.locator(`[data-record=${name}]`);
  const period = async (typed) => {
    await field("period").fill(typed);
    await field("period").blur();
    await page.waitForTimeout(50);
    return [await field("period").inputValue(), await field("period").getAttribute("aria-invalid")];
  };
  const asked = async (step) => {
    await page.keyboard.press("Escape");
    for (const key of [...`${step}`, "Enter"]) await page.keyboard.press(key);
    await ready();
    await button("record").click();
    return [await field("indicator").inputValue(), await field("period").inputValue()];
  };
  assert.deepEqual(await asked(5), ["attracted-investment", "2023年"]);
  assert.match(await text("tr:has([data-heard=wuhu-hitech]) td"), /464\.24/);
  const order = await page.evaluate(() => [...document.querySelectorAll("[data-heard]")].map(({ dataset }) => dataset.heard));
  assert.ok(order.indexOf("tongling-etdz") < 4, `${order}`);
  assert.deepEqual(await asked(4), ["regional-board-firms", "2023年"]);
  assert.notEqual((await asked(17))[0], "loss-rate");
  assert.notEqual((await asked(18))[0], "loss-rate");
  await asked(5);
  assert.deepEqual(await period("2023年上半年"), ["2023年上半年", null]);
  assert.deepEqual(await period("２０２４年１－９月"), ["2024年1—9月", null]);
  assert.match(await text("tr:has([data-heard=wuhu-hitech]) td"), /179\.16/);
  // what is not understood stays, is told, and nothing is taken for it
  assert.deepEqual(await period("去年"), ["去年", "true"]);
  assert.match(await text(".told"), /没有读懂时期/);
  await page.locator("[data-heard=huaibei]").fill("850亿元");
  await page.locator("[data-heard=huaibei]").blur();
  await page.waitForTimeout(50);
  assert.equal(await page.locator("[data-heard=huaibei]").getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator(".noted tr").count(), 0);
  assert.deepEqual(await period("2023"), ["2023年", null]);
});

test("a browser that keeps nothing says so", async () => {
  const refusing = await page.context().newPage();
  await refusing.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("", "SecurityError");
      },
    }),
  );
  await refusing.goto(address);
  await ready(refusing);
  await button("edit", refusing).click();
  await refusing.locator("[data-edit=title][data-place='0']").fill("开场");
  await refusing.locator("[data-edit=title][data-place='0']").blur();
  assert.match(await text(".told", refusing), /另存为新文件/);
  assert.equal(await text(".bar .step-title", refusing), "开场");
  // as long as it is so, and to who closes the tab
  const leave = () => refusing.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  assert.match(await text(".bar [data-do=save]", refusing), /尚未保存/);
  assert.equal(await leave(), true);
  await refusing.keyboard.press("Escape");
  await Promise.all([refusing.waitForEvent("download"), button("save", refusing).click()]);
  assert.doesNotMatch(await text(".bar [data-do=save]", refusing), /尚未保存/);
  assert.equal(await leave(), false);
  await refusing.close();
});

test("a saved file holds order, titles, notes and figures; others' notes are taken up", async () => {
  await open();
  await button("edit").click();
  await page.locator("[data-edit=title][data-place='0']").fill("开场 </script><!--\u2028😀");
  await page.locator("[data-edit=notes][data-place='0']").fill("先说\n再说");
  await page.locator("[data-edit=notes][data-place='0']").blur();
  await page.locator("[data-to='1'][data-place='0']").click();
  await page.locator("[data-edit=hidden][data-place='2']").check();
  await page.keyboard.press("Escape");
  await note("超7%");
  const saved = await downloaded(() => page.locator(".noted [data-do=save]").click(), "saved.html");
  const csv = await readFile(await downloaded(() => page.locator("[data-do=csv]").click(), "noted.csv"), "utf8");
  assert.match(csv, /^\ufeff地区,指标,.*\r\n淮北,.*超7%,张三/);
  const json = JSON.parse(await readFile(await downloaded(() => page.locator("[data-do=json]").click(), "noted.json"), "utf8"));
  assert.deepEqual(json.noted.map(({ region, text, by }) => [region, text, by]), [["huaibei", "超7%", "张三"]]);

  await open(pathToFileURL(saved).href);
  assert.equal(await text(".bar .position"), "1 / 17");
  await page.keyboard.press("ArrowRight");
  assert.equal(await text(".bar .step-title"), "开场 </script><!--\u2028😀");
  await page.keyboard.press("n");
  assert.equal(await text(".notes .spoken"), "先说\n再说");
  await button("record").click();
  assert.match(await text(".noted"), /超7%/);
  assert.deepEqual(tab.seen.errors, []);

  // the same, into a file that has none
  await open();
  await note("8", { by: "李四" });
  for (const other of [saved, place("noted.json")]) {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("[data-do=import]").click()]);
    await chooser.setFiles(other);
    await page.waitForFunction(() => document.querySelectorAll(".noted tr").length === 3);
  }
  await writeFile(place("other.json"), "{}");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("[data-do=import]").click()]);
  await chooser.setFiles(place("other.json"));
  await page.waitForFunction(() => /没有能用/.test(document.querySelector(".told").textContent));
});

test("a step that is larger than the screen is seen to its end before the next", async () => {
  await open(address, "#step=cross-checks");
  const reached = () => page.evaluate(() => Math.round(document.querySelector(".stage").scrollTop));
  const shown = () => page.locator("dui-biao:not([hidden])").getAttribute("id");
  const heights = [await reached()];
  for (let presses = 0; presses < 20 && (await shown()) === "cross-checks"; presses++) {
    await page.keyboard.press("PageDown");
    heights.push(await reached());
  }
  const within = heights.slice(0, -1);
  assert.ok(within.length > 2, `${heights}`);
  // no part of it is passed over
  const height = await page.evaluate(() => document.querySelector(".stage").clientHeight);
  for (const [index, top] of within.entries()) assert.ok(index === 0 || (top > within[index - 1] && top - within[index - 1] < height), `${heights}`);
  // the next begins at its beginning, and so does the one before
  assert.equal(heights.at(-1), 0);
  await page.keyboard.press("PageUp");
  assert.deepEqual([await shown(), await reached()], ["cross-checks", 0]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual([await shown(), await reached()], ["cross-checks", 0]);
  await page.keyboard.press("ArrowRight");
  await page.locator(".bar [data-do=next]").focus();
  // what is asked for by its number comes at once
  for (const key of ["2", "Enter"]) await page.evaluate((key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })), key);
  assert.equal(await shown(), "doubling");
});

test("a step fills the screen, or goes on below it", async () => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open();
  const places = await page.evaluate(() => Number(document.querySelector(".position").textContent.split("/")[1]));
  for (let place = 1; place <= places; place++) {
    for (const key of [...`${place}`, "Enter"]) await page.keyboard.press(key);
    await ready();
    const { view, share } = await page.evaluate(() => {
      const figure = document.querySelector("dui-biao:not([hidden])");
      const plot = figure.shadowRoot.querySelector(".plot").getBoundingClientRect();
      return { view: figure.id, share: plot.bottom / document.querySelector(".stage").clientHeight };
    });
    assert.ok(share > 0.7, `${view} ends at ${share} of the screen`);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
});

test("a saved file without changes is the file itself", async () => {
  await open();
  const saved = await downloaded(() => button("save").click(), "same.html");
  assert.ok((await readFile(saved)).equals(await readFile(place("own.html"))));
});

/** What is printed on a paper, in the language of the page, and its PDF. */
async function printed(paper) {
  await page.evaluate(() => (window.print = () => undefined));
  await button("report").click();
  await page.locator(`[data-paper=${paper}]`).click();
  await page.keyboard.press("Escape");
  const sheets = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const pages = [...document.querySelectorAll(".page")];
    const within = (text, drawing) => text.top >= drawing.top - 1 && text.bottom <= drawing.bottom + 1;
    return pages.map((page) => {
      const [article, foot] = page.children;
      const [own, box] = [page.getBoundingClientRect(), article.getBoundingClientRect()];
      const scale = box.width / article.offsetWidth;
      // as large as they are printed, in pixels of a 96th of an inch
      const letters = [...article.querySelectorAll("p,h2,h3,th,td")].map((one) => parseFloat(getComputedStyle(one).fontSize) * scale);
      const drawing = article.querySelector("svg");
      const drawn = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 0;
      for (const text of article.querySelectorAll("svg text")) letters.push(parseFloat(text.getAttribute("font-size")) * drawn);
      const rows = [...article.querySelectorAll("tbody tr")].filter((row) => row.getClientRects().length);
      return {
        name: article.querySelector(".kicker")?.textContent ?? "",
        isOver: box.width > own.width + 1 || box.bottom > foot.getBoundingClientRect().top + 1 || article.scrollWidth > article.clientWidth + 1,
        smallest: Math.min(...letters),
        drawing: drawing ? drawing.getBoundingClientRect().height : 0,
        // the whole of a text, not a part of it
        seen: [...article.querySelectorAll("svg text")].filter((text) => within(text.getBoundingClientRect(), drawing.getBoundingClientRect())).map(({ textContent }) => textContent),
        rows: rows.map((row) => [...row.cells].map(({ textContent }) => textContent).join("|")),
        more: article.querySelector(".more")?.textContent ?? "",
        foot: foot.textContent,
      };
    });
  });
  return { sheets, pdf: (await page.pdf({ preferCSSPageSize: true, path: place(`${paper}.pdf`) })).toString("latin1") };
}

/** The tables of the steps as the page has them, row by row. */
async function tables(count) {
  const tables = [];
  for (let step = 1; step <= count; step++) {
    for (const key of [...`${step}`, "Enter"]) await page.keyboard.press(key);
    await ready();
    tables.push(
      await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("dui-biao:not([hidden])");
        return [...shadowRoot.querySelectorAll(".data tbody tr")].map((row) => [...row.cells].map(({ textContent }) => textContent).join("|"));
      }),
    );
  }
  return tables;
}

for (const lang of ["zh-Hans", "en"]) {
  test(`a sheet a view is printed in ${lang}, that can be read, and whole tables in annexes`, async () => {
    await open();
    await page.locator(".bar [data-do=lang]").selectOption(lang);
    await page.waitForFunction((lang) => document.querySelector("dui-biao:not([hidden])").shadowRoot.querySelector(".root").lang === lang, lang);
    const whole = await tables(18);
    for (const paper of ["a4", "wide"]) {
      const { sheets, pdf } = await printed(paper);
      assert.deepEqual(sheets.filter(({ isOver }) => isOver).map(({ name }) => name), []);
      for (const { name, smallest } of sheets) assert.ok(smallest > 7.4, `${paper}: letters of ${smallest} px on ${name}`);
      // 18 views, the summary, and annexes
      const annexes = sheets.slice(18).filter(({ name }) => !/2023/.test(name));
      assert.ok(sheets.length - annexes.length - 18 <= 2);
      assert.equal(pdf.match(/\/Type \/Page\b(?!s)/g).length, sheets.length);
      assert.ok(annexes.length && annexes.every(({ name }) => /^(附表|Annex )\d/.test(name)), `${annexes.map(({ name }) => name)}`);
      const { foot } = sheets[4];
      assert.ok(foot.endsWith(`5 / ${sheets.length}`), foot);
      for (const [step, own] of sheets.slice(0, 18).entries()) {
        assert.ok(own.drawing > 100, `${own.name}: ${own.drawing}`);
        const rows = whole[step];
        assert.deepEqual(own.rows, rows.slice(0, own.rows.length), own.name);
        if (!own.more) {
          assert.equal(own.rows.length, rows.length, own.name);
          continue;
        }
        // what it tells of is there, whole
        const [number, first] = own.more.match(/\d+/g).slice(-2);
        const annex = annexes.filter(({ name }) => RegExp(`^(附表|Annex )${number}\\D`).test(name));
        assert.equal(sheets.indexOf(annex[0]), first - 1, own.more);
        assert.deepEqual(annex.flatMap(({ rows }) => rows), rows, own.name);
        if (own.rows.length) assert.ok(own.more.includes(String(rows.length - own.rows.length)), own.more);
      }
      assert.equal(pdf.match(/\/MediaBox \[0 0 (\d+)/)[1], paper === "a4" ? "594" : "960");
      assert.doesNotMatch(pdf, /\/Subtype \/Image/);
      assert.match(pdf, /\/ToUnicode/);
    }
  });
}

test("what no sheet has room for goes on", async () => {
  const dataset = JSON.parse(await readFile(new URL(`../../${BUNDLED}`, import.meta.url), "utf8"));
  const many = Array.from({ length: 150 }, (_, index) => index);
  dataset.regions.push(...many.map((index) => ({ id: `c${index}`, name: `第${index}县`, kind: "county" })));
  dataset.observations.push(...many.map((index) => ({ region: `c${index}`, indicator: "loss-rate", period: "2022", text: `${index + 1}%`, source: "huaibei-study-2023", locator: "一" })));
  dataset.views = [{ id: "many", kind: "ranking", indicator: "loss-rate", period: "2022", places: many.map((index) => `c${index}`) }];
  await open(await briefing("many.html", JSON.stringify(dataset)));
  const { sheets, pdf } = await printed("a4");
  assert.deepEqual(sheets.filter(({ isOver }) => isOver), []);
  assert.equal(pdf.match(/\/Type \/Page\b(?!s)/g).length, sheets.length);
  // reading and what comes first on its own sheet; the drawing on several, each name once; and all of the table
  const [own, summary, ...annexes] = sheets;
  assert.ok(own.drawing === 0 && own.rows.length === 12 && summary.drawing === 0);
  assert.match(own.more, /图和数据表见附表1（第3页起）/);
  assert.ok(annexes.filter(({ drawing }) => drawing > 0).length > 2);
  const seen = annexes.flatMap(({ seen }) => seen);
  assert.deepEqual(many.filter((index) => seen.filter((text) => text === `第${index}县`).length !== 1), []);
  assert.equal(annexes.flatMap(({ rows }) => rows).length, 150);
});

test("an address that was cut short opens the first step", async () => {
  await open(address, "#step=%E0%&duibiao.loss-rate=%E0%");
  assert.equal(await text(".bar .position"), "1 / 18");
  assert.deepEqual(tab.seen.errors, []);
});

test("the speaker's window has notes and clock, and takes keys", async () => {
  await open();
  const [speaker] = await Promise.all([page.waitForEvent("popup"), button("speaker").click()]);
  await speaker.waitForSelector(".words h2");
  assert.equal(await text(".words .position", speaker), "1 / 18");
  await speaker.keyboard.press("PageDown");
  assert.equal(await text(".words .position", speaker), "2 / 18");
  assert.equal(await text(".bar .position"), "2 / 18");
  await speaker.close();
});

test("a click at the edges and a swipe step too, the screen is filled", async () => {
  await open();
  const position = () => text(".bar .position");
  await page.mouse.click(1275, 300);
  assert.equal(await position(), "2 / 18");
  await page.mouse.click(5, 300);
  assert.equal(await position(), "1 / 18");
  const swipe = (across, down) =>
    page.evaluate(
      ({ across, down }) => {
        const target = document.querySelector(".stage");
        const touch = (clientX, clientY) => new Touch({ identifier: 1, target, clientX, clientY });
        const [from, to] = [touch(600, 300), touch(600 + across, 300 + down)];
        target.dispatchEvent(new TouchEvent("touchstart", { touches: [from], changedTouches: [from], bubbles: true }));
        target.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [to], bubbles: true }));
      },
      { across, down },
    );
  await swipe(-200, 20);
  assert.equal(await position(), "2 / 18");
  await swipe(200, -20);
  assert.equal(await position(), "1 / 18");
  // scrolled, not swiped; a touch that moves a little is a touch
  await swipe(-80, 200);
  await swipe(-20, 0);
  assert.equal(await position(), "1 / 18");
  // a finger scrolls by itself: a swipe across leaves a step that is larger than the screen at once
  for (const key of ["1", "4", "Enter"]) await page.keyboard.press(key);
  await ready();
  await swipe(-200, 20);
  assert.equal(await position(), "15 / 18");
  await button("full").click();
  await page.waitForFunction(() => document.fullscreenElement);
  await page.keyboard.press("f");
  await page.waitForFunction(() => !document.fullscreenElement);
});

test("nothing axe finds, in three languages, dark and light, whatever is open", async () => {
  await open();
  for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
    await page.locator("[data-do=lang]").selectOption(lang);
    for (const panel of ["help", "edit", "record", "report", "overview"]) {
      await button(panel).click();
      await page.waitForTimeout(100);
      assert.deepEqual(await axe(tab), [], `${lang} ${panel}`);
      await page.keyboard.press("Escape");
    }
    await button("dark").click();
  }
});

test("forty-five minutes of steps and edits leave nothing behind", async () => {
  await open();
  const client = await page.context().newCDPSession(page);
  const used = async () => {
    for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    return { usedSize, nodes, jsEventListeners };
  };
  const round = (round) =>
    page.evaluate(async (round) => {
      const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      press("Home");
      // more than there are: some are larger than the screen
      for (let step = 0; step < 24; step++) {
        press("PageDown");
        await frame();
      }
      for (const key of ["o", "o", "b", "b", "n", "n", "e"]) press(key);
      const notes = document.querySelector("[data-edit=notes]");
      notes.value = `${round}`;
      notes.dispatchEvent(new Event("change", { bubbles: true }));
      press("Escape");
      await frame();
    }, round);
  // what the engine learns of the code it runs it keeps, less and less of it
  for (let i = 0; i < 20; i++) await round(i);
  const before = await used();
  for (let i = 0; i < 10; i++) await round(i);
  const after = await used();
  for (const name of Object.keys(before)) assert.ok(after[name] <= before[name] * 1.02, `${name}: ${before[name]}, then ${after[name]}`);
});
