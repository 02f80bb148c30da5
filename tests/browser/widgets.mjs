// What the tests of the widget share: a page's side, installed as `dui` before the page's own
// scripts, and a few steps of the driver's.

import { readFileSync } from "node:fs";
import { launch } from "./harness.mjs";

export const DATA = "/data/huaibei-2023.json";

/** A tab with `dui` in every page. */
export async function launchWithHelpers(options) {
  const tab = await launch(options);
  await tab.inEveryPage(helpers);
  return tab;
}

/** Opens a page and forgets what was seen before. */
export async function openFresh(tab, path) {
  for (const list of Object.values(tab.seen)) list.length = 0;
  return tab.open(path);
}

/** Opens the page that holds nothing but the script, and waits for the element to be defined. */
export async function openEmpty(tab, path = "/pages/empty.html") {
  await openFresh(tab, path);
  await tab.evaluate(() => customElements.whenDefined("dui-biao").then(() => true));
}

/** A page with one widget, whose id is w, opened at a fragment of the address; waits until it is drawn. */
export async function showOne(tab, attributes, { fragment = "", data } = {}) {
  await openEmpty(tab, `/pages/empty.html?${Math.random()}${fragment}`);
  await tab.evaluate(
    async ({ attributes, data }) => {
      const widget = dui.make(attributes);
      widget.id = "w";
      if (data) widget.data = data;
      const ready = dui.next(widget, "ready");
      document.body.append(widget);
      await ready;
      await dui.settled();
    },
    { attributes, data },
  );
}

/** Waits until every widget of the page has shown a figure as wide as its plot. */
export function drawn(tab) {
  return tab.until(() => {
    const widgets = [...document.querySelectorAll("dui-biao")];
    return widgets.length > 0 && widgets.every((widget) => dui.isDrawn(widget));
  });
}

