// @ts-check
/**
 * What is done once while data and core are on their way. The browser finds the letters of a drawing; and since it compiles each
 * function of a core when it is first called, the core draws something small that nobody sees.
 */
import { text } from "./text.js";

/** @typedef {() => import("./core/duibiao.js").Options} Asked options of the widget that waits, made when they are needed */

/** @param {string} region @param {string} stated */
const figure = (region, stated) => ({ region, indicator: "a", period: "2022", text: stated, source: "a" });

/** A unit as most figures have, and a figure with a qualifier: they are data, not words of ours. */
const [UNIT, ABOVE] = ["\u4ebf\u5143", "\u8d85"];

const SMALL = JSON.stringify({
  version: 1,
  title: "a",
  sources: [{ id: "a", title: "a", date: "2022" }],
  regions: ["a", "b"].map((id) => ({ id, name: id, kind: "city" })),
  indicators: [{ id: "a", name: "a", unit: UNIT, polarity: "higher", measure: "flow" }],
  observations: [figure("a", `${ABOVE}850${UNIT}`), figure("b", `1.5${UNIT}`)],
});

/** Cores that have. @type {WeakSet<object>} */
const rehearsed = new WeakSet();

/** Once a core. @param {import("./loader.js").Core} core @param {Asked} asked */
export function rehearse(core, asked) {
  if (rehearsed.has(core)) return;
  rehearsed.add(core);
  const { lang, font } = asked();
  const [data, widget] = [core.parseDataset(SMALL, ""), new core.Widget(document.createElement("div"))];
  try {
    widget.show(data, { lang, font, view: "ranking", indicator: "a" }, "");
    widget.resize(600, 1);
  } catch {
    // the core of another view, which has read the data at least
  } finally {
    widget.free();
    data.free();
  }
}

let areFound = false;

/** @param {Asked} asked */
export function findLetters(asked) {
  if (areFound) return;
  areFound = true;
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return;
  const { lang = "", font } = asked();
  for (const weight of ["400", "700"]) {
    context.font = `${weight} 14px ${font}`;
    context.measureText(text(lang, "core").slice(0, 2));
  }
}
