// Makes the one file of a briefing, and before that what all of them have in common.
//
//   node xtask/briefing.mjs program MADE WASM OUT.json     scripts and wasm, packed
//   node xtask/briefing.mjs file DATASET.json OUT.html LANG
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isTraditional } from "../www/text.js";

const root = new URL("../", import.meta.url);
const page = () => import(new URL("pkg/offline.js", root));

const [what, ...names] = process.argv.slice(2);

if (what === "program") {
  const [made, wasmName, out] = names;
  const [boot, wasm, ...scripts] = await Promise.all([join(made, "boot.js"), wasmName, join(made, "main.js"), join(made, "translate.js")].map((name) => readFile(name)));
  const lengths = Buffer.alloc(8);
  scripts.forEach((script, index) => lengths.writeUInt32LE(script.length, index * 4));
  const { packed, STYLE, APOLOGY } = await page();
  await writeFile(out, JSON.stringify({ core: packed(Buffer.concat([lengths, ...scripts, wasm])), boot: boot.toString().trim(), style: STYLE, apology: APOLOGY }));
} else {
  const [datasetName, out, lang] = names;
  const dataset = await readFile(datasetName, "utf8");
  const { load } = await import(new URL("pkg/analysis.js", root));
  try {
    (await load()).parseDataset(dataset, lang);
  } catch ({ message }) {
    // with every issue, a line each
    console.error(`${datasetName}: ${message}`);
    process.exit(1);
  }
  const [{ made }, { localised }] = await Promise.all([page(), import(new URL("pkg/hant.js", root))]);
  const program = JSON.parse(await readFile(new URL("pkg/briefing.json", root), "utf8"));
  // with traditional forms of the names, for whoever turns to that language where there is no network
  const { bytes } = made(program, localised(dataset, isTraditional(lang)), lang);
  await writeFile(out, bytes);
  console.log(`${pathToFileURL(out)}  ${bytes.length} bytes`);
}
