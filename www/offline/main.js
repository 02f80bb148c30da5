// @ts-check
/** What a briefing's file starts when it has been unpacked. */
import { Figure } from "./figure.js";
import { begin } from "./loader.js";
import { Presenter } from "./present.js";

/** @param {{ wasm: Uint8Array<ArrayBuffer>, translator: string, dataset: string, edits: string }} parts of the file */
export async function start({ wasm, translator, dataset, edits }) {
  await begin(wasm, translator);
  customElements.define("dui-biao", Figure);
  new Presenter(dataset, JSON.parse(edits));
}
