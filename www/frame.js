// @ts-check
/** The inside of embed.html: one widget, as the address says: `embed.html#src=data.json&view=…`. Tells the page round it its height. */

/** What the address may not set. */
const OWN = ["id", "class", "style", "base", "core", "loading"];

const widget = document.createElement("dui-biao");
// without an address of data the widget says so
widget.setAttribute("src", "");
for (const part of location.hash.replace(/^#/, "").split("&")) {
  const at = part.indexOf("=");
  const name = part.slice(0, at);
  // what a reader chose, which the widget reads for itself, has a name with a point
  if (at < 1 || !/^[a-z]+$/.test(name) || OWN.includes(name)) continue;
  let value = "";
  try {
    value = decodeURIComponent(part.slice(at + 1));
    // another site's figures must not be shown as this one's
    if (name === "src" && new URL(value, location.href).origin !== location.origin) continue;
  } catch {
    // cut short on its way, or no address: as good as none
    continue;
  }
  if (name === "lang") document.documentElement.lang = value;
  widget.setAttribute(name, value);
}
widget.setAttribute("loading", "eager");
document.body.append(widget);

/** The page round this one, once it has asked. @type {string | undefined} */
let asker;
let told = 0;

function tell() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (asker === undefined || height === told) return;
  told = height;
  parent.postMessage({ type: "duibiao:height", height }, asker);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || data?.type !== "duibiao:ask") return;
  // of a page without an origin, such as a file, anyone may know the height
  asker = origin === "null" ? "*" : origin;
  told = 0;
  tell();
});
new ResizeObserver(tell).observe(document.documentElement);

export {};
