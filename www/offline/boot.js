// @ts-check
/** What runs of a briefing's file as it stands there: it unpacks the program and starts it. */
import { read, readText } from "./letters.js";
import { unpacked } from "./lzma.js";
import { partOf } from "./page.js";

const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

try {
  const packed = unpacked(read(partOf(document, "core")));
  // two scripts, each after its length, and the wasm
  const lengths = new DataView(packed.buffer);
  const main = 8 + lengths.getUint32(0, true);
  const translator = main + lengths.getUint32(4, true);
  new Function(`${text(packed.subarray(8, main))};return briefing`)().start({
    wasm: packed.subarray(translator),
    translator: text(packed.subarray(main, translator)),
    dataset: text(unpacked(read(partOf(document, "dataset")))),
    edits: readText(partOf(document, "edits")),
  });
} catch (error) {
  // cut short on its way, or written anew by a program that does not know its encoding
  document.body.insertAdjacentHTML("afterbegin", partOf(document, "apology"));
  throw error;
}