/** Scrolls to every widget in turn; what is drawn there. */
export const tour = (tab) =>
  tab.evaluate(async () => {
    const widgets = [...document.querySelectorAll("dui-biao")];
    for (const widget of widgets) {
      widget.scrollIntoView({ block: "center" });
      for (let wait = 0; wait < 200 && !dui.isDrawn(widget); wait++) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return widgets.map((widget) => ({ view: widget.getAttribute("view"), isDrawn: dui.isDrawn(widget), ...dui.said(widget) }));
  });

/** Opens the choices of the only widget, and waits for their core. */
export async function openChoices(tab) {
  await tab.page.locator("dui-biao [data-do=choose]").click();
  await tab.page.locator("dui-biao .choices").waitFor();
}

/** The bundled dataset as text. */
export const bundled = () => readFileSync(new URL("../../www/data/huaibei-2023.json", import.meta.url), "utf8");

/** A small dataset of its own: three places, one indicator, one target. */
export function small() {
  const regions = [
    ["jia", "甲市"],
    ["yi", "乙市"],
    ["bing", "丙市"],
  ];
  const values = [120, 95, 60];
  return {
    version: 1,
    title: "三市",
    sources: [{ id: "s", title: "公报", date: "2024" }],
    regions: regions.map(([id, name]) => ({ id, name, kind: "city" })),
    indicators: [{ id: "output", name: "产值", unit: "亿元", polarity: "higher", measure: "flow" }],
    observations: regions.map(([region], index) => ({
      region,
      indicator: "output",
      period: "2023",
      value: values[index],
      source: "s",
    })),
    targets: [],
    views: [{ id: "output", kind: "ranking", indicator: "output", period: "2023", home: "yi" }],
  };
}

/** Runs in the page. */
export function helpers() {
  /** Every event of a widget that reached the window, and so has bubbled. */
  const heard = [];
  for (const type of ["duibiao:ready", "duibiao:change", "duibiao:error"]) {
    addEventListener(type, ({ target, detail, bubbles, composed }) =>
      heard.push({ type: type.slice(8), id: target.id, detail, bubbles, composed }),
    );
  }

  /** Errors that a page's own watch over errors would report, of whatever kind. */
  const faults = [];
  addEventListener("error", ({ message }) => message && faults.push(message));
  addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));

  let made = 0;
  /** A widget with these attributes, a fallback inside, not in the document yet. */
  const make = (attributes = {}) => {
    const widget = document.createElement("dui-biao");
    // wherever it stands on a page that grows; the gallery's test is about coming near
    widget.setAttribute("loading", "eager");
    made += 1;
    widget.id = `widget-${made}`;
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    const fallback = document.createElement("p");
    fallback.className = "fallback";
    fallback.textContent = "备用内容";
    widget.append(fallback);
    return widget;
  };

  /** What the next event of this kind at this element tells; an error where another is waited for is one. */
  const next = (element, type) =>
    new Promise((resolve, reject) => {
      const done = new AbortController();
      const listen = (name, hear) => element.addEventListener(`duibiao:${name}`, hear, { signal: done.signal });
      const late = setTimeout(() => end(() => reject(new Error(`no duibiao:${type} at ${element.id} in 10 s`))), 10_000);
      const end = (settle) => {
        clearTimeout(late);
        done.abort();
        settle();
      };
      listen(type, ({ detail }) => end(() => resolve(detail)));
      if (type !== "error") listen("error", ({ detail }) => end(() => reject(new Error(JSON.stringify(detail)))));
    });

  /** Adds a widget to the document and waits until it shows something. */
  const show = async (attributes, parent = document.body) => {
    const widget = make(attributes);
    const ready = next(widget, "ready");
    parent.append(widget);
    await ready;
    return widget;
  };

  /** Two frames on: observers have been told, what was to be drawn is drawn. */
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))));

  const part = (widget, selector) => widget.shadowRoot.querySelector(selector);

  /** Opens a widget's choices, and waits for their core. */
  const openChoices = async (widget) => {
    part(widget, "[data-do=choose]").click();
    for (let wait = 0; wait < 200 && !part(widget, ".choices:not([hidden])"); wait++) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  /** Whether the canvas has the size of its plot on this screen, and something on it. */
  const isDrawn = (widget) => {
    const canvas = part(widget, "canvas");
    const plot = part(widget, ".plot");
    if (!canvas || plot.clientWidth === 0) return false;
    const fits = canvas.width === Math.round(plot.clientWidth * devicePixelRatio);
    return fits && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean);
  };

  /** Whether an element takes room in the page. */
  const hasBox = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility();
  };

  /** What a widget says: in words, row by row. */
  const said = (widget) => {
    const all = (selector) => [...widget.shadowRoot.querySelectorAll(selector)];
    const text = (selector) => all(selector).map((element) => element.textContent).join("\n");
    return {
      title: text(".title"),
      subtitle: text(".subtitle"),
      reading: text(".reading"),
      notes: all(".note").map((note) => note.textContent),
      sources: text(".sources"),
      columns: all("thead th").map((cell) => cell.textContent),
      rows: all("tbody tr").map((row) => [...row.cells].map((cell) => cell.textContent)),
      home: all(".home-row th").map((cell) => cell.textContent),
      message: all(".message").filter(hasBox).map((message) => message.textContent).join(),
      tip: all(".tip").filter(hasBox).flatMap((tip) => [...tip.children].map((line) => line.textContent)),
      live: text(".live"),
    };
  };

  /** All pixels of a canvas by colour: `#rrggbb` of those that are at least half opaque. */
  const colours = (widget) => {
    const canvas = part(widget, "canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const counts = {};
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] < 128) continue;
      const colour = "#" + ((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]).toString(16).padStart(6, "0");
      counts[colour] = (counts[colour] || 0) + 1;
    }
    return counts;
  };

  /** Where the pixels of a colour lie, from a column on. */
  const places = (widget, colour, from = 0) => {
    const canvas = part(widget, "canvas");
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const wanted = parseInt(colour.slice(1), 16);
    const rows = new Array(height).fill(0);
    const columns = new Array(width).fill(0);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const found = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      const column = (at / 4) % width;
      if (data[at + 3] < 128 || found !== wanted || column < from) continue;
      count += 1;
      rows[Math.floor(at / 4 / width)] += 1;
      columns[column] += 1;
    }
    const extent = (counts) => [counts.findIndex(Boolean), counts.findLastIndex(Boolean)];
    const [left, right] = extent(columns);
    const [top, bottom] = extent(rows);
    return { width, height, count, rows, columns, left, right, top, bottom };
  };

  window.dui = { heard, faults, make, next, show, settled, part, openChoices, isDrawn, hasBox, said, colours, places };
}
