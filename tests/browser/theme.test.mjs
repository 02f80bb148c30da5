// In what colours and letters a widget is drawn: as the page says, as the visitor's system asks, and on paper.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { ENGINE, axe, testInChromium, until } from "./harness.mjs";
import { DATA, drawn, launchWithHelpers, openEmpty, openFresh } from "./widgets.mjs";

/** The palettes as the core has them: `#rrggbb` by mode and role. */
const PALETTES = {};
{
  const source = readFileSync(new URL("../../src/chart/palette.rs", import.meta.url), "utf8");
  const modes = ["light", "dark", "contrast", "contrast-dark", "print"];
  for (const mode of modes) PALETTES[mode] = {};
  for (const [, colours, role] of source.matchAll(/\[(.*)\], \/\/ (\w+)/g)) {
    colours.split(", ").forEach((colour, index) => (PALETTES[modes[index]][role] = colour.replace("0x", "#")));
  }
}

let tab;
before(async () => (tab = await launchWithHelpers({ viewport: { width: 1000, height: 900 } })), { timeout: 60_000 });
after(() => tab?.close());

const SCHEMES = ENGINE === "chromium" ? ["light", "dark"] : ["light"];

/** What is seen of the page's widget. */
const look = () =>
  tab.evaluate(async () => {
    await dui.settled();
    const root = dui.part(widget, ".root");
    const { color, backgroundColor } = getComputedStyle(root);
    return { mode: root.classList[1], colours: dui.colours(widget), color, backgroundColor };
  });
/** The system's wishes, where the driver can make them. */
const media = (features) => tab.page.emulateMedia?.({ colorScheme: "light", contrast: "no-preference", forcedColors: "none", media: "screen", ...features });
const set = (attributes) =>
  tab.evaluate((attributes) => {
    for (const [name, value] of Object.entries(attributes)) value === null ? widget.removeAttribute(name) : widget.setAttribute(name, value);
  }, attributes);
/** Sets the page's own properties: by script, for a strict policy allows no style attribute. */
const dress = (css) => tab.evaluate((css) => (widget.style.cssText = css), css);
const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

async function assertMode(mode, what) {
  const seen = await look();
  const palette = PALETTES[mode];
  assert.equal(seen.mode, mode, what);
  // words and drawing have one palette
  assert.equal(seen.color, rgb(palette.ink), what);
  for (const role of ["ink", "accent", "peer"]) assert.ok(seen.colours[palette[role]] > 100, `${what}: ${role} ${seen.colours[palette[role]]}`);
  for (const [other, { accent }] of Object.entries(PALETTES)) {
    if (other !== mode) assert.ok(!(seen.colours[accent] > 20), `${what}: the accent of ${other}`);
  }
}

