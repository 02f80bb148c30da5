// @ts-check
/** The demo portal's own script: its pickers set attributes of the widgets, nothing else. */
import "./aids.js";
import { core } from "./pkg/duibiao.js";

const ranking = /** @type {HTMLElement} */ (document.getElementById("ranking"));
const indicator = /** @type {HTMLSelectElement} */ (document.getElementById("indicator"));
const home = /** @type {HTMLSelectElement} */ (document.getElementById("home"));

/** @param {HTMLSelectElement | HTMLOptGroupElement} parent @param {string} value @param {string} label */
function option(parent, value, label) {
  const item = document.createElement("option");
  item.value = value;
  item.textContent = label;
  parent.append(item);
}

async function fillPickers() {
  const { parseDataset } = await core();
  const response = await fetch(/** @type {string} */ (ranking.getAttribute("src")));
  const data = parseDataset(await response.text(), "zh-Hans");
  const catalog = data.catalog("zh-Hans");
  data.free();
  /** @type {Map<string, HTMLOptGroupElement>} */
  const groups = new Map();
  // an indicator of one place alone is nothing to compare
  for (const { id, name, group, places } of catalog.indicators.filter((one) => one.places > 1)) {
    let parent = groups.get(group);
    if (!parent) {
      parent = document.createElement("optgroup");
      parent.label = group;
      groups.set(group, parent);
      indicator.append(parent);
    }
    option(parent, id, `${name}（${places}）`);
  }
  for (const { id, name } of catalog.regions.filter((one) => one.kind !== "nation")) option(home, id, name);
  indicator.value = "loss-rate";
  home.value = "huaibei";
}

indicator.addEventListener("change", () => ranking.setAttribute("indicator", indicator.value));
home.addEventListener("change", () => ranking.setAttribute("home", home.value));
await fillPickers();
