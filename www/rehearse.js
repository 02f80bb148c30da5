// @ts-check
/**
 * Browsers compile each function of a core when it is first called. While the data is still on its way, the core draws something
 * small that nobody sees, so that what draws the data has been compiled when it comes.
 */

/** @param {string} region @param {string} text */
const figure = (region, text) => ({ region, indicator: "a", period: "2022", text, source: "a" });

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

/** Once a core. @param {import("./loader.js").Core} core @param {import("./core/duibiao.js").Options} options of the widget that waits */
export function rehearse(core, { lang, font }) {
  if (rehearsed.has(core)) return;
  rehearsed.add(core);
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
