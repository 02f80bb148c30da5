// @ts-check
/** The one script a page includes: defines `<dui-biao>` and gives the core to scripts that want it. */
import { DuiBiao } from "./element.js";
import { load } from "./loader.js";

if (!customElements.get("dui-biao")) customElements.define("dui-biao", DuiBiao);

/** The core, for analysis without drawing. */
export const core = () => load(new URL("./", import.meta.url).href, "auto");

export { DuiBiao };
