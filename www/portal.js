// @ts-check
/** The demo portal's own script: its reading aids and pickers set attributes of the widgets, nothing else. */
import { core } from "./pkg/duibiao.js";

const root = document.documentElement;
const widgets = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("dui-biao"));

/** @param {string} name @param {string | null} value */
function setAll(name, value) {
  for (const widget of widgets) {
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
}

/** @param {string} id @param {(on: boolean) => void} act */
function toggle(id, act) {
  const button = /** @type {HTMLButtonElement} */ (document.getElementById(id));
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    act(on);
  });
}

/** @param {string} id */
function release(id) {
  document.getElementById(id)?.setAttribute("aria-pressed", "false");
}

toggle("traditional", (on) => {
  release("english");
  setAll("lang", on ? "zh-Hant" : null);
});
toggle("english", (on) => {
  release("traditional");
  setAll("lang", on ? "en" : null);
});
toggle("dark", (on) => {
  root.classList.toggle("dark", on);
  setAll("theme", on ? "dark" : "light");
});
toggle("accessible", (on) => document.body.classList.toggle("readable", on));
toggle("senior", (on) => {
  root.classList.toggle("senior", on);
  setAll("size", on ? "senior" : null);
});

for (const button of document.querySelectorAll(".font")) {
  button.addEventListener("click", () => {
    const size = /** @type {HTMLElement} */ (button).dataset.size;
    for (const other of document.querySelectorAll(".font")) other.setAttribute("aria-pressed", String(other === button));
    root.classList.toggle("font-large", size === "large");
    root.classList.toggle("font-small", size === "small");
    setAll("size", size === "large" ? "large" : null);
  });
}

// the page is light unless its own switch says otherwise
setAll("theme", "light");

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
