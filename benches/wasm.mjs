// The work of analysis.rs through the package's wasm: prints a name and the median in nanoseconds a line.
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { load } from "../pkg/analysis.js";

const analysis = await load();
const text = await readFile(new URL("../target/bench/dataset.json", import.meta.url), "utf8");

/** @param {string} name @param {number} times @param {() => void} work */
function measure(name, times, work) {
  work();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  taken.sort((a, b) => a - b);
  console.log(name, Math.round(taken[Math.floor(times / 2)] * 1e6));
}

measure("parse", 5, () => analysis.parseDataset(text).free());
const data = analysis.parseDataset(text);
measure("rank-all", 5, () => {
  for (let indicator = 0; indicator < 100; indicator++) analysis.compare(data, { indicator: `i${indicator}`, period: "2023" });
});
data.free();

// the matrix of analysis.rs
let state = 1;
const next = () => 1 + (state = (state * 48271) % 2147483647) / 2147483647;
const values = Array.from({ length: 300 }, () => Float64Array.from({ length: 100 }, next));
const polarity = Array.from({ length: 100 }, (_, indicator) => (indicator % 5 === 0 ? "lower" : "higher"));
measure("entropy-topsis", 30, () => analysis.composite({ values, polarity, weighting: "entropy", aggregation: "topsis" }));
measure("thousand-draws", 5, () => analysis.composite({ values, polarity, draws: { count: 1000, concentration: 100, seed: 1 } }));
