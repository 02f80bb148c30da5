// @ts-check
/** The one script a page includes: defines `<dui-biao>`, fills blocks, and gives the core to scripts that want it. */
import { fillBlocks } from "./blocks.js";
import { DuiBiao } from "./element.js";
import { HERE } from "./here.js";
import { load } from "./loader.js";

const defined = customElements.get("dui-biao");
if (!defined) {
  customElements.define("dui-biao", DuiBiao);
  fillBlocks(document);
} else if (Reflect.get(defined, "version") !== DuiBiao.version) {
  // the first one stays: an element cannot be defined anew
  console.warn(`duibiao: ${Reflect.get(defined, "version")} > ${DuiBiao.version} (${HERE})`);
}

/** The core, for analysis without drawing. */
export const core = () => load(HERE, "auto");

export { DuiBiao };
