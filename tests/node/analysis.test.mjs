// The package's analysis in Node.js: the same answers as natively, to the bit, and of the types it declares.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { AnalysisError, load } from "../../pkg/analysis.js";
import { OF_DATASETS, OF_VALUES, answers, calls as corpus, texts } from "../cases/corpus.mjs";

const root = new URL("../../", import.meta.url);
const text = (path) => readFile(new URL(path, root), "utf8");
const analysis = await load();
const datasets = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, analysis.parseDataset(text)]));
const data = datasets.bundled;
const typed = (_, value) => (value?.$float64 ? Float64Array.from(value.$float64, (cell) => cell ?? NaN) : value);
const calls = JSON.parse(corpus, typed);

/** What a call returns or throws, as the stored answers have it. */
function told({ call, input, data = "bundled" }) {
  try {
    return { ok: OF_VALUES.includes(call) ? analysis[call](input) : analysis[call](datasets[data], input) };
  } catch (error) {
    assert.ok(error instanceof AnalysisError, String(error));
    const { code, issues } = error;
    return { failure: { code, message: error.message.split("\n")[0], issues } };
  }
}

test("wasm and native agree to the bit", () => {
  assert.equal(answers.length, calls.length);
  assert.deepEqual([...new Set(calls.map(({ call }) => call))].sort(), [...OF_VALUES, ...OF_DATASETS].sort());
  calls.forEach((one, index) => {
    // strict deep equality compares numbers by Object.is
    assert.deepStrictEqual(told(one), answers[index], JSON.stringify(one));
  });
});

test("a dataset may be bytes or what was read of them, and what is none is told", () => {
  const check = (given, expect) => {
    try {
      analysis.parseDataset(given).free();
      assert.equal("read", expect);
    } catch (error) {
      assert.ok(error instanceof AnalysisError, `${error}`);
      assert.equal(error.code, expect);
    }
  };
  check(new TextEncoder().encode(texts.places), "read");
  check(JSON.parse(texts.places), "read");
  for (const given of [5, null, undefined, {}, [], () => 1]) check(given, "data");
});