describe("a widget", () => {
  before(async () => {
    await openEmpty(tab);
    await tab.evaluate(async (src) => {
      window.widget = await dui.show({ src, view: "loss-rate", home: "wuhu" });
    }, DATA);
  });
  beforeEach(async () => {
    await media({});
    await set({ theme: null });
    await dress("");
  });

  test("does as its attribute says, on any system", async () => {
    for (const colorScheme of SCHEMES) {
      await media({ colorScheme });
      for (const theme of Object.keys(PALETTES)) {
        await set({ theme });
        await assertMode(theme, `theme="${theme}" on a ${colorScheme} system`);
      }
    }
  });

  testInChromium("follows the system where the attribute says nothing, or auto", async () => {
    for (const theme of [null, "auto", "nonsense"]) {
      await set({ theme });
      for (const colorScheme of ["dark", "light"]) {
        await media({ colorScheme });
        await assertMode(colorScheme, `theme ${theme}, ${colorScheme}`);
      }
    }
  });

  testInChromium("gives the contrast the visitor asks for, in the page's scheme", async () => {
    await media({ contrast: "more" });
    await assertMode("contrast", "light system");
    await set({ theme: "dark" });
    await assertMode("contrast-dark", "dark by the page");
    await set({ theme: null });
    await media({ contrast: "more", colorScheme: "dark" });
    await assertMode("contrast-dark", "dark system");
    await set({ theme: "light" });
    await assertMode("contrast", "light by the page");
  });

  testInChromium("takes the system's colours where they are forced, on light and on dark", async () => {
    for (const colorScheme of ["light", "dark"]) {
      await media({ forcedColors: "active", colorScheme });
      const system = await tab.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("a"));
        probe.style.forcedColorAdjust = "none";
        const colours = ["CanvasText", "Canvas", "LinkText"].map((name) => {
          probe.style.color = name;
          const channels = getComputedStyle(probe).color.match(/\d+/g).map((one) => Number(one).toString(16).padStart(2, "0"));
          return `#${channels.join("")}`;
        });
        probe.remove();
        return colours;
      });
      for (const attribute of [null, "light", "dark"]) {
        await set({ theme: attribute });
        const { colours } = await look();
        const [ink, paper, link] = system;
        assert.ok(colours[ink] > 500 && colours[link] > 500, `${colorScheme} ${attribute}: ${JSON.stringify([system, colours[ink], colours[link]])}`);
        // bars of other places are halfway between the two
        const half = `#${[1, 3, 5].map((at) => Math.round(0.45 * parseInt(ink.slice(at, at + 2), 16) + 0.55 * parseInt(paper.slice(at, at + 2), 16)).toString(16).padStart(2, "0")).join("")}`;
        assert.ok(colours[half] > 1000, `${colorScheme} ${attribute}: ${half} ${JSON.stringify(colours)}`);
      }
    }
  });

  test("draws in the page's own colours, in whatever syntax and whenever they change", async () => {
    const count = async (colour) => (await look()).colours[colour] ?? 0;
    for (const [value, colour] of [
      ["#7a1fa2", "#7a1fa2"],
      ["rebeccapurple", "#663399"],
      ["hsl(0 100% 30%)", "#990000"],
      ["color-mix(in srgb, #f00, #00f)", "#800080"],
      ["var(--brand)", "#116644"],
    ]) {
      await dress(`--brand:#116644;--duibiao-accent:${value}`);
      await until(async () => (await count(colour)) > 1000);
      assert.equal(await tab.evaluate(() => getComputedStyle(dui.part(widget, ".root")).getPropertyValue("--accent")), `rgba(${rgb(colour).slice(4, -1).replaceAll(" ", "")},1)`);
    }
    // a sheet that comes later, as when a portal changes its skin
    await dress("");
    await until(async () => (await count(PALETTES.light.accent)) > 1000);
    await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("html{--duibiao-peer:#2a9d4f;--duibiao-ink:#402010;--duibiao-paper:#fff8e8}");
      document.adoptedStyleSheets = [sheet];
    });
    await until(async () => (await count("#2a9d4f")) > 1000);
    const seen = await look();
    assert.ok(seen.colours["#402010"] > 100);
    assert.deepEqual([seen.color, seen.backgroundColor], [rgb("#402010"), rgb("#fff8e8")]);
    // but not where contrast is asked for, nor on paper
    await set({ theme: "contrast" });
    await assertMode("contrast", "with the page's own colours");
    await set({ theme: null });
    await tab.evaluate(() => (document.adoptedStyleSheets = []));
    await until(async () => (await count(PALETTES.light.peer)) > 1000);
  });

  test("every role that has a property takes it", async () => {
    const roles = Object.keys(PALETTES.light);
    await dress(roles.map((role, index) => `--duibiao-${role}:rgb(${index + 1},0,0)`).join(";"));
    const asked = await tab.evaluate(() => getComputedStyle(widget.shadowRoot.querySelector(".probe")).boxShadow);
    roles.forEach((role, index) => assert.ok(asked.includes(`rgb(${index + 1}, 0, 0)`), role));
  });

  test("writes in the page's own letters, and breaks its lines by their width", async () => {
    const before = await look();
    await dress("--duibiao-font:monospace");
    await set({ theme: "dark" });
    await set({ theme: "light" });
    const families = await tab.evaluate(() => getComputedStyle(dui.part(widget, ".root")).fontFamily);
    assert.equal(families, "monospace");
    await until(async () => JSON.stringify((await look()).colours) !== JSON.stringify(before.colours));
  });

  test("nothing moves", async () => {
    for (const reducedMotion of ["no-preference", "reduce"]) {
      await tab.page.emulateMedia?.({ reducedMotion });
      const moving = await tab.evaluate(async () => {
        const found = [];
        for (const theme of ["dark", "light"]) {
          widget.setAttribute("theme", theme);
          await dui.settled();
          dui.part(widget, ".plot").dispatchEvent(new PointerEvent("pointermove", { clientX: 400, clientY: 300 }));
          dui.part(widget, "details").open = theme === "dark";
          await dui.settled();
          found.push(...widget.shadowRoot.getAnimations().filter(({ effect }) => !effect.target.matches(".probe")));
        }
        return found.length;
      });
      assert.equal(moving, 0, reducedMotion);
    }
  });

  test("Chinese in an English widget is declared", async () => {
    await set({ lang: "en" });
    const { undeclared, declared } = await tab.evaluate(async () => {
      await dui.settled();
      const lang = (node) => node.parentElement.closest("[lang]").lang;
      const walker = document.createTreeWalker(dui.part(widget, ".root"), NodeFilter.SHOW_TEXT);
      const [undeclared, declared] = [[], []];
      while (walker.nextNode()) {
        const { data } = walker.currentNode;
        if (/[\u4e00-\u9fff]/.test(data) && lang(walker.currentNode) !== "zh-Hans") undeclared.push(data);
        if (lang(walker.currentNode) === "zh-Hans") declared.push(data);
      }
      return { undeclared, declared };
    });
    assert.deepEqual(undeclared, []);
    assert.ok(declared.length > 0 && declared.every((text) => !/[a-z]/i.test(text)), declared.join());
    await set({ lang: null });
  });

  test("parts can be styled from outside", async () => {
    await tab.evaluate(() => dui.openChoices(widget));
    const found = await tab.evaluate(() => [...new Set([...widget.shadowRoot.querySelectorAll("[part]")].flatMap((element) => [...element.part]))]);
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    for (const part of found) assert.ok(readme.includes(`\`${part}\``), `README does not name the part ${part}`);
    const colour = await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("dui-biao::part(title){color:rgb(9,8,7)}");
      document.adoptedStyleSheets = [sheet];
      const { color } = getComputedStyle(dui.part(widget, ".title"));
      document.adoptedStyleSheets = [];
      return color;
    });
    assert.equal(colour, "rgb(9, 8, 7)");
  });
});

