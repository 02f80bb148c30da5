// The pictures of the pages for editors and developers, as the package draws them: `cargo xtask pictures` writes them anew.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { load } from "../pkg/analysis.js";

const PICTURES = [
  { name: "loss-rate.svg", view: "loss-rate", lang: "zh-Hans" },
  { name: "loss-rate.en.svg", view: "loss-rate", lang: "en" },
  { name: "doubling.svg", view: "doubling", lang: "zh-Hans" },
  { name: "doubling.en.svg", view: "doubling", lang: "en" },
];

/** Each by its file's name. */
export async function pictures() {
  const { parseDataset, renderSvg } = await load();
  const data = parseDataset(await readFile(new URL("../www/data/huaibei-2023.json", import.meta.url), "utf8"));
  const drawn = PICTURES.map(({ name, ...asked }) => [name, renderSvg(data, { ...asked, width: 760 })]);
  data.free();
  return drawn;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, picture] of await pictures()) await writeFile(new URL(`../www/pictures/${name}`, import.meta.url), picture);
}