/** A value as TypeScript writes it. */
function literal(value) {
  if (value instanceof Float64Array) return `Float64Array.of(${[...value].join(", ")})`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{ ${Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${literal(field)}`).join(", ")} }`;
}

test("inputs and answers have the declared types, no more and no less", async () => {
  const types = {
    rank: "(Rank | null)[]",
    compare: "Comparison",
    rankAll: "Ranks",
    composite: "Composite",
    compositeOf: "CompositeOf",
    peers: "Peers",
    peersOf: "PeersOf",
    crossCheck: "CrossChecks",
    trajectory: "Track",
    assess: "Assessed",
    status: "Ruling",
    project: "Projected",
    whatIf: "WhatIf",
    split: "Split",
    timeDistance: "TimeDistance",
    catchUp: "CatchUp",
    figure: "Page",
    renderSvg: "string",
  };
  // a literal is checked for fields too many as well as too few
  const lines = calls.flatMap((one, index) => {
    const { ok } = told(one);
    if (ok === undefined) return [];
    // what was answered was rightly asked
    const input = `Parameters<duibiao.Analysis["${one.call}"]>[${OF_VALUES.includes(one.call) ? 0 : 1}]`;
    const asked = `export const asked${index}: ${input} = ${literal(one.input)};`;
    return [asked, `export const answer${index}: duibiao.${types[one.call]} = ${JSON.stringify(ok)};`];
  });
  const answered = new Set(calls.filter((one) => told(one).ok !== undefined).map(({ call }) => call));
  assert.deepEqual([...answered].sort(), Object.keys(types).sort());
  const folder = new URL("target/answers/", root);
  await mkdir(folder, { recursive: true });
  const source = `import * as duibiao from "../../pkg/analysis.js";\n${lines.join("\n")}`.replaceAll("duibiao.(Rank", "(duibiao.Rank");
  await writeFile(new URL("answers.ts", folder), source.replaceAll("duibiao.string", "string"));
  const tsc = fileURLToPath(new URL("xtask/node_modules/.bin/tsc", root));
  const options = ["--strict", "--noEmit", "--target", "es2020", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""];
  const { status, stdout } = spawnSync(tsc, [...options, fileURLToPath(new URL("answers.ts", folder))], { encoding: "utf8" });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("an error says all that is wrong and where", () => {
  const point = { at: 2022, value: "1" };
  const broken = {
    rank: [{ figures: ["x"], polarity: "up" }, "/figures/0 figure, /polarity unknown-word"],
    compare: [{ indicatr: "x", period: "2022x" }, "/indicator missing-field, /period period, /indicatr unknown-field"],
    rankAll: [{ indicators: [], places: ["x"] }, "/indicators shape, /places/0 unknown-region"],
    composite: [{ values: [[1, 2], [3]], polarity: ["none"] }, "/values/1 shape, /polarity shape, /polarity/0 unfit"],
    compositeOf: [{ indicators: ["x"], floor: 0.1 }, "/indicators/0 unknown-indicator, /floor unfit"],
    peers: [{ values: [[Infinity]], of: -1 }, "/values/0/0 not-finite, /of range"],
    peersOf: [{ home: "x", indicators: [] }, "/home unknown-region, /indicators shape"],
    crossCheck: [{ all: 1, every: 2 }, "/all type, /every unknown-field"],
    trajectory: [{ target: "x", shape: "round" }, "/target unknown-target, /shape unknown-word"],
    assess: [{ target: "x", today: "today" }, "/target unknown-target, /today period"],
    status: [{ start: point, method: "x" }, "/start/value type, /end missing-field, /now missing-field, /method unknown-word"],
    project: [{ points: [point], level: 1, deadline: 2025 }, "/points/0/value type, /level range, /goal missing-field"],
    whatIf: [{ base: point, factor: NaN }, "/base/value type, /factor not-finite, /years missing-field"],
    split: [{ total: 1, by: { equal: 2 }, names: ["a"], unit: "x" }, "/names shape, /unit unit"],
    timeDistance: [{ own: point, leader: 5 }, "/own/value type, /leader type"],
    catchUp: [{ own: { at: 1 }, leader: "x" }, "/own/value missing-field, /own/growth missing-field, /leader type"],
    figure: [{ view: "x", home: "x" }, "/view unknown-view, /home unknown-region"],
    renderSvg: [{ width: 1, text: "big" }, "/width range, /text type"],
  };
  assert.deepEqual(Object.keys(broken).sort(), [...OF_VALUES, ...OF_DATASETS].sort());
  for (const [call, [input, faults]] of Object.entries(broken)) {
    assert.throws(
      () => (OF_VALUES.includes(call) ? analysis[call](input) : analysis[call](data, input)),
      (error) => {
        assert.ok(error instanceof AnalysisError && error instanceof Error && error.stack, `${call}: ${error}`);
        assert.equal(error.code, "input");
        assert.equal(error.issues.map(({ code, place }) => `${place} ${code}`).join(", "), faults, call);
        return true;
      },
    );
  }
  assert.throws(() => analysis.parseDataset("{}", "en"), { name: "AnalysisError", code: "data" });
  assert.throws(() => analysis.parseDataset("<html>", "en"), { name: "AnalysisError", code: "data" });
});

test("what is no plain value is refused, not read as something else", () => {
  const code = (figures) => {
    try {
      return analysis.rank({ figures, polarity: "higher" });
    } catch (error) {
      return error.issues.map(({ code }) => code).join();
    }
  };
  assert.equal(code([NaN]), "not-finite");
  assert.equal(code([Infinity]), "not-finite");
  assert.equal(code([1n]), "type");
  assert.equal(code([() => 1]), "type");
  assert.deepEqual(code([undefined, null]), [null, null]);
  const endless = {};
  endless.figures = [endless];
  assert.throws(() => analysis.rank(endless), { name: "AnalysisError" });
});

test("one module however often it is asked for; bytes may be given", async () => {
  assert.equal(await load(), analysis);
});

test("the README's example prints what its comments say", async () => {
  const example = (await text("README.md")).match(/```js\n([^]*?"duibiao\/analysis"[^]*?)```/)[1];
  const folder = new URL("target/readme/", root);
  await rm(folder, { recursive: true, force: true });
  await mkdir(new URL("node_modules/", folder), { recursive: true });
  await symlink(new URL("pkg", root), new URL("node_modules/duibiao", folder), "dir");
  await writeFile(new URL("example.mjs", folder), example);
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("example.mjs", folder))], { cwd: root, encoding: "utf8" });
  assert.equal(stderr, "");
  const comments = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, comment]) => comment);
  assert.ok(comments.length > 3);
  assert.deepEqual(stdout.trim().split("\n"), comments);
});
