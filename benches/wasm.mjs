// The work of work/mod.rs through the package's wasm: a line in names a work and how many times to do it, a line out
// tells the nanoseconds that one took.
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { load } from "../pkg/analysis.js";

const analysis = await load();
const text = await readFile(new URL("../target/bench/dataset.json", import.meta.url), "utf8");
const data = analysis.parseDataset(text);

// the matrix of work/mod.rs
let state = 1;
const next = () => 1 + (state = (state * 48271) % 2147483647) / 2147483647;
const values = { columns: 100, cells: Float64Array.from({ length: 300 * 100 }, next) };
const polarity = Array.from({ length: 100 }, (_, indicator) => (indicator % 5 === 0 ? "lower" : "higher"));

/** @type {Record<string, () => void>} */
const works = {
  parse: () => analysis.parseDataset(text).free(),
  "rank-all": () => analysis.rankAll(data, { period: "2023" }),
  "entropy-topsis": () => analysis.composite({ values, polarity, weighting: "entropy-of-shares", aggregation: "topsis" }),
  "thousand-draws": () => analysis.composite({ values, polarity, draws: { count: 1000, concentration: 100, seed: 1 } }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, times] = line.split(" ");
  const start = performance.now();
  for (let time = 0; time < Number(times); time++) works[name]();
  console.log(Math.round(((performance.now() - start) * 1e6) / Number(times)));
}
