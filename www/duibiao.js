// @ts-check
/** The one script a page includes: defines `<dui-biao>`, fills blocks, and gives the core to scripts that want it. */
import { fillBlocks } from "./blocks.js";
import { because } from "./data.js";
import { DuiBiao } from "./element.js";
import { HERE } from "./here.js";
import { load } from "./loader.js";

/** Says what keeps this script from doing its work; every fallback stays. @param {"old" | "version"} code @param {string} what */
function refuse(code, what) {
  const { message } = because(code, document.documentElement.lang);
  console.warn(`duibiao: ${message} ${what} (${HERE})`);
  document.dispatchEvent(new CustomEvent("duibiao:error", { bubbles: true, detail: { code, message, issues: [] } }));
}

if (typeof document === "undefined") {
  // a server renders the page: there is nothing to define there
} else if (typeof customElements === "undefined") {
  refuse("old", navigator.userAgent);
} else {
  const version = Reflect.get(customElements.get("dui-biao") ?? {}, "version");
  if (!version) {
    customElements.define("dui-biao", DuiBiao);
    fillBlocks(document);
  } else if (version !== DuiBiao.version) {
    // the first one stays: an element cannot be defined anew
    refuse("version", `${version}, ${DuiBiao.version}`);
  }
}

/** The core, for analysis without drawing. */
export const core = () => load(HERE, "auto");

export { DuiBiao };