describe("on paper", () => {
  before(async () => {
    await openFresh(tab, "/");
    await drawn(tab);
  });
  after(() => media({}));

  testInChromium("everything is black on white, as wide as the page, with its table", async () => {
    await media({ colorScheme: "dark" });
    await tab.evaluate(() => document.getElementById("dark").click());
    await tab.until(() => [...document.querySelectorAll("dui-biao")].every((widget) => dui.isDrawn(widget)));
    await media({ media: "print" });
    const printed = await tab.evaluate(async () => {
      await dui.settled();
      return [...document.querySelectorAll("dui-biao")].map((widget) => {
        const { width, height } = dui.part(widget, "canvas");
        const box = dui.part(widget, "canvas").getBoundingClientRect();
        const plot = dui.part(widget, ".plot").getBoundingClientRect();
        return {
          mode: dui.part(widget, ".root").classList[1],
          width,
          ratio: box.width / box.height / (width / height),
          fits: box.width <= plot.width + 1 && Math.abs(box.height - plot.height) < 2,
          colours: dui.colours(widget),
          isOpen: dui.part(widget, ".data").open && dui.hasBox(dui.part(widget, ".table")),
          isBare: !dui.hasBox(dui.part(widget, ".summary")),
          color: getComputedStyle(dui.part(widget, ".title")).color,
        };
      });
    });
    assert.equal(printed.length, 2);
    for (const { mode, width, ratio, fits, colours, isOpen, isBare, color } of printed) {
      assert.deepEqual({ mode, width, fits, isOpen, isBare, color }, { mode: "print", width: 1360, fits: true, isOpen: true, isBare: true, color: "rgb(0, 0, 0)" });
      assert.ok(Math.abs(ratio - 1) < 0.01, `${ratio}`);
      assert.ok(colours[PALETTES.print.ink] > 500 && !colours[PALETTES.dark.ink]);
    }
    await media({ colorScheme: "dark" });
    const back = await tab.evaluate(async () => {
      await dui.settled();
      return [...document.querySelectorAll("dui-biao")].map((widget) => [dui.part(widget, ".root").classList[1], dui.isDrawn(widget), dui.part(widget, ".data").open]);
    });
    assert.deepEqual(back, [["dark", true, false], ["dark", true, false]]);
  });

  test("a printer that does not wait gets it too", async () => {
    await tab.evaluate(() => document.querySelector("dui-biao").setAttribute("theme", "dark"));
    await media({});
    const mode = await tab.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const { mode, isOpen } = { mode: dui.part(document.querySelector("dui-biao"), ".root").classList[1], isOpen: dui.part(document.querySelector("dui-biao"), ".data").open };
      dispatchEvent(new Event("afterprint"));
      return { mode, isOpen };
    });
    assert.deepEqual(mode, { mode: "print", isOpen: true });
    assert.equal(await tab.evaluate(() => dui.settled().then(() => dui.part(document.querySelector("dui-biao"), ".root").classList[1])), "dark");
  });

  testInChromium("as PDF", async () => {
    const pdf = await tab.page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20_000);
  });
});

test("axe finds nothing on the demo page in high contrast, light and dark", async () => {
  await openFresh(tab, "/");
  for (const button of ["contrast", "dark"]) {
    await tab.evaluate((id) => document.getElementById(id).click(), button);
    await tab.until(() => [...document.querySelectorAll("dui-biao")].every((widget) => dui.isDrawn(widget)));
    assert.deepEqual(await axe(tab), [], button);
  }
});
