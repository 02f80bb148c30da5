// node xtask/weigh.mjs FOLDER FILE...: a line a file, its bytes as they are, after gzip -9, and after brotli -11.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder, ...names] = argv.slice(2);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const lines = names.map(async (name) => {
  const bytes = await readFile(join(folder, name));
  const packed = await Promise.all([promisify(gzip)(bytes, { level: 9 }), promisify(brotliCompress)(bytes, { params })]);
  return [bytes, ...packed].map(({ length }) => length).join(" ");
});
console.log((await Promise.all(lines)).join("\n"));
