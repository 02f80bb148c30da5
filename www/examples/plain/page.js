// The events bubble: one listener hears every chart of the page, those that come later too.
const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Both events tell the same: what is shown now, in words. @param {Event} event */
function told(event) {
  const { title, reading } = /** @type {CustomEvent<{ title: string, reading: string }>} */ (event).detail;
  document.title = title;
  part("said").textContent = reading;
  part("fault").hidden = true;
}
document.addEventListener("duibiao:ready", told);
document.addEventListener("duibiao:change", told);

// the chart itself says what is wrong; a page may add whom to tell, or count it
document.addEventListener("duibiao:error", (event) => {
  part("code").textContent = /** @type {CustomEvent<{ code: string }>} */ (event).detail.code;
  part("fault").hidden = false;
});
