// @ts-check
/** For pages that frame embed.html: gives each frame the height that it asks for. A frame without this script keeps its own. */

/** @returns {HTMLIFrameElement[]} */
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => /\/embed\.html([?#]|$)/.test(src));

addEventListener("message", ({ source, origin, data }) => {
  if (data?.type !== "duibiao:height" || !(data.height > 0 && data.height < 20000)) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  // a frame that has gone elsewhere has another origin than its address
  if (frame && (origin === new URL(frame.src).origin || origin === "null")) frame.height = String(Math.ceil(data.height));
});

/** @param {HTMLIFrameElement} frame */
function ask({ contentWindow, src, sandbox }) {
  const { origin } = new URL(src);
  const hidden = origin === "null" || (sandbox.length > 0 && !sandbox.contains("allow-same-origin"));
  contentWindow?.postMessage({ type: "duibiao:ask" }, hidden ? "*" : origin);
}

// a frame that loads later is asked when it has loaded, which does not bubble
document.addEventListener("load", ({ target }) => target instanceof HTMLIFrameElement && frames().includes(target) && ask(target), true);
frames().forEach(ask);

export {};
