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
