// Writes a module of WebAssembly as one of JavaScript that exports `instantiate(imports)`, for pages whose policy forbids
// WebAssembly: the translator that a briefing takes along (www/offline/translate.js), at the time of the build.
//
//   node xtask/translate.mjs IN.wasm OUT.js [OPTION OF ESBUILD...]
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as runtime from "../www/offline/runtime.js";
import { translation } from "../www/offline/translate.js";

const inside = (path) => fileURLToPath(new URL(path, import.meta.url));
/** What esbuild would warn of is how someone would write, not how a translator does. */
const OPTIONS = ["--bundle", "--minify", "--format=esm", "--charset=utf8", "--log-level=error"];

/**
 * Bytes as a string with one character each, in which a compressor finds what repeats.
 * @param {Uint8Array} bytes
 */
function quoted(bytes) {
  const characters = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === "\\") return `\\${character}`;
    return (byte >= 0x20 && byte < 0x7f) || byte >= 0xa0 ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `"${characters.join("")}"`;
}

/** @param {Uint8Array} wasm */
function script(wasm) {
  const { text, data, size } = translation(wasm);
  return `import { ${Object.keys(runtime)} } from "../www/offline/runtime.js";
export function instantiate(i) {
  var M = { buffer: new ArrayBuffer(${size}) }, bytes = new Uint8Array(M.buffer);
  var put = (at, text) => { for (var index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index) };
  ${data.map(({ first, bytes }) => `put(${first},${quoted(bytes)});`).join("\n")}
  ${text}
}`;
}

const [from, to, ...targets] = process.argv.slice(2);
const input = script(new Uint8Array(await readFile(from)));
// what of the runtime is not called is left out
const arguments_ = [inside("node_modules/esbuild/bin/esbuild"), ...OPTIONS, ...targets, `--outfile=${resolve(to)}`];
execFileSync(process.execPath, arguments_, { cwd: inside("."), input, stdio: ["pipe", "inherit", "inherit"] });
