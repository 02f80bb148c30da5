// The package's analysis in Node.js: the same answers as natively, to the bit, and of the types it declares.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { AnalysisError, load } from "../../pkg/analysis.js";

const root = new URL("../../", import.meta.url);
const text = (path) => readFile(new URL(path, root), "utf8");
const analysis = await load();
const data = analysis.parseDataset(await text("www/data/huaibei-2023.json"));
const calls = JSON.parse(await text("tests/cases/calls.json"));
const OF_VALUES = ["rank", "status", "project"];

/** What a call returns or throws, as the stored answers have it. */
function told(name, input) {
  try {
    return { ok: OF_VALUES.includes(name) ? analysis[name](input) : analysis[name](data, input) };
  } catch (error) {
    assert.ok(error instanceof AnalysisError, String(error));
    const { code, issues } = error;
    return { failure: { code, message: error.message.split("\n")[0], issues } };
  }
}

test("wasm and native agree to the bit", async () => {
  const answers = JSON.parse(await text("tests/cases/answers.json"));
  assert.equal(answers.length, calls.length);
  assert.ok(calls.length >= 200);
  calls.forEach(({ call, input }, index) => {
    // strict deep equality compares numbers by Object.is
    assert.deepStrictEqual(told(call, input), answers[index], `${call} ${JSON.stringify(input)}`);
  });
});

test("answers have the declared types, no more and no less", async () => {
  const types = { rank: "(Rank | null)[]", status: "Status", project: "Projected", compare: "Comparison", trajectory: "Track", figure: "Page", renderSvg: "string" };
  // a literal is checked for fields too many as well as too few
  const lines = calls.flatMap(({ call, input }, index) => {
    const { ok } = told(call, input);
    return ok === undefined ? [] : [`export const answer${index}: duibiao.${types[call]} = ${JSON.stringify(ok)};`];
  });
  assert.ok(lines.length > 100);
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
  assert.throws(
    () => analysis.compare(data, { indicatr: "x", period: "2022x", lang: "en" }),
    (error) => {
      assert.ok(error instanceof AnalysisError && error instanceof Error && error.stack);
      assert.equal(error.code, "input");
      assert.deepEqual(error.issues.map(({ code, place }) => `${place} ${code}`), [
        "/indicator missing-field",
        "/period period",
        "/indicatr unknown-field",
      ]);
      return true;
    },
  );
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
