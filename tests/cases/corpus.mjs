// The corpus of calls that native code, Node.js and browsers answer alike: calls.json, answers.json and the datasets they name.
import { readFile } from "node:fs/promises";

const text = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

/** Functions of plain values, and functions of a dataset and plain values. */
export const OF_VALUES = ["rank", "composite", "peers", "status", "project", "whatIf", "split", "timeDistance", "catchUp"];
export const OF_DATASETS = ["compare", "rankAll", "compositeOf", "peersOf", "crossCheck", "trajectory", "assess", "figure", "renderSvg"];

/** The text of the calls: JSON has neither typed arrays nor NaN, so that `{ "$float64": [1, null] }` stands for them. */
export const calls = await text("tests/cases/calls.json");
export const answers = JSON.parse(await text("tests/cases/answers.json"));

/** The text of each dataset; a call that names none is about the bundled one. */
export const texts = {
  bundled: await text("www/data/huaibei-2023.json"),
  places: await text("tests/cases/places.json"),
  promises: await text("tests/cases/promises.json"),
};
