// @ts-check
/**
 * `<div data-duibiao="data.json" data-view="…">` for editors whose CMS removes elements it does not know: what is inside it
 * becomes the fallback of a `<dui-biao>`, whose attributes are the block's `data-*`.
 */

/** Which widget each block has. @type {WeakMap<Element, HTMLElement>} */
const widgets = new WeakMap();

/** The widget's attribute that an attribute of the block sets. @param {string} name */
const given = (name) => (name === "data-duibiao" ? "src" : name.startsWith("data-") ? name.slice(5) : "");

/** @param {Element} block @param {HTMLElement} widget @param {string} name of the block's attribute */
function hand(block, widget, name) {
  const [own, value] = [given(name), block.getAttribute(name)];
  // an empty data-duibiao only marks the block
  if (!own || (name === "data-duibiao" && !value)) return;
  if (value === null) widget.removeAttribute(own);
  else widget.setAttribute(own, value);
}

/** @param {Element} block */
function fill(block) {
  if (widgets.has(block)) return;
  // a copy of a block has one already
  const copied = /** @type {HTMLElement | null} */ (block.querySelector("dui-biao"));
  const widget = copied ?? document.createElement("dui-biao");
  widgets.set(block, widget);
  for (const { name } of [...block.attributes]) hand(block, widget, name);
  if (!copied) {
    widget.append(...block.childNodes);
    block.append(widget);
  }
  new MutationObserver((changes) => {
    for (const { attributeName } of changes) hand(block, widget, attributeName ?? "");
  }).observe(block, { attributes: true });
}

/** @param {ParentNode} root */
const fillAll = (root) => root.querySelectorAll("[data-duibiao]").forEach(fill);

/** Fills the blocks of a page, and those that come later. @param {Document} page */
export function fillBlocks(page) {
  fillAll(page);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.hasAttribute("data-duibiao")) fill(node);
        fillAll(node);
      }
    }
  }).observe(page, { childList: true, subtree: true });
}
