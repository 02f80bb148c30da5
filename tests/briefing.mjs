// Briefing files for tests, made as `cargo xtask briefing` makes them.
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const root = new URL("../", import.meta.url);
const folder = new URL("target/briefing/", root);
export const BUNDLED = "www/data/huaibei-2023.json";

/** Where a test's file of that name is. @param {string} name */
export const place = (name) => fileURLToPath(new URL(name, folder));

/** Files made by this process, for it takes a second each. @type {Map<string, Promise<string>>} */
const made = new Map();

/** The address of a dataset's file of that name, made once. @param {string} name @param {string} dataset a path from the root, or the text of one */
export function briefing(name, dataset = BUNDLED, lang = "zh-Hans") {
  if (!made.has(name)) made.set(name, make(name, dataset, lang));
  return made.get(name);
}

async function make(name, dataset, lang) {
  await mkdir(folder, { recursive: true });
  let from = fileURLToPath(new URL(BUNDLED, root));
  if (dataset.startsWith("{")) await writeFile((from = place(`${name}.json`)), dataset);
  else from = fileURLToPath(new URL(dataset, root));
  await promisify(execFile)("node", [fileURLToPath(new URL("xtask/briefing.mjs", root)), "file", from, place(name), lang]);
  return pathToFileURL(place(name)).href;
}

/** The text of a file. @param {string} path */
export const textOf = async (path) => new TextDecoder("utf-16le").decode(await readFile(path));

/** The same file where WebAssembly is switched off, which not every driver can do before a page's own scripts. @param {string} name */
export async function withoutWasm(name) {
  const text = await textOf(place(name));
  const off = text.replace("<head>", '<head><script>Object.defineProperty(window, "WebAssembly", { value: undefined })</script>');
  await writeFile(place(`js-${name}`), Buffer.from(`\ufeff${off}`, "utf16le"));
  return pathToFileURL(place(`js-${name}`)).href;
}
