// @ts-check
/** The demo pages' reading aids: they set attributes of the widgets, nothing else. */

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
for (const look of ["dark", "contrast"]) {
  toggle(look, (on) => {
    root.classList.toggle(look, on);
    const [isDark, isStrong] = ["dark", "contrast"].map((name) => root.classList.contains(name));
    setAll("theme", isStrong ? (isDark ? "contrast-dark" : "contrast") : isDark ? "dark" : "light");
  });
}
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
