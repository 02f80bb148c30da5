// Draws the demo's dataset with the wasm and with its JavaScript translation.
import { glue as newGlue } from "/stage/core/glue.js";

const glue = newGlue();
const imports = { "./duibiao_bg.js": glue };

const cores = {
  async wasm() {
    const module = await WebAssembly.compileStreaming(fetch("/pkg/duibiao_bg.wasm"));
    const exports = new WebAssembly.Instance(module, imports).exports;
    return draw(exports);
  },
  async javascript() {
    const exports = (await import("/pkg/duibiao.core.js")).instantiate(imports);
    const first = draw(exports);
    // Memory that grew is another buffer. Nothing may be read from the old one.
    const old = exports.memory.buffer;
    exports.memory.grow(1);
    new Uint8Array(old).fill(0);
    if (draw(exports) !== first) throw new Error("draws otherwise after memory grew");
    return first;
  },
};

const text = await (await fetch("/data/huaibei-2023.json")).text();

/** Every view of the dataset that this core draws, in words and in pixels. */
function draw(exports) {
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  const data = glue.parseDataset(text, "zh-Hans");
  const root = document.body.appendChild(document.createElement("div"));
  const widget = new glue.Widget(root);
  widget.resize(640, 1);
  const drawn = JSON.parse(text).views.filter(({ kind }) => kind === "ranking").map(({ id }) => {
    const words = widget.show(data, { view: id, lang: "zh-Hans" }, "");
    return { words, picture: root.querySelector("canvas").toDataURL() };
  });
  widget.free();
  data.free();
  root.remove();
  return JSON.stringify(drawn);
}

for (const [core, run] of Object.entries(cores)) {
  const output = document.getElementById(core);
  output.textContent = await run().catch((error) => `failed: ${error?.message ?? JSON.stringify(error)}`);
}
document.documentElement.dataset.done = "";
