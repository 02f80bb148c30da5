// The package's analysis in Chromium, under a strict policy that lets wasm in: the stored answers, to the bit.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { OF_VALUES, answers, calls, texts } from "../cases/corpus.mjs";
import { launch } from "./harness.mjs";

let tab;

before(async () => {
  tab = await launch({ csp: "wasm" });
  await tab.open("/pages/empty.html");
  await tab.until(() => Boolean(customElements.get("dui-biao")));
});
after(() => tab?.close());

/** Run in the page: every call, answered or thrown. */
async function answersOf({ calls, texts, ofValues }) {
  const { AnalysisError, load } = await import("/pkg/analysis.js");
  const analysis = await load();
  const datasets = {};
  for (const [name, text] of Object.entries(texts)) datasets[name] = analysis.parseDataset(text);
  const typed = (_, value) => (value?.$float64 ? Float64Array.from(value.$float64, (cell) => cell ?? NaN) : value);
  return JSON.parse(calls, typed).map(({ call, input, data = "bundled" }) => {
    try {
      return { ok: ofValues.includes(call) ? analysis[call](input) : analysis[call](datasets[data], input) };
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      return { failure: { code: error.code, message: error.message.split("\n")[0], issues: error.issues } };
    }
  });
}

test("the corpus has its stored answers", async () => {
  const told = await tab.evaluate(answersOf, { calls, texts, ofValues: OF_VALUES });
  assert.equal(told.length, answers.length);
  const names = JSON.parse(calls);
  // strict deep equality compares numbers by Object.is
  told.forEach((answer, index) => assert.deepStrictEqual(answer, answers[index], JSON.stringify(names[index])));
});

test("its wasm is all it fetched, and the policy refused nothing", () => {
  assert.deepEqual(tab.seen.errors, []);
  assert.deepEqual(tab.seen.violations, []);
  const { requests } = tab.seen;
  const since = requests.slice(requests.indexOf(`${tab.server}/pkg/analysis.js`));
  assert.deepEqual(since, ["analysis.js", "analysis_bg.wasm"].map((file) => `${tab.server}/pkg/${file}`));
});
