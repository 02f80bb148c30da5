// The package as npm packs it, installed into an empty folder: nothing it needs is left behind in the repository.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "duibiao-"));
after(() => rm(folder, { recursive: true }));

/** Standard output of a command that must succeed. */
function run(cwd, command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}: ${error ?? stderr}`);
  return stdout;
}

const [{ filename, files }] = JSON.parse(run(pkg, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder));
const packed = files.map(({ path }) => path);

test("what the manifest names is packed, and nothing but the package", async () => {
  const { exports, types, main } = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  const named = [main, types, ...Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : Object.values(entry)))];
  for (const path of named) assert.ok(packed.includes(path.replace("./", "")), path);
  for (const path of packed) assert.match(path, /^[\w.-]+\.(js|wasm|d\.ts|json|md|css|html)$|^LICENSE-\w+$/);
});

test("duibiao/analysis works where the package is installed", async () => {
  const empty = join(folder, "empty");
  await mkdir(empty);
  await writeFile(join(empty, "package.json"), '{ "type": "module" }');
  run(empty, "npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, filename));
  const program = `
    import { load } from "duibiao/analysis";
    const { rank } = await load();
    console.log(JSON.stringify(rank({ figures: ["超850亿元", "855亿元", null], polarity: "higher", unit: "亿元" })));`;
  await writeFile(join(empty, "program.js"), program);
  const ranks = [{ point: 2, best: 1, worst: 2 }, { point: 1, best: 1, worst: 2 }, null];
  assert.deepEqual(JSON.parse(run(empty, process.execPath, "program.js")), ranks);
});

test("the crate is packed with what it is built from, and nothing else", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const cargo = process.env.CARGO ?? "cargo";
  run(root, cargo, "publish", "--dry-run", "--no-verify", "--allow-dirty", "--package", "duibiao");
  const listed = run(root, cargo, "package", "--list", "--allow-dirty", "--package", "duibiao").trim().split("\n");
  for (const path of ["src/lib.rs", "Cargo.toml", "README.md", "CHANGELOG.md", "LICENSE-MIT"]) assert.ok(listed.includes(path), path);
  const own = /^(src\/.+\.rs|README\.md|CHANGELOG\.md|LICENSE-\w+|Cargo\.(toml|toml\.orig|lock)|\.cargo_vcs_info\.json)$/;
  for (const path of listed) assert.match(path, own);
});
